// A WordPress of its own: Debian's files, a MariaDB in a folder, PHP's web server.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { which } from '../../scripts/command.mjs';
import { eventually } from './shop.mjs';

const files = '/usr/share/wordpress';
const themes = join(files, 'wp-content', 'themes', 'twentytwentythree');

/** What is missing for it, in Debian's words; empty when it can start. */
export const lacking = [
  ['wordpress', existsSync(files)],
  ['wordpress-theme-twentytwentythree', existsSync(themes)],
  ['mariadb-server', which('mariadbd') !== undefined],
  ['php-cli php-mysql', which('php') !== undefined],
]
  .filter(([, there]) => !there)
  .map(([name]) => name)
  .join(' ');

/** Starts it with a plugin's folder. `run(code)` runs PHP in it and answers what that prints. */
export async function startWordpress(plugin) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-wordpress-'));
  const site = join(folder, 'site');
  const socket = join(folder, 'sql');
  const children = [];
  const stop = async () => {
    await Promise.all(
      children.map((child) => {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill();
        return child.exitCode === null ? gone : undefined;
      }),
    );
    rmSync(folder, { recursive: true, force: true });
  };
  const start = (command, args) => {
    const child = spawn(command, args, { cwd: site, stdio: 'ignore' });
    children.push(child);
    return child;
  };
  try {
    cpSync(files, site, { recursive: true, dereference: true, filter: readable });
    cpSync(plugin, join(site, 'wp-content', 'plugins', 'vitrine'), { recursive: true });
    const data = ['--no-defaults', `--datadir=${join(folder, 'data')}`];
    const user = process.getuid() === 0 ? ['--user=root'] : [];
    execFileSync(
      'mariadb-install-db',
      [...data, ...user, '--auth-root-authentication-method=normal'],
      {
        stdio: 'ignore',
      },
    );
    start('mariadbd', [...data, ...user, '--skip-networking', `--socket=${socket}`]);
    await eventually(() => existsSync(socket), { patience: 60_000 });
    const port = await freePort();
    const url = `http://localhost:${port}`;
    writeFileSync(join(site, 'wp-config.php'), configuration(socket, url));
    const run = (code) =>
      execFileSync('php', ['-r', `define('WP_INSTALLING', true); ${code}`], {
        cwd: site,
        encoding: 'utf8',
      });
    const sql = `$db = new mysqli('localhost', 'root', '', '', 0, '${socket}');`;
    run(`${sql} $db->query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');`);
    run(`require 'wp-load.php'; require 'wp-admin/includes/upgrade.php';
      wp_install('A blog', 'admin', 'admin@example.com', true, '', 'correct horse battery');
      switch_theme('twentytwentythree'); update_option('active_plugins', array('vitrine/vitrine.php'));`);
    start('php', ['-S', `localhost:${port}`, '-t', site]);
    await eventually(
      () =>
        fetch(url).then(
          (answer) => answer.ok,
          () => false,
        ),
      { patience: 60_000 },
    );
    return { url, stop, run: (code) => run(`require 'wp-load.php'; ${code}`) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Debian links some files to places that only a configured WordPress has. */
const readable = (path) => existsSync(path);

const configuration = (socket, url) => `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HOME', '${url}'); define('WP_SITEURL', '${url}'); define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTH_KEY', 'a'); define('SECURE_AUTH_KEY', 'b'); define('LOGGED_IN_KEY', 'c'); define('NONCE_KEY', 'd');
define('DISABLE_WP_CRON', true); define('WP_DEBUG', true); define('WP_DEBUG_LOG', true); define('WP_DEBUG_DISPLAY', false);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
