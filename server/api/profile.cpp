#include "api/profile.hpp"

#include <algorithm>

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "cooperation/terms.hpp"
#include "store/catalogue.hpp"
#include "vitrine/seller.hpp"

namespace vitrine {
namespace {

const ShippingProfile* find(const std::vector<ShippingProfile>& profiles, const std::string& id) {
  const auto found = std::find_if(profiles.begin(), profiles.end(),
                                  [&](const ShippingProfile& profile) { return profile.id == id; });
  return found == profiles.end() ? nullptr : &*found;
}

/// What is for sale must stay so: `not_deliverable` for a profile that offers still travel by, also
/// where it would no longer be for goods, or for services; `currency_mismatch` for another currency
/// than theirs.
Fault checkOffers(Work& work, const Seller& seller) {
  const auto needs = needsOfOffers(work.db, seller.id);
  const auto serves = [&](const std::string& id, bool services) {
    const auto* profile = find(seller.shipping_profiles, id);
    return profile && isForServices(*profile) == services;
  };
  for (const auto& id : needs.shipping_profile_ids)
    if (!serves(id, false)) return Error{Errc::not_deliverable, "shipping_profiles"};
  for (const auto& id : needs.service_profile_ids)
    if (!serves(id, true)) return Error{Errc::not_deliverable, "shipping_profiles"};
  for (const auto& currency : needs.currencies)
    if (currency != seller.currency) return Error{Errc::currency_mismatch, "currency"};
  return {};
}

}  // namespace

Result<Quote> preview(const ProfilePreview& wish) {
  if (auto fault = check(wish.profile)) return at("profile", *std::move(fault));
  const auto& seller = wish.profile;
  Shelf shelf;
  QuoteRequest request{seller.currency, wish.destination, {}, {}};
  for (std::size_t i = 0; i < wish.line_items.size(); ++i) {
    const auto& line = wish.line_items[i];
    const auto where = element("line_items", i);
    if (line.price < 0) return at(where, {Errc::out_of_range, "price"});
    if (line.weight < 0) return at(where, {Errc::out_of_range, "weight"});
    const auto* profile = find(seller.shipping_profiles, line.shipping_profile_id);
    if (!profile) return at(where, {Errc::unknown_option, "shipping_profile_id"});
    ShelfOffer thought;
    thought.offer.id = where;
    thought.offer.seller_id = seller.id;
    if (isForServices(*profile)) thought.offer.kind = OfferKind::service;
    thought.offer.price = line.price;
    thought.offer.currency = seller.currency;
    thought.offer.weight = line.weight;
    thought.offer.shipping_profile_id = line.shipping_profile_id;
    thought.offer.tax_category = line.tax_category;
    shelf.offers.push_back(std::move(thought));
    request.line_items.push_back({where, line.quantity});
  }
  shelf.sellers.push_back(std::make_shared<const Seller>(seller));
  return quote(request, shelf);
}

Result<Seller> getProfile(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  return findSeller(work.db, *seller_id)->seller;
}

Result<Seller> saveProfile(Work& work, const Seller& request) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  auto seller = request;
  seller.id = *seller_id;
  if (!request.id.empty() && request.id != *seller_id) return Error{Errc::invalid_format, "id"};
  if (auto fault = check(seller)) return *std::move(fault);
  if (auto fault = checkOffers(work, seller)) return *std::move(fault);
  saveSeller(work.db, seller);
  // Who was refused asks anew.
  if (findSeller(work.db, *seller_id)->standing() == SellerStanding::refused)
    setApproved(work.db, *seller_id, false, "");
  work.events.catalog_changed = true;
  return seller;
}

Result<HolidayState> getHoliday(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  auto record = *findSeller(work.db, *seller_id);
  return HolidayState{std::move(record.holiday), record.away};
}

Result<HolidayState> setHoliday(Work& work, const HolidayWish& request) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  if (request.holiday) {
    const auto& [from, back_on] = *request.holiday;
    if (!isDay(from)) return Error{Errc::invalid_format, "holiday.from"};
    if (!back_on.empty() && !isDay(back_on)) return Error{Errc::invalid_format, "holiday.back_on"};
    if (!back_on.empty() && (back_on <= from || back_on <= dayOf(work.now)))
      return Error{Errc::out_of_range, "holiday.back_on"};
  }
  setHoliday(work.db, *seller_id, request.holiday);
  keepHolidays(work.db, dayOf(work.now));
  work.events.catalog_changed = true;
  return getHoliday(work, {});
}

Result<Quote> previewProfile(Work& work, const ProfilePreview& request) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  return preview(request);
}

}  // namespace vitrine
