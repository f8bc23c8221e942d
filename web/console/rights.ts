/** What one may change for a member, by the server's own table of routes. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { type AccountMember, type Endpoints, type Right, rights } from '../contract.ts';

export type Route = keyof Endpoints;

/** Each with those before it. */
const order: readonly Right[] = ['read', 'orders', 'manage', 'owner'];

export const may = ({ right }: AccountMember, route: Route): boolean =>
  order.indexOf(right) >= order.indexOf(rights[route] ?? 'read');

/** A button and the like: nothing where the server would refuse what it does. */
export const permitted = (
  member: AccountMember,
  route: Route,
  draw: () => TemplateResult,
): TemplateResult | typeof nothing => (may(member, route) ? draw() : nothing);

/** Fields that everybody may look at, and that take nothing from who may not change them. */
export const lockable = (
  member: AccountMember,
  route: Route,
  fields: TemplateResult,
): TemplateResult =>
  may(member, route) ? fields : html`<fieldset class="locked" disabled>${fields}</fieldset>`;
