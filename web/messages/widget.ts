/** All words of the widget in English. Another language is one object of the same shape; TypeScript finds what is missing. */
import type { ErrorCode, SourcingObjective } from '../contract.ts';
import type { GuideWords } from './guide.ts';
import { english as measures } from './measures.ts';
import { english as returned } from './returns.ts';
import type { OrderWords } from './order.ts';
import type { SearchWords } from './search.ts';
import type { Speech } from './speech.ts';

export type WidgetWords = ReturnType<typeof english>;

/** What elements speak with. English words of the search come with the search, those of guides and orders with them. */
export interface Words extends WidgetWords {
  language: string;
  searching?: SearchWords;
  guiding?: GuideWords;
  ordering?: OrderWords;
}

export function english(speech: Speech) {
  const { number, counted } = speech;
  const items = (count: number): string => counted(count, { one: '# item', other: '# items' });
  const sellers = (count: number): string =>
    counted(count, { one: '# seller', other: '# sellers' });

  return {
    direction: 'ltr' as 'ltr' | 'rtl',
    loading: 'Loading the shop',
    openShop: 'Show the shop',
    sellers: (count: number): string =>
      count === 1 ? 'One seller, one cart' : `${sellers(count)}, one cart`,
    search: 'Search the shop',
    filters: 'Filters',
    cart: 'Cart',
    cartButton: (count: number): string => (count === 0 ? 'Cart, empty' : `Cart, ${items(count)}`),
    from: 'from',
    add: 'Add',
    choose: 'Choose',
    soldOut: 'Sold out',
    away: 'Not taking orders now',
    backOn: (day: string): string => `Back on ${day}`,
    addNamed: (title: string): string => `Add ${title} to the cart`,
    chooseNamed: (title: string): string => `Choose ${title}`,
    inCart: (count: number): string => `${number(count)} in cart`,
    soldBy: (name: string): string => `Sold by ${name}`,
    service: 'Service',
    offeredBy: (name: string): string => `Offered by ${name}`,
    moreSellers: sellers,
    more: 'Show more',
    shown: (count: number, total: number): string => `${number(count)} of ${number(total)}`,
    noProducts: 'There is nothing on the shelves yet.',
    others: 'Everything else',
    withTax: 'Prices include VAT. Delivery is added.',
    withoutTax: 'VAT and delivery are added.',
    someTax: 'Delivery is added, and VAT where a seller’s prices have none.',
    offline:
      'You are offline. You can go on looking and filling your cart; ordering needs a connection.',
    retry: 'Try again',
    close: 'Close',
    partFailed: 'This could not be loaded. Check your connection and try again.',
    loadFailed: (code: ErrorCode): string => {
      switch (code) {
        case 'unknown_site':
        case 'not_found':
          return 'This shop does not exist, or not any more.';
        case 'forbidden_origin':
          return 'This shop may not be shown on this page. Its owner can allow the page’s address.';
        case 'currency_mismatch':
          return 'This shop sells in another currency than this page shows.';
        case 'corrupt_catalog':
          return 'The shop’s catalogue arrived damaged.';
        default:
          return 'The shop could not be reached.';
      }
    },
    // Told aloud
    added: (title: string, total: number): string => `Added ${title}. ${items(total)} in the cart.`,
    repricedCart: 'A price in your cart has changed.',
    removed: (title: string, total: number): string =>
      `Removed ${title}. ${items(total)} in the cart.`,

    // Product
    pictures: 'Pictures',
    picture: (place: number): string => `Picture ${number(place)}`,
    unavailable: 'not available',
    offersTitle: 'Choose a seller',
    quantity: 'Quantity',
    fewer: 'One less',
    another: 'One more',
    addToCart: 'Add to cart',
    addedShort: 'Added',
    viewCart: 'View cart',
    left: (count: number): string => `Only ${number(count)} left`,
    inStock: 'In stock',
    deliveryTo: (country: string): string => `Delivery to ${country}`,
    collect: 'Collect',
    notDelivered: (country: string): string => `Not delivered to ${country}`,
    leadTime: (days: string): string => `${days} ahead`,
    outsideArea: (country: string): string => `Not offered at your place in ${country}`,
    offeredIn: (area: string): string => `Offered in ${area}`,
    offeredEverywhere: 'Offered everywhere',
    free: 'Free',
    moreForFree: (amount: string, seller: string): string =>
      `${amount} more from ${seller} for free delivery`,
    limitReached: (limit: number): string =>
      `The seller has ${number(limit)}, counting those in your cart.`,
    aboutSeller: (name: string): string => `About ${name}`,
    returns: 'Returns',
    rated: (mean: string, count: number): string =>
      `${mean} of 5 stars, ${counted(count, { one: '# rating', other: '# ratings' })}`,
    recommendedBy: (name: string): string => `Recommended by ${name}`,
    reviews: 'Reviews by buyers',
    givenStars: (count: number): string =>
      counted(count, { one: '# of 5 stars', other: '# of 5 stars' }),
    verifiedBuyer: 'Verified buyer',
    boughtFrom: (seller: string): string => `Bought from ${seller}`,
    answerOf: (seller: string): string => `Answer of ${seller}`,
    moreReviews: 'Show more reviews',
    earnsOf: (name: string, amount: string, seller: string): string =>
      `${name} earns ${amount} of one sold by ${seller}.`,
    howReviewsCount: 'How does this count?',
    whyReviews:
      'Only customers to whom it was sent can review it, each counts once, and newer ones count more. Texts are read by the operator before they are shown. Stars make a quarter of a product’s place on the shelf, recommendations a tenth. Nobody can pay for a place.',
    sellerRated: (mean: string, count: number): string =>
      `${mean} of 5 stars from ${counted(count, { one: '# customer', other: '# customers' })}`,
    sentInTime: (percent: string): string => `${percent} sent in time in the last 90 days`,
    notAccepted: (percent: string): string => `${percent} of orders not accepted`,
    alsoNeeded: 'You will also need',
    goesWith: 'Goes with it',
    whySaid: 'The seller whose words describe this product says so.',
    boughtTogether: 'Often bought together',
    helpWithIt: 'Help with it',
    whyHelp:
      'Who offers these services says that they are for this product or its category. This shop shows them like its other sellers. Nobody can pay for a place.',
    whyHere: 'Why is this here?',
    whyTogether:
      'On all shops together, at least three customers bought it with this product, more often than by chance. Newer purchases count more, each customer counts once, and no shop counts for more than 32 customers. Nobody can pay for a place.',
    shownTogether: 'Often shown together',
    whyShown:
      'At least three people whose shops have sold something show both in one guide or section, or recommend both, and more of them than by chance. Each counts once; who sells the goods does not count. Nobody can pay for a place.',

    // What one more would add to the cart, on cards
    fits: (amount: string, seller: string): string => `+${amount}, fits ${seller}’s parcel`,
    newParcel: (amount: string): string => `+${amount} new parcel`,
    visitCost: (amount: string): string => `+${amount} travel`,
    saving: (amount: string, seller: string): string =>
      `saves ${amount} of delivery from ${seller}`,
    assumed: (country: string): string =>
      `Delivery is worked out for ${country}. You can change the place in the cart.`,

    ...measures(speech),
    ...returned,

    // Cart
    emptyTitle: 'Your cart is empty',
    emptyText: 'Things of every seller here go into the same cart.',
    keepLooking: 'Keep looking',
    each: (price: string): string => `${price} each`,
    remove: 'Remove',
    removeNamed: (title: string): string => `Remove ${title}`,
    removedShort: (title: string): string => `${title} was removed.`,
    undo: 'Undo',
    repriced: (title: string, before: string, price: string): string =>
      `The price of ${title} has changed from ${before} to ${price}.`,
    quantityOf: (title: string): string => `Quantity of ${title}`,
    parcel: (place: number, of: number): string =>
      of === 1 ? 'Delivery' : `Parcel ${number(place)} of ${number(of)}`,
    delivery: 'Delivery',
    deliveryBy: (seller: string): string => `Delivery by ${seller}`,
    stockLimit: (limit: number): string =>
      limit === 0 ? 'Sold out.' : `Only ${number(limit)} left.`,
    takeLimit: (limit: number): string => `Take ${number(limit)}`,
    gone: 'An item is no longer sold.',
    undeliverable: (seller: string, country: string): string =>
      `${seller} has no delivery for this to ${country}. Change the place below, or remove it.`,
    outOfArea: (seller: string, country: string): string =>
      `${seller} does not offer this at your place in ${country}. Change the place below, or remove it.`,
    pickupOnly: (seller: string, country: string): string =>
      `${seller} does not deliver this to ${country}. You can collect it.`,
    choosePickup: 'Choose where to collect',
    optionChanged: 'The delivery chosen before is not offered here; the best other one was taken.',
    subtotal: 'Subtotal',
    items_discount: 'Discount',
    fulfillment: 'Delivery',
    tax: 'Tax',
    fee: 'Fee',
    total: 'Total',
    includedTax: (rate: string): string => `Includes ${rate} tax`,
    addedTax: (rate: string): string => `${rate} tax`,
    deliverTo: 'Deliver to',
    country: 'Country',
    postcode: 'Postcode',
    estimateHint: 'For the estimate only. It stays on this page.',
    checkout: 'Checkout',
    fixFirst: 'Please look at the marked items first.',
    quoteFailed: 'Prices could not be worked out.',
    cartNote: 'One order. Each seller sends its own part.',

    // Share
    share: 'Share',
    shareLink: 'Link to buy this',
    shareProduct: 'Link to this product',
    copy: 'Copy link',
    copied: 'Copied.',
    copyByHand: 'The link is selected. Copy it with your keyboard or its menu.',
    shareWith: 'Share with …',
    qrCode: 'QR code of the link',
    tooMuchToShare: 'There is too much in it for a link.',

    // Sellers
    waysTitle: 'Sellers and delivery',
    ways: {
      cost: 'cheapest',
      parcels: 'fewest parcels',
      fastest: 'fastest',
      pickup: 'collect everything',
    } satisfies Record<SourcingObjective, string>,
    parcels: (count: number): string => counted(count, { one: '# parcel', other: '# parcels' }),
    saves: (amount: string): string => `saves ${amount}`,
    costsMore: (amount: string): string => `${amount} more`,
    onlyWay: (sellers: number): string =>
      sellers > 1
        ? `No other choice among ${counted(sellers, { one: '# seller', other: '# sellers' })} is cheaper, faster or in fewer parcels.`
        : 'No other seller here has these things.',
    sellersChanged: 'Some things now come from other sellers.',
    nobody: 'Nobody delivers all of this there.',
    notAll: (titles: string): string => `Not enough of this is left: ${titles}.`,
    takePartial: (total: string): string => `Take what can be had for ${total}`,
    whyTitle: 'Why these sellers?',
    whyText: (sellers: number): string =>
      `${counted(sellers, { one: '# seller has', other: '# sellers have' })} some of these things. Prices and delivery of every combination were compared:`,
    eachCheapest: 'Each thing where it is cheapest',
    oneSeller: 'All from one seller',
    nobodyHasAll: 'nobody has it all',
    best: 'Best combination',
    proved: 'Proved: no combination is cheaper.',
    within: (amount: string): string => `No combination can be more than ${amount} cheaper.`,
    keepSeller: 'Keep seller',
    sellerKept: 'Seller kept',

    // Checkout
    checkoutTitle: 'Checkout',
    checkoutUnreached:
      'The checkout could not be reached. Your cart is kept. Check your connection and try again.',
  };
}
