// The table of requests over real sockets: what must be refused is, as soon as it can be, and nothing behind it is read.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { openShop } from '../shop.mjs';
import { converse, seeded, split, statuses } from './client.mjs';
import { requests } from './requests.mjs';

describe('requests over real sockets', { timeout: 600_000 }, () => {
  let shop;
  let port;
  before(async () => {
    shop = await openShop();
    port = Number(new URL(shop.url).port);
  });
  after(() => shop?.stop());

  test('the table has more than 150 requests, each with a name of its own', () => {
    assert.ok(requests.length >= 150);
    assert.equal(new Set(requests.map(([name]) => name)).size, requests.length);
  });

  for (const how of ['whole', 'bytes', 'random']) {
    test(`each is answered as the table says, sent ${how === 'bytes' ? 'byte by byte' : how === 'random' ? 'in random pieces' : 'whole'}`, async () => {
      const random = seeded(5);
      const faults = [];
      const waiting = [...requests];
      const worker = async () => {
        for (let row; (row = waiting.shift());) {
          const [name, bytes, expected] = row;
          const answer = await converse(
            port,
            split(Buffer.from(bytes, 'latin1'), how, random),
          ).catch((error) => error.message);
          const got = statuses(answer);
          if (String(got) !== String(expected))
            faults.push(`${name}: ${got} instead of ${expected}`);
          for (const body of answer.matchAll(/\r\n\r\n(\{"error".*?\}\})/gs)) JSON.parse(body[1]);
        }
      };
      await Promise.all(Array.from({ length: 16 }, worker));
      assert.deepEqual(faults, []);
      assert.equal((await shop.send('GET', '/healthz')).status, 200);
    });
  }

  test('a trailer is no header: it neither signs in nor names a type', async () => {
    const { api_key } = shop.sellers.alder;
    const trailers = `authorization: Bearer ${api_key}\r\ncontent-type: application/json\r\n`;
    const head = 'Host: x\r\nTransfer-Encoding: chunked\r\n';
    const orders = `GET /v1/seller/orders HTTP/1.1\r\n${head}\r\n0\r\n${trailers}\r\n`;
    assert.deepEqual(statuses(await converse(port, [Buffer.from(orders)])), [401]);
    const signed = `GET /v1/seller/orders HTTP/1.1\r\nAuthorization: Bearer ${api_key}\r\n${head}\r\n0\r\n\r\n`;
    assert.deepEqual(statuses(await converse(port, [Buffer.from(signed)])), [200]);
    const offers = `POST /v1/seller/offers HTTP/1.1\r\nAuthorization: Bearer ${api_key}\r\n${head}\r\n2\r\n{}\r\n0\r\n${trailers}\r\n`;
    assert.deepEqual(statuses(await converse(port, [Buffer.from(offers)])), [415]);
  });

  test('a long body is read with a seller’s key only, and refused before it is sent', async () => {
    const head = (key) =>
      `POST /v1/seller/imports HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n` +
      `Content-Length: 2000000\r\nExpect: 100-continue\r\nAuthorization: Bearer ${key}\r\n\r\n`;
    const answer = await converse(port, [Buffer.from(head('vk_none'))]);
    assert.deepEqual(statuses(answer), [401]);
    const { api_key } = shop.sellers.alder;
    const feed = 'x'.repeat(2_000_000);
    const read = await converse(port, [Buffer.from(head(api_key) + feed)]);
    assert.deepEqual(statuses(read), [200]); // it did not wait, so it was not told to go on
    assert.match(read, /"errors"/);
    const longer = head(api_key).replace('2000000', '9900000000');
    assert.deepEqual(statuses(await converse(port, [Buffer.from(longer)])), [413]);
  });
});
