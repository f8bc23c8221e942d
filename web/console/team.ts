/** The page `team`: who acts for the member, with which rights, and who is invited to. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Answer, ApiFailure } from '../api.ts';
import type { Invitation, Right, Team as Everybody, TeamMember } from '../contract.ts';
import { day } from '../format.ts';
import { choiceField, textField } from './fields.ts';
import { Form } from './form.ts';
import { List } from './list.ts';
import type { Open, Place, View } from './place.ts';
import { call, callOnce } from './requests.ts';

const rights: readonly Right[] = ['read', 'orders', 'manage', 'owner'];

class Team implements View {
  private failure: ApiFailure | undefined;
  private ready = false;
  private made: Invitation | undefined;
  private readonly owns: boolean;
  private readonly form: Form<Invitation>;
  private readonly people: List<TeamMember>;
  private readonly invitations: List<Invitation>;

  constructor(private readonly place: Place) {
    const { member, redraw, explain, language } = place;
    const words = place.words.people;
    this.owns = member.right === 'owner';
    this.form = new Form<Invitation>({
      send: ({ email = '', right = 'read' }) =>
        callOnce('POST /v1/team/invitations', {
          member: member.owner,
          body: { email, right: right as Right, language },
        }),
      done: (made) => {
        this.made = made;
        if (made.url === undefined) place.announce(words.invited(made.email));
        void this.read().then(() => document.getElementById('invitation-link')?.focus());
      },
      explain,
      redraw,
      clears: true,
    });
    this.people = new List<TeamMember>({
      ...place,
      title: words.team,
      file: 'team',
      empty: nothing as unknown as string,
      columns: [
        { title: words.person, text: ({ name }) => name, show: (each) => this.name(each) },
        { title: place.words.email, text: ({ email }) => email },
        {
          title: words.right,
          text: ({ right }) => words.rights[right],
          show: (each) => (this.owns ? this.choice(each) : words.rights[each.right]),
        },
        { title: words.since, text: ({ since }) => day(since, language) },
        { title: words.remove, text: () => '', action: true, show: (each) => this.end(each) },
      ],
    });
    this.invitations = new List<Invitation>({
      ...place,
      title: words.invitations,
      file: 'invitations',
      empty: nothing as unknown as string,
      columns: [
        { title: place.words.email, text: ({ email }) => email },
        { title: words.right, text: ({ right }) => words.rights[right] },
        { title: words.until, text: ({ ends_at }) => day(ends_at, language) },
        {
          title: words.revoke,
          text: () => '',
          action: true,
          show: (each) =>
            this.owns
              ? html`<button
                  type="button"
                  class="small"
                  aria-label=${words.revokeOf(each.email)}
                  @click=${() => void this.revoke(each)}
                >
                  ${words.revoke}
                </button>`
              : nothing,
        },
      ],
    });
    void this.read();
  }

  private async read(): Promise<void> {
    this.hear(await call('GET /v1/team', { member: this.place.member.owner }));
  }

  private hear(answer: Answer<Everybody>): void {
    this.failure = answer.ok ? undefined : answer.error;
    if (answer.ok) {
      this.people.rows = answer.value.members;
      this.invitations.rows = answer.value.invitations;
    }
    this.ready = true;
    this.place.redraw();
  }

  private name({ id, name }: TeamMember): TemplateResult {
    const { account, words } = this.place;
    return html`<bdi>${name}</bdi>${id === account.id ? ` (${words.people.you})` : nothing}`;
  }

  private choice(each: TeamMember): TemplateResult {
    const words = this.place.words.people;
    return html`<select
      aria-label=${words.rightOf(each.name)}
      @change=${(event: Event) => void this.change(each, event.currentTarget as HTMLSelectElement)}
    >
      ${rights.map(
        (right) =>
          html`<option value=${right} .selected=${right === each.right}>
            ${words.rights[right]}
          </option>`,
      )}
    </select>`;
  }

  private async change(each: TeamMember, choice: HTMLSelectElement): Promise<void> {
    const { member, announce, words } = this.place;
    const answer = await callOnce('POST /v1/team/members/{id}', {
      member: member.owner,
      params: { id: each.id },
      body: { right: choice.value as Right },
    });
    if (answer.ok) announce(words.people.rightChanged(each.name));
    else choice.value = each.right;
    this.hear(answer);
  }

  private end(each: TeamMember): TemplateResult | typeof nothing {
    const { account, words } = this.place;
    const self = each.id === account.id;
    if (!self && !this.owns) return nothing;
    if (each.right === 'owner' && this.isOnlyOwner()) return nothing;
    const { leave, remove, removeOf } = words.people;
    return html`<button
      type="button"
      class="small"
      aria-label=${self ? leave : removeOf(each.name)}
      @click=${() => void (self ? this.leave() : this.remove(each))}
    >
      ${self ? leave : remove}
    </button>`;
  }

  /** The team needs one. */
  private isOnlyOwner(): boolean {
    return this.people.rows.filter(({ right }) => right === 'owner').length === 1;
  }

  private async remove(each: TeamMember): Promise<void> {
    const { member, announce, words } = this.place;
    const answer = await callOnce('POST /v1/team/members/{id}/remove', {
      member: member.owner,
      params: { id: each.id },
    });
    if (answer.ok) announce(words.people.removed(each.name));
    this.hear(answer);
  }

  private async leave(): Promise<void> {
    const answer = await callOnce('POST /v1/team/leave', { member: this.place.member.owner });
    if (answer.ok) return this.place.left();
    this.failure = answer.error;
    this.place.redraw();
  }

  private async revoke({ id }: Invitation): Promise<void> {
    const { member, announce, words } = this.place;
    const answer = await callOnce('POST /v1/team/invitations/{id}/revoke', {
      member: member.owner,
      params: { id },
    });
    if (answer.ok) announce(words.people.revoked);
    if (this.made?.id === id) this.made = undefined;
    this.hear(answer);
  }

  private readonly copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(this.made?.url ?? '').catch(() => undefined);
    this.place.announce(this.place.words.people.copied);
  };

  draw(): TemplateResult {
    const { place, failure, invitations } = this;
    const words = place.words.people;
    return html`<h1 tabindex="-1">${words.team}</h1>
      <p class="quiet">${words.teamText}</p>
      ${failure ? html`<p class="problem" role="alert">${place.explain(failure)}</p>` : nothing}
      ${
        this.ready
          ? html`${this.owns ? this.inviting() : nothing} ${this.people.draw()}
            ${
              invitations.rows.length > 0
                ? html`<h2>${words.invitations}</h2>
                    ${invitations.draw()}`
                : nothing
            }`
          : html`<p class="waiting" role="status">${place.words.loading}</p>`
      }`;
  }

  private inviting(): TemplateResult {
    const { form, made, place } = this;
    const words = place.words.people;
    return html`<section class="card stack" aria-labelledby="invite">
      <h2 id="invite">${words.inviteTitle}</h2>
      ${form.draw(
        () =>
          html`<div class="beside">
            ${textField('email', {
              label: place.words.email,
              type: 'email',
              value: form.values['email'] ?? '',
              fault: form.fault('email'),
            })}
            ${choiceField('right', {
              label: words.right,
              value: form.values['right'] ?? 'read',
              choices: rights.map((value) => ({
                value,
                text: `${words.rights[value]}: ${words.rightTexts[value]}`,
              })),
            })}
          </div>`,
        words.invite,
      )}
      ${made ? this.telling(made) : nothing}
    </section>`;
  }

  private telling({ email, url }: Invitation): TemplateResult {
    const words = this.place.words.people;
    if (url === undefined) return html`<p class="notice">${words.invited(email)}</p>`;
    return html`<div class="stack">
      <p class="notice">${words.inviteLink(email)}</p>
      <p class="secret-row">
        <input
          id="invitation-link"
          dir="ltr"
          readonly
          aria-label="${words.link} ${email}"
          .value=${url}
        />
        <button type="button" class="small" @click=${this.copy}>${words.copy}</button>
      </p>
    </div>`;
  }
}

export const open: Open = (place) => new Team(place);
