/** The words of the console's shell in English. Another language is one object of the same shape. */
import { english as englishErrors } from './errors.ts';
import { english as people } from './people.ts';
import type { Speech } from './speech.ts';
import { spoken, type Translations } from './spoken.ts';

export type ConsoleWords = ReturnType<typeof english>;

export const english = ({ counted, number }: Speech) => ({
  direction: 'ltr' as 'ltr' | 'rtl',
  errors: englishErrors,
  people,

  title: 'Vitrine',
  lead: 'Show the goods of many sellers on your own pages. Or let many pages sell yours.',
  signIn: 'Sign in',
  signUp: 'Create an account',
  signOut: 'Sign out',
  email: 'E-mail',
  password: 'Password',
  passwordHint: 'At least 10 characters. A sentence is easy to remember.',
  newPassword: 'New password',
  currentPassword: 'Present password',
  changePassword: 'Change the password',
  passwordChanged: 'The password is changed. Everybody else is signed out.',
  yourName: 'Your name',
  newHere: 'New here?',
  knownHere: 'Already have an account?',
  askOperator: 'Accounts are made by the operator of this server.',

  menu: 'Pages',
  skip: 'To the content',
  account: 'Your account',
  loading: 'Loading …',
  tryAgain: 'Try again',
  waitsForApproval:
    'You can set everything up. Sites can show your goods as soon as the operator has looked at your shop.',
  refused: 'The operator does not let sites show your goods:',
  askAnew: 'Correct it on the page Business: when you save it, you ask anew.',
  waits: 'waiting',
  nothingHere: 'There is nothing here',
  overview: 'All your shops',
  welcome: (name: string): string => `Welcome, ${name}`,
  chooseText: 'Choose what you are here for. You can have several.',
  actFor: 'Continue as',
  scopes: { presenter: 'Presenter', seller: 'Seller', operator: 'Operator' },
  present: 'Show products on my site',
  presentText: 'Pick sellers, copy one tag into your page, and earn a share of each sale.',
  sell: 'Sell my products',
  sellText: 'Bring your goods once. Many sites show them; each order comes to you.',
  create: 'Create',
  back: 'Back',

  siteName: 'Name of your site',
  siteAddress: 'Addresses of its pages',
  siteAddressHint:
    'Like https://blog.example; several with spaces between. Only pages there can show the shop.',
  country: 'Country',
  currency: 'Currency',
  currencyHint: 'Three letters, like EUR.',
  language: 'Language',
  businessName: 'Name of your business',
  contactEmail: 'E-mail for customers',
  delivery: 'Delivery of a parcel in your country',
  deliveryHint: 'What a customer pays for it. More can be set later.',

  steps: {
    title: 'Next steps',
    progress: (done: number, all: number): string => `${number(done)} of ${number(all)} done`,
    done: 'Done',
    optional: 'if you like',
    business: {
      title: 'Say who you are',
      text: 'Customers must know your address and your e-mail.',
    },
    delivery: {
      title: 'Set what sending costs',
      text: 'There is one price for your country. Add countries, weights and free delivery.',
    },
    goods: { title: 'Bring your goods', text: 'Upload a list of them, or enter your services.' },
    terms: {
      title: 'Say what presenters earn',
      text: 'A share of each sale makes them show your goods.',
    },
    program: {
      title: 'Let your own program take sales',
      text: 'Without one they wait here in your list.',
    },
    approval: {
      title: 'The operator looks at your shop',
      text: 'After that sites can show your goods.',
    },
    site: { title: 'Create your shop', text: 'A name, and where your pages are.' },
    tag: {
      title: 'Put the tag into your page',
      text: 'Copy it below. This is ticked as soon as a page of yours loads it.',
    },
    pick: {
      title: 'Pick what you show',
      text: 'Everything of the sellers you chose, or only some of it, in your order.',
    },
    colours: {
      title: 'Match the colours of your page',
      text: 'The shop takes on your fonts; the rest you choose.',
    },
  },

  pages: {
    sites: 'Sites',
    orders: 'Orders',
    earnings: 'Earnings',
    products: 'Products',
    delivery: 'Delivery',
    endpoint: 'Endpoint',
    terms: 'Terms',
    business: 'Business',
    moderation: 'Moderation',
    members: 'Members',
    prices: 'Prices',
    health: 'Health',
    fee: 'Fee',
    keys: 'Keys',
    team: 'Team',
  },

  search: 'Search',
  found: (count: number): string => counted(count, { one: '# entry', other: '# entries' }),
  csv: 'Download CSV',
  previous: 'Previous',
  next: 'Next',
  pageOf: (page: string, last: string): string => `Page ${page} of ${last}`,

  /** By field and code, or by code alone. */
  failures: {
    'commission wrong_kind': 'Enter a percentage, like 12.5.',
    'from invalid_format': 'Enter a day.',
    'back_on invalid_format': 'Enter a day, or none.',
    'back_on out_of_range': 'You come back after the first day, and after today.',
    'fee_bp wrong_kind': 'Enter a percentage, like 2.5.',
    'per_order wrong_kind': 'Enter amounts with their currencies, like 0.30 EUR; 0.35 CHF.',
    terms_exceed_price: 'Together with a seller’s terms it comes to more than the price.',
    circular_fees: 'A seller counts its commission after the fee: this fee cannot count it too.',
    'from retroactive': 'The day is too early; see the earliest one.',
    'url invalid_format':
      'This is no URL that orders can be sent to. It begins with https:// and leads to a public server.',
    'amount refund_exceeds_charge': 'That is more than is left to give back.',
    'amount wrong_kind': 'Enter an amount, like 4.90.',
    'reason missing_field': 'Enter a reason.',
    'shipping_profiles not_deliverable':
      'Products still travel by a profile that is missing here. Give them another one first.',
    'base out_of_range': 'A fee is not less than nothing.',
    'status invalid_transition': 'The order has moved on meanwhile. Load the page again.',
    'email invalid_format': 'This is no e-mail address.',
    'email invalid_transition': 'There is already an account with this e-mail address.',
    'email rate_limited': 'Too many attempts. Please wait a minute or two.',
    'password unauthorized': 'The e-mail address or the password is not right.',
    'password out_of_range': 'Use at least 10 characters, and not more than 1000.',
    'new_password out_of_range': 'Use at least 10 characters, and not more than 1000.',
    'name missing_field': 'Enter a name.',
    'country invalid_format': 'Choose a country.',
    'currency invalid_format': 'This is no currency. Three letters are expected, like EUR.',
    'allowed_origins invalid_format':
      'This is no address of pages. It begins with https:// and ends after the name: https://blog.example',
    'base wrong_kind': 'Enter an amount, like 4.90.',
    negative_margin: 'That is below what the wholesale price takes.',
    no_wholesale_price: 'No seller sells this wholesale.',
    retroactive: 'This day is too early.',
    'wholesale out_of_range': 'Your own price is outside of these bounds.',
    'retail_max out_of_range': 'The highest price is below the lowest.',
    'margin_bp wrong_kind': 'Enter a percentage, like 25.',
    rate_limited: 'Too many attempts. Please wait a moment.',
    unauthorized: 'Please sign in again.',
    not_found: 'This is not there any more.',
  },
});

const translations: Translations<ConsoleWords> = {
  ar: () => import('./ar/console.ts'),
  de: () => import('./de/console.ts'),
  es: () => import('./es/console.ts'),
  fr: () => import('./fr/console.ts'),
};

export const speakConsole = (language: string): Promise<ConsoleWords> =>
  spoken(language, english, translations);
