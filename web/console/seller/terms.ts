/** The page `terms`: what presenters earn, who may show the goods, and how each site stands to the seller. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../../api.ts';
import type {
  Agreement,
  AgreementStep,
  Presenting,
  Terms,
  TermsHistory,
  TermsRule,
} from '../../contract.ts';
import { choiceField, textField } from '../fields.ts';
import { Form } from '../form.ts';
import { List } from '../list.ts';
import type { Open, Place, View } from '../place.ts';
import { basisPoints } from '../rates.ts';
import { call } from '../requests.ts';
import { may } from '../rights.ts';
import { isWholesale, WholesaleRows } from './wholesale.ts';
import { words as all } from './words.ts';

const words = all.terms;
const ways: readonly Presenting[] = ['open', 'on_request', 'by_invitation'];

/** The rule for all goods that no other speaks of. */
const isGeneral = ({ product_id, category, from, until }: TermsRule): boolean =>
  !product_id && !category && !from && !until;

class TermsPage implements View {
  private history: TermsHistory | undefined;
  private failure: ApiFailure | undefined;
  private busy = false;
  private readonly form: Form<TermsHistory>;
  private readonly sites: List<Agreement>;
  private wholesale: WholesaleRows | undefined;

  constructor(private readonly place: Place) {
    const { redraw, explain, announce } = place;
    this.form = new Form<TermsHistory>({
      member: place.member,
      route: 'POST /v1/seller/terms',
      send: async (values) => {
        const { commission = '', presenting = 'open', from = '' } = values;
        const rate = basisPoints(commission);
        if (rate === undefined)
          return { ok: false, error: { code: 'wrong_kind', path: 'commission' } };
        const sold = this.wholesale?.rules(values) ?? [];
        if ('code' in sold) return { ok: false, error: sold };
        return call('POST /v1/seller/terms', {
          member: place.member.owner,
          body: this.next(rate, presenting as Presenting, from.trim(), sold),
        });
      },
      done: (history) => {
        this.history = history;
        void this.wholesale?.show(this.newest?.rules ?? []);
        announce(words.published);
        redraw();
      },
      explain,
      redraw,
    });
    this.sites = new List<Agreement>({
      ...place,
      title: words.sites,
      columns: [
        { title: words.site, text: ({ site_name }) => site_name },
        {
          title: words.state,
          text: ({ status, presented }) => this.state(status, presented),
        },
        {
          title: words.step,
          action: true,
          text: () => '',
          show: (agreement) => this.steps(agreement),
        },
      ],
      empty: words.noSites,
      file: 'sites',
    });
    void this.read();
  }

  private async read(): Promise<void> {
    const { member, redraw } = this.place;
    const [terms, agreements, profile] = await Promise.all([
      call('GET /v1/seller/terms', { member: member.owner }),
      call('GET /v1/seller/agreements', { member: member.owner }),
      call('GET /v1/seller/profile', { member: member.owner }),
    ]);
    if (terms.ok) this.history = terms.value;
    if (agreements.ok) this.sites.rows = agreements.value.agreements;
    if (profile.ok && !this.wholesale) {
      this.wholesale = new WholesaleRows(this.place, profile.value.currency);
      void this.wholesale.show(this.newest?.rules ?? []);
    }
    const failed = [terms, agreements, profile].find((each) => !each.ok);
    this.failure = failed && !failed.ok ? failed.error : undefined;
    redraw();
  }

  private get newest(): Terms | undefined {
    return this.history?.versions.at(-1)?.terms;
  }

  /** Rules that this page does not show. */
  private get others(): TermsRule[] {
    return (this.newest?.rules ?? []).filter((rule) => !isGeneral(rule) && !isWholesale(rule));
  }

  /** The newest terms with another rule for all goods and these wholesale prices; the rest stays. */
  private next(
    commission_bp: number,
    presenting: Presenting,
    from: string,
    wholesale: TermsRule[],
  ): Terms {
    const known = this.newest?.rules?.find(isGeneral);
    const general = { ...(known?.of ? { of: known.of } : {}), commission_bp };
    return { ...this.newest, from, presenting, rules: [general, ...this.others, ...wholesale] };
  }

  private async take(agreement: Agreement, step: AgreementStep): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const { member, announce } = this.place;
    const answer = await call('POST /v1/seller/agreements/{site_id}', {
      member: member.owner,
      params: { site_id: agreement.site_id },
      body: { step },
    });
    this.busy = false;
    if (answer.ok) {
      const { status, presented } = answer.value;
      announce(`${agreement.site_name}: ${this.state(status, presented)}`);
    }
    await this.read();
    if (!answer.ok) this.failure = answer.error;
    this.place.redraw();
  }

  private state(status: Agreement['status'], presented: boolean): string {
    return status === 'none' ? (presented ? words.shows : words.states.none) : words.states[status];
  }

  private steps({ ...agreement }: Agreement): TemplateResult {
    const { status, presented } = agreement;
    if (!may(this.place.member, 'POST /v1/seller/agreements/{site_id}')) return html``;
    const possible: Record<Agreement['status'], AgreementStep[]> = {
      none: presented ? ['end', 'block'] : ['invite', 'block'],
      applied: ['accept', 'decline', 'block'],
      invited: ['block'],
      active: ['end', 'block'],
      ended: ['invite', 'block'],
      blocked: ['unblock'],
    };
    return html`<span class="choices">
      ${possible[status].map((step) =>
        step === 'apply'
          ? nothing
          : html`<button
              type="button"
              class="small"
              aria-label="${words.steps[step]}: ${agreement.site_name}"
              @click=${() => void this.take(agreement, step)}
            >
              ${words.steps[step]}
            </button>`,
      )}
    </span>`;
  }

  draw(): TemplateResult {
    const { place, history } = this;
    return html`<h1 tabindex="-1">${words.title}</h1>
      <p class="quiet">${words.intro}</p>
      ${
        this.failure
          ? html`<p class="problem" role="alert">${place.explain(this.failure)}</p>`
          : nothing
      }
      ${
        history
          ? html`<section class="card stack" aria-label=${words.title}>
                ${this.publishing(history)}
              </section>
              <h2>${words.sites}</h2>
              ${this.sites.draw()}`
          : this.failure
            ? nothing
            : html`<p class="waiting" role="status">${place.words.loading}</p>`
      }`;
  }

  private publishing({ earliest }: TermsHistory): TemplateResult {
    const { form, newest } = this;
    const rules = newest?.rules ?? [];
    const general = rules.find(isGeneral);
    const others = this.others.length;
    return form.draw(
      () =>
        html`<div class="beside">
            ${textField('commission', {
              label: words.commission,
              hint: words.commissionHint,
              inputmode: 'decimal',
              value: String((general?.commission_bp ?? 0) / 100),
              fault: form.fault('commission', /^commission$|commission_bp$/),
            })}
            ${choiceField('presenting', {
              label: words.presenting,
              value: newest?.presenting ?? 'open',
              choices: ways.map((way) => ({ value: way, text: words.ways[way] })),
              fault: form.fault('presenting'),
            })}
            ${textField('from', {
              label: words.from,
              hint: words.fromHint,
              value: earliest,
              maxlength: 10,
              fault: form.fault('from'),
            })}
          </div>
          ${others > 0 ? html`<p class="quiet">${words.others(others)}</p>` : nothing}
          ${this.wholesale?.draw((name, path) => form.fault(name, path), others + 1) ?? nothing}`,
      words.publish,
    );
  }
}

export const open: Open = (place) => new TermsPage(place);
