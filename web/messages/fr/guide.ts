/** The words of guides in French. */
import type { GuideWords } from '../guide.ts';
import type { Speech } from '../speech.ts';

export function guide({ counted }: Speech): GuideWords {
  return {
    needs: 'Ce qu’il vous faut',
    include: (name) => `Prendre ${name}`,
    amountOf: (name) => `Quantité de ${name}`,
    leftOut: 'Laissé de côté',
    optional: 'Si vous le souhaitez',
    missing: 'Personne ici ne peut livrer cela en ce moment.',
    someMissing: (count) =>
      counted(count, {
        one: '# chose est introuvable en ce moment ; le reste est disponible.',
        other: '# choses sont introuvables en ce moment ; le reste est disponible.',
      }),
    all: 'Le tout, livré',
    busy: 'Recherche des conditionnements et des vendeurs les moins chers …',
    buy: 'Mettre le tout dans le panier',
    bought: 'Tout est dans le panier.',
    proved: 'Aucun autre choix de conditionnements et de vendeurs n’est moins cher.',
    failed: 'Ce guide n’a pas pu être chargé.',
    kitFailed: 'Ce qu’il faut n’a pas pu être calculé. Vérifiez votre connexion.',
  };
}
