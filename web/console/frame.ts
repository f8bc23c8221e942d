/** What stands around every page of the console for who is signed in. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Account, AccountMember, OperatorTasks } from '../contract.ts';
import { quantity } from '../format.ts';
import type { ConsoleWords } from '../messages/console.ts';
import { go, linkTo } from './address.ts';
import { type Page, pagesOf } from './pages.ts';

interface Where {
  account: Account;
  /** Whom one acts for, and on which of its pages; none: on a page of the shell. */
  member: AccountMember | undefined;
  here: Page | undefined;
  /** What waits for the operator, if one acts for it. */
  tasks: OperatorTasks | undefined;
  words: ConsoleWords;
  language: string;
}

export function frame(
  where: Where,
  leave: () => Promise<void>,
  content: TemplateResult,
): TemplateResult {
  const { words, member, here } = where;
  const own = pagesOf(member);
  return html`<a class="skip" href="#content" @click=${toContent}>${words.skip}</a>
    <header class="bar">
      <a class="brand" href=${linkTo()}>Vitrine</a>
      ${member ? switcher(where, member) : nothing}
      <span class="bar-end">
        <a href=${linkTo('account')}>${words.account}</a>
        <button type="button" class="small" @click=${leave}>${words.signOut}</button>
      </span>
    </header>
    <div class="frame">
      ${
        member && own.length > 0
          ? html`<nav class="pages" aria-label=${words.menu}>
              <ul>
                ${own.map(
                  (page) =>
                    html`<li>
                      <a
                        href=${linkTo(member.owner, page.name)}
                        aria-current=${page === here ? 'page' : nothing}
                        >${page.title(words)}${count(where, page)}</a
                      >
                    </li>`,
                )}
              </ul>
            </nav>`
          : nothing
      }
      <main id="content" tabindex="-1">${content}</main>
    </div>`;
}

function count(
  { words, language, tasks }: Where,
  { waiting }: Page,
): TemplateResult | typeof nothing {
  const number = tasks && waiting ? waiting(tasks) : 0;
  if (number === 0) return nothing;
  return html` <span class="count"
    >${quantity(number, language)}<span class="hidden"> ${words.waits}</span></span
  >`;
}

function switcher({ account, words }: Where, member: AccountMember): TemplateResult {
  return html`<select
    class="switcher"
    aria-label=${words.actFor}
    @change=${(event: Event) => go((event.currentTarget as HTMLSelectElement).value)}
  >
    ${account.members.map(
      ({ owner, name, scope }) =>
        html`<option value=${owner} .selected=${owner === member.owner}>
          ${name} · ${words.scopes[scope]}
        </option>`,
    )}
    <option value="">${words.overview} …</option>
  </select>`;
}

/** What the operator said, or has not said yet. */
export function approval(
  { approved, refusal }: AccountMember,
  words: ConsoleWords,
): TemplateResult | typeof nothing {
  if (approved) return nothing;
  return refusal
    ? html`<p class="problem">${words.refused} <bdi>${refusal}</bdi> ${words.askAnew}</p>`
    : html`<p class="notice">${words.waitsForApproval}</p>`;
}

/** What somebody may not do here. */
export function limits(
  { right }: AccountMember,
  words: ConsoleWords,
): TemplateResult | typeof nothing {
  if (right === 'manage' || right === 'owner') return nothing;
  const { onlyLook, onlyOrders } = words.people;
  return html`<p class="quiet">${right === 'read' ? onlyLook : onlyOrders}</p>`;
}

function toContent(event: Event): void {
  event.preventDefault(); // the fragment names the page
  document.getElementById('content')?.focus();
}
