// What a shelf of 12 products costs a reader's device: Vitrine beside two widgets of shops that hold much of the market,
// in turn, in one Chromium, over HTTP/2, with the same products and pictures. Shops' servers are answered for here.
//   node tests/bench/peers.mjs [ROUNDS]
// Each figure is the least of the rounds; times are above those of the page without a shop. `4×` is a processor that is
// four times slower. Bytes and requests leave pictures out.
import { chromium } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.mjs';
import { openPeers, peers } from './peer-pages.mjs';

const rounds = Number(process.argv[2] ?? 7);
const settled = 1500; // ms without a request until a page is done with its first load

const least = (list) => Math.min(...list);
const pages = await openPeers();
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--ignore-certificate-errors',
    `--host-resolver-rules=MAP * 127.0.0.1:${pages.port}`,
  ],
});
try {
  const results = Object.fromEntries(Object.keys(peers).map((name) => [name, []]));
  for (let round = 0; round < rounds; ++round)
    for (const name of Object.keys(peers)) {
      const usual = await load(name);
      const slow = await load(name, 4);
      results[name].push({ ...usual, slow });
    }
  report(results);
} finally {
  await browser.close();
  pages.close();
}

/** One visit of a new customer: what the load cost, and what the first press of "add to cart" did. */
async function load(name, slowness = 1) {
  const peer = peers[name];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send('Performance.enable', { timeDomain: 'threadTicks' });
    await client.send('Network.enable');
    await client.send('Emulation.setCPUThrottlingRate', { rate: slowness });
    let bytes = 0;
    const requests = new Map();
    client.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
      if (type !== 'Document' && type !== 'Image' && !request.url.startsWith('data:'))
        requests.set(requestId, request.url);
    });
    client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (requests.has(requestId)) bytes += encodedDataLength;
    });
    await context.addInitScript(watch);
    const started = performance.now();
    await page.goto(`https://blog.example/${name}`);
    const frame = peer.stands ? await peer.stands(page) : page.mainFrame();
    const stood = performance.now() - started;
    for (let count = -1; count !== requests.size;) {
      count = requests.size;
      await page.waitForTimeout(settled);
    }
    const asked = requests.size;
    const loaded = bytes;
    const cost = await figures(client);
    const shifts = await page.evaluate(() => globalThis.seen.shifts);
    const tasks = await page.evaluate(() => globalThis.seen.tasks);
    const delay = slowness > 1 && peer.add ? await press(page, frame, peer) : 0;
    return {
      ...cost,
      stood,
      bytes: loaded,
      requests: asked,
      shift: shifts.reduce((sum, value) => sum + value, 0),
      longest: Math.max(0, ...tasks),
      blocked: tasks.reduce((sum, ms) => sum + Math.max(0, ms - 50), 0),
      delay,
    };
  } finally {
    await context.close();
  }
}

/** Presses as a mouse does, at once, and answers the longest that a reader waited for the next picture of the page. */
async function press(page, frame, { add, added }) {
  await frame.locator(add).first().click();
  await added(page, frame);
  await page.waitForTimeout(500);
  const frames = await Promise.all(
    page.frames().map((each) => each.evaluate(() => globalThis.seen?.delays ?? []).catch(() => [])),
  );
  return Math.max(0, ...frames.flat());
}

async function figures(client) {
  const read = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  const { ScriptDuration, TaskDuration } = await read();
  await client.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize } = await read();
  return { script: ScriptDuration * 1000, work: TaskDuration * 1000, heap: JSHeapUsedSize };
}

/** Runs in each frame before its own scripts. */
function watch() {
  const seen = (globalThis.seen = { shifts: [], tasks: [], delays: [] });
  const observe = (type, see, options) =>
    new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({
      type,
      buffered: true,
      ...options,
    });
  observe('layout-shift', ({ value, hadRecentInput }) => hadRecentInput || seen.shifts.push(value));
  observe('longtask', ({ duration }) => seen.tasks.push(duration));
  observe('event', ({ duration, interactionId }) => interactionId && seen.delays.push(duration), {
    durationThreshold: 16,
  });
}

function report(results) {
  const of = (name, pick) => least(results[name].map(pick));
  const above = (name, pick) => Math.max(0, of(name, pick) - of('empty', pick));
  const rows = {
    'Brotli, KB': (name) => of(name, ({ bytes }) => bytes) / 1024,
    requests: (name) => of(name, ({ requests }) => requests),
    'shelf stands, ms': (name) => of(name, ({ stood }) => stood),
    'script, ms': (name) => above(name, ({ script }) => script),
    'all work, ms': (name) => above(name, ({ work }) => work),
    'heap, MB': (name) => above(name, ({ heap }) => heap) / 1024 / 1024,
    'layout shift': (name) => of(name, ({ shift }) => shift),
    'script at 4×, ms': (name) => above(name, ({ slow }) => slow.script),
    'all work at 4×, ms': (name) => above(name, ({ slow }) => slow.work),
    'longest task at 4×, ms': (name) => of(name, ({ slow }) => slow.longest),
    'blocked at 4× (TBT), ms': (name) => of(name, ({ slow }) => slow.blocked),
    'layout shift at 4×': (name) => of(name, ({ slow }) => slow.shift),
    'add to cart at 4× (INP), ms': (name) => of(name, ({ slow }) => slow.delay),
  };
  const names = Object.keys(peers).filter((name) => name !== 'empty');
  const line = (cells) =>
    console.log(
      cells.map((cell, at) => (at ? String(cell).padStart(16) : cell.padEnd(30))).join(''),
    );
  line([`least of ${rounds}`, ...names]);
  for (const [title, value] of Object.entries(rows)) {
    const digits = title.startsWith('layout') ? 3 : title === 'requests' ? 0 : 1;
    line([title, ...names.map((name) => value(name).toFixed(digits))]);
  }
}
