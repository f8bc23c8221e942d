/** The words of guides in German. */
import type { GuideWords } from '../guide.ts';
import type { Speech } from '../speech.ts';

export function guide({ counted }: Speech): GuideWords {
  return {
    needs: 'Was Sie brauchen',
    include: (name) => `${name} nehmen`,
    amountOf: (name) => `Wie viel ${name}`,
    leftOut: 'Weggelassen',
    optional: 'Wenn Sie möchten',
    missing: 'Das kann hier gerade niemand liefern.',
    someMissing: (count) =>
      counted(count, {
        one: '# Sache ist gerade nicht zu haben, der Rest schon.',
        other: '# Sachen sind gerade nicht zu haben, der Rest schon.',
      }),
    all: 'Alles zusammen, geliefert',
    busy: 'Die günstigsten Packungen und Händler werden gesucht …',
    buy: 'Alles in den Warenkorb legen',
    bought: 'Alles liegt im Warenkorb.',
    proved: 'Keine anderen Packungen und Händler sind günstiger.',
    failed: 'Diese Anleitung konnte nicht geladen werden.',
    kitFailed: 'Was es dazu braucht, ließ sich nicht berechnen. Bitte die Verbindung prüfen.',
  };
}
