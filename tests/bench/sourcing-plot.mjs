// What a simple choice of sellers costs more than the best one, over the size of the cart:
//   node tests/bench/sourcing-plot.mjs     writes docs/sourcing-saving.svg
// The carts like real ones of tests/sourcing/carts against their known optima; no clock, so the same picture each time.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { carts, expected } from '../sourcing/judge.mjs';
import { greedy, naive, single } from './sourcing-ways.mjs';

const file = fileURLToPath(new URL('../../docs/sourcing-saving.svg', import.meta.url));
const ways = [
  { title: 'each line from its cheapest seller', color: '#c2410c', of: naive },
  { title: 'all from one seller, where one has all', color: '#0f766e', of: single },
  { title: 'greedy: each line where it adds least', color: '#6d6d9c', of: greedy },
];
const sizes = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20]; // lines; from 12 on with one less

const known = expected();
const all = ['real-s', 'real-m', 'real-l'].flatMap(carts);
const binOf = (cart) => sizes.findIndex((size) => cart.lines.length <= size);
for (const way of ways) {
  const bins = sizes.map(() => []);
  for (const cart of all) {
    const best = known[cart.id].cost.cost;
    const total = best === null ? undefined : way.of(cart);
    if (total !== undefined) bins[binOf(cart)].push((100 * (total - best)) / best);
  }
  // A mean of a few carts says nothing.
  way.means = bins.map((bin) =>
    bin.length < 5 ? undefined : bin.reduce((a, b) => a + b) / bin.length,
  );
}

const [width, height, left, right, top, bottom] = [720, 400, 60, 20, 40, 50];
const most =
  Math.ceil(Math.max(...ways.flatMap(({ means }) => means.filter((mean) => mean))) / 5) * 5;
const x = (lines) => Math.round(left + ((lines - 2) / 18) * (width - left - right));
const y = (percent) => Math.round(height - bottom - (percent / most) * (height - top - bottom));
const text = (content, px, py, more = '') => `<text x="${px}" y="${py}" ${more}>${content}</text>`;
const grid = Array.from({ length: most / 5 + 1 }, (_, step) => 5 * step);
const parts = [
  ...grid.map(
    (p) =>
      `<path d="M${left} ${y(p)}H${width - right}" stroke="#888" stroke-opacity=".3"/>` +
      text(`${p} %`, left - 8, y(p) + 4, 'text-anchor="end"'),
  ),
  ...[2, 4, 6, 8, 10, 12, 14, 16, 18, 20].map((n) =>
    text(n, x(n), height - bottom + 20, 'text-anchor="middle"'),
  ),
  text('lines in the cart', (left + width - right) / 2, height - 10, 'text-anchor="middle"'),
  text('dearer than the best choice, on average', left - 40, 20),
  ...ways.flatMap(({ title, color, means }, index) => {
    const points = sizes.flatMap((size, at) =>
      means[at] === undefined ? [] : [[x(size), y(means[at])]],
    );
    return [
      `<polyline points="${points.map((point) => point.join()).join(' ')}" fill="none" stroke="${color}" stroke-width="2.5"/>`,
      ...points.map(([px, py]) => `<circle cx="${px}" cy="${py}" r="3.5" fill="${color}"/>`),
      text(title, left + 20, top + 22 * index + 10, `fill="${color}" font-weight="600"`),
    ];
  }),
];
// Grey reads on light pages and on dark ones.
writeFileSync(
  file,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" ` +
    `font-size="13" fill="#888">\n${parts.join('\n')}\n</svg>\n`,
);
for (const { title, means } of ways)
  console.log(title, means.map((mean) => mean?.toFixed(1) ?? '–').join(' '));
