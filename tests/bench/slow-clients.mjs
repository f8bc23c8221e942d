// What slow clients do to honest ones: slowhttptest (Debian's package of that name) holds its connections with slow heads
// (-H), slow bodies (-B), overlapping ranges (-R) and slow reading (-X); honest clients of another address ask for the
// manifest meanwhile. The goal is a p99 of at most 2 times what they have alone. The release binary.
//   node tests/bench/slow-clients.mjs [SECONDS of each attack] [CONNECTIONS]      20 and 1,000 by default
process.env.VITRINE_BINARY ??= 'build/vitrine';
const { spawn } = await import('node:child_process');
const { setTimeout: pause } = await import('node:timers/promises');
const { send } = await import('../server/client.mjs');
const { openShop } = await import('../server/shop.mjs');

const seconds = Number(process.argv[2] ?? 20);
const connections = process.argv[3] ?? '1000';
const rate = 100; // honest requests per second
const attacks = {
  'slow heads': ['-H', '-i', '5'],
  'slow bodies': ['-B', '-i', '5', '-s', '8192'],
  ranges: ['-R', '-a', '1', '-b', '3000'],
  'slow reading': ['-X', '-w', '1', '-y', '8', '-n', '5', '-z', '8', '-k', '3'],
};

const shop = await openShop();
const path = `/v1/sites/${shop.site_id}/manifest.json`;

/** Requests come at fixed times, however long earlier ones take; answers what the p99 is, in milliseconds. */
async function honest(time) {
  const waits = [];
  let failures = 0;
  const started = performance.now();
  const all = [];
  for (let i = 0; i < rate * time; ++i) {
    const due = started + (i * 1000) / rate;
    await pause(Math.max(0, due - performance.now()));
    const asked = send(shop.url, 'GET', path, { from: '127.0.0.2' })
      .then(({ status }) => (status === 200 ? waits.push(performance.now() - due) : ++failures))
      .catch(() => ++failures);
    all.push(asked);
  }
  await Promise.all(all);
  waits.sort((a, b) => a - b);
  return { failures, p99: waits[Math.floor((waits.length - 1) * 0.99)] };
}

let worst = 0;
try {
  await honest(2); // warm
  for (const [name, options] of Object.entries(attacks)) {
    const alone = await honest(seconds);
    const args = ['-c', connections, '-r', '500', '-l', String(seconds + 5), '-u', shop.url + path];
    const attack = spawn('slowhttptest', [...options, ...args], { stdio: 'ignore' });
    const broken = new Promise((_, fail) => attack.on('error', fail));
    const ended = new Promise((done) => attack.on('close', done));
    await Promise.race([pause(2000), broken]);
    const beside = await honest(seconds);
    attack.kill();
    await ended;
    const ratio = beside.p99 / alone.p99;
    worst = Math.max(worst, beside.failures > 0 ? Infinity : ratio);
    console.log(
      `${name}: p99 ${alone.p99.toFixed(1)} ms alone, ${beside.p99.toFixed(1)} ms beside ` +
        `(${ratio.toFixed(2)} times), ${beside.failures} failures`,
    );
  }
} finally {
  await shop.stop();
}
process.exitCode = worst <= 2 ? 0 : 1;
