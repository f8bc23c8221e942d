// A whole shop for one test file: a fresh data folder filled through the command line, and the server on it.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ready, start } from '../../scripts/child.mjs';
import { root, run } from '../../scripts/command.mjs';
import { freshDatabase } from '../../scripts/postgres.mjs';
import { amount, ok, send, shopper } from './client.mjs';
import { address, buyer, threeSellers } from './goods.mjs';
import { until } from './receiver.mjs';

/** The server under test: VITRINE_BINARY, else the one with sanitizers, else the release. */
export const binary = process.env.VITRINE_BINARY
  ? resolve(root, process.env.VITRINE_BINARY)
  : [join(root, 'build', 'dev', 'vitrine'), join(root, 'build', 'vitrine')].find(existsSync);

export const sanitizerReport = /ERROR: \w+Sanitizer|runtime error:/;

export const blog = 'https://blog.example';

/**
 * - `sellers`: {name: {settings, goods}}.
 * - `endpoints`: {name: url} where sellers' orders go; the others read their inbox.
 * - `insecure`: whether those may be plain http and on this machine.
 * - `options` of `serve`, further ones in `serve`, and its `env`.
 * - `host`: what browsers call the machine.
 * - `web`: the built browser side, where pages are to do what they do.
 * - `store`: the URL of a database, by default a fresh one where VITRINE_TEST_STORE names a PostgreSQL, else SQLite.
 *
 * `stop()` ends it and fails the test when a sanitizer has spoken.
 */
export async function openShop({
  sellers = threeSellers,
  endpoints = {},
  insecure = true,
  options = ['--rate-limits', '0'],
  serve = [],
  env,
  store,
  host = '127.0.0.1',
  web,
} = {}) {
  const cluster = process.env.VITRINE_TEST_STORE;
  if (store === undefined && cluster) store = await freshDatabase(cluster);
  const environment = { ...env, ...(store ? { VITRINE_STORE: store } : {}) };
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-shop-'));
  const data = join(folder, 'data');
  const lines = [];
  const note = (line) => lines.push(line);
  const command = (...args) =>
    run(binary, [...args, '--data', data], {
      cwd: folder,
      env: environment,
      check: false,
      onLine: note,
    });
  const vitrine = async (...args) => {
    const { code, stdout, output } = await command(...args);
    assert.equal(code, 0, `vitrine ${args.join(' ')}: ${output}`);
    return stdout;
  };
  const write = (name, text) => {
    writeFileSync(join(folder, name), typeof text === 'string' ? text : JSON.stringify(text));
    return name;
  };
  const feed = (name, goods) =>
    write(`${name}.jsonl`, goods.map((each) => JSON.stringify(each)).join('\n'));

  const members = {};
  for (const [name, { settings, goods }] of Object.entries(sellers)) {
    const args = ['--settings', write(`${name}.json`, settings)];
    if (endpoints[name]) args.push('--endpoint', endpoints[name]);
    members[name] = JSON.parse(await vitrine('seller', 'add', ...args));
    await vitrine('import', '--seller', members[name].id, feed(name, goods));
  }
  const settings = { name: 'The Garden', currency: 'EUR', country: 'DE', language: 'en' };
  const site = JSON.parse(
    await vitrine('site', 'add', '--settings', write('site.json', settings), '--origin', blog),
  );

  let server;
  let url;
  let port;
  const startServer = async (more = {}) => {
    const at = ['--listen', `127.0.0.1:${port}`, '--public-url', url];
    const rest = [
      '--web',
      web ?? webFolder(folder),
      ...(insecure ? ['--allow-insecure-endpoints'] : []),
    ];
    const args = [
      'serve',
      '--data',
      data,
      ...at,
      ...rest,
      ...options,
      ...serve,
      ...(more.options ?? []),
    ];
    server = start(binary, args, { env: { ...environment, ...more.env }, onLine: note });
    await ready(`${url}/healthz`, server);
  };
  for (let attempts = 3; ; --attempts) {
    port = await freePort();
    url = `http://${host}:${port}`;
    try {
      await startServer();
      break;
    } catch (error) {
      if (attempts === 1) throw new Error(`${error.message}\n${lines.join('\n')}`);
    }
  }
  const customer = shopper(url);
  const offers = await offersBySku(url, site.id);
  const line_items = (wanted) =>
    Object.entries(wanted).map(([sku, quantity]) => ({ offer_id: offers[sku].id, quantity }));

  const shop = {
    url,
    store,
    data,
    folder,
    site_id: site.id,
    presenter: { id: site.presenter_id, api_key: site.api_key },
    sellers: members,
    offers,
    lines,
    command,
    vitrine,
    write,
    feed,
    customer,
    line_items,
    send: (method, path, options) => send(url, method, path, options),
    /** A call of a seller's own programs. */
    seller: (name, method, path, body) =>
      send(url, method, `/v1/seller/orders${path}`, {
        body,
        headers: { authorization: `Bearer ${members[name].api_key}` },
      }),
    /** A fresh checkout of {SKU: quantity}. */
    async session(wanted, more = {}) {
      return ok(
        await customer.create({ site_id: site.id, line_items: line_items(wanted), ...more }),
      );
    },
    /** The same with all that a customer fills in; answers the secret with the state. */
    async ready(wanted, more = {}) {
      const { secret, ...session } = await shop.session(wanted);
      const filled = { buyer, address, payment_method: 'invoice', ...more };
      const state = ok(await customer.update({ ...session, secret }, filled));
      assert.equal(state.status, 'ready_for_complete');
      return { ...state, secret };
    },
    /** The same, bought. */
    async buy(wanted, more) {
      const session = await shop.ready(wanted, more);
      return ok(await customer.complete(session, amount(session.quote.totals, 'total')));
    },
    orders: async () => JSON.parse(await vitrine('order', 'list', '--json')),
    /** What the database has of an offer, as a new checkout of one unit is told; null: without limit. */
    async stock(sku) {
      const answer = await customer.create({
        site_id: site.id,
        line_items: line_items({ [sku]: 1 }),
      });
      if (answer.status === 409) return answer.json.error.limit;
      return ok(answer).quote.line_items[0].stock ?? null;
    },
    pid: () => server.pid,
    isRunning: () => server.isRunning(),
    kill: () => server.kill('SIGKILL'),
    /** A second server on the same database, with a data folder of its own. */
    async another() {
      const at = `127.0.0.1:${await freePort()}`;
      const own = ['--data', `${data}-${at}`, '--secret-key', join(data, 'secret.key')];
      own.push('--listen', at, '--public-url', `http://${at}`);
      const rest = [
        '--web',
        webFolder(folder),
        ...(insecure ? ['--allow-insecure-endpoints'] : []),
      ];
      const args = ['serve', ...own, ...rest, ...options, ...serve];
      const child = start(binary, args, { env: environment, onLine: note });
      await ready(`http://${at}/healthz`, child);
      return {
        url: `http://${at}`,
        customer: shopper(`http://${at}`),
        kill: () => child.kill('SIGKILL'),
        stop: () => child.stop(),
      };
    },
    /** With more `options` of `serve`, or another `env`. */
    start: startServer,
    async stop() {
      await server.stop();
      const reports = lines.filter((line) => sanitizerReport.test(line));
      rmSync(folder, { recursive: true, force: true });
      assert.deepEqual(reports, [], lines.slice(-60).join('\n'));
    },
  };
  return shop;
}

/** {sku: {id, seller_id, stock, …}} of all that the site sells. */
async function offersBySku(url, site_id) {
  const call = async (command, body) =>
    ok(await send(url, 'POST', `/v1/sites/${site_id}/commands/${command}`, { body }));
  const { products } = await call('catalog.products', { offset: 0, limit: 200 });
  const offers = {};
  for (const { id } of products) {
    const { variants } = await call('catalog.product', { product_id: id });
    for (const offer of variants.flatMap((variant) => variant.offers)) offers[offer.sku] = offer;
  }
  return offers;
}

export const manifestOf = async (shop) =>
  ok(await shop.send('GET', `/v1/sites/${shop.site_id}/manifest.json`));

/**
 * The published offers, once `check` likes them: at most three seconds after the change. They are asked for one by one,
 * so only what `check` looks at is sure to be new.
 */
export const published = (shop, check) =>
  until(
    async () => {
      const offers = await offersBySku(shop.url, shop.site_id);
      return check(offers) ? offers : null;
    },
    3000,
    () => 'the new catalogue',
  );

/** Pages that stand in for the built ones: what the server adds to them is tested, not what they do. */
function webFolder(folder) {
  const web = join(folder, 'web');
  for (const page of ['checkout', 'order', 'console', 'preview']) {
    mkdirSync(join(web, page), { recursive: true });
    writeFileSync(join(web, page, 'index.html'), `<!doctype html><title>${page}</title>`);
  }
  mkdirSync(join(web, 'v1'), { recursive: true });
  writeFileSync(join(web, 'v1', 'vitrine.js'), 'export {};\n');
  return web;
}

/** A port that nothing listens on, below those that outgoing connections are given. */
export async function freePort() {
  for (;;) {
    const port = randomInt(12_000, 32_000);
    const free = await new Promise((resolve) => {
      const listener = createServer().once('error', () => resolve(false));
      listener.listen(port, '127.0.0.1', () => listener.close(() => resolve(true)));
    });
    if (free) return port;
  }
}
