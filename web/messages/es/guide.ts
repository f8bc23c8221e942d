/** The words of guides in Spanish. */
import type { GuideWords } from '../guide.ts';
import type { Speech } from '../speech.ts';

export function guide({ counted }: Speech): GuideWords {
  return {
    needs: 'Lo que necesita',
    include: (name) => `Llevar ${name}`,
    amountOf: (name) => `Cantidad de ${name}`,
    leftOut: 'Descartado',
    optional: 'Si lo desea',
    missing: 'Nadie puede entregar esto aquí ahora.',
    someMissing: (count) =>
      counted(count, {
        one: '# cosa no se puede conseguir ahora; el resto sí.',
        other: '# cosas no se pueden conseguir ahora; el resto sí.',
      }),
    all: 'Todo, con entrega',
    busy: 'Buscando los envases y vendedores más baratos …',
    buy: 'Poner todo en el carrito',
    bought: 'Todo está en el carrito.',
    proved: 'Ninguna otra combinación de envases y vendedores es más barata.',
    failed: 'No se pudo cargar esta guía.',
    kitFailed: 'No se pudo calcular lo que hace falta. Compruebe su conexión.',
  };
}
