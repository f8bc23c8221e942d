// A visitor who presses, types and chooses at random, the same for the same seed.
import { randomFrom } from '../bench/feed.mjs';

const words = [
  'larch',
  'bo',
  'saw 240',
  'zzzz',
  '💡',
  'ÄÖÜ ß',
  '<b>1</b>',
  '-1',
  '0',
  '999999',
  '3',
  '14482',
  'a@b.example',
  ' ',
  "' OR 1=1 --",
  'x'.repeat(300),
  '2026-12-24',
];
const keys = [
  'Tab',
  'Shift+Tab',
  'Enter',
  'Escape',
  'ArrowDown',
  'ArrowUp',
  'ArrowRight',
  'Home',
  'End',
  'Space',
  'Backspace',
];
const pressable =
  'button:visible, a[href]:visible, input:visible, select:visible, summary:visible, textarea:visible';

/**
 * Takes `steps` steps in `page`, inside of `within` (a selector) and in frames. `skip(text)` names what is not to be
 * pressed. After each step `check()` may throw; what led there is in the error.
 */
export async function wander(page, { seed, steps, within = 'body', skip = () => false, check }) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const trail = [];
  for (let step = 0; step < steps; ++step) {
    trail.push(await oneStep());
    try {
      await check();
    } catch (problem) {
      throw new Error(`${problem.message}\nseed ${seed}, after:\n${trail.slice(-12).join('\n')}`);
    }
  }
  return trail;

  async function oneStep() {
    const kind = random();
    if (kind < 0.15) {
      const key = pick(keys);
      await page.keyboard.press(key);
      return key;
    }
    const frames = page.frames().filter((frame) => frame.url().startsWith('http'));
    const frame = frames[frames.length > 1 && random() < 0.7 ? frames.length - 1 : 0];
    const dialog = frame.locator('dialog[open]').last(); // nothing else can be reached then
    const inside = frame === page.mainFrame() ? frame.locator(within) : frame.locator('body');
    const scope = (await dialog.count().catch(() => 0)) > 0 ? dialog : inside;
    const things = scope.locator(pressable);
    const count = await things.count().catch(() => 0);
    if (count === 0) {
      await page.keyboard.press('Escape');
      return 'nothing to press';
    }
    const thing = things.nth(Math.floor(random() * count));
    const value = pick(words);
    const at = random();
    try {
      const [tag, type, name] = await thing.evaluate(
        (element) => [
          element.localName,
          element.type,
          element.getAttribute('aria-label') ??
            element.labels?.[0]?.innerText ??
            element.innerText ??
            element.name,
        ],
        null,
        { timeout: 500 },
      );
      const what = `${tag}${type ? `[${type}]` : ''} ${JSON.stringify(name?.slice(0, 60))}`;
      if (skip(name ?? '', tag)) return `(${what})`;
      if (tag === 'select') {
        const options = await thing.locator('option').count();
        await thing.selectOption({ index: Math.floor(at * options) }, { timeout: 500 });
        return `${what} := option`;
      }
      if (
        tag === 'textarea' ||
        (tag === 'input' && !/checkbox|radio|file|submit|button|range|color/.test(type))
      ) {
        await thing.fill(value, { timeout: 500 });
        if (at < 0.5) await thing.press('Enter', { timeout: 500 });
        return `${what} := ${JSON.stringify(value.slice(0, 30))}`;
      }
      if (type === 'file') return `(${what})`;
      await thing.click({ timeout: 500 });
      return what;
    } catch (problem) {
      return `could not: ${problem.message.split('\n')[0].slice(0, 100)}`;
    }
  }
}
