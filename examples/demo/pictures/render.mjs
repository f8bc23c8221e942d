// Redraws the demo pictures: node examples/demo/pictures/render.mjs [name …]
// Needs playwright-core, a Chromium (CHROMIUM=/usr/bin/chromium by default) and cwebp.
// Label lettering uses Young Serif and Jost when @fontsource/young-serif and @fontsource/jost
// are installed, and falls back to system faces otherwise.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { studio, takeDefs } from './kit.mjs';
import { article, products } from './catalogue.mjs';

const require = createRequire(import.meta.url);
const { chromium } = require('playwright-core');
const here = fileURLToPath(new URL('.', import.meta.url));

const face = (family, file, weight) => {
  try {
    const data = readFileSync(require.resolve(file)).toString('base64');
    return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${data})}`;
  } catch {
    return '';
  }
};
const fonts =
  face('Young Serif', '@fontsource/young-serif/files/young-serif-latin-400-normal.woff2', 400) +
  [400, 500, 600]
    .map((w) => face('Jost', `@fontsource/jost/files/jost-latin-${w}-normal.woff2`, w))
    .join('');

const wanted = process.argv.slice(2);
const temp = mkdtempSync(join(tmpdir(), 'pictures-'));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage();
let total = 0;

const draw = async (name, svg, size, file, quality) => {
  await page.setViewportSize(size);
  await page.setContent(`<style>${fonts}body{margin:0}svg{display:block}</style>${svg}`);
  await page.evaluate(() => document.fonts.ready);
  const png = join(temp, `${name}.png`);
  writeFileSync(png, await page.screenshot());
  execFileSync('cwebp', [
    '-quiet',
    '-q',
    String(quality),
    '-m',
    '6',
    '-sharp_yuv',
    png,
    '-o',
    file,
  ]);
  total += statSync(file).size;
  console.log(name, statSync(file).size);
};

for (const [name, make] of Object.entries(products)) {
  if (wanted.length && !wanted.includes(name)) continue;
  takeDefs();
  await draw(
    name,
    studio(make()),
    { width: 800, height: 800 },
    join(here, '../sellers/images', `${name}.webp`),
    80,
  );
}
for (const [name, { make, width, height }] of Object.entries(article)) {
  if (wanted.length && !wanted.includes(name)) continue;
  takeDefs();
  await draw(
    name,
    make(),
    { width, height },
    join(here, '../../blog/images', `${name}.webp`),
    name === 'hero' ? 72 : 78,
  );
}
await browser.close();
rmSync(temp, { recursive: true });
console.log('bytes in all', total);
