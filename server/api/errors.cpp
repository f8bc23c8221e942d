#include "api/errors.hpp"

namespace vitrine {

boost::beast::http::status statusOf(Errc code) {
  using enum boost::beast::http::status;
  switch (code) {
    case Errc::malformed_json:
    case Errc::idempotency_key_missing:
      return bad_request;
    case Errc::wrong_kind:
    case Errc::missing_field:
    case Errc::unknown_field:
    case Errc::duplicate_field:
    case Errc::out_of_range:
    case Errc::invalid_format:
    case Errc::unknown_offer:
    case Errc::unknown_option:
    case Errc::duplicate_offer:
    case Errc::currency_mismatch:
    case Errc::not_deliverable:
    case Errc::pickup_only:
    case Errc::outside_service_area:
    case Errc::idempotency_mismatch:
    case Errc::terms_exceed_price:
    case Errc::negative_margin:
    case Errc::no_wholesale_price:
    case Errc::circular_fees:
    case Errc::overlapping_rules:
    case Errc::retroactive:
    case Errc::own_product:
      return unprocessable_entity;
    case Errc::too_large:
      return payload_too_large;
    case Errc::unknown_command:
    case Errc::unknown_site:
    case Errc::unknown_product:
    case Errc::not_found:
      return not_found;
    case Errc::out_of_stock:
    case Errc::session_incomplete:
    case Errc::session_closed:
    case Errc::total_changed:
    case Errc::invalid_transition:
    case Errc::refund_exceeds_charge:
    case Errc::payout_exceeds_balance:
    case Errc::idempotency_in_flight:
      return conflict;
    case Errc::session_expired:
      return gone;
    case Errc::forbidden_origin:
      return forbidden;
    case Errc::unauthorized:
      return unauthorized;
    case Errc::method_not_allowed:
      return method_not_allowed;
    case Errc::unsupported_media_type:
      return unsupported_media_type;
    case Errc::rate_limited:
      return too_many_requests;
    case Errc::unavailable:
      return service_unavailable;
    case Errc::corrupt_catalog:
    case Errc::internal:
      return internal_server_error;
  }
  fatal("Errc outside its enumerators");
}

std::string_view explain(Errc code) {
  switch (code) {
    case Errc::malformed_json:
      return "The body is not valid JSON in UTF-8.";
    case Errc::wrong_kind:
      return "The value at this path has the wrong type; see openapi.json.";
    case Errc::missing_field:
      return "This field is required.";
    case Errc::unknown_field:
      return "There is no such field; remove it.";
    case Errc::duplicate_field:
      return "This key stands twice in one object.";
    case Errc::out_of_range:
      return "The value is outside its range.";
    case Errc::invalid_format:
      return "The value does not have the required form.";
    case Errc::too_large:
      return "This is larger than the limit.";
    case Errc::unknown_command:
      return "There is no such command.";
    case Errc::unknown_site:
      return "There is no such site; check the site id.";
    case Errc::unknown_product:
      return "There is no such product in the catalogue.";
    case Errc::unknown_offer:
      return "There is no such offer in the catalogue any more.";
    case Errc::unknown_option:
      return "This delivery option is not offered for the parcel.";
    case Errc::duplicate_offer:
      return "An offer may stand in one line only; add the quantities up.";
    case Errc::out_of_stock:
      return "Fewer units are available; lower the quantity to the limit.";
    case Errc::currency_mismatch:
      return "The site sells in another currency.";
    case Errc::not_deliverable:
      return "The seller does not deliver these goods to this destination.";
    case Errc::pickup_only:
      return "The seller only hands these goods out; choose pickup or another destination.";
    case Errc::outside_service_area:
      return "The giver of this service does not work at this destination.";
    case Errc::corrupt_catalog:
      return "The catalogue cannot be read.";
    case Errc::session_incomplete:
      return "Something is still missing at this path.";
    case Errc::session_expired:
      return "The checkout has expired; start a new one.";
    case Errc::session_closed:
      return "The checkout is completed or canceled.";
    case Errc::total_changed:
      return "The total is another by now; show the new one and ask again.";
    case Errc::invalid_transition:
      return "The status does not allow this step.";
    case Errc::terms_exceed_price:
      return "Commission and fees come to more than the price.";
    case Errc::negative_margin:
      return "Goods would be sold below their wholesale price.";
    case Errc::no_wholesale_price:
      return "No seller sells this wholesale on that day, so its price is the seller's.";
    case Errc::circular_fees:
      return "The commission is counted after the fee, and the fee of the commission; change one.";
    case Errc::overlapping_rules:
      return "Two rules speak of the same goods on the same day.";
    case Errc::retroactive:
      return "Terms and prices begin on the first allowed day at the earliest; orders keep those "
             "they were placed under.";
    case Errc::refund_exceeds_charge:
      return "More would be refunded than is left of what was charged; see the limit.";
    case Errc::payout_exceeds_balance:
      return "More would be paid out than the books owe; see the limit.";
    case Errc::own_product:
      return "A presenter cannot recommend what it sells itself.";
    case Errc::idempotency_key_missing:
      return "Send an Idempotency-Key header of 1 to 255 characters.";
    case Errc::idempotency_in_flight:
      return "The same request is being worked on; try again shortly.";
    case Errc::idempotency_mismatch:
      return "This Idempotency-Key was used for another request.";
    case Errc::forbidden_origin:
      return "Pages of this origin may not use the site; the presenter can allow them.";
    case Errc::unauthorized:
      return "Send the right key as Authorization: Bearer.";
    case Errc::not_found:
      return "There is nothing here.";
    case Errc::method_not_allowed:
      return "This path has no such method.";
    case Errc::unsupported_media_type:
      return "Send the body as application/json, not compressed.";
    case Errc::rate_limited:
      return "Too many requests from this address; wait as long as Retry-After says.";
    case Errc::unavailable:
      return "The server cannot do this now; try again later.";
    case Errc::internal:
      return "The server failed; the failure was logged.";
  }
  fatal("Errc outside its enumerators");
}

}  // namespace vitrine
