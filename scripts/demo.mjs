// The demo as one call, for `npm start` and for the end-to-end tests: three sellers, one site whose presenter helps with
// the work, their goods, and the processes that serve them, each its own.
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { ready, start } from './child.mjs';
import { root, run } from './command.mjs';
import { freePorts } from './ports.mjs';
import { contentHash } from './stamp.mjs';
import { Fault } from './terminal.mjs';

const python = ['python3', ['examples/sellers/python/server.py']];
const node = [process.execPath, ['examples/sellers/node/server.mjs']];
/** `rules`: what presenters earn, see docs/sellers.md. */
const sellers = [
  { slug: 'holzhof-wiesent', port: 'seller1', example: node, rules: [{ commission_bp: 800 }] },
  {
    slug: 'eisenkontor',
    port: 'seller2',
    example: node,
    rules: [{ commission_bp: 1000 }, { category: 'Hardware > Screws', commission_bp: 1500 }],
  },
  {
    slug: 'krume-keim',
    port: 'seller3',
    example: python,
    rules: [{ commission_bp: 1200, per_unit: 10 }],
  },
  // The presenter's own services. Without an endpoint: the orders wait at the console.
  { slug: 'garden-help', rules: [] },
];
const settingsOf = (slug) => `examples/demo/sellers/${slug}.json`;
const feedOf = (slug) => `examples/demo/sellers/${slug}.jsonl`;
const siteSettings = 'examples/demo/site.json';
const guideFile = 'examples/demo/guides/raised-bed.md';

/**
 * Seeds `dataDir` (only what is not there yet) and starts everything.
 *
 * - `ports`: see ports.mjs; free ones by default.
 * - `endpoints`: {slug: url} to let a test receive a seller's orders instead of the example.
 * - `onLine(name, line)`, `onExit(name, code, signal)`: what the processes print and when one ends by itself.
 * - `binary`: the server to run.
 *
 * Answers {urls: {server, blog, console}, account: {email, password}, site_id, sellers: [{slug, name, id, api_key, webhook_secret, endpoint, data_dir}],
 * helper: {name, id, api_key},
 * server: {pid(), kill(signal), start()}, vitrine(command, ...args), stop()}.
 */
export async function startDemo({
  ports,
  dataDir = join(root, 'demo-data'),
  endpoints = {},
  onLine = () => {},
  onExit = () => {},
  binary = join(root, 'build', 'vitrine'),
} = {}) {
  ports ??= await freePorts();
  const urls = {
    server: `http://localhost:${ports.server}`,
    blog: `http://localhost:${ports.blog}`,
    console: `http://localhost:${ports.server}/console/`,
  };
  const data = join(dataDir, 'vitrine');
  const vitrine = async (command, ...args) =>
    (await run(binary, [...command.split(' '), '--data', data, ...args])).stdout;
  const places = sellers.map(({ slug, port, example, rules }) => ({
    slug,
    example,
    rules,
    port: ports[port],
    data_dir: join(dataDir, 'sellers', slug),
    endpoint: endpoints[slug] ?? (port ? `http://127.0.0.1:${ports[port]}/orders` : undefined),
  }));
  const seeded = await seed({ dataDir, data, vitrine, places, origin: urls.blog });

  const children = [];
  const launch = (name, command, args, env) => {
    const child = start(command, args, {
      env,
      onLine: (line) => onLine(name, line),
      onExit: (code, signal) => onExit(name, code, signal),
    });
    children.push(child);
    return child;
  };
  const stop = async () => {
    await Promise.all(children.filter((child) => child.isRunning()).map((child) => child.stop()));
  };

  let server;
  const startServer = async () => {
    const listen = ['--listen', `127.0.0.1:${ports.server}`, '--public-url', urls.server];
    const web = ['--web', join(root, 'build', 'web'), '--allow-insecure-endpoints'];
    const people = ['--sign-up', 'open'];
    server = launch('vitrine', binary, ['serve', '--data', data, ...listen, ...web, ...people]);
    await ready(`${urls.server}/healthz`, server);
  };

  try {
    for (const { slug, example, port, data_dir, endpoint } of places) {
      if (endpoints[slug] || !example) continue;
      const { webhook_secret } = seeded.sellers.find((seller) => seller.slug === slug);
      const env = { PORT: String(port), WEBHOOK_SECRET: webhook_secret, DATA_DIR: data_dir };
      const seller = launch(slug, example[0], example[1], env);
      await ready(endpoint, seller, { status: 'any' });
    }
    await startServer();
    const blogEnv = {
      PORT: String(ports.blog),
      VITRINE_URL: urls.server,
      SITE_ID: seeded.site_id,
    };
    const blog = launch('blog', process.execPath, ['examples/blog/serve.mjs'], blogEnv);
    await ready(urls.blog, blog);
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    urls,
    account: seeded.account,
    site_id: seeded.site_id,
    sellers: places
      .filter(({ endpoint }) => endpoint)
      .map(({ slug, endpoint, data_dir }) => {
        const { name, id, api_key, webhook_secret } = seeded.sellers.find(
          (seller) => seller.slug === slug,
        );
        return { slug, name, id, api_key, webhook_secret, endpoint, data_dir };
      }),
    helper: seeded.sellers.find(({ endpoint }) => !endpoint),
    server: { pid: () => server.pid, kill: (signal) => server.kill(signal), start: startServer },
    vitrine,
    stop,
  };
}

/** Fills the data folder once; later runs only bring it up to date with the ports and the import files. */
async function seed({ dataDir, data, vitrine, places, origin }) {
  const file = join(dataDir, 'demo.json');
  const settings = contentHash([siteSettings, ...places.map(({ slug }) => settingsOf(slug))]);
  const save = (state) => {
    writeFileSync(file, `${JSON.stringify(state, null, 2)}\n`);
    chmodSync(file, 0o600); // it holds the sellers' keys
  };
  if (!existsSync(file)) {
    // Without its record a data folder is a seeding that was broken off.
    for (const part of [data, join(dataDir, 'sellers')])
      rmSync(part, { recursive: true, force: true });
    mkdirSync(data, { recursive: true });
    save(await create({ dataDir, vitrine, places, origin, settings }));
  }
  const state = JSON.parse(readFileSync(file, 'utf8'));
  if (state.settings !== settings) {
    throw new Fault(
      'The demo sellers or their site have other settings than the data kept from the last run.\n' +
        'To start over with the new ones (orders of the demo are lost):  npm start -- --reset',
    );
  }
  const origins = originsOf(origin);
  if (state.origins.join() !== origins.join()) {
    const args = ['--site', state.site_id, ...origins.flatMap((url) => ['--origin', url])];
    await vitrine('site origin', ...args);
    state.origins = origins;
  }
  // A picture's sizes are made once: every new data folder of the demo, so each test's, begins with what others have.
  const media = join(data, 'media');
  const program = Math.floor(statSync(join(root, 'build', 'vitrine-pictures')).mtimeMs);
  const made = join(root, 'build', 'demo-media', String(program));
  mkdirSync(made, { recursive: true });
  cpSync(made, media, { recursive: true });
  for (const { slug, endpoint, data_dir } of places) {
    mkdirSync(data_dir, { recursive: true });
    const seller = state.sellers.find((each) => each.slug === slug);
    if (endpoint && seller.endpoint !== endpoint) {
      await vitrine('seller endpoint', '--seller', seller.id, '--url', endpoint);
      seller.endpoint = endpoint;
    }
    const feed = contentHash([feedOf(slug), 'examples/demo/sellers/images']);
    if (seller.feed !== feed) {
      await vitrine('import', '--seller', seller.id, join(root, feedOf(slug)));
      seller.feed = feed;
    }
  }
  state.account ??= await addAccount({ dataDir, vitrine, state });
  const guide = contentHash([guideFile]);
  if (state.guide !== guide) {
    const args = ['--site', state.site_id, '--name', 'raised-bed', join(root, guideFile)];
    await vitrine('guide add', ...args);
    state.guide = guide;
  }
  cpSync(media, made, { recursive: true, force: false });
  save(state);
  return state;
}

async function create({ dataDir, vitrine, places, origin, settings }) {
  const added = [];
  const file = join(dataDir, 'terms.json');
  for (const { slug, endpoint, rules } of places) {
    const args = ['--settings', join(root, settingsOf(slug))];
    if (endpoint) args.push('--endpoint', endpoint);
    const { id, api_key, webhook_secret } = JSON.parse(await vitrine('seller add', ...args));
    const { name } = JSON.parse(readFileSync(join(root, settingsOf(slug)), 'utf8'));
    writeFileSync(file, JSON.stringify({ from: new Date().toISOString().slice(0, 10), rules }));
    await vitrine('seller terms', '--seller', id, '--publish', file);
    added.push({ slug, name, id, api_key, webhook_secret, endpoint, feed: '' });
  }
  rmSync(file);
  const origins = originsOf(origin);
  const args = [
    '--settings',
    join(root, siteSettings),
    ...origins.flatMap((url) => ['--origin', url]),
  ];
  const site = JSON.parse(await vitrine('site add', ...args));
  return { settings, site_id: site.id, origins, sellers: added };
}

/** Somebody who may sign in for the first seller, the site's presenter, who also helps, and the operator; each demo has a
 * password of its own. */
async function addAccount({ dataDir, vitrine, state }) {
  const account = { email: 'demo@vitrine.example', password: randomBytes(9).toString('base64url') };
  const file = join(dataDir, 'password.txt');
  writeFileSync(file, account.password, { mode: 0o600 });
  const sites = JSON.parse(await vitrine('site list', '--json'));
  const { presenter_id } = sites.find(({ id }) => id === state.site_id);
  const helper = state.sellers.find(({ endpoint }) => !endpoint);
  const members = [presenter_id, state.sellers[0].id, helper.id].flatMap((id) => ['--member', id]);
  const who = ['--email', account.email, '--name', 'Demo', '--password-file', file];
  await vitrine('account add', ...who, ...members);
  await vitrine('account join', '--email', account.email, '--member', 'operator'); // the last of them
  rmSync(file);
  return account;
}

const originsOf = (origin) => [origin, origin.replace('localhost', '127.0.0.1')];
