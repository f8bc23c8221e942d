// The commands of the README and of docs/, run as they stand there, in order, on one shop from its first command on. An id
// in them (`sel_…`) is the newest that a command before has printed.
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ready, start } from '../../scripts/child.mjs';
import { root, run } from '../../scripts/command.mjs';
import { binary, freePort } from './shop.mjs';

const files = [
  'README.md',
  'CONTRIBUTING.md',
  ...['docs/operating.md', 'docs/sellers.md'],
  ...readdirSync(join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];
const commands = [...new Set(files)].flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/```sh\n([^]*?)```/g)].flatMap(([, block]) =>
    block
      .replaceAll('\\\n', ' ')
      .split('\n')
      .map((line) => line.replace(/\s+# .*/, '').trim())
      .filter(Boolean)
      .map((line) => ({ file, line })),
  ),
);

const folder = mkdtempSync(join(tmpdir(), 'vitrine-documented-'));
const ids = new Map(); // by prefix
const variables = {};
const servers = [];
let port;

before(async () => {
  port = await freePort();
  mkdirSync(join(folder, 'build'));
  symlinkSync(binary, join(folder, 'build', 'vitrine'));
  symlinkSync(join(root, 'examples'), join(folder, 'examples'));
  const need = '64 screws\n- Stainless wood screws A2, Torx, box of 100 (5 × 60 mm) = 100';
  const guide = `# A raised bed\n\n\`\`\`needs\n${need}\n\`\`\`\n`;
  writeFileSync(join(folder, 'raised-bed.md'), guide);
  writeFileSync(join(folder, 'smtp.txt'), 'shop\na password\n');
  writeFileSync(join(folder, 'carts.jsonl'), '');
  const row =
    'Handle,Title,Variant SKU,Variant Price,Variant Grams,Status\nsaw,Saw,SAW,12.90,400,active\n';
  writeFileSync(join(folder, 'goods.csv'), row);
});

after(async () => {
  for (const server of servers) await server.stop();
  rmSync(folder, { recursive: true });
});

/** With what stands for `…`, or nothing where no command before has printed such an id. */
function filled(line) {
  let whole = true;
  const text = line.replace(/\b(sel|site|pre|pro|rev|vk)_…/g, (_, prefix) => {
    whole &&= ids.has(prefix);
    return ids.get(prefix) ?? `${prefix}_0`;
  });
  return { text, whole };
}

const inShell = (text) =>
  run('bash', ['-c', text], {
    cwd: folder,
    check: false,
    env: { ...variables, VITRINE_STORE: undefined },
  });

function learn(output) {
  for (const [id, prefix] of output.matchAll(/\b(sel|site|pre|pro|vk)_[\w-]{8,}/g)) {
    if (!ids.has(prefix) || prefix === 'vk') ids.set(prefix, id);
  }
}

/** The server goes on while the commands after it run; a second one has data of its own. */
async function serve(text) {
  const at = servers.length === 0 ? port : await freePort();
  const args = text
    .replace(' …', ` --data other-${servers.length}`)
    .replace(/ --listen \S+/, '')
    .split(' ')
    .slice(1);
  const lines = [];
  const server = start(
    'bash',
    [
      '-c',
      `cd "$0" && exec build/vitrine ${args.join(' ')} --listen 127.0.0.1:${at} --web build --allow-insecure-endpoints`,
      folder,
    ],
    { onLine: (line) => lines.push(line) },
  );
  servers.push(server);
  await ready(`http://127.0.0.1:${at}/healthz`, server).catch((error) => {
    throw new Error(`${error.message}\n${lines.join('\n')}`);
  });
}

async function obey(file, line) {
  const where = `${file}: ${line}`;
  if (/^\w+=/.test(line)) {
    for (const [, name, value] of filled(line).text.matchAll(/(\w+)=(\S+)/g))
      variables[name] = value;
    variables.server = `http://127.0.0.1:${port}`;
    return;
  }
  const { text, whole } = filled(line);
  if (text.startsWith('build/vitrine serve')) return serve(text);
  const { code, output } = await inShell(
    text.replace(/^curl/, 'curl --silent --show-error --fail-with-body --max-time 60'),
  );
  if (whole) assert.equal(code, 0, `${where}\n${output}`);
  // Nothing has that id here; what can be told is that the command is one.
  else assert.equal(code, 1, `${where}\n${output}`);
  learn(output);
}

const scripts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts;

/** What other tests run, or takes hours: that it is there. */
function exists(file, line) {
  const words = line.split(' ').filter((word) => !/^\w+=/.test(word));
  const [program, first, second] = words;
  if (program === 'npm') {
    const script = first === 'run' ? second : first;
    assert.ok(script in scripts, `${file}: ${line}`);
  }
  for (const word of words.filter((word) => /\.(mjs|ts|cpp)$/.test(word)))
    assert.ok(existsSync(join(root, word)), `${file}: ${line}`);
}

test('every command of the documentation does what it says', { timeout: 600_000 }, async () => {
  let obeyed = 0;
  const known = new Set(); // some pages begin like others
  for (const { file, line } of commands) {
    if (known.has(line)) continue;
    known.add(line);
    if (
      /^(build\/vitrine|curl|echo|printf|\w+=\S+\s+\w+=)/.test(line) &&
      file !== 'CONTRIBUTING.md'
    ) {
      await obey(file, line);
      obeyed += 1;
    } else exists(file, line);
  }
  assert.ok(obeyed > 50, `${obeyed} commands`);
});

test('commands named in figures are there', () => {
  const named = ['README.md', 'docs/figures.md'].flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /`(?:\w+=\S+ )?node (?:--test )?(\S+?)[ `]/g,
      ),
    ].map(([, script]) => script),
  );
  assert.ok(named.length > 20);
  for (const script of named) assert.ok(existsSync(join(root, script)), script);
});

test("the README's program finds what the file of its command holds", async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, program] = /```js\n([^]*?)```/.exec(readme);
  const file = join(folder, 'program.mjs');
  const core = join(root, 'dist', 'core.js');
  const last = program.replace(/^(catalogue\.\w+\(.*\));/gm, 'answers.push($1);');
  writeFileSync(
    file,
    `const answers = [];\nconst bytes = (await import('node:fs')).readFileSync('catalogue.bin');\n` +
      `${last.replace("'vitrine/core'", JSON.stringify(core))}\nconsole.log(JSON.stringify(answers));`,
  );
  const { stdout } = await run(process.execPath, [file], { cwd: folder });
  const [found, ids, chosen, nothing] = JSON.parse(stdout);
  assert.ok(found.total > 0 && found.hits.length > 0);
  assert.ok(ids.length > 0);
  assert.ok(chosen.total > 0);
  assert.equal(nothing, null);
});
