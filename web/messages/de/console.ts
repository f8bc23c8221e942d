/** The console's shell in German. */
import type { ConsoleWords } from '../console.ts';
import type { Speech } from '../speech.ts';
import { errors } from './errors.ts';

export const words = ({ counted }: Speech): ConsoleWords => ({
  direction: 'ltr',
  errors,

  title: 'Vitrine',
  lead: 'Zeigen Sie Waren vieler Verkäufer auf Ihren Seiten. Oder lassen Sie viele Seiten Ihre Waren verkaufen.',
  signIn: 'Anmelden',
  signUp: 'Konto anlegen',
  signOut: 'Abmelden',
  email: 'E-Mail',
  password: 'Passwort',
  passwordHint: 'Mindestens 10 Zeichen. Ein Satz lässt sich leicht merken.',
  newPassword: 'Neues Passwort',
  currentPassword: 'Jetziges Passwort',
  changePassword: 'Passwort ändern',
  passwordChanged: 'Das Passwort ist geändert. Alle anderen sind abgemeldet.',
  yourName: 'Ihr Name',
  newHere: 'Neu hier?',
  knownHere: 'Schon ein Konto?',
  askOperator: 'Konten legt der Betreiber dieses Servers an.',

  menu: 'Seiten',
  skip: 'Zum Inhalt',
  account: 'Ihr Konto',
  loading: 'Wird geladen …',
  tryAgain: 'Noch einmal versuchen',
  waitsForApproval:
    'Sie können alles einrichten. Seiten zeigen Ihre Waren, sobald der Betreiber Ihren Laden angesehen hat.',
  nothingHere: 'Hier ist nichts',
  overview: 'Alle Ihre Läden',
  welcome: (name) => `Willkommen, ${name}`,
  chooseText: 'Wofür sind Sie hier? Es kann auch mehreres sein.',
  actFor: 'Weiter als',
  scopes: { presenter: 'Präsentator', seller: 'Verkäufer', operator: 'Betreiber' },
  present: 'Waren auf meiner Seite zeigen',
  presentText: 'Verkäufer wählen, eine Zeile in die Seite kopieren, an jedem Verkauf verdienen.',
  sell: 'Meine Waren verkaufen',
  sellText: 'Einmal einstellen, auf vielen Seiten gezeigt. Jede Bestellung kommt zu Ihnen.',
  create: 'Anlegen',
  back: 'Zurück',

  siteName: 'Name Ihrer Website',
  siteAddress: 'Adressen ihrer Seiten',
  siteAddressHint:
    'Wie https://blog.example; mehrere mit Leerzeichen dazwischen. Nur Seiten dort können den Laden zeigen.',
  country: 'Land',
  currency: 'Währung',
  currencyHint: 'Drei Buchstaben, wie EUR.',
  language: 'Sprache',
  businessName: 'Name Ihres Geschäfts',
  contactEmail: 'E-Mail für Kunden',
  delivery: 'Versand eines Pakets in Ihrem Land',
  deliveryHint: 'Was ein Kunde dafür zahlt. Mehr lässt sich später einstellen.',

  pages: {
    sites: 'Websites',
    orders: 'Bestellungen',
    earnings: 'Einnahmen',
    products: 'Produkte',
    delivery: 'Lieferung',
    endpoint: 'Endpunkt',
  },

  search: 'Suchen',
  found: (count) => counted(count, { one: '# Eintrag', other: '# Einträge' }),
  csv: 'CSV herunterladen',
  previous: 'Zurück',
  next: 'Weiter',
  pageOf: (page, last) => `Seite ${page} von ${last}`,

  failures: {
    'email invalid_format': 'Das ist keine E-Mail-Adresse.',
    'email invalid_transition': 'Zu dieser E-Mail-Adresse gibt es schon ein Konto.',
    'email rate_limited': 'Zu viele Versuche. Bitte warten Sie ein, zwei Minuten.',
    'password unauthorized': 'E-Mail-Adresse oder Passwort stimmt nicht.',
    'password out_of_range': 'Mindestens 10 Zeichen, höchstens 1000.',
    'new_password out_of_range': 'Mindestens 10 Zeichen, höchstens 1000.',
    'name missing_field': 'Bitte einen Namen eingeben.',
    'country invalid_format': 'Bitte ein Land wählen.',
    'currency invalid_format': 'Das ist keine Währung. Drei Buchstaben werden erwartet, wie EUR.',
    'allowed_origins invalid_format':
      'Das ist keine Adresse von Seiten. Sie beginnt mit https:// und endet nach dem Namen: https://blog.example',
    'base wrong_kind': 'Bitte einen Betrag eingeben, wie 4,90.',
    rate_limited: 'Zu viele Versuche. Bitte warten Sie einen Moment.',
    unauthorized: 'Bitte melden Sie sich neu an.',
    not_found: 'Das gibt es nicht mehr.',
  },
});
