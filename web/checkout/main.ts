/** Starts the checkout page: reads the address, draws every state, moves the focus where the news is. */
import { render } from 'lit/html.js';
import { connect } from '../api.ts';
import type { SiteManifest } from '../contract.ts';
import { speakPages } from '../messages/pages.ts';
import { Checkout } from './checkout.ts';
import { type Damage, damagedLink, damageOf } from './damaged-link.ts';
import { languageOf, readFragment } from './draft.ts';
import type { Page } from './fields.ts';
import { tabMemory } from './memory.ts';
import { embedded, leaveByEscape, tellComplete, tellHeightOf } from './parent.ts';
import { type State, shownFaults, totalOf } from './state.ts';
import { spokenTotal, view } from './view.ts';

const site = decodeURIComponent(/\/checkout\/([^/]+)/.exec(location.pathname)?.[1] ?? '');
const fragment = location.hash.slice(1);
const root = document.getElementById('page') as HTMLElement;
const announcer = document.getElementById('announcer') as HTMLElement;
const { language, words } = await speakPages([...languageOf(fragment), ...navigator.languages]);
const visit = performance.getEntriesByType('navigation')[0] as
  PerformanceNavigationTiming | undefined;

const checkout = new Checkout({
  api: connect(),
  site,
  language,
  draft: readFragment(fragment),
  memory: tabMemory(site, fragment),
  reloaded: visit?.type === 'reload' || visit?.type === 'back_forward',
});

let before: State | undefined;

function draw(state: State): void {
  const currency = state.session?.quote.currency ?? 'EUR';
  const reading = { words, language, currency };
  const page: Page = { checkout, state, reading, faults: shownFaults(state) };
  render(
    view(page, () => void place(state)),
    root,
  );

  const total = state.session && totalOf(state.session.quote.totals);
  const known = before?.session && totalOf(before.session.quote.totals);
  if (known !== undefined && total !== known) announcer.textContent = spokenTotal(page);
  if (state.phase !== before?.phase) arrive(state);
  before = state;
}

function arrive({ phase, session }: State): void {
  if (phase === 'done') {
    tellComplete(session?.order?.state_key);
    checkout.confirmationSeen();
    focusOn('thanks');
  } else if (phase === 'failed' || phase === 'empty') {
    focusOn('standstill');
  }
}

async function place(seen: State): Promise<void> {
  // A second press while the first is under way asks for nothing new.
  if (!seen.session || checkout.state.phase !== 'form') return;
  if (await checkout.place(totalOf(seen.session.quote.totals))) return;
  focusOn(checkout.state.notice ? 'notice' : 'faults');
}

/** The way on is the shop's own page, which only the server says: an address would lead anywhere. */
async function tellOf(damage: Damage): Promise<void> {
  document.title = words.damagedTitle;
  render(damagedLink(damage, words, undefined), root);
  focusOn('standstill');
  if (!site) return;
  const shop = await fetch(`/v1/sites/${encodeURIComponent(site)}/manifest.json`)
    .then((answer) => (answer.ok ? (answer.json() as Promise<SiteManifest>) : undefined))
    .catch(() => undefined);
  render(damagedLink(damage, words, shop), root);
}

function focusOn(id: string): void {
  const target = document.getElementById(id);
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: 'start' });
}

document.documentElement.lang = language;
document.documentElement.dir = words.direction;
document.documentElement.classList.toggle('embedded', embedded);
document.title = words.checkout;
// Another cart in the same frame is another checkout.
addEventListener('hashchange', () => location.reload());
const damage = damageOf(location.pathname, fragment);
if (damage) await tellOf(damage);
else {
  checkout.subscribe(draw);
  tellHeightOf(root);
  leaveByEscape(() => checkout.state.phase !== 'placing');
  void checkout.start();
}
