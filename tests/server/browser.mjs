// A browser at the console of a server, as far as the server can tell.
import { randomUUID } from 'node:crypto';
import { send } from './client.mjs';

/** A browser at the console of a server: keeps its cookie, says that it is a page of our own. */
export function browser(url) {
  let cookie;
  const call = async (method, path, body, { member, headers, ...more } = {}) => {
    const answer = await send(url, method, path, {
      body,
      headers: {
        cookie,
        'sec-fetch-site': 'same-origin',
        'vitrine-member': member,
        'idempotency-key': method === 'POST' ? randomUUID() : undefined,
        ...headers,
      },
      ...more,
    });
    for (const set of answer.headers['set-cookie'] ?? []) cookie = set.split(';')[0];
    return answer;
  };
  return {
    get: (path, more) => call('GET', path, undefined, more),
    post: (path, body, more) => call('POST', path, body, more),
    cookie: () => cookie,
  };
}

/** The secret of the link in a text that leads to a page of the console. */
export const secretIn = (text, page) => new RegExp(`#/${page}/(vt_[\\w-]{43})`).exec(text)?.[1];
