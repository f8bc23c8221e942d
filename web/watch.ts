/** Asks again and again how the order stands: eagerly at first, calmly later, not at all while nobody looks. */
import type { Answer } from './api.ts';

export interface Surroundings<T> {
  read: () => Promise<Answer<T>>;
  /** True while the page is in view. */
  visible: () => boolean;
  now?: () => number;
  later?: (act: () => void, milliseconds: number) => unknown;
}

const eager = 3_000;
const calm = 10_000;
const eagerFor = 5 * 60_000;

export function watch<T>(
  { read, visible, now = Date.now, later = setTimeout }: Surroundings<T>,
  hear: (answer: Answer<T>) => void,
): { look: () => void } {
  const begin = now();
  let asking = false;
  let waiting: object | undefined;

  async function look(): Promise<void> {
    if (asking || !visible()) return;
    asking = true;
    waiting = undefined;
    const answer = await read();
    asking = false;
    hear(answer);
    // An unknown link stays unknown; everything else may be better the next time.
    if (!answer.ok && answer.error.code === 'not_found') return;
    const turn = (waiting = {});
    const pause = answer.ok && now() - begin < eagerFor ? eager : calm;
    later(() => {
      if (waiting === turn) void look();
    }, pause);
  }

  void look();
  return { look: () => void look() };
}
