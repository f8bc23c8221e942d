// The documentation as static pages in build/web/docs, which the server serves at /docs: docs/ and what it links to, in
// Markdown. Raw HTML in it stays text, links lead to pages or files of the site, and one that leads nowhere fails.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import MarkdownIt from 'markdown-it';
import { isMain, root, run } from './command.mjs';
import { common, compressAll } from './web.mjs';

const navigation = [
  ['Start', ['docs/README.md', 'docs/embedding.md', 'docs/theming.md', 'docs/guides.md']],
  ['Reference', ['docs/elements.md', 'docs/scripts.md', 'docs/policy.md']],
  ['Sellers', ['docs/sellers.md', 'examples/sellers/README.md']],
  [
    'Operators',
    ['docs/operating.md', 'docs/mail.md', 'docs/metrics.md', 'docs/security.md', 'docs/asvs.md'],
  ],
  ['How it works', ['docs/sourcing.md', 'docs/ranking.md', 'docs/figures.md', 'ARCHITECTURE.md']],
];

export async function buildDocs(out = join(root, 'build/web/docs')) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const assets = await bundle(out);
  const pages = gather();
  for (const page of pages.values()) {
    const file = join(out, page.url.slice('/docs'.length), 'index.html');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, layout(page, pages, assets));
    for (const [from, to] of page.files) {
      mkdirSync(dirname(join(out, to)), { recursive: true });
      copyFileSync(join(root, from), join(out, to));
    }
  }
  await sample(join(out, 'sample'));
  await compressAll(out);
}

/** All pages by their file: those of the navigation, and whatever they link to. */
export function gather() {
  const pages = new Map();
  const waiting = navigation.flatMap(([, files]) => files);
  for (let file = waiting.shift(); file; file = waiting.shift()) {
    if (pages.has(file)) continue;
    const page = read(file);
    pages.set(file, page);
    waiting.push(...page.leadsTo);
  }
  return pages;
}

/** `docs/theming.md` → `/docs/theming`, `docs/README.md` → `/docs`, `examples/sellers/README.md` → `/docs/examples/sellers`. */
const urlOf = (file) => {
  const name = file
    .replace(/\.md$/, '')
    .replace(/(^|\/)README$/, '')
    .replace(/^docs(\/|$)/, '');
  return `/docs/${name.toLowerCase()}`.replace(/\/$/, '');
};

/** A page with the pages that it leads to and the files that it needs. */
function read(file) {
  const page = { file, url: urlOf(file), leadsTo: [], files: new Map() };
  const text = file.endsWith('.md') ? readFileSync(join(root, file), 'utf8') : decisions(file);
  page.html = markdown(page).render(text);
  page.title = /^# (.+)$/m.exec(text)?.[1].replaceAll('`', '') ?? file;
  return page;
}

/** A folder of dated files, the newest first. */
function decisions(folder) {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'));
  const lines = files.reverse().map((name) => {
    const [, title] = /^# (.+)$/m.exec(readFileSync(join(root, folder, name), 'utf8'));
    return `- [${title}](${name}), ${name.slice(0, 10)}`;
  });
  return `# Decisions\n\n${lines.join('\n')}\n`;
}

function markdown(page) {
  const md = new MarkdownIt({ html: false, linkify: false, typographer: false });
  const { rules } = md.renderer;
  const names = new Set();
  rules.heading_open = (tokens, at, options, _env, self) => {
    const name = slug(tokens[at + 1].content, names);
    tokens[at].attrSet('id', name);
    return self.renderToken(tokens, at, options);
  };
  // What is wider than a telephone can be scrolled, by the keyboard too.
  rules.table_open = () =>
    '<div class="wide" tabindex="0" role="group" aria-label="Table"><table>\n';
  rules.table_close = () => '</table></div>\n';
  // A column without a name has no header to be read.
  const cell = (tokens, at) => (tokens[at].content === '' ? 'td' : 'th');
  rules.th_open = (tokens, at) => `<${cell(tokens, at + 1)}>`;
  rules.th_close = (tokens, at) => `</${cell(tokens, at - 1)}>`;
  const fence = rules.fence;
  rules.fence = (...given) => fence(...given).replace('<pre>', '<pre tabindex="0">');
  rules.link_open = (tokens, at, options, _env, self) => {
    const target = resolve(page, tokens[at].attrGet('href'));
    // A file of the repository that is no page here is named only.
    tokens[at].meta = { plain: target === undefined };
    if (target === undefined) return '<span class="file">';
    tokens[at].attrSet('href', target);
    return self.renderToken(tokens, at, options);
  };
  rules.link_close = (tokens, at) => {
    let open = at;
    while (tokens[open].type !== 'link_open') --open;
    return tokens[open].meta.plain ? '</span>' : '</a>';
  };
  rules.image = (tokens, at, options, env, self) => {
    tokens[at].attrSet('src', resolve(page, tokens[at].attrGet('src')));
    tokens[at].attrSet('alt', self.renderInlineAsText(tokens[at].children, options, env));
    return self.renderToken(tokens, at, options);
  };
  return md;
}

function slug(text, names) {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  let name = plain;
  for (let count = 2; names.has(name); ++count) name = `${plain}-${count}`;
  names.add(name);
  return name;
}

/** Where a link leads on the site; nothing for what is only in the repository. */
function resolve(page, href) {
  if (/^(https?:|mailto:|#)/.test(href)) return href;
  const [path, anchor = ''] = href.split(/(?=#)/);
  const base = page.file.endsWith('.md') ? dirname(page.file) : page.file;
  const file = relative(root, join(root, base, decodeURIComponent(path)));
  if (file.startsWith('..') || !existsSync(join(root, file)))
    throw new Error(`${page.file} links to ${href}, which does not exist`);
  if (statSync(join(root, file)).isDirectory()) {
    const readme = join(file, 'README.md');
    if (file !== 'docs/decisions' && !existsSync(join(root, readme))) return undefined;
    return lead(page, file === 'docs/decisions' ? file : readme) + anchor;
  }
  if (file.endsWith('.md')) return lead(page, file) + anchor;
  if (!file.startsWith('docs/')) return undefined;
  page.files.set(file, file.slice('docs/'.length));
  return `/docs/${file.slice('docs/'.length)}`;
}

function lead(page, file) {
  page.leadsTo.push(file);
  return urlOf(file);
}

const escaped = (text) =>
  text.replace(
    /[&<>"]/g,
    (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark],
  );

function layout({ url, title, html, file }, pages, { style, theme }) {
  const link = (each) => {
    const current = each === file ? ' aria-current="page"' : '';
    const name = each === 'docs/README.md' ? 'In five minutes' : pages.get(each).title;
    return `<li><a href="${pages.get(each).url}"${current}>${escaped(name)}</a></li>`;
  };
  const sections = navigation.map(
    ([name, files]) => `<section><h2>${name}</h2><ul>${files.map(link).join('')}</ul></section>`,
  );
  const live = url === '/docs/theming';
  const scripts = live
    ? `<script type="module" src="/v1/vitrine.js"></script><script type="module" src="${theme}"></script>`
    : '';
  const studio = '<div id="studio"><noscript>The live page needs JavaScript.</noscript></div>';
  // It stands before the table of all properties.
  const body = live ? html.replace('<div class="wide"', `${studio}<div class="wide"`) : html;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}${url === '/docs' ? '' : ' · Vitrine'}</title>
<link rel="stylesheet" href="${style}">
${scripts}
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<header>
<a href="/docs">Vitrine</a>
<button type="button" popovertarget="menu">Menu</button>
</header>
<nav id="menu" popover aria-label="Documentation">${sections.join('')}</nav>
<main id="content"${live ? ' class="live"' : ''}>
${body}</main>
</body>
</html>
`;
}

async function bundle(out) {
  const { metafile } = await build({
    ...common,
    entryPoints: ['style.css', 'theme.ts'].map((name) => join(root, 'web/docs', name)),
    outdir: out,
    entryNames: '[name]-[hash]',
  });
  const named = (stem) =>
    `/docs/${Object.keys(metafile.outputs)
      .map((file) => basename(file))
      .find((file) => file.startsWith(`${stem}-`))}`;
  return { style: named('style'), theme: named('theme') };
}

/** A shop of files alone, for the live page: goods of the demo, each seller's first. */
async function sample(out) {
  const site = join(out, 'v1/sites/site_sample');
  mkdirSync(site, { recursive: true });
  mkdirSync(join(out, 'images'), { recursive: true });
  const rows = ['holzhof-wiesent', 'eisenkontor', 'krume-keim'].flatMap((slug) => {
    const at = (end) => readFileSync(join(root, `examples/demo/sellers/${slug}.${end}`), 'utf8');
    const { name } = JSON.parse(at('json'));
    const seen = new Set();
    return at('jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter((row) => !seen.has(row.image_link) && seen.add(row.image_link))
      .slice(0, 4)
      .map((row) => {
        const image = basename(row.image_link);
        copyFileSync(join(root, 'examples/demo/sellers/images', image), join(out, 'images', image));
        const { additional_image_link: _, ...rest } = row;
        return { ...rest, seller_name: name, image_link: `/docs/sample/images/${image}` };
      });
  });
  const feed = join(out, 'feed.jsonl');
  const file = join(out, 'catalogue.bin');
  writeFileSync(feed, rows.map((row) => JSON.stringify(row)).join('\n'));
  const binary = process.env.VITRINE_BINARY ?? join(root, 'build/vitrine');
  await run(binary, ['snapshot', '--in', feed, '--out', file, '--descriptions', 'full']);
  rmSync(feed);
  const { loadCore } = await import(join(root, 'dist/core.js'));
  const core = await loadCore({ wasm: readFileSync(join(root, 'build/wasm/core.wasm')) });
  await core.openCatalogue(readFileSync(file));
  const value = async (command, request) => (await core.call(command, request)).value;
  const { sellers } = await value('catalog.sellers', {});
  const manifest = {
    site_id: 'site_sample',
    name: 'The Garden',
    currency: 'EUR',
    country: 'DE',
    language: 'en',
    catalog_url: '../../../catalogue.bin',
    catalog_descriptions: 'full',
    catalog_version: 0,
    checkout_url: '',
    shop_url: '',
    sourcing: {},
    shelf: await value('catalog.products', { offset: 0, limit: 24 }),
    sellers: sellers.map(({ id, name, prices_include_tax }) => ({ id, name, prices_include_tax })),
  };
  writeFileSync(join(site, 'manifest.json'), JSON.stringify(manifest));
}

if (isMain(import.meta.url)) await buildDocs();
