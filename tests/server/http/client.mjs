// Bytes over a socket in three splits, and the statuses of all that comes back.
import { connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';

/** Cuts bytes up: 'whole', 'bytes' (one by one at both ends, where heads and framing are) or 'random'. */
export function* split(bytes, how, random) {
  if (how === 'whole') return yield bytes;
  for (let at = 0; at < bytes.length;) {
    const inside = at >= 400 && at < bytes.length - 200;
    const size = how === 'bytes' ? (inside ? bytes.length - 200 - at : 1) : 1 + random(60);
    yield bytes.subarray(at, at + (how === 'random' && bytes.length > 4000 ? size * 100 : size));
    at += how === 'random' && bytes.length > 4000 ? size * 100 : size;
  }
}

/** Numbers below `limit` from a seed (mulberry32), so that a failure can be had again. */
export function seeded(seed) {
  return (limit) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit) | 0;
  };
}

/** Sends the pieces, then the end of our side; answers all that comes until the server's end. */
export function converse(port, pieces, { patience = 20_000 } = {}) {
  return new Promise((resolve, reject) => {
    let text = '';
    let over = false;
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    const finish = () => {
      over = true;
      socket.destroy();
      resolve(text);
    };
    socket
      .setNoDelay(true)
      .setEncoding('latin1')
      .setTimeout(patience, () => {
        socket.destroy();
        reject(new Error(`no end after ${JSON.stringify(text.slice(0, 200))}`));
      });
    socket.on('data', (data) => (text += data)).on('end', finish);
    // Whoever is refused may be cut off while still sending; what was answered before that counts.
    socket.on('error', (error) => (text === '' ? reject(error) : finish()));
    socket.once('connect', async () => {
      for (const piece of pieces) {
        if (over || !socket.writable) return;
        socket.write(piece);
        await turn();
      }
      if (!over) socket.end();
    });
  });
}

export const statuses = (text) =>
  [...text.matchAll(/HTTP\/1\.1 (\d{3}) [^\r\n]*\r\n/g)].map(([, status]) => Number(status));
