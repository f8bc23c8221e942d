/** What customers read for each error code. Codes that only a program can cause share one calm sentence. */
import type { FailureCode } from '../api.ts';

type ErrorText = string | ((limit: string | undefined) => string);
export type ErrorTexts = Readonly<Record<FailureCode, ErrorText>>;

const ours = 'Something went wrong on our side. Please try again in a moment.';
const outdated = 'This page is out of date. Please reload it and try again.';

export const english: ErrorTexts = {
  malformed_json: outdated,
  wrong_kind: outdated,
  missing_field: 'Please fill in this field.',
  unknown_field: outdated,
  duplicate_field: outdated,
  out_of_range: (limit) =>
    limit ? `Please choose ${limit} at most.` : 'This number is outside what is possible.',
  invalid_format: 'Please check this; something about it is not right.',
  too_large: 'This is too long. Please shorten it.',
  unknown_command: outdated,
  unknown_site: 'This shop is not available.',
  unknown_product: 'This product is no longer sold.',
  unknown_offer: 'This product is no longer sold.',
  unknown_option: 'This delivery is no longer offered. We have chosen another one.',
  duplicate_offer: 'A product stands in the cart twice.',
  out_of_stock: (limit) => (limit ? `Only ${limit} left.` : 'There are not enough of these left.'),
  currency_mismatch: 'This product is sold in another currency and cannot be ordered here.',
  not_deliverable: 'This seller does not deliver these products to your address.',
  pickup_only: 'This seller does not deliver these products there. Choose to collect them.',
  outside_service_area: 'This service is not offered at your address.',
  corrupt_catalog: ours,
  session_incomplete: 'Something is still missing. Please check what you entered.',
  session_expired: 'Your checkout has expired. Please start again.',
  session_closed: 'This checkout is already finished.',
  total_changed: 'The total has changed. Please check it and place the order again.',
  invalid_transition: 'This order has moved on in the meantime. Please reload the page.',
  terms_exceed_price: outdated,
  negative_margin: outdated,
  no_wholesale_price: outdated,
  circular_fees: outdated,
  overlapping_rules: outdated,
  retroactive: outdated,
  refund_exceeds_charge: outdated,
  payout_exceeds_balance: outdated,
  own_product: outdated,
  idempotency_key_missing: outdated,
  idempotency_in_flight: 'We are still working on your last step. Please wait a moment.',
  idempotency_mismatch: outdated,
  forbidden_origin: 'This shop may not be used from here.',
  unauthorized: 'This checkout cannot be continued here. Please start again.',
  not_found: 'We could not find this.',
  method_not_allowed: outdated,
  unsupported_media_type: outdated,
  rate_limited: 'That was a lot at once. Please try again in a moment.',
  unavailable: 'The shop is very busy. Please try again in a moment.',
  internal: ours,
  unreachable: 'We cannot reach the shop. Please check your connection and try again.',
};

/** `limit` comes formatted. A code newer than this page reads as `internal`. */
export function errorText(code: string, texts: ErrorTexts, limit?: string): string {
  const text: ErrorText | undefined = Object.hasOwn(texts, code)
    ? texts[code as FailureCode]
    : texts.internal;
  return typeof text === 'function' ? text(limit) : text;
}
