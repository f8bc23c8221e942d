/** All members that an account acts for, and the ways to become another one. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Account } from '../contract.ts';
import type { ConsoleWords } from '../messages/console.ts';
import { linkTo } from './address.ts';

export function overview(account: Account, words: ConsoleWords): TemplateResult {
  return html`<h1 tabindex="-1">${words.welcome(account.name)}</h1>
    ${
      account.members.length > 0
        ? html`<h2>${words.actFor}</h2>
            <ul class="members">
              ${account.members.map(
                ({ owner, scope, name }) =>
                  html`<li>
                    <a class="card member" href=${linkTo(owner)}>
                      <span class="member-mark" aria-hidden="true">${name.slice(0, 1)}</span>
                      <span
                        ><strong><bdi>${name}</bdi></strong
                        ><span class="quiet">${words.scopes[scope]}</span></span
                      >
                    </a>
                  </li>`,
              )}
            </ul>`
        : nothing
    }
    <p class="chooser-text">${words.chooseText}</p>
    <ul class="ways">
      ${way('site', words.present, words.presentText)} ${way('seller', words.sell, words.sellText)}
    </ul>`;
}

const way = (what: string, title: string, text: string): TemplateResult =>
  html`<li>
    <a class="card way" href=${linkTo('new', what)}
      ><strong>${title}</strong><span class="quiet">${text}</span></a
    >
  </li>`;
