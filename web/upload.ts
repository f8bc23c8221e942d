/** A file as the body of a route, with word of how much of it has left, which `fetch` does not give. */
import { errorOf, type Answer, type Route } from './api.ts';
import type { Endpoints } from './contract.ts';

export interface Upload {
  file: Blob;
  /** Whom somebody who is signed in acts for. */
  member: string;
  query: Readonly<Record<string, string>>;
  /** How much of the file has left, from 0 to 1. */
  progress?: (part: number) => void;
}

export function upload<R extends Route>(
  route: R,
  { file, member, query, progress }: Upload,
): Promise<Answer<Endpoints[R]['response']>> {
  const [method, path] = route.split(' ') as [string, string];
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, `${path}?${new URLSearchParams(query).toString()}`);
    request.responseType = 'json';
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('vitrine-member', member);
    if (progress)
      request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const body: unknown = request.response;
      resolve(
        request.status === 200 && body !== null
          ? { ok: true, value: body as Endpoints[R]['response'] }
          : { ok: false, error: errorOf(request.status, body) },
      );
    };
    request.onerror = () => resolve({ ok: false, error: { code: 'unreachable', path: '' } });
    request.send(file);
  });
}
