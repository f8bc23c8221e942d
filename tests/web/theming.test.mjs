/** The look's custom properties: that all are documented, and that the ready themes can be read. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(root + path, 'utf8');
const named = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))];

const code = readdirSync(`${root}web`, { recursive: true })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(`web/${path}`))
  .join('\n');
const documented = named(read('docs/theming.md'), /^\| `(--vitrine-[\w-]+)`/gm);

test('every property of the look is documented, and none that there is not', () => {
  assert.deepEqual([...documented].sort(), named(code, /var\((--vitrine-[\w-]+)/g).sort());
});

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex) {
  const wide = hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
  const [red, green, blue] = wide
    .match(/[\da-f]{2}/gi)
    .map((pair) => Number.parseInt(pair, 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function colours(block, pattern) {
  return Object.fromEntries(
    [...block.matchAll(pattern)].map(([, name, value]) => [name, value.toLowerCase()]),
  );
}

const own = read('web/theme.ts').split('.root.dark');
const themes = {
  'the shop’s own': own.map((block) => colours(block, /var\(--vitrine-([\w-]+), (#[\da-f]+)\)/gi)),
  ...Object.fromEntries(
    readdirSync(`${root}web/themes`).map((file) => [
      file,
      read(`web/themes/${file}`)
        .split('[data-dark]')
        .map((block) => colours(block, /--vitrine-([\w-]+): (#[\da-f]+);/gi)),
    ]),
  ),
};

describe('themes', () => {
  test('are three beside the shop’s own', () => assert.equal(Object.keys(themes).length, 4));

  for (const [name, sides] of Object.entries(themes)) {
    test(`${name}: text can be read on what it stands on, light and dark`, () => {
      assert.equal(sides.length, 2);
      for (const side of sides) {
        for (const text of ['ink', 'muted', 'accent', 'danger'])
          for (const ground of ['surface', 'tile'])
            assert.ok(
              contrast(side[text], side[ground]) >= 4.5,
              `${text} on ${ground}: ${contrast(side[text], side[ground]).toFixed(2)}`,
            );
        assert.ok(contrast(side['on-accent'], side.accent) >= 4.5, 'on-accent');
      }
    });
  }

  test('set nothing that is not documented', () => {
    for (const file of readdirSync(`${root}web/themes`))
      for (const name of named(read(`web/themes/${file}`), /(--vitrine-[\w-]+):/g))
        assert.ok(documented.includes(name), `${file}: ${name}`);
  });
});
