/** The page `moderation`: sellers who wait for the operator's word, and texts of customers that do. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Answer, ApiFailure } from '../../api.ts';
import type { ListedReview, ListedSeller } from '../../contract.ts';
import type { Open, Place, View } from '../place.ts';
import { call, everything } from '../requests.ts';
import { may } from '../rights.ts';
import { Refusal } from './refusal.ts';
import { reviewCard } from './review-card.ts';
import { sellerCard } from './seller-card.ts';
import { words as all } from './words.ts';

const words = all.moderation;

class Moderation implements View {
  private sellers: readonly ListedSeller[] = [];
  private reviews: readonly ListedReview[] = [];
  private failure: ApiFailure | undefined;
  private ready = false;
  private busy = false;
  private refusal: Refusal<unknown> | undefined;

  constructor(private readonly place: Place) {
    void this.read();
  }

  private async read(): Promise<void> {
    const member = this.place.member.owner;
    const [wanted] = this.place.rest;
    const [sellers, reviews] = await Promise.all([
      everything((after) =>
        call('GET /v1/operator/sellers', {
          member,
          query: wanted ? after : { standing: 'waiting', ...after },
        }),
      ),
      wanted
        ? { ok: true as const, value: [] }
        : everything((after) => call('GET /v1/operator/reviews', { member, query: after })),
    ]);
    this.ready = true;
    if (sellers.ok)
      this.sellers = sellers.value
        .flatMap((page) => page.sellers)
        .filter(({ id }) => !wanted || id === wanted);
    if (reviews.ok) this.reviews = reviews.value.flatMap((page) => page.reviews);
    const failed = [sellers, reviews].find((each) => !each.ok);
    this.failure = failed && !failed.ok ? failed.error : undefined;
    this.place.redraw();
  }

  /** What was decided has gone from the queue; the heading is where one goes on from. */
  private async decided(text: string): Promise<void> {
    this.refusal = undefined;
    this.place.announce(text);
    this.place.recount();
    await this.read();
    document.querySelector<HTMLElement>('h1')?.focus();
  }

  private async decide<T>(send: () => Promise<Answer<T>>, text: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const answer = await send();
    this.busy = false;
    if (answer.ok) return this.decided(text);
    this.failure = answer.error;
    this.place.redraw();
  }

  private readonly approve = ({ id, name }: ListedSeller): void =>
    void this.decide(() => this.judge(id, { approved: true }), words.approved(name));

  private judge(seller_id: string, body: { approved: boolean; reason?: string }) {
    const member = this.place.member.owner;
    const params = { seller_id };
    return call('POST /v1/operator/sellers/{seller_id}/approval', { member, params, body });
  }

  private readonly refuse = ({ id, name }: ListedSeller): void =>
    this.ask(
      new Refusal<unknown>(id, {
        place: this.place,
        button: words.refuse,
        hint: words.sellerReads,
        send: ({ reason = '' }) => this.judge(id, { approved: false, reason }),
        done: () => void this.decided(words.refused(name)),
        cancel: this.cancel,
      }),
    );

  private readonly publish = ({ id }: ListedReview): void =>
    void this.decide(
      () =>
        call('POST /v1/operator/reviews/{id}/publish', {
          member: this.place.member.owner,
          params: { id },
        }),
      words.published,
    );

  private readonly decline = ({ id }: ListedReview): void =>
    this.ask(
      new Refusal<unknown>(id, {
        place: this.place,
        button: words.decline,
        hint: words.customerReads,
        more: html`<label class="tick"
          ><input type="checkbox" name="stars" /> ${words.withStars}</label
        >`,
        send: ({ reason = '', stars = '' }) =>
          call('POST /v1/operator/reviews/{id}/decline', {
            member: this.place.member.owner,
            params: { id },
            body: { reason, stars: stars === 'on' },
          }),
        done: () => void this.decided(words.declined),
        cancel: this.cancel,
      }),
    );

  private ask(refusal: Refusal<unknown>): void {
    this.refusal = refusal;
    this.place.redraw();
    document.getElementById('reason')?.focus();
  }

  private readonly cancel = (): void => {
    const { refusal } = this;
    this.refusal = undefined;
    this.place.redraw();
    document.getElementById(refusal?.id ?? '')?.focus();
  };

  draw(): TemplateResult {
    const { place, refusal } = this;
    const one = place.rest.length > 0;
    return html`<h1 tabindex="-1">${words.title}</h1>
      ${
        this.failure
          ? html`<p class="problem" role="alert">${place.explain(this.failure)}</p>`
          : nothing
      }
      ${this.ready ? nothing : html`<p class="waiting" role="status">${place.words.loading}</p>`}
      ${
        this.ready
          ? html`<h2>${words.sellers}</h2>
              ${one ? nothing : html`<p class="quiet">${words.sellersText}</p>`}
              ${this.sellers.length === 0 ? html`<p class="empty">${words.noSellers}</p>` : nothing}
              ${this.sellers.map((seller) =>
                sellerCard(seller, {
                  language: place.language,
                  mayJudge: may(place.member, 'POST /v1/operator/sellers/{seller_id}/approval'),
                  approve: this.approve,
                  refuse: this.refuse,
                  refusal: refusal?.id === seller.id ? refusal.draw() : undefined,
                }),
              )}
              ${one ? nothing : this.texts()}`
          : nothing
      }`;
  }

  private texts(): TemplateResult {
    const { place, refusal } = this;
    return html`<h2>${words.reviews}</h2>
      <p class="quiet">${words.reviewsText}</p>
      ${this.reviews.length === 0 ? html`<p class="empty">${words.noReviews}</p>` : nothing}
      ${this.reviews.map((review) =>
        reviewCard(review, {
          language: place.language,
          mayJudge: may(place.member, 'POST /v1/operator/reviews/{id}/publish'),
          publish: this.publish,
          decline: this.decline,
          refusal: refusal?.id === review.id ? refusal.draw() : undefined,
        }),
      )}`;
  }
}

export const open: Open = (place) => new Moderation(place);
