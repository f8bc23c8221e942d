// Serves the demo blog, a site of its own that only has the two tags of Vitrine in its article.
// HOST and PORT say where, VITRINE_URL and SITE_ID which server and site the tags name.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const { HOST = '127.0.0.1', PORT = '4001' } = process.env;
const { VITRINE_URL = 'http://localhost:4000', SITE_ID = '' } = process.env;
const folder = fileURLToPath(new URL('.', import.meta.url));
const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The file that a request path names, if it is one of the blog's public kinds and inside its folder. */
function fileOf(url) {
  const path = decodeURIComponent(new URL(url, 'http://blog').pathname);
  const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
  const inside = file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  return inside && !path.includes('\0') && types[extname(file)] ? file : null;
}

async function answer(request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405).end();
  const file = fileOf(request.url);
  if (!file) return response.writeHead(404).end('Not found');
  let body = await readFile(file);
  if (extname(file) === '.html') {
    body = `${body}`.replaceAll('%VITRINE%', VITRINE_URL).replaceAll('%SITE%', SITE_ID);
  }
  response.writeHead(200, { 'content-type': types[extname(file)] }).end(body);
}

createServer((request, response) => {
  answer(request, response).catch((error) => {
    // A path that cannot be decoded, a file that is not there.
    const status = error instanceof URIError || error instanceof TypeError ? 400 : 404;
    if (!response.headersSent) response.writeHead(status);
    response.end();
  });
}).listen(Number(PORT), HOST, () => console.log(`the blog is at http://${HOST}:${PORT}`));
