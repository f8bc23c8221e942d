/** The console's frame: who is signed in, whom they act for, and which page they see. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../api.ts';
import type { Account, AccountMember, OperatorTasks } from '../contract.ts';
import type { ConsoleWords } from '../messages/console.ts';
import { AccountPage } from './account.ts';
import { addressOf, go, linkTo, type Address } from './address.ts';
import { approval, frame, limits } from './frame.ts';
import { NewMember } from './new-member.ts';
import { overview } from './overview.ts';
import { Confirmation } from './people/confirmation.ts';
import { InvitationPage } from './people/invitation.ts';
import { Unsubscribe } from './people/unsubscribe.ts';
import { type Page, pagesOf } from './pages.ts';
import type { View } from './place.ts';
import { call, callOnce, failureText } from './requests.ts';
import { SignIn } from './sign-in.ts';
import { Steps } from './steps.ts';

interface Surroundings {
  words: ConsoleWords;
  language: string;
  draw: (content: TemplateResult) => void;
  announce: (text: string) => void;
}

export class Shell {
  /** Undefined: not known yet; null: nobody is signed in. */
  private account: Account | null | undefined;
  private failure: ApiFailure | undefined;
  private address: Address = addressOf(location.hash);
  private view: View | undefined;
  /** What is still to be set up, on the member's first page. */
  private steps: Steps | undefined;
  /** What waits for the operator, if one acts for it. */
  private tasks: OperatorTasks | undefined;
  /** What had the focus on the page before; none: the heading of this one has had it. */
  private left: Element | undefined;
  private readonly entrance: SignIn;
  private newMember: NewMember;
  private readonly accountPage: AccountPage;
  private readonly confirmation: Confirmation;
  private readonly invitation: InvitationPage;
  private readonly unsubscribe: Unsubscribe;

  constructor(private readonly around: Surroundings) {
    const setting = {
      ...around,
      redraw: this.redraw,
      explain: this.explain,
    };
    this.unsubscribe = new Unsubscribe(setting);
    this.entrance = new SignIn({ ...setting, enter: (account) => this.enter(account) });
    this.newMember = new NewMember({ ...setting, joined: (owner) => void this.join(owner) });
    const changed = (account: Account): void => {
      this.account = account;
      this.redraw();
    };
    this.accountPage = new AccountPage({ ...setting, changed });
    this.confirmation = new Confirmation({ ...setting, changed });
    this.invitation = new InvitationPage({ ...setting, joined: (owner) => void this.join(owner) });
  }

  async start(): Promise<void> {
    this.redraw();
    const answer = await call('GET /v1/account', {});
    this.failure = answer.ok || answer.error.code === 'unauthorized' ? undefined : answer.error;
    this.account = answer.ok ? answer.value : null;
    if (!answer.ok && !this.failure) void this.entrance.ask();
    await this.arrive();
  }

  /** Shows what the fragment names. */
  async arrive(): Promise<void> {
    this.view?.close?.();
    this.view = undefined;
    this.address = addressOf(location.hash);
    this.left = document.activeElement ?? document.body;
    scrollTo(0, 0);
    const member = this.member();
    const page = this.page(member);
    document.title = [page?.title(this.around.words), member?.name, 'Vitrine']
      .filter(Boolean)
      .join(' · ');
    this.redraw();
    // On narrow screens the pages are a row that scrolls.
    const current = document.querySelector('nav.pages [aria-current=page]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
    const { account } = this;
    this.recount();
    this.steps =
      member && page === pagesOf(member)[0] && this.address.rest.length === 0
        ? new Steps(member, this.around.words, this.redraw)
        : undefined;
    void this.visit();
    if (account && member && page) {
      const arrived = this.address;
      const { words, language, announce } = this.around;
      const { redraw, explain, recount } = this;
      const left = (): void => void this.join();
      const { open } = await page.load();
      const rest = arrived.rest;
      const view = await open({
        ...{ account, member, words, language, rest, redraw, recount, left, explain, announce },
      });
      if (this.address !== arrived || this.account !== account) return view.close?.();
      this.view = view;
      this.redraw();
    }
  }

  /** What pages of the shell read when somebody comes. */
  private async visit(): Promise<void> {
    const { first, page } = this.address;
    if (first === 'unsubscribe') this.unsubscribe.ask();
    if (this.account && first === 'account') await this.accountPage.read();
    if (this.account && first === 'confirm') await this.confirmation.confirm(page);
    this.entrance.invited = this.entrance.refusal = undefined;
    if (first !== 'invitation') return;
    const offer = await this.invitation.look(page);
    if (offer) this.entrance.invited = { token: page, offer };
    else this.entrance.refusal = this.invitation.problem();
    this.redraw();
  }

  private readonly recount = (): void => {
    const member = this.member();
    if (member?.scope !== 'operator') return;
    void call('GET /v1/operator/tasks', { member: member.owner }).then((answer) => {
      if (!answer.ok) return;
      this.tasks = answer.value;
      this.redraw();
    });
  };

  private enter(account: Account): void {
    this.account = account;
    const [only, further] = account.members;
    const { first } = this.address;
    // Whoever has made an account by an invitation has accepted it.
    const accepted = this.entrance.invited?.offer.known === false;
    if (!accepted && ['account', 'confirm', 'invitation'].includes(first)) void this.arrive();
    else if (first === '' ? !only || further : this.member()) void this.arrive();
    else if (only && !further) go(only.owner);
    else go();
  }

  /** Acts for one member more, or for one less. */
  private async join(owner = ''): Promise<void> {
    const answer = await call('GET /v1/account', {});
    if (answer.ok) this.account = answer.value;
    this.newMember = new NewMember({
      ...this.around,
      redraw: this.redraw,
      explain: this.explain,
      joined: (each) => void this.join(each),
    });
    if (owner) go(owner);
    else go();
  }

  private readonly leave = async (): Promise<void> => {
    await callOnce('POST /v1/sign_out', {});
    // Nothing of who was here stays in the page.
    history.replaceState(null, '', location.pathname);
    location.reload();
  };

  private member(): AccountMember | undefined {
    return this.account?.members.find(({ owner }) => owner === this.address.first);
  }

  /** The one that is named, or the first of the member's scope. */
  private page(member: AccountMember | undefined): Page | undefined {
    const own = pagesOf(member);
    return this.address.page === '' ? own[0] : own.find(({ name }) => name === this.address.page);
  }

  private readonly explain = (failure: ApiFailure): string => {
    const { words, language } = this.around;
    return failureText(failure, words, language);
  };

  private readonly redraw = (): void => {
    this.around.draw(this.draw());
    const heading = document.querySelector<HTMLElement>('h1');
    if (!this.left || !heading) return;
    // Who has gone on meanwhile stays there.
    const { activeElement } = document;
    const stayed = activeElement === document.body || activeElement === this.left;
    if (stayed) heading.focus({ preventScroll: true });
    this.left = undefined;
  };

  private draw(): TemplateResult {
    const { words } = this.around;
    if (this.failure)
      return html`<main class="standstill">
        <h1 tabindex="-1">${this.explain(this.failure)}</h1>
        <p>
          <button type="button" class="primary" @click=${() => void this.start()}>
            ${words.tryAgain}
          </button>
        </p>
      </main>`;
    if (this.account === undefined)
      return html`<main><p class="waiting" role="status">${words.loading}</p></main>`;
    if (this.account === null)
      return this.address.first === 'unsubscribe'
        ? html`<main id="content">${this.unsubscribe.draw(this.address.page)}</main>`
        : this.entrance.draw(this.address.first, this.address.page);
    return this.frame(this.account);
  }

  private frame(account: Account): TemplateResult {
    const member = this.member();
    const here = this.page(member);
    return frame(
      { account, member, here, tasks: this.tasks, ...this.around },
      this.leave,
      this.content(account, member, here),
    );
  }

  private content(account: Account, member?: AccountMember, here?: Page): TemplateResult {
    const { words } = this.around;
    const { first, page } = this.address;
    if (first === 'confirm') return this.confirmation.draw();
    if (first === 'invitation') return this.invitation.draw(account);
    if (first === 'unsubscribe') return this.unsubscribe.draw(page);
    const reminder = account.email_confirmed ? nothing : this.confirmation.reminder(account);
    if (member && here)
      return html`${reminder} ${approval(member, words)} ${limits(member, words)}
      ${this.steps?.draw() ?? nothing}
      ${this.view?.draw() ?? html`<p class="waiting" role="status">${words.loading}</p>`}`;
    if (first === 'new') return this.newMember.draw(page);
    if (first === 'account') return html`${reminder} ${this.accountPage.draw(account)}`;
    if (['', 'sign-up', 'forgotten', 'reset'].includes(first))
      return html`${reminder} ${overview(account, words)}`;
    return html`<div class="standstill">
      <h1 tabindex="-1">${words.nothingHere}</h1>
      <p><a href=${linkTo()}>${words.overview}</a></p>
    </div>`;
  }
}
