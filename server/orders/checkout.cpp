#include "orders/checkout.hpp"

#include <algorithm>

#include "clock.hpp"
#include "cooperation/terms.hpp"
#include "orders/appointments.hpp"
#include "store/catalogue.hpp"

namespace vitrine {
namespace {

Message missing(std::string path, std::string content) {
  return {MessageType::error,
          std::string(name(Errc::missing_field)),
          Severity::requires_buyer_input,
          std::move(path),
          std::move(content),
          {}};
}

bool needsAddress(const Quote& quote) {
  for (const auto& seller : quote.sellers) {
    for (const auto& group : seller.groups) {
      for (const auto& option : group.options) {
        if (option.id == group.selected_option_id && needsAddress(option.kind)) return true;
      }
    }
  }
  return false;
}

/// Also where addresses commonly have none, if a seller's rates depend on it.
bool lacksPostcode(const Address& address, const Quote& quote) {
  return quote.postcode_required && address.postcode.find_first_not_of(' ') == std::string::npos;
}

Errc codeOf(std::string_view wire) {
  for (const auto code : {Errc::unknown_offer, Errc::out_of_stock, Errc::not_deliverable,
                          Errc::pickup_only, Errc::outside_service_area}) {
    if (name(code) == wire) return code;
  }
  return Errc::internal;
}

}  // namespace

Result<Priced> priceSession(Work& work, const StoredSession& session, const Site& site) {
  QuoteRequest request{
      site.currency, {site.country, ""}, session.line_items, session.selected_options};
  if (session.destination) request.destination = *session.destination;
  if (session.address) request.destination = {session.address->country, session.address->postcode};
  std::vector<std::string> offer_ids;
  for (const auto& line : session.line_items) offer_ids.push_back(line.offer_id);
  auto [shelf, policy] = presentable(work.db, site, loadShelf(work.db, offer_ids), work.now);
  auto answer = quote(request, shelf);
  if (!answer) return answer.error();
  for (auto& line : answer->line_items) {
    if (line.image.starts_with('/')) line.image = work.config.public_url + line.image;
  }
  return Priced{*std::move(answer), std::move(shelf), std::move(policy)};
}

void sourceSession(Work& work, StoredSession& session, const Site& site, const Quote& quote) {
  session.sourcing.reset();
  if (firstError(quote, true)) return;
  const SourcingRequest request{quote.currency,           quote.destination,     session.line_items,
                                session.selected_options, session.pinned_offers, site.sourcing};
  std::vector<std::string> offer_ids;
  for (const auto& line : session.line_items) offer_ids.push_back(line.offer_id);
  const auto shelf = presentable(work.db, site, loadRivals(work.db, offer_ids), work.now).shelf;
  const auto found = sourceCart(request, shelf, session.objective);
  if (!found || !*found) return;
  const auto& best = **found;
  session.sourcing = {session.objective, best.proof, amountOf(quote.totals, TotalType::total),
                      best.total, best.bound};
}

CheckoutSession present(Work& work, const StoredSession& session, const Site& site, Priced priced) {
  auto& quote = priced.quote;
  CheckoutSession state;
  state.id = session.id;
  state.site_id = session.site_id;
  state.site_name = site.name;
  state.language = site.language;
  state.status = session.status;
  state.line_items = session.line_items;
  state.buyer = session.buyer;
  state.address = session.address;
  state.payment_methods = {PaymentMethod::invoice, PaymentMethod::pay_on_delivery};
  state.payment_method = session.payment_method;
  state.replacement = session.replacement;
  state.notes = session.notes;
  state.appointments = session.appointments;
  state.sourcing = session.sourcing;
  state.expires_at = rfc3339(session.expires_at);
  state.messages = quote.messages;
  for (const auto& part : quote.sellers)
    state.sellers.push_back(infoOf(*priced.shelf.seller(part.seller_id)));
  if (session.status == CheckoutStatus::incomplete) {
    if (quote.line_items.empty())
      state.messages.push_back(missing("line_items", "The cart is empty."));
    if (!session.buyer) state.messages.push_back(missing("buyer", "Who buys is not known yet."));
    if (!session.address && needsAddress(quote))
      state.messages.push_back(missing("address", "The delivery address is not known yet."));
    if (session.address && needsAddress(quote) && lacksPostcode(*session.address, quote))
      state.messages.push_back(missing("address.postcode", "Delivery depends on the postcode."));
    if (!session.payment_method)
      state.messages.push_back(missing("payment_method", "No payment method is chosen yet."));
    if (const auto fault = checkAppointments(session.appointments, quote, work.now))
      state.messages.push_back({MessageType::error,
                                std::string(name(fault->code)),
                                Severity::requires_buyer_input,
                                fault->where,
                                "The service cannot be given then.",
                                {}});
    const bool ready = std::none_of(state.messages.begin(), state.messages.end(),
                                    [](const Message& m) { return m.type == MessageType::error; });
    if (ready) state.status = CheckoutStatus::ready_for_complete;
  }
  if (site.discloses_shares) {
    if (const auto shared = shares(quote, priced.shelf, priced.policy))
      state.shares = shared->split;
  }
  state.quote = std::move(quote);
  return state;
}

Fault firstError(const Quote& quote, bool deliverable_too) {
  for (const auto& message : quote.messages) {
    if (message.type != MessageType::error) continue;
    const auto code = codeOf(message.code);
    if (code == Errc::pickup_only) continue;
    if ((code == Errc::not_deliverable || code == Errc::outside_service_area) && !deliverable_too)
      continue;
    return Error{code, message.path, message.limit};
  }
  return {};
}

}  // namespace vitrine
