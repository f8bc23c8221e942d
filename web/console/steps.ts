/** What a newcomer still has to do, ticked off as it is done. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { AccountMember, PresenterSetup, SellerSetup } from '../contract.ts';
import type { ConsoleWords } from '../messages/console.ts';
import { linkTo } from './address.ts';
import { call } from './requests.ts';
import { may } from './rights.ts';

interface Step {
  title: string;
  text: string;
  done: boolean;
  /** None: others do it. */
  href?: string;
  /** All works without it. */
  optional?: boolean;
}

export class Steps {
  private steps: readonly Step[] = [];

  constructor(
    private readonly member: AccountMember,
    private readonly words: ConsoleWords,
    private readonly redraw: () => void,
  ) {
    void this.read();
  }

  private async read(): Promise<void> {
    const { member } = this;
    const { owner, scope } = member;
    if (scope === 'seller' && may(member, 'POST /v1/seller/profile')) {
      const answer = await call('GET /v1/seller/setup', { member: owner });
      if (answer.ok) this.steps = this.ofSeller(answer.value);
    } else if (scope === 'presenter' && may(member, 'POST /v1/presenter/sites')) {
      const answer = await call('GET /v1/presenter/setup', { member: owner });
      if (answer.ok) this.steps = this.ofPresenter(answer.value);
    }
    this.redraw();
  }

  private ofSeller({ business, products, terms, endpoint, standing }: SellerSetup): Step[] {
    const { steps } = this.words;
    const to = (page: string) => linkTo(this.member.owner, page);
    return [
      { ...steps.business, done: business, href: to('business') },
      // One price of delivery was set when the seller came.
      { ...steps.delivery, done: true, href: to('delivery') },
      { ...steps.goods, done: products, href: to('products') },
      { ...steps.terms, done: terms, href: to('terms') },
      { ...steps.program, done: endpoint === 'active', href: to('endpoint'), optional: true },
      { ...steps.approval, done: standing === 'approved' },
    ];
  }

  /** Of the site that lacks most. */
  private ofPresenter({ sites }: PresenterSetup): Step[] {
    const { steps } = this.words;
    const site = sites.find(({ tag_seen_on }) => !tag_seen_on) ?? sites[0];
    const to = (...page: string[]) =>
      linkTo(this.member.owner, 'sites', site?.site_id ?? 'new', ...page);
    return [
      { ...steps.site, done: site !== undefined, href: to() },
      { ...steps.tag, done: site?.tag_seen_on !== undefined, href: to() },
      { ...steps.pick, done: site?.arranged ?? false, href: to('products'), optional: true },
      { ...steps.colours, done: site?.look ?? false, href: to('look'), optional: true },
    ];
  }

  draw(): TemplateResult | typeof nothing {
    const { steps, words } = this;
    const done = steps.filter((step) => step.done).length;
    if (done === steps.length) return nothing;
    const ready = steps.every((step) => step.done || step.optional);
    return html`<details class="card steps" ?open=${!ready}>
      <summary>
        <strong>${words.steps.title}</strong>
        <span class="quiet">${words.steps.progress(done, steps.length)}</span>
      </summary>
      <ol>
        ${steps.map((step) => this.row(step))}
      </ol>
    </details>`;
  }

  private row({ title, text, done, href, optional }: Step): TemplateResult {
    const { words } = this;
    return html`<li class=${done ? 'done' : ''}>
      <span class="mark" aria-hidden="true">${done ? '✓' : ''}</span>
      <span>
        ${href ? html`<a href=${href}>${title}</a>` : html`<strong>${title}</strong>`}
        ${
          done
            ? html`<span class="hidden">${words.steps.done}</span>`
            : optional
              ? html`<span class="quiet">(${words.steps.optional})</span>`
              : nothing
        }
        ${done ? nothing : html`<br /><span class="quiet">${text}</span>`}
      </span>
    </li>`;
  }
}
