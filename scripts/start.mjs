// `npm start`: sets up, builds, and runs the demo. `npm start -- --reset` forgets the data of earlier runs.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { paint } from './colour.mjs';
import { root } from './command.mjs';
import { startDemo } from './demo.mjs';
import { demoPorts } from './ports.mjs';
import { setup } from './setup.mjs';
import { main, say, step } from './terminal.mjs';

const colours = ['cyan', 'magenta', 'yellow', 'green', 'blue'];
const names = ['vitrine', 'blog', 'holzhof-wiesent', 'eisenkontor', 'krume-keim'];
const width = Math.max(...names.map((name) => name.length));

await main(async () => {
  const ports = await demoPorts();
  await setup();
  await build();
  if (process.argv.includes('--reset')) {
    rmSync(join(root, 'demo-data'), { recursive: true, force: true });
  }

  let stopped;
  const over = new Promise((resolve) => {
    stopped = resolve;
  });
  let demo;
  const onLine = (name, line) => {
    const colour = colours[names.indexOf(name) % colours.length];
    say(`${paint(colour, name.padEnd(width))} │ ${line}`);
    const seller = demo?.sellers.find(({ slug }) => slug === name);
    const order = /\bord_\w+/.exec(line)?.[0];
    if (seller && order) say(shipCommand(demo, seller, order));
  };
  const onExit = (name, code, signal) => {
    say(`${name} ended by itself (${signal ?? code}).`);
    stopped(1);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) {
    process.on(signal, () => (demo ? stopped(0) : process.exit(130)));
  }
  demo = await step('demo shops', () => startDemo({ ports, onLine, onExit }));
  say(welcome(demo));

  const code = await over;
  say('\nStopping …');
  await demo.stop();
  return code;
});

function welcome({ urls, account, sellers }) {
  const bold = (text) => paint('bold', text);
  const shops = sellers.map(({ name, endpoint }) => `    ${name.padEnd(28)} ${endpoint}`);
  return [
    '',
    `  The article, on a site of its own:  ${bold(urls.blog)}`,
    `  The Vitrine server:                 ${urls.server}`,
    `  The console of its members:         ${bold(urls.console)}`,
    `    sign in as ${account.email} with ${account.password}, or make an account`,
    '  The sellers, each with its own endpoint:',
    ...shops,
    '',
    '  What to try',
    `  1. Open ${bold(urls.blog)} and scroll to the shop in the article.`,
    '  2. Put things of all three sellers in the cart; change the country and watch the parcels.',
    '  3. Check out. Each seller’s signed order shows up here as a line of that seller.',
    '  4. Ship one with the command printed below it; the order page in the browser changes by itself.',
    '',
    '  Ctrl-C stops everything; the data stays in demo-data/ (npm start -- --reset starts over).',
    '',
  ].join('\n');
}

function shipCommand({ urls }, { api_key }, order) {
  return paint(
    'dim',
    [
      `    ship it:  curl -X POST ${urls.server}/v1/seller/orders/${order}/ship \\`,
      `      -H 'Authorization: Bearer ${api_key}' -H 'Content-Type: application/json' \\`,
      `      -d '{"carrier":"DHL","tracking_number":"00340434"}'`,
    ].join('\n'),
  );
}
