// Connections break at any byte: customers' while they buy, sellers' while they are told. (The database's:
// tests/postgres/broken-connection.test.mjs.)
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { amount, ok } from './client.mjs';
import { until } from './receiver.mjs';
import { openShop } from './shop.mjs';

const answer = 'HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n';

/** A seller that resets the next connection as told: `reads` bytes of the request, then `answers` bytes, then the end. */
async function moody() {
  const self = { fault: null, connections: 0, messages: [], taken: 0 };
  const listener = createServer((socket) => {
    ++self.connections;
    const { fault } = self;
    self.fault = null;
    let text = '';
    if (fault && fault.reads === 0) return socket.resetAndDestroy();
    socket.on('error', () => {}).setEncoding('latin1');
    socket.on('data', (bytes) => {
      text += bytes;
      const [head, body] = text.split('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1]);
      const whole = body !== undefined && body.length >= length;
      if (whole) self.messages.push(/webhook-id: (\S+)/i.exec(head)[1]);
      if (fault && (text.length >= fault.reads || whole)) {
        if (!whole || fault.answers === 0) return socket.resetAndDestroy();
        return socket.write(answer.slice(0, fault.answers), () => socket.resetAndDestroy());
      }
      if (whole) socket.end(answer, () => ++self.taken);
    });
  });
  await once(listener.listen(0, '127.0.0.1'), 'listening');
  self.url = `http://127.0.0.1:${listener.address().port}/orders`;
  self.close = () => new Promise((done) => listener.close(done));
  return self;
}

describe('a connection that breaks', { timeout: 300_000 }, () => {
  let shop;
  let seller;
  before(async () => {
    seller = await moody();
    shop = await openShop({
      endpoints: { clover: seller.url },
      serve: ['--retry-seconds', '0.05,0.1,1,1,1,1', '--circuit-seconds', '0.1'],
    });
  });
  after(async () => {
    await shop?.stop();
    await seller?.close();
  });

  test('at any byte of buying places the order once, when the customer asks again', async () => {
    const earlier = (await shop.orders()).length;
    const stock = await shop.stock('BIR-SCREW');
    const { hostname, port } = new URL(shop.url);
    let bought = 0;
    for (let share = 0; share <= 16; ++share) {
      const session = await shop.ready({ 'BIR-SCREW': 1 });
      const total = amount(session.quote.totals, 'total');
      const key = randomUUID();
      const body = JSON.stringify({ total });
      const request = [
        `POST /v1/checkout_sessions/${session.id}/complete HTTP/1.1`,
        `Host: ${hostname}:${port}`,
        'Content-Type: application/json',
        `Content-Length: ${body.length}`,
        `Idempotency-Key: ${key}`,
        `Authorization: Bearer ${session.secret}`,
        `\r\n${body}`,
      ].join('\r\n');
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      // Ever more of it; the last one sends all and does not hear the answer.
      await new Promise((sent) =>
        socket.write(request.slice(0, Math.ceil((request.length * share) / 16)), sent),
      );
      socket.on('error', () => {}).resetAndDestroy();
      const complete = () => shop.customer.complete(session, total, { key });
      await until(
        async () => {
          const again = await complete(); // the first may still be worked on
          return again.status !== 409 && ok(again).status === 'completed';
        },
        10_000,
        () => 'the order',
      );
      ++bought;
    }
    assert.equal((await shop.orders()).length, earlier + bought);
    assert.equal(await shop.stock('BIR-SCREW'), stock - bought);
  });

  test('at any byte of telling a seller brings the order all the same, under one id', async () => {
    const faults = [0, 1, 100, 400, 1000].map((reads) => ({ reads, answers: 0 }));
    const whole = 1_000_000; // bytes
    for (let answers = 0; answers < answer.length; answers += 6)
      faults.push({ reads: whole, answers });
    for (const fault of faults) {
      const { connections, taken } = seller;
      const { length } = seller.messages;
      seller.fault = fault;
      await shop.buy({ 'CLO-PLANT': 1 });
      await until(
        () => seller.taken > taken,
        20_000,
        () => `the order after a break at ${JSON.stringify(fault)}`,
      );
      assert.equal(new Set(seller.messages.slice(length)).size, 1, JSON.stringify(fault));
      assert.ok(seller.connections >= connections + 2, JSON.stringify(fault));
    }
    assert.equal(new Set(seller.messages).size, faults.length);
  });
});
