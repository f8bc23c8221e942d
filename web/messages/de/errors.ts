/** What customers read for each error code, in German. */
import type { ErrorTexts } from '../errors.ts';

const ours = 'Bei uns ist etwas schiefgegangen. Bitte gleich noch einmal versuchen.';
const outdated = 'Diese Seite ist veraltet. Bitte neu laden und noch einmal versuchen.';

export const errors: ErrorTexts = {
  malformed_json: outdated,
  wrong_kind: outdated,
  missing_field: 'Bitte ausfüllen.',
  unknown_field: outdated,
  duplicate_field: outdated,
  out_of_range: (limit) =>
    limit ? `Bitte höchstens ${limit} wählen.` : 'Diese Zahl liegt außerhalb des Möglichen.',
  invalid_format: 'Bitte prüfen, hier stimmt etwas nicht.',
  too_large: 'Das ist zu lang. Bitte kürzen.',
  unknown_command: outdated,
  unknown_site: 'Dieser Shop ist nicht verfügbar.',
  unknown_product: 'Dieses Produkt wird nicht mehr verkauft.',
  unknown_offer: 'Dieses Produkt wird nicht mehr verkauft.',
  unknown_option: 'Diese Lieferung gibt es nicht mehr. Wir haben eine andere gewählt.',
  duplicate_offer: 'Ein Produkt steht zweimal im Warenkorb.',
  out_of_stock: (limit) =>
    limit ? `Nur noch ${limit} erhältlich.` : 'Davon sind nicht mehr genug da.',
  currency_mismatch:
    'Dieses Produkt wird in einer anderen Währung verkauft und lässt sich hier nicht bestellen.',
  not_deliverable: 'Dieser Händler liefert diese Produkte nicht an diese Adresse.',
  pickup_only: 'Dieser Händler liefert diese Produkte nicht dorthin. Bitte die Abholung wählen.',
  outside_service_area: 'Diese Dienstleistung wird an Ihrer Adresse nicht angeboten.',
  corrupt_catalog: ours,
  session_incomplete: 'Es fehlt noch etwas. Bitte die Angaben prüfen.',
  session_expired: 'Der Bestellvorgang ist abgelaufen. Bitte neu beginnen.',
  session_closed: 'Dieser Bestellvorgang ist schon abgeschlossen.',
  total_changed: 'Die Summe hat sich geändert. Bitte prüfen und erneut bestellen.',
  invalid_transition: 'Diese Bestellung ist inzwischen weiter. Bitte die Seite neu laden.',
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
  idempotency_in_flight: 'Der letzte Schritt läuft noch. Bitte einen Moment warten.',
  idempotency_mismatch: outdated,
  forbidden_origin: 'Dieser Shop darf von hier aus nicht benutzt werden.',
  unauthorized: 'Dieser Bestellvorgang lässt sich hier nicht fortsetzen. Bitte neu beginnen.',
  not_found: 'Das konnten wir nicht finden.',
  method_not_allowed: outdated,
  unsupported_media_type: outdated,
  rate_limited: 'Das waren sehr viele Anfragen. Bitte gleich noch einmal versuchen.',
  unavailable: 'Im Shop ist gerade viel los. Bitte gleich noch einmal versuchen.',
  internal: ours,
  unreachable: 'Der Shop ist nicht erreichbar. Bitte Verbindung prüfen und erneut versuchen.',
};
