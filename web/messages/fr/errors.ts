/** What customers read for each error code, in French. */
import type { ErrorTexts } from '../errors.ts';

const ours = 'Quelque chose s’est mal passé de notre côté. Réessayez dans un instant.';
const outdated = 'Cette page n’est plus à jour. Rechargez-la et réessayez.';

export const errors: ErrorTexts = {
  malformed_json: outdated,
  wrong_kind: outdated,
  missing_field: 'Remplissez ce champ.',
  unknown_field: outdated,
  duplicate_field: outdated,
  out_of_range: (limit) =>
    limit ? `Choisissez ${limit} au plus.` : 'Ce nombre dépasse ce qui est possible.',
  invalid_format: 'Vérifiez cette saisie : quelque chose ne va pas.',
  too_large: 'C’est trop long. Raccourcissez.',
  unknown_command: outdated,
  unknown_site: 'Cette boutique n’est pas disponible.',
  unknown_product: 'Ce produit n’est plus vendu.',
  unknown_offer: 'Ce produit n’est plus vendu.',
  unknown_option: 'Cette livraison n’est plus proposée. Nous en avons choisi une autre.',
  duplicate_offer: 'Un produit figure deux fois dans le panier.',
  out_of_stock: (limit) => (limit ? `Il n’en reste que ${limit}.` : 'Il n’en reste plus assez.'),
  currency_mismatch:
    'Ce produit est vendu dans une autre monnaie et ne peut pas être commandé ici.',
  terms_exceed_price: outdated,
  negative_margin: outdated,
  circular_fees: outdated,
  overlapping_rules: outdated,
  retroactive: outdated,
  refund_exceeds_charge: outdated,
  payout_exceeds_balance: outdated,
  own_product: outdated,
  not_deliverable: 'Ce vendeur ne livre pas ces produits à votre adresse.',
  pickup_only: 'Ce vendeur ne livre pas ces produits là-bas. Choisissez de les retirer sur place.',
  corrupt_catalog: ours,
  session_incomplete: 'Il manque encore quelque chose. Vérifiez votre saisie.',
  session_expired: 'Votre commande en cours a expiré. Recommencez.',
  session_closed: 'Cette commande est déjà terminée.',
  total_changed: 'Le total a changé. Vérifiez-le et commandez de nouveau.',
  invalid_transition: 'Cette commande a avancé entre-temps. Rechargez la page.',
  idempotency_key_missing: outdated,
  idempotency_in_flight: 'Votre dernière étape est encore en cours. Patientez un instant.',
  idempotency_mismatch: outdated,
  forbidden_origin: 'Cette boutique ne peut pas être utilisée d’ici.',
  unauthorized: 'Cette commande ne peut pas continuer ici. Recommencez.',
  not_found: 'Nous ne l’avons pas trouvé.',
  method_not_allowed: outdated,
  unsupported_media_type: outdated,
  rate_limited: 'Cela fait beaucoup d’un coup. Réessayez dans un instant.',
  unavailable: 'Il y a beaucoup de monde dans la boutique. Réessayez dans un instant.',
  internal: ours,
  unreachable: 'La boutique est injoignable. Vérifiez votre connexion et réessayez.',
};
