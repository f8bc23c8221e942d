// A seller's endpoint: Vitrine posts each order here, signed by Standard Webhooks 1.0.
// HOST, PORT, WEBHOOK_SECRET and DATA_DIR configure it; orders.jsonl in DATA_DIR has one order a line.
import fs from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';

const { HOST = '127.0.0.1', PORT = '4101', WEBHOOK_SECRET, DATA_DIR = '.' } = process.env;
const webhook = new Webhook(WEBHOOK_SECRET);
const file = join(DATA_DIR, 'orders.jsonl');
const bodyLimit = 1024 * 1024;

fs.mkdirSync(DATA_DIR, { recursive: true });
const kept = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0);
const whole = kept.subarray(0, kept.lastIndexOf('\n') + 1); // a crash may have cut off the last line
if (whole.length < kept.length) fs.truncateSync(file, whole.length);
const lines = whole.toString().split('\n').filter(Boolean);
const seen = new Set(lines.map((line) => JSON.parse(line).webhook_id));
const orders = fs.openSync(file, 'a');

// The id and the order are one line, on disk before the answer: a repeat has no second effect.
function take(id, { type, data }) {
  if (type !== 'order.created' || seen.has(id)) return;
  fs.writeFileSync(orders, `${JSON.stringify({ webhook_id: id, order: data })}\n`);
  fs.fsyncSync(orders);
  seen.add(id);
  const goods = data.line_items.map(({ quantity, title }) => `${quantity} × ${title}`).join(', ');
  console.log(`new order ${data.id}: ${goods}`);
}

function answer(request, body) {
  if (request.method !== 'POST') return 405;
  let event;
  try {
    event = webhook.verify(body, request.headers); // the signature covers the body's exact bytes
  } catch {
    return 401;
  }
  take(request.headers['webhook-id'], event);
  return 204;
}

createServer((request, response) => {
  const chunks = [];
  let size = 0;
  request.on('data', (chunk) => {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
    else if (!response.headersSent) response.writeHead(413, { connection: 'close' }).end();
  });
  request.on('end', () => {
    if (!response.headersSent) response.writeHead(answer(request, Buffer.concat(chunks))).end();
  });
}).listen(Number(PORT), HOST, () => console.log(`waiting for orders on http://${HOST}:${PORT}`));
