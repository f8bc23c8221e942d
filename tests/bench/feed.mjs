// A made-up feed of any size, the same for the same seed: words of a Zipf vocabulary, as those of real shops are.

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const heads = 'b c d f g h k l m n p r s t v w z br dr fl gr kl pl sch sp st tr'.split(' ');
const hearts = 'a e i o u au ei ie'.split(' ');
const tails = ['', '', '', 'n', 'r', 'l', 's', 't', 'ck', 'nd', 'rk', 'st'];

/** Words that can be said, each once; the frequent ones come first and are shorter. */
function vocabulary(random, size) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const words = new Set();
  while (words.size < size) {
    const longest = 2 + Math.min(2, words.size / 2000);
    const syllables = 1 + Math.floor(random() * longest);
    let word = '';
    for (let i = 0; i < syllables; ++i) word += pick(heads) + pick(hearts) + pick(tails);
    if (word.length > 2) words.add(word);
  }
  return [...words];
}

/** Draws places of a list with Zipf's frequencies. */
function zipf(random, size, exponent = 1) {
  const sums = new Float64Array(size);
  let sum = 0;
  for (let i = 0; i < size; ++i) sums[i] = sum += 1 / (i + 3) ** exponent;
  return () => {
    const wanted = random() * sum;
    let low = 0;
    for (let high = size - 1; low < high;) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);
const colours = ['black', 'white', 'natural', 'green', 'blue', 'red', 'brown', 'grey'];

/** Rows with the field names of product feeds. */
export function madeFeed(count, { seed = 1, descriptions = true } = {}) {
  const random = randomFrom(seed);
  const size = Math.round(2500 * Math.sqrt(count / 100));
  const words = vocabulary(random, size);
  const common = zipf(random, size);
  const titled = zipf(random, Math.round(size / 4), 0.9);
  const brands = Array.from({ length: Math.round(10 + Math.sqrt(count) * 2) }, (_, i) =>
    i % 3
      ? capital(words[300 + i * 2])
      : `${capital(words[300 + i * 2])} & ${capital(words[301 + i * 2])}`,
  );
  const brand = zipf(random, brands.length, 0.8);
  const categories = Array.from({ length: 40 }, (_, i) => capital(words[100 + i * 3]));
  const category = zipf(random, categories.length, 0.6);
  const kinds = words.slice(0, size / 4);
  return Array.from({ length: count }, (_, index) => {
    const title = Array.from({ length: 3 + Math.floor(random() * 5) }, () => kinds[titled()]);
    const text = Array.from({ length: 20 + Math.floor(random() * 25) }, () => words[common()]);
    return {
      id: `A-${String(index).padStart(6, '0')}`,
      title: title.map(capital).join(' '),
      ...(descriptions && { description: `${capital(text.join(' '))}.` }),
      link: `https://seller.example/p/${index}`,
      image_link: `https://img.seller.example/${index}.webp`,
      price: `${(3 + Math.floor(random() ** 3 * 400) + [0.9, 0.5, 0.95, 0][Math.floor(random() * 4)]).toFixed(2)} EUR`,
      availability: random() < 0.92 ? 'in_stock' : 'out_of_stock',
      brand: brands[brand()],
      product_type: categories[category()],
      color: colours[Math.floor(random() * colours.length)],
    };
  });
}
