/** What a page of the console is given, and what it gives back. */
import type { TemplateResult } from 'lit/html.js';
import type { ApiFailure } from '../api.ts';
import type { Account, AccountMember } from '../contract.ts';
import type { ConsoleWords } from '../messages/console.ts';

export interface Place {
  account: Account;
  /** Whom one acts for. */
  member: AccountMember;
  words: ConsoleWords;
  language: string;
  /** What follows the page's name in the fragment: `#/pre_…/sites/site_…` has `['site_…']`. */
  rest: readonly string[];
  /** Draws the page anew. */
  redraw: () => void;
  /** Says something to those who do not see that it happened. */
  announce: (text: string) => void;
  /** What waits is less, or more: the menu counts it anew. */
  recount: () => void;
  /** One acts for the member no more. */
  left: () => void;
  /** A failure in words. */
  explain: (failure: ApiFailure) => string;
}

export interface View {
  draw: () => TemplateResult;
  /** Ends what goes on by itself. */
  close?: () => void;
}

/** What the module of a page exports as `open`. */
export type Open = (place: Place) => View | Promise<View>;
