/** All words of the checkout page and the order page in English. Another language is one object of the same shape. */
import type {
  OrderStatus,
  PaymentMethod,
  ReplacementMode,
  ReviewStatus,
  TotalType,
} from '../contract.ts';
import type { ErrorTexts } from './errors.ts';
import { english as appointments } from './appointments.ts';
import { english as measures } from './measures.ts';
import { english as returned } from './returns.ts';
import type { Speech } from './speech.ts';

/** Paths of the fields, spelled as the server spells them in `path`. */
export type FieldPath =
  | 'buyer.name'
  | 'buyer.email'
  | 'buyer.phone'
  | 'address.name'
  | 'address.line1'
  | 'address.line2'
  | 'address.postcode'
  | 'address.city'
  | 'address.country';

interface FieldWords {
  label: string;
  hint?: string;
  missing?: string;
  invalid?: string;
}

export type PageWords = ReturnType<typeof english>;

/** What the pages speak with. */
export interface Words extends PageWords {
  errors: ErrorTexts;
}

export const english = ({ number, counted }: Speech) => ({
  direction: 'ltr' as 'ltr' | 'rtl',
  ...appointments,
  ...measures({ counted }),
  ...returned,

  checkout: 'Checkout',
  back: 'Back',
  loading: 'Preparing your checkout …',
  tryAgain: 'Try again',
  unavailableTitle: 'This checkout cannot be opened',
  damagedTitle: 'This link is damaged',
  damagedEntry: (place: number): string => `Entry ${number(place)} of it cannot be read.`,
  damagedQuantity: (place: number): string =>
    `Entry ${number(place)} of it has a quantity that nobody can order.`,
  damagedTwice: (place: number): string => `Entry ${number(place)} of it stands there twice.`,
  damagedLong: 'It names more than a cart can hold.',
  damagedHelp: 'Ask for a new link where you have it from, or choose in the shop.',
  noShop: 'The shop of this link does not exist, or not any more.',
  toShop: (shop: string): string => `Go to ${shop}`,
  emptyTitle: 'Your cart is empty',
  emptyText: 'Choose something first, then come back here.',
  withoutIt: 'Continue without it',

  gist: (products: string, sellers: string, total: string): string =>
    `${products}, ${sellers} · ${total}`,
  products: (count: number): string => counted(count, { one: '# product', other: '# products' }),
  fromSellers: (count: number): string => counted(count, { one: '# seller', other: '# sellers' }),

  contact: 'Contact',
  contactHint: 'Only the sellers who fulfil your order receive this.',
  optional: 'optional',
  delivery: 'Delivery address',
  whereabouts: 'Where you are',
  collectedOnly:
    'You collect everything yourself, so no address is needed. The country decides what can be delivered.',
  nothingSent:
    'Nothing is brought to you, so no address is needed. The country decides what can be had.',
  fields: {
    'buyer.name': { label: 'Full name', missing: 'Enter your name.' },
    'buyer.email': {
      label: 'Email',
      hint: 'For questions about your order.',
      missing: 'Enter your email address.',
      invalid: 'Enter an email address like name@example.com.',
    },
    'buyer.phone': { label: 'Phone', hint: 'Helps the carrier to find you.' },
    'address.name': { label: 'Recipient', missing: 'Enter who receives the parcels.' },
    'address.line1': {
      label: 'Street and number',
      missing: 'Enter the street and house number.',
    },
    'address.line2': { label: 'Flat, floor, company' },
    'address.postcode': { label: 'Postcode', missing: 'Enter the postcode.' },
    'address.city': { label: 'Town or city', missing: 'Enter the town or city.' },
    'address.country': {
      label: 'Country',
      missing: 'Choose a country.',
      invalid: 'Choose a country from the list.',
    },
  } as Record<FieldPath, FieldWords>,

  sellers: (count: number): string => (count === 1 ? 'Your order' : 'Your order, by seller'),
  parcel: (place: number, count: number): string => `Parcel ${number(place)} of ${number(count)}`,
  deliveryOf: (seller: string): string => `Delivery from ${seller}`,
  noDelivery: (seller: string, country: string): string =>
    `${seller} does not deliver this to ${country}.`,
  service: 'Service',
  serviceOf: (seller: string): string => `How ${seller} comes to you`,
  outOfArea: (seller: string, country: string): string =>
    `${seller} does not offer this at your place in ${country}.`,
  pickupOnly: (seller: string, country: string): string =>
    `${seller} does not deliver this to ${country}. You can choose to collect it.`,
  noDeliveryHelp: 'Choose another country or postcode, or remove these products.',
  removeThese: (count: number): string =>
    count === 1 ? 'Remove this product' : 'Remove these products',
  remove: 'Remove',
  removeNamed: (product: string): string => `Remove ${product}`,
  soldOut: 'Sold out.',
  onlyLeft: (count: number): string => `Only ${number(count)} left.`,
  take: (count: number): string => `Order ${number(count)} instead`,
  gone: 'A product in your cart is no longer sold.',
  today: 'today',
  within: (days: string): string => `within ${days}`,
  leadTime: (days: string): string => `${days} ahead`,
  free: 'Free',
  pickupAt: (address: string): string => `Collect at ${address}`,
  noteTo: (seller: string): string => `Note to ${seller}`,
  noteHint: 'A gate code, a place to leave the parcel, a question. Only this seller reads it.',
  ownNote: 'Your note',
  sellerDetails: 'Seller details and returns',
  returns: 'Returns',
  times: (quantity: string, price: string): string => `${quantity} × ${price}`,

  payment: 'Payment',
  choosePayment: 'Choose how you want to pay.',
  payments: {
    invoice: {
      label: 'Invoice',
      text: 'Each seller sends you an invoice. You pay after your goods have arrived.',
    },
    pay_on_delivery: {
      label: 'Pay on delivery or pickup',
      text: 'You pay each seller when you receive or collect your goods.',
    },
  } satisfies Record<PaymentMethod, { label: string; text: string }>,

  summary: 'Summary',
  totals: {
    subtotal: 'Goods',
    items_discount: 'Discount',
    fulfillment: 'Delivery',
    tax: 'Tax',
    fee: 'Fees',
    total: 'Total',
  } satisfies Record<TotalType, string>,
  totalsOfServices: { subtotal: 'Services', fulfillment: 'Travel' },
  includedTax: (rate: string, amount: string): string => `includes ${amount} tax at ${rate}`,
  addedTax: (rate: string, amount: string): string => `plus ${amount} tax at ${rate}`,
  cheaperWay: (amount: string): string =>
    `Other sellers or parcels would save ${amount}: your cart shows how.`,
  cheapestProved: 'Proved: no other choice of sellers and parcels is cheaper.',
  contracts: (count: number): string =>
    count === 1
      ? 'You buy from the seller named above and pay that seller.'
      : 'You buy from each seller named above and pay each seller separately. Every seller gets its own order.',
  // Says what pressing it means, and nothing else (Consumer Rights Directive, art. 8(2); BGB § 312j(3)).
  placeOrder: 'Order with obligation to pay',
  placing: 'Placing your order …',
  saving: 'Saving …',
  saved: 'All changes saved',
  notSaved: 'Not saved yet',
  newTotal: (total: string): string => `Total now ${total}`,
  totalChanged: (before: string, now: string): string =>
    `The total has changed from ${before} to ${now}. Please check it, then place the order again.`,
  renewed:
    'Your checkout had expired, so we started it again with what you entered. Please check it, then place the order again.',
  outcomeUnknown:
    'We could not reach the shop, so we do not know yet whether your order was placed. Try again: it will not be placed twice.',
  faultsTitle: (count: number): string =>
    count === 1 ? 'One thing needs your attention' : `${number(count)} things need your attention`,

  thanks: 'Thank you. Your order is placed.',
  thanksText: (count: number): string =>
    count === 1
      ? 'The seller has your order and takes it from here.'
      : 'Each seller has its part of your order and takes it from here.',
  orderNumber: 'Order number',
  openOrder: 'Open your order page',
  keepLink: 'Keep this link: it is your way back to the order and shows what each seller does.',
  opensNewTab: '(opens in a new tab)',
  continueReading: 'Continue reading',

  order: 'Your order',
  orderLoading: 'Loading your order …',
  placedAt: (time: string): string => `Placed on ${time}`,
  boughtAt: (site: string): string => `Bought at ${site}`,
  print: 'Print',
  unknownTitle: 'We do not know this order',
  unknownText:
    'The link may be incomplete. Copy the whole link from where you kept it, or open it again from there.',
  live: 'This page updates itself.',
  offline: 'No connection at the moment. This page keeps trying.',
  deliverTo: 'Delivery address',
  visitAt: 'Where it takes place',
  ordered: 'What you ordered',
  personalDataErased: (time: string): string =>
    `Name, address and contact data were erased on ${time}.`,
  declinedIncluded: 'What was declined or cancelled is not counted here. You do not pay for it.',
  howToPay: 'Payment',
  pay: {
    invoice:
      'Each seller sends you its own invoice. Please pay each invoice to the seller named on it.',
    pay_on_delivery: 'Please have these amounts ready when you receive or collect the goods.',
  } satisfies Record<PaymentMethod, string>,
  nothingToPay: 'Nothing to pay',
  progress: (seller: string): string => `Progress at ${seller}`,
  steps: {
    placed: 'Placed',
    acknowledged: 'Confirmed',
    shipped: 'Shipped',
    rejected: 'Declined',
    cancelled: 'Cancelled',
  },
  stepsService: {
    placed: 'Placed',
    acknowledged: 'Confirmed',
    shipped: 'Carried out',
    rejected: 'Declined',
    cancelled: 'Cancelled',
  },
  stepsPickup: {
    placed: 'Placed',
    acknowledged: 'Confirmed',
    shipped: 'Ready to collect',
    rejected: 'Declined',
    cancelled: 'Cancelled',
  },
  stepDone: 'done',
  stepNow: 'current step',
  stepOpen: 'still to come',
  replacementTitle: 'Others have these things',
  replacementText: (sellers: string, total: string): string =>
    `From ${sellers} for ${total}, delivery included.`,
  costsTheSame: 'That costs the same.',
  costsLess: (amount: string): string => `That is ${amount} less than before.`,
  costsMore: (amount: string): string => `That is ${amount} more than before.`,
  replacementAccept: (total: string): string => `Order there with obligation to pay ${total}`,
  replacementDecline: 'No, thank you',
  replacedBy: (sellers: string): string => `Now ordered from ${sellers}.`,
  standsFor: (seller: string): string => `In place of what ${seller} could not accept.`,
  sameAsOrdered: 'You pay the same as you ordered.',
  lessThanOrdered: (amount: string): string => `You pay ${amount} less than you ordered.`,
  moreThanOrdered: (amount: string): string => `You pay ${amount} more than you ordered.`,
  reviewOf: (title: string): string => `How many stars for ${title}?`,
  reviewSeller: (seller: string): string => `${seller}: was the order right, and on time?`,
  yourReview: 'Your review',
  starsOf: (count: number): string => (count === 1 ? '1 star of 5' : `${number(count)} stars of 5`),
  chooseStars: 'Please choose how many stars.',
  reviewText: 'In your own words',
  displayName: 'Name to show beside it',
  reviewHint:
    'Stars count at once. Words are read by the shop’s operator before everybody can read them. Please name nobody. You can change or take back all of it here.',
  saveReview: 'Save review',
  withdrawReview: 'Take it back',
  reviewSaved: 'Thank you. Your review is saved.',
  reviewWithdrawn: 'Your review was taken back.',
  reviewStates: {
    none: 'Your stars count.',
    waiting: 'Your stars count. Your words wait to be read by the operator.',
    published: 'Everybody can read it.',
    declined: 'Your words are not shown.',
  } satisfies Record<ReviewStatus, string>,
  sellersAnswer: 'The seller’s answer',
  whoEarns: 'Who earns what',
  earnsSellers: 'The sellers, with delivery and tax',
  earnsPresenter: (site: string): string => `${site}, for presenting it`,
  earnsOperator: 'The operator of this shop',
  earnsNote: 'It adds up to what you pay. The shares are paid by the sellers.',
  replacementLegend: 'If a seller cannot deliver',
  replacementModes: {
    ask: 'Ask me on the order page',
    not_dearer: 'Order it from another seller if that is not dearer',
    up_to: 'Order it from another seller if all of it becomes at most this much dearer:',
  } satisfies Record<ReplacementMode, string>,
  replacementUpTo: (currency: string): string => `Amount in ${currency}`,
  cancelOrder: 'Cancel this order',
  cancelAll: 'Cancel all of it',
  cancelAllQuestion: 'Cancel all that you ordered?',
  cancelEffect: 'You pay nothing for it, and the seller is told at once. This cannot be undone.',
  cancelKeep: 'Keep the order',
  cancelConfirm: 'Cancel the order',
  cancelledPart: 'You have cancelled this part of your order.',
  cancelTooLate:
    'A seller has taken your order on in the meantime, so nothing was cancelled. Please ask the seller.',
  cancelQuestion: (seller: string): string => `Cancel what you ordered from ${seller}?`,
  declined: (seller: string): string => `${seller} could not accept this part of your order.`,
  reason: 'Reason',
  nothingOwed: 'You do not pay for it.',
  carrier: 'Carrier',
  tracking: 'Tracking number',
  readyToCollect: (seller: string): string => `Your order is ready to collect at ${seller}.`,
  carriedOut: (seller: string): string => `${seller} has carried out your order.`,
  changed: {
    placed: (seller: string): string => `${seller} has your order.`,
    acknowledged: (seller: string): string => `${seller} has confirmed your order.`,
    shipped: (seller: string): string => `${seller} has shipped your order.`,
    rejected: (seller: string): string => `${seller} could not accept your order.`,
    cancelled: (seller: string): string => `${seller}: your order is cancelled.`,
  } satisfies Record<OrderStatus, (seller: string) => string>,
});
