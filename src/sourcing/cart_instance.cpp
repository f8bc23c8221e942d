#include "sourcing/cart_instance.hpp"

#include <algorithm>
#include <numeric>

#include "vitrine/tax.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t million = 1'000'000;

bool contains(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// Thresholds on goods less what other parcels can bring; those that fall to nothing hold at once.
template <class Tier>
void lower(std::vector<Tier>& tiers, Amount other) {
  for (auto& tier : tiers) tier.from = std::max<Amount>(0, tier.from - other);
  while (tiers.size() > 1 && tiers[1].from == 0) tiers.erase(tiers.begin());
}

bool countsGoods(const Rate& rate) {
  return rate.free_from || rate.min_goods || !rate.price_tiers.empty();
}

class Builder {
 public:
  Builder(const SourcingRequest& request, const Shelf& shelf, CartInstance& cart, Reach reach)
      : request_(request), shelf_(shelf), cart_(cart), reach_(reach) {}

  void run(Joint joint) {
    for (const auto& line : cart_.lines) cart_.instance.lines.push_back({line.quantity, 0});
    for (std::size_t j = 0; j < cart_.lines.size(); ++j) {
      for (const auto& offer : shelf_.offers) consider(offer, j);
    }
    measure();
    for (std::size_t s = 0; s < cart_.sources.size(); ++s) price(s, joint);
  }

 private:
  void consider(const ShelfOffer& candidate, std::size_t j) {
    const auto& line = cart_.lines[j];
    const auto& offer = candidate.offer;
    if (line.pinned ? offer.id != line.offer_id : candidate.variant_id != line.variant_id) return;
    if (offer.currency != request_.currency || offer.kind != line.kind) return;
    if (!line.pinned && contains(request_.policy.excluded_sellers, offer.seller_id)) return;
    const auto stock = stockFor(offer, line);
    if (stock && *stock < 1) return;
    auto* source = sourceOf(offer);
    if (!source) return;
    const auto s = static_cast<std::size_t>(source - cart_.sources.data());
    auto& offers = cart_.instance.sellers[s].offers;
    const SourcingOffer entry{static_cast<std::int32_t>(j), offer.price, stock, offer.weight};
    if (!offers.empty() && offers.back().line == entry.line) {
      // A seller with several offers for one variant: the cheapest speaks for it.
      const auto& other = source->offers.back()->offer;
      if (other.price < offer.price || (other.price == offer.price && other.id < offer.id)) return;
      offers.back() = entry;
      source->offers.back() = &candidate;
      return;
    }
    offers.push_back(entry);
    source->offers.push_back(&candidate);
  }

  /// What is left for a line beside the pinned ones.
  std::optional<std::int64_t> stockFor(const Offer& offer, const WantedLine& line) const {
    if (!offer.stock) return {};
    auto stock = *offer.stock;
    for (const auto& other : cart_.lines) {
      if (!line.pinned && other.pinned && other.offer_id == offer.id) stock -= other.quantity;
    }
    return std::max<std::int64_t>(0, stock);
  }

  ParcelSource* sourceOf(const Offer& offer) {
    for (auto& source : cart_.sources) {
      if (source.seller->id == offer.seller_id && source.profile->id == offer.shipping_profile_id)
        return &source;
    }
    const auto* seller = shelf_.seller(offer.seller_id);
    if (!seller) return nullptr;
    for (const auto& profile : seller->shipping_profiles) {
      if (profile.id != offer.shipping_profile_id) continue;
      cart_.instance.sellers.emplace_back();
      return &cart_.sources.emplace_back(ParcelSource{seller, &profile, {}, {}});
    }
    return nullptr;
  }

  std::int64_t factorOf(const ParcelSource& source, const ShelfOffer& offer) const {
    if (source.seller->prices_include_tax) return million;
    const auto& country = reach_ == Reach::pickup && !isForServices(*source.profile)
                              ? source.seller->country
                              : request_.destination.country;
    return million + taxRate(*source.seller, country, offer.offer.tax_category);
  }

  /// Finds the smallest scale at which every price with its tax is a whole number.
  void measure() {
    common_ = million;
    for (const auto& source : cart_.sources) {
      for (const auto* offer : source.offers) common_ = std::gcd(common_, factorOf(source, *offer));
    }
    cart_.scale = million / common_;
  }

  void price(std::size_t s, Joint joint) {
    auto& source = cart_.sources[s];
    auto& seller = cart_.instance.sellers[s];
    // What else the seller brings counts for discounts; for a fee only what is of the same sort.
    Amount other = 0, alike = 0;
    bool several = false, several_alike = false;
    for (std::size_t o = 0; o < cart_.sources.size(); ++o) {
      if (o == s || cart_.sources[o].seller != source.seller) continue;
      const bool same = isForServices(*cart_.sources[o].profile) == isForServices(*source.profile);
      several = true;
      several_alike = several_alike || same;
      if (joint != Joint::all) continue;
      const auto goods = most(o);
      other += goods;
      if (same) alike += goods;
    }
    // Delivery is taxed as the goods are; with several rates the lowest limits it from below.
    std::int64_t least = INT64_MAX;
    for (std::size_t k = 0; k < source.offers.size(); ++k) {
      const auto factor = factorOf(source, *source.offers[k]) / common_;
      least = std::min(least, factor);
    }
    for (const auto& method : source.profile->methods) {
      if (method.kind != ShippingKind::digital && !isForServices(method.kind) &&
          (method.kind == ShippingKind::pickup) != (reach_ == Reach::pickup))
        continue;
      const auto* rate = rateFor(method, request_.destination);
      if (!rate) continue;
      cart_.joint = cart_.joint || (several_alike && countsGoods(*rate));
      source.methods.push_back(&method);
      // What a service waits for says nothing of when the goods are there.
      const auto days = isForServices(method.kind) ? 0 : method.max_days;
      seller.methods.push_back({method.kind, days, scaled(*rate, alike, least)});
    }
    seller.discounts = source.seller->discounts;
    cart_.joint = cart_.joint || (several && !seller.discounts.empty());
    lower(seller.discounts, other);
    for (auto& tier : seller.discounts) tier.from *= least;
    if (!contains(request_.policy.preferred_sellers, source.seller->id))
      seller.surcharge = request_.policy.surcharge * cart_.scale;
    for (std::size_t k = 0; k < source.offers.size(); ++k)
      seller.offers[k].price *= factorOf(source, *source.offers[k]) / common_;
  }

  /// The value of goods that a source can bring at most. Prices are still those of the offers.
  Amount most(std::size_t s) const {
    Amount goods = 0;
    const auto& source = cart_.sources[s];
    for (std::size_t k = 0; k < source.offers.size(); ++k) {
      const auto& entry = cart_.instance.sellers[s].offers[k];
      const auto wanted = cart_.lines[static_cast<std::size_t>(entry.line)].quantity;
      goods += source.offers[k]->offer.price * std::min(wanted, entry.stock.value_or(wanted));
    }
    return goods;
  }

  static Rate scaled(Rate rate, Amount other, std::int64_t factor) {
    if (rate.free_from) rate.free_from = std::max<Amount>(0, *rate.free_from - other) * factor;
    if (rate.min_goods) rate.min_goods = std::max<Amount>(0, *rate.min_goods - other) * factor;
    lower(rate.price_tiers, other);
    for (auto& tier : rate.price_tiers) {
      tier.from *= factor;
      tier.fee *= factor;
    }
    for (auto& tier : rate.weight_tiers) tier.fee *= factor;
    rate.base *= factor;
    rate.per_item *= factor;
    return rate;
  }

  const SourcingRequest& request_;
  const Shelf& shelf_;
  CartInstance& cart_;
  Reach reach_;
  std::int64_t common_ = million;
};

}  // namespace

Fault check(const SourcingRequest& request) {
  if (!currencyExponent(request.currency)) return Error{Errc::invalid_format, "currency"};
  if (!isCountryCode(request.destination.country))
    return Error{Errc::invalid_format, "destination.country"};
  if (request.policy.surcharge < 0 || request.policy.surcharge > 1'000'000'000)
    return Error{Errc::out_of_range, "policy.surcharge"};
  return vitrine::check(request.line_items);
}

Result<std::vector<WantedLine>> wantedLines(const SourcingRequest& request, const Shelf& shelf) {
  std::vector<WantedLine> lines;
  for (std::size_t i = 0; i < request.line_items.size(); ++i) {
    const auto& item = request.line_items[i];
    const auto* found = shelf.offer(item.offer_id);
    if (!found) continue;
    if (found->offer.currency != request.currency)
      return at(element("line_items", i), {Errc::currency_mismatch, "offer_id"});
    const bool pinned = contains(request.pinned_offers, item.offer_id);
    const auto same = std::find_if(lines.begin(), lines.end(), [&](const WantedLine& line) {
      return !pinned && !line.pinned && line.variant_id == found->variant_id &&
             line.kind == found->offer.kind;
    });
    if (same == lines.end()) {
      lines.push_back({found->variant_id, item.offer_id, found->offer.kind, item.quantity, pinned});
    } else {
      same->quantity += item.quantity;
    }
  }
  return lines;
}

CartInstance cartInstance(const SourcingRequest& request, const Shelf& shelf,
                          std::vector<WantedLine> lines, Reach reach, Joint joint) {
  CartInstance cart;
  cart.lines = std::move(lines);
  Builder(request, shelf, cart, reach).run(joint);
  return cart;
}

std::vector<CartLine> cartOf(const CartInstance& cart,
                             const std::vector<SourcedUnits>& assignment) {
  std::vector<CartLine> line_items;
  for (std::size_t j = 0; j < cart.lines.size(); ++j) {
    for (const auto& units : assignment) {
      if (static_cast<std::size_t>(units.line) != j) continue;
      const auto s = static_cast<std::size_t>(units.seller);
      const auto& offers = cart.instance.sellers[s].offers;
      const auto place = std::find_if(offers.begin(), offers.end(),
                                      [&](const auto& o) { return o.line == units.line; });
      const auto& offer = cart.sources[s].offers[static_cast<std::size_t>(place - offers.begin())];
      const auto same = std::find_if(line_items.begin(), line_items.end(), [&](const CartLine& l) {
        return l.offer_id == offer->offer.id;
      });
      if (same == line_items.end()) {
        line_items.push_back({offer->offer.id, units.quantity});
      } else {
        same->quantity += units.quantity;
      }
    }
  }
  return line_items;
}

std::vector<SelectedOption> optionsOf(const CartInstance& cart, const SourcingAnswer& answer) {
  std::vector<SelectedOption> options;
  for (std::size_t s = 0; s < cart.sources.size(); ++s) {
    const auto& source = cart.sources[s];
    if (answer.methods[s] < 0) continue;
    options.push_back({source.seller->id + '/' + source.profile->id,
                       source.methods[static_cast<std::size_t>(answer.methods[s])]->id});
  }
  return options;
}

Amount surchargesOf(const CartInstance& cart, const SourcingAnswer& answer) {
  Amount sum = 0;
  for (std::size_t s = 0; s < cart.sources.size(); ++s) {
    if (answer.methods[s] >= 0) sum += cart.instance.sellers[s].surcharge;
  }
  return sum;
}

SourcingLimits cartLimits() {
  SourcingLimits limits;
  limits.work = cartWork;
  return limits;
}

std::optional<std::vector<SourcedUnits>> assignmentOf(const CartInstance& cart,
                                                      const std::vector<CartLine>& line_items) {
  std::vector<SourcedUnits> assignment;
  for (const auto& item : line_items) {
    auto left = item.quantity;
    for (std::size_t s = 0; s < cart.sources.size() && left > 0; ++s) {
      for (std::size_t k = 0; k < cart.sources[s].offers.size() && left > 0; ++k) {
        if (cart.sources[s].offers[k]->offer.id != item.offer_id) continue;
        const auto& entry = cart.instance.sellers[s].offers[k];
        const auto& line = cart.lines[static_cast<std::size_t>(entry.line)];
        // A pinned line takes its own units, another of the same offer the rest.
        const auto units = line.pinned ? std::min(left, line.quantity) : left;
        if (entry.stock && units > *entry.stock) return {};
        assignment.push_back({static_cast<std::int32_t>(s), entry.line, units});
        left -= units;
      }
    }
    if (left > 0) return {};
  }
  return assignment;
}

}  // namespace vitrine
