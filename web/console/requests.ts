/**
 * The console's calls. The cookie goes along by itself; `member` says whom one acts for:
 * `call('GET /v1/presenter/orders', { member })`.
 */
import { type ApiFailure, type Answer, connect } from '../api.ts';
import { quantity } from '../format.ts';
import type { ConsoleWords } from '../messages/console.ts';
import { errorText } from '../messages/errors.ts';

export const call = connect({ credentials: 'same-origin', attempts: 2 });

/** The same without a second try, where waiting is not what people want: sign-in. */
export const callOnce = connect({ credentials: 'same-origin', attempts: 1 });

/** All of a list that is answered page by page; `read` gets what to go on after. */
export async function everything<T extends { next?: string }>(
  read: (after: Record<string, string>) => Promise<Answer<T>>,
): Promise<Answer<T[]>> {
  const pages: T[] = [];
  for (let after = {}; ;) {
    const answer = await read(after);
    if (!answer.ok) return answer;
    pages.push(answer.value);
    if (answer.value.next === undefined) return { ok: true, value: pages };
    after = { after: answer.value.next };
  }
}

/** What people read of a failure: the words for that field if there are some, else those for the code. */
export function failureText(
  { code, path, limit }: ApiFailure,
  words: ConsoleWords,
  language: string,
): string {
  const field =
    path
      .replace(/\[\d+\]/g, '')
      .split('.')
      .at(-1) ?? '';
  const own: Partial<Record<string, string>> = { ...words.failures, ...words.people.failures };
  return (
    own[`${field} ${code}`] ??
    own[code] ??
    errorText(code, words.errors, limit === undefined ? undefined : quantity(limit, language))
  );
}
