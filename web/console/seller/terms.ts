/** The page `terms`: what presenters earn, who may show the goods, and how each site stands to the seller. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Answer, ApiFailure } from '../../api.ts';
import type {
  Agreement,
  AgreementStep,
  Presenting,
  Terms,
  TermsHistory,
  TermsRule,
} from '../../contract.ts';
import { calendarDay, minor, moment, money, percent, typed } from '../../format.ts';
import { choiceField, textField } from '../fields.ts';
import { Form } from '../form.ts';
import { List } from '../list.ts';
import type { Open, Place, View } from '../place.ts';
import { basisPoints } from '../rates.ts';
import { call } from '../requests.ts';
import { may } from '../rights.ts';
import { CommissionRows } from './commissions.ts';
import { codesOf, wholeOf } from './entries.ts';
import { isWholesale, WholesaleRows } from './wholesale.ts';
import { words as all } from './words.ts';

const words = all.terms;
const ways: readonly Presenting[] = ['open', 'on_request', 'by_invitation'];

/** The rule for all goods that no other speaks of. */
const isGeneral = ({ product_id, category, from, until, wholesale }: TermsRule): boolean =>
  !product_id && !category && !from && !until && !wholesale;

class TermsPage implements View {
  private history: TermsHistory | undefined;
  private failure: ApiFailure | undefined;
  private busy = false;
  private readonly form: Form<TermsHistory>;
  private readonly sites: List<Agreement>;
  private commissions: CommissionRows | undefined;
  private wholesale: WholesaleRows | undefined;
  private currency = '';

  constructor(private readonly place: Place) {
    const { redraw, explain, announce } = place;
    this.form = new Form<TermsHistory>({
      member: place.member,
      route: 'POST /v1/seller/terms',
      send: async (values) => {
        const { commission = '', per_unit = '', notice = '' } = values;
        const wrong = (path: string): Answer<TermsHistory> => ({
          ok: false,
          error: { code: 'wrong_kind', path },
        });
        const commission_bp = basisPoints(commission);
        if (commission_bp === undefined) return wrong('commission');
        const fixed = minor(per_unit.trim() || '0', this.currency);
        if (fixed === undefined) return wrong('per_unit');
        const notice_days = wholeOf(notice.trim() || '0');
        if (notice_days === undefined) return wrong('notice_days');
        const earned = this.commissions?.rules(values) ?? [];
        if ('code' in earned) return { ok: false, error: earned };
        const sold = this.wholesale?.rules(values) ?? [];
        if ('code' in sold) return { ok: false, error: sold };
        return call('POST /v1/seller/terms', {
          member: place.member.owner,
          body: {
            from: (values['from'] ?? '').trim(),
            presenting: (values['presenting'] ?? 'open') as Presenting,
            territories: codesOf(values['territories'] ?? ''),
            notice_days,
            rules: [
              {
                ...(this.general?.of ? { of: this.general.of } : {}),
                commission_bp,
                per_unit: fixed,
              },
              ...this.others,
              ...earned,
              ...sold,
            ],
          },
        });
      },
      done: (history) => {
        this.history = history;
        this.showRules();
        announce(words.published);
        redraw();
      },
      explain: (failure) =>
        failure.code === 'overlapping_rules' ? words.rules.overlap : explain(failure),
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
      this.currency = profile.value.currency;
      this.commissions = new CommissionRows(this.place, this.currency);
      this.wholesale = new WholesaleRows(this.place, this.currency);
      this.showRules();
    }
    const failed = [terms, agreements, profile].find((each) => !each.ok);
    this.failure = failed && !failed.ok ? failed.error : undefined;
    redraw();
  }

  private get newest(): Terms | undefined {
    return this.history?.versions.at(-1)?.terms;
  }

  private get rules(): readonly TermsRule[] {
    return this.newest?.rules ?? [];
  }

  private get general(): TermsRule | undefined {
    return this.rules.find(isGeneral);
  }

  /** Rules that this page does not show: wholesale prices for a time, or for more than a product. */
  private get others(): TermsRule[] {
    return this.rules.filter((rule) => rule.wholesale && !isWholesale(rule));
  }

  private showRules(): void {
    const { rules } = this;
    void this.commissions?.show(rules.filter((rule) => !rule.wholesale && !isGeneral(rule)));
    void this.wholesale?.show(rules);
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
              ${this.past(history)}
              <h2>${words.sites}</h2>
              ${this.sites.draw()}`
          : this.failure
            ? nothing
            : html`<p class="waiting" role="status">${place.words.loading}</p>`
      }`;
  }

  private publishing({ earliest }: TermsHistory): TemplateResult {
    const { form, newest, general, currency } = this;
    const others = this.others.length;
    const earned = this.commissions?.count ?? 0;
    return form.draw(
      () =>
        html`<div class="beside">
            ${textField('commission', {
              label: words.commission,
              hint: words.commissionHint,
              inputmode: 'decimal',
              value: String((general?.commission_bp ?? 0) / 100),
              fault: form.fault('commission', /^commission$|^rules\[0\](\.commission_bp)?$/),
            })}
            ${textField('per_unit', {
              label: `${words.perUnit} (${currency})`,
              inputmode: 'decimal',
              required: false,
              value: general?.per_unit ? typed(general.per_unit, currency) : '',
              fault: form.fault('per_unit', /^per_unit$|^rules\[0\]\.per_unit$/),
            })}
            ${choiceField('presenting', {
              label: words.presenting,
              value: newest?.presenting ?? 'open',
              choices: ways.map((way) => ({ value: way, text: words.ways[way] })),
              fault: form.fault('presenting'),
            })}
          </div>
          <div class="beside">
            ${textField('territories', {
              label: words.territories,
              hint: words.territoriesHint,
              required: false,
              value: newest?.territories?.join(', ') ?? '',
              fault: form.fault('territories', /^territories/),
            })}
            ${textField('notice', {
              label: words.notice,
              inputmode: 'numeric',
              required: false,
              value: newest?.notice_days ? String(newest.notice_days) : '',
              fault: form.fault('notice', 'notice_days'),
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
          ${this.commissions?.draw((name, path) => form.fault(name, path), others + 1) ?? nothing}
          ${
            this.wholesale?.draw((name, path) => form.fault(name, path), others + earned + 1) ??
            nothing
          }`,
      words.publish,
    );
  }

  /** What was published when, the newest first. */
  private past({ versions }: TermsHistory): TemplateResult | typeof nothing {
    if (versions.length === 0) return nothing;
    const { language } = this.place;
    return html`<details class="card past">
      <summary><h2>${words.history}</h2></summary>
      <ul>
        ${[...versions].reverse().map(
          ({ terms, published_at, in_force }) =>
            html`<li>
              ${words.from} ${calendarDay(terms.from, language)} · ${this.inShort(terms)}
              <span class="quiet">${words.publishedAt} ${moment(published_at, language)}</span>
              ${in_force ? html`<span class="chip on">${words.inForce}</span>` : nothing}
            </li>`,
        )}
      </ul>
    </details>`;
  }

  private inShort({ rules = [], presenting = 'open', territories = [] }: Terms): string {
    const { language } = this.place;
    const general = rules.find(isGeneral);
    const fixed = general?.per_unit ? money(general.per_unit, this.currency, language) : '';
    return [
      [percent((general?.commission_bp ?? 0) * 100, language), fixed].filter(Boolean).join(' + '),
      words.ways[presenting],
      territories.join(', '),
    ]
      .filter(Boolean)
      .join(' · ');
  }
}

export const open: Open = (place) => new TermsPage(place);
