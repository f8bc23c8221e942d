#include "orders/checkout.hpp"

#include <algorithm>

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "crypto.hpp"
#include "json.hpp"
#include "members/sites.hpp"
#include "orders/appointments.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t sessionLife = 6 * 60 * 60 * 1000;  // milliseconds

/// Letters, digits and dashes, no longer than BCP 47 asks to be prepared for.
bool isLanguageTag(const std::string& text) {
  return text.size() >= 2 && text.size() <= 35 &&
         std::all_of(text.begin(), text.end(), [](char each) {
           return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') ||
                  (each >= '0' && each <= '9') || each == '-';
         });
}

struct Opened {
  StoredSession session;
  Site site;
};

/// The session of the call, if its secret is right and the page is one of the site's.
Result<Opened> open(Work& work) {
  auto session = findSession(work.db, work.call.param("id"), sha256(work.call.bearer));
  if (!session) return Error{Errc::not_found, "id"};
  auto site = work.site(session->site_id);
  if (!site) return site.error();
  return Opened{*std::move(session), *std::move(site)};
}

/// The same, still to be changed.
Result<Opened> openForChange(Work& work) {
  auto opened = open(work);
  if (!opened) return opened;
  if (opened->session.status != CheckoutStatus::incomplete)
    return Error{Errc::session_closed, "id"};
  if (opened->session.expires_at < work.now) return Error{Errc::session_expired, "id"};
  return opened;
}

Result<CheckoutSession> show(Work& work, const Opened& opened) {
  if (opened.session.completed) return *opened.session.completed;
  auto priced = priceSession(work, opened.session, opened.site);
  if (!priced) return priced.error();
  return present(work, opened.session, opened.site, *std::move(priced));
}

/// Choices for parcels that are gone (another address, fewer lines) are forgotten.
void keepTakenChoices(StoredSession& session, const Quote& quote) {
  std::erase_if(session.selected_options, [&](const SelectedOption& choice) {
    for (const auto& seller : quote.sellers) {
      for (const auto& group : seller.groups) {
        if (group.id == choice.group_id) return group.selected_option_id != choice.option_id;
      }
    }
    return true;
  });
}

Fault apply(StoredSession& session, const CheckoutUpdate& update) {
  if (update.line_items) {
    if (auto fault = check(*update.line_items)) return fault;
    session.line_items = *update.line_items;
  }
  if (update.buyer) {
    if (auto fault = check(*update.buyer)) return at("buyer", *std::move(fault));
    session.buyer = update.buyer;
  }
  if (update.address) {
    if (auto fault = check(*update.address)) return at("address", *std::move(fault));
    session.address = update.address;
  }
  if (update.destination) session.destination = update.destination;
  if (update.selected_options) session.selected_options = *update.selected_options;
  if (update.replacement) {
    if (auto fault = check(*update.replacement)) return at("replacement", *std::move(fault));
    session.replacement = *update.replacement;
  }
  if (update.notes) {
    if (auto fault = check(*update.notes)) return fault;
    session.notes = *update.notes;
  }
  if (update.appointments) session.appointments = *update.appointments;
  if (update.payment_method) session.payment_method = update.payment_method;
  return {};
}

}  // namespace

Result<CheckoutSession> createSession(Work& work, const CheckoutCreate& request) {
  const auto site = work.site(request.site_id);
  if (!site) return site.error();
  if (request.currency && *request.currency != site->currency)
    return Error{Errc::currency_mismatch, "currency"};
  if (request.line_items.empty()) return Error{Errc::missing_field, "line_items"};
  if (request.language && !isLanguageTag(*request.language))
    return Error{Errc::invalid_format, "language"};
  std::optional<std::string> page;
  if (request.page) {
    auto known = pageOf(*site, work.config.public_url, *request.page);
    if (!known) return known.error();
    page = *std::move(known);
  }
  StoredSession session;
  session.id = work.newId("cs_");
  session.site_id = site->id;
  session.expires_at = work.now + sessionLife;
  session.line_items = request.line_items;
  session.destination = request.destination;
  session.selected_options = request.selected_options;
  session.pinned_offers = request.pinned_offers;
  session.objective = request.objective;
  session.language = request.language;
  session.page = std::move(page);
  auto priced = priceSession(work, session, *site);
  if (!priced) return priced.error();
  // Where nobody delivers to yet, the customer may still give another address.
  if (auto fault = firstError(priced->quote, false)) return *std::move(fault);

  keepTakenChoices(session, priced->quote);
  sourceSession(work, session, *site, priced->quote);
  const auto secret = newSecret("cs_secret_");
  insertSession(work.db, session, sha256(secret));
  auto state = present(work, session, *site, *std::move(priced));
  state.secret = secret;
  return state;
}

Result<CheckoutSession> getSession(Work& work, const Nothing&) {
  const auto opened = open(work);
  if (!opened) return opened.error();
  if (opened->session.status == CheckoutStatus::incomplete && opened->session.expires_at < work.now)
    return Error{Errc::session_expired, "id"};
  return show(work, *opened);
}

Result<CheckoutSession> updateSession(Work& work, const CheckoutUpdate& request) {
  auto opened = openForChange(work);
  if (!opened) return opened.error();
  auto& session = opened->session;
  if (auto fault = apply(session, request)) return *std::move(fault);
  const auto priced = priceSession(work, session, opened->site);
  if (!priced) return priced.error();
  const auto& quote = priced->quote;
  if (auto fault = firstError(quote, request.address || request.destination))
    return *std::move(fault);
  if (request.selected_options) {
    for (const auto& message : quote.messages) {
      if (message.code == name(Errc::unknown_option))
        return Error{Errc::unknown_option, message.path};
    }
  }
  if (request.appointments) {
    if (auto fault = checkAppointments(session.appointments, quote, work.now))
      return *std::move(fault);
  }
  keepTakenChoices(session, quote);
  keepAppointments(session, quote);
  if (request.line_items || request.address || request.destination || request.selected_options)
    sourceSession(work, session, opened->site, quote);
  saveSession(work.db, session);
  return show(work, *opened);
}

Result<CheckoutSession> completeSession(Work& work, const CheckoutComplete& request) {
  const auto opened = work.again ? open(work) : openForChange(work);
  if (!opened) return opened.error();
  if (work.again) return show(work, *opened);
  auto state = place(work, opened->session, opened->site, request.total);
  if (!state) return state;
  work.kept = toJson(*state);
  saveCompleted(work.db, state->id, work.kept);
  return state;
}

Result<CheckoutSession> cancelSession(Work& work, const Nothing&) {
  auto opened = openForChange(work);
  if (!opened) return opened.error();
  opened->session.status = CheckoutStatus::canceled;
  saveSession(work.db, opened->session);
  return show(work, *opened);
}

}  // namespace vitrine
