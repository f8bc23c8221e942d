// What one address may hold open, how slow it may be, and how much it may ask.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { address, buyer } from './goods.mjs';
import { send } from './client.mjs';
import { until } from './receiver.mjs';
import { openShop } from './shop.mjs';

const head = (path = '/healthz') => `GET ${path} HTTP/1.1\r\nHost: x\r\n`;

/** A connection whose bytes and end are kept: {text, ended}. */
async function dial(port, localAddress) {
  const socket = connect({ port, host: '127.0.0.1', localAddress });
  const self = { socket, text: '', ended: false, since: Date.now() };
  socket.setEncoding('latin1').on('data', (data) => (self.text += data));
  socket
    .on('error', () => {})
    .on('close', () => {
      self.ended = true;
      self.lasted = Date.now() - self.since;
    });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return self;
}

describe('connections', { timeout: 300_000 }, () => {
  let shop;
  let port;
  const web = mkdtempSync(join(tmpdir(), 'vitrine-web-'));
  const long = Array.from({ length: 8192 }, (_, i) => String(i).padStart(8)).join('');
  const dialled = [];
  const call = async (address) => {
    const made = await dial(port, address);
    dialled.push(made);
    return made;
  };
  /** In the middle of a second request, which it never ends. */
  const busy = async (address) => {
    const made = await call(address);
    made.socket.write(`${head()}\r\n${head()}`);
    await until(
      () => made.text.includes('200 OK'),
      5000,
      () => 'the first answer',
    );
    return made;
  };
  const hangUp = async () => {
    dialled.splice(0).forEach(({ socket }) => socket.destroy());
    await pause(100);
  };
  before(async () => {
    mkdirSync(join(web, 'v1'));
    writeFileSync(join(web, 'v1', 'long.bin'), long);
    shop = await openShop({ web });
    port = Number(new URL(shop.url).port);
  });
  after(async () => {
    await hangUp();
    await shop?.stop();
    rmSync(web, { recursive: true });
  });

  /** Asks for more than what a system keeps for who does not read. */
  const answers = 256;
  async function deaf() {
    const made = await call();
    made.socket.pause();
    made.socket.write(`${head('/v1/long.bin')}\r\n`.repeat(answers));
    return made;
  }
  const open = async () => {
    const { text } = await send(shop.url, 'GET', '/metrics');
    return Number(/^vitrine_connections (\d+)/m.exec(text)[1]);
  };

  test('of those that idle the oldest gives its place to a new one', async () => {
    const asking = await busy('127.0.0.2');
    for (let count = 1; count < 64; ++count) await call('127.0.0.2');
    const elsewhere = await call('127.0.0.3');
    const last = await call('127.0.0.2');
    last.socket.write(`${head()}\r\n`);
    await until(
      () => last.text.includes('200 OK') && dialled[1].ended,
      5000,
      () => `an answer to the 65th: ${last.text}`,
    );
    asking.socket.write('\r\n');
    await until(
      () => asking.text.split('200 OK').length === 3,
      5000,
      () => 'the answer to who was in the middle of a request',
    );
    assert.deepEqual(
      dialled.filter(({ ended }) => ended),
      [dialled[1]],
    );
    assert.equal(elsewhere.ended, false);
    await hangUp();
  });

  test('streams leave half of a network’s connections to requests', async () => {
    const url = `/v1/sites/${shop.site_id}/changes`;
    for (let count = 0; count < 32; ++count)
      (await call('127.0.0.2')).socket.write(`${head(url)}\r\n`);
    await until(
      () => dialled.every(({ text }) => text.includes('200 OK')),
      5000,
      () => '32 streams',
    );
    const last = await call('127.0.0.2');
    last.socket.write(`${head(url)}\r\n`);
    await until(
      () => /^HTTP\/1\.1 503 .*\r\nRetry-After: 30\r\n/is.test(last.text),
      5000,
      () => `a refusal: ${last.text}`,
    );
    const other = await call('127.0.0.3');
    other.socket.write(`${head(url)}\r\n`);
    await until(
      () => other.text.includes('200 OK'),
      5000,
      () => 'a stream to another address',
    );
    await hangUp();
  });

  test('the 65th of an address is told to come back; another address is served meanwhile', async () => {
    for (let count = 0; count < 64; ++count) await busy('127.0.0.2');
    const last = await call('127.0.0.2');
    await until(
      () => last.ended,
      5000,
      () => 'the end of the 65th',
    );
    assert.match(last.text, /^HTTP\/1\.1 503 .*\r\nRetry-After: \d+\r\n.*"unavailable"/is);
    const other = await call('127.0.0.3');
    other.socket.write(`${head()}\r\n`);
    await until(
      () => other.text.includes('200 OK'),
      5000,
      () => 'the answer to another',
    );
    dialled[0].socket.destroy();
    await pause(100);
    const next = await call('127.0.0.2');
    next.socket.write(`${head()}\r\n`);
    await until(
      () => next.text.includes('200 OK'),
      5000,
      () => 'a place that became free',
    );
    await hangUp();
  });

  test('who reads late has every answer whole', async () => {
    const made = await deaf();
    await pause(500);
    assert.equal(made.text, '');
    made.socket.resume();
    const whole = () => made.text.split('\r\n\r\n').length > answers;
    await until(whole, 20_000, () => `${made.text.length} bytes`);
    const size = made.text.indexOf('\r\n\r\n') + 4 + long.length;
    await until(
      () => made.text.length >= answers * size,
      20_000,
      () => `${made.text.length} bytes`,
    );
    const one = made.text.slice(size - long.length, size);
    assert.equal(one, long);
    const bodies = Array.from({ length: answers }, (_, i) =>
      made.text.slice((i + 1) * size - long.length, (i + 1) * size),
    );
    assert.ok(bodies.every((body) => body === one));
    assert.equal(made.text.length, answers * size);
    await hangUp();
  });

  test('who does not read at all is given up', async () => {
    const alone = async () => (await open()) === 1; // the one that asks
    await until(alone, 40_000, () => 'the end of earlier connections');
    const began = Date.now();
    await deaf();
    await until(
      async () => !(await alone()),
      5000,
      () => 'the connection',
    );
    await until(alone, 60_000, () => 'its end');
    const lasted = Date.now() - began;
    // 30 s, and what 8 KiB/s take for one answer.
    assert.ok(lasted >= 37_000 && lasted <= 50_000, `${lasted} ms`);
    await hangUp();
  });

  test('slow ones are given up: a head in 10 s, a body at 1 KiB/s, silence after 30 s', async () => {
    const drip = (made, text, every) => {
      const timer = setInterval(() => made.ended || made.socket.write(text), every);
      made.socket.once('close', () => clearInterval(timer));
    };
    const slowHead = await call();
    slowHead.socket.write(head());
    drip(slowHead, 'X: y\r\n', 500);
    const slowBody = await call();
    slowBody.socket.write('POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n');
    drip(slowBody, 'x', 200);
    const slowChunks = await call();
    slowChunks.socket.write(
      'POST /healthz HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    drip(slowChunks, '1\r\nx\r\n', 500);
    const silent = await call();
    const idle = await call();
    idle.socket.write(`${head()}\r\n`);
    const steady = await call();
    steady.socket.write('POST /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 12000\r\n\r\n');
    drip(steady, 'x'.repeat(600), 500);
    await until(
      () => slowHead.ended && slowBody.ended && slowChunks.ended && steady.text !== '',
      25_000,
      () => 'the slow ones',
    );
    assert.match(steady.text, /^HTTP\/1\.1 405 /); // 1.2 KB/s is enough
    const within = (made, least, most) =>
      assert.ok(made.lasted >= least && made.lasted <= most, `${made.lasted} ms`);
    within(slowHead, 9_000, 14_000);
    within(slowBody, 4_500, 9_000);
    within(slowChunks, 4_500, 9_000);
    await until(
      () => silent.ended && idle.ended,
      40_000,
      () => 'the silent ones',
    );
    within(silent, 28_000, 36_000);
    within(idle, 28_000, 36_000);
    assert.equal(slowHead.text + slowBody.text, '');
    assert.equal((await shop.send('GET', '/healthz')).status, 200);
  });
});

describe('requests', { timeout: 300_000 }, () => {
  let shop;
  before(async () => {
    shop = await openShop({ options: ['--trusted-proxy', '127.0.0.1'] });
  });
  after(() => shop?.stop());

  const from = (address) => ({ 'x-forwarded-for': address });
  const create = (address, more = {}) =>
    shop.customer.create(
      { site_id: shop.site_id, line_items: [], ...more },
      { headers: from(address) },
    );

  /** The answers to so many calls, sixteen at a time. */
  async function many(count, call) {
    const answers = [];
    let next = 0;
    const worker = async () => {
      while (next < count) answers.push(await call(next++));
    };
    await Promise.all(Array.from({ length: 16 }, worker));
    return answers;
  }
  const refusedIn = (answers) => answers.filter(({ status }) => status === 429);

  test('past the burst an address gets 429 and when to come back; others do not feel it', async () => {
    const answers = await many(200, () => create('203.0.113.5'));
    const refused = refusedIn(answers);
    assert.ok(refused.length > 20 && answers.length - refused.length >= 60, `${refused.length}`);
    assert.equal(refused[0].json.error.code, 'rate_limited');
    const wait = Number(refused[0].headers['retry-after']);
    assert.ok(wait >= 1 && wait <= 2);
    assert.equal((await create('203.0.113.6')).status, 422);
    // Other routes have buckets of their own.
    const read = await send(shop.url, 'GET', '/healthz', { headers: from('203.0.113.5') });
    assert.equal(read.status, 200);
    await pause(wait * 1000);
    assert.equal((await create('203.0.113.5')).status, 422);
  });

  test('the rest of an IPv6 /64 is the same customer, the next /64 is not', async () => {
    const answers = await many(200, (count) => create(`2001:db8:1:2::${count}`));
    assert.ok(refusedIn(answers).length > 20);
    assert.equal((await create('2001:db8:1:3::1')).status, 422);
  });

  test('what a customer writes before the proxy’s own field is not believed', async () => {
    const answers = await many(200, (count) =>
      shop.customer.create(
        { site_id: shop.site_id, line_items: [] },
        { headers: from([`203.0.113.${count}`, '203.0.113.250']) },
      ),
    );
    assert.ok(refusedIn(answers).length > 20);
  });

  test('made-up origins make no room', async () => {
    const answers = await many(200, (count) =>
      shop.customer.create(
        { site_id: shop.site_id, line_items: [] },
        { headers: { ...from('203.0.113.9'), origin: `https://${count}.example` } },
      ),
    );
    assert.ok(refusedIn(answers).length > 20);
  });

  test('without a trusted proxy X-Forwarded-For is nobody’s word', async () => {
    const direct = await openShop({ options: [] });
    try {
      const answers = await many(200, (count) =>
        direct.customer.create(
          { site_id: direct.site_id, line_items: [] },
          { headers: from(`203.0.113.${count}`) },
        ),
      );
      assert.ok(refusedIn(answers).length > 20);
    } finally {
      await direct.stop();
    }
  });

  test('an honest customer buys while an address floods', async () => {
    let flooding = true;
    let refused = 0;
    const flood = async () => {
      while (flooding) if ((await create('198.51.100.66')).status === 429) ++refused;
    };
    const floods = [flood(), flood(), flood(), flood()];
    await until(
      () => refused > 0,
      20_000,
      () => 'the first refusal',
    );
    let honest = 0;
    for (let count = 0; count < 10; ++count) {
      const headers = from('203.0.113.77');
      const line_items = shop.line_items({ 'ALD-BOARD': 1 });
      const created = await shop.customer.create(
        { site_id: shop.site_id, line_items },
        { headers },
      );
      const { id, secret } = created.json;
      const filled = { buyer, address, payment_method: 'invoice' };
      const state = await shop.customer.update({ id, secret }, filled, { headers });
      const total = state.json.quote.totals.find(({ type }) => type === 'total').amount;
      const bought = await shop.customer.complete({ id, secret }, total, { headers });
      if (bought.status === 200) ++honest;
    }
    flooding = false;
    await Promise.all(floods);
    assert.equal(honest, 10);
    assert.ok(refused > 20);
  });
});
