/** The page `orders`: the inbox, or one order of it. */
import type { Open } from '../place.ts';
import { Inbox } from './inbox.ts';
import { OneOrder } from './order.ts';

export const open: Open = (place) => {
  const [id] = place.rest;
  return id ? new OneOrder(place, id) : new Inbox(place);
};
