#include "vitrine/quote.hpp"

#include <algorithm>

#include "vitrine/tax.hpp"

namespace vitrine {
namespace {

/// Adds up amounts and remembers an overflow, so that sums read as sums.
class Sum {
 public:
  Sum& operator+=(Amount amount) {
    const auto sum = add(value_, amount);
    if (sum) {
      value_ = *sum;
    } else {
      overflow_ = true;
    }
    return *this;
  }
  Amount value() const { return value_; }
  bool overflow() const { return overflow_; }

 private:
  Amount value_ = 0;
  bool overflow_ = false;
};

const Error tooMuch{Errc::out_of_range, "line_items"};

std::string contentOf(Errc code) {
  switch (code) {
    case Errc::unknown_offer:
      return "This offer is no longer in the catalogue; remove the line.";
    case Errc::out_of_stock:
      return "Fewer units are available than wanted; lower the quantity to the limit.";
    case Errc::not_deliverable:
      return "The seller has no delivery for these goods to this destination.";
    case Errc::pickup_only:
      return "The seller only hands these goods out; choose pickup or another destination.";
    case Errc::outside_service_area:
      return "The giver of this service does not work at this destination.";
    case Errc::unknown_option:
      return "This delivery is not offered for the parcel; the default was taken.";
    default:
      return "";
  }
}

Message message(MessageType type, Errc code, std::string path) {
  const bool to_choose = code == Errc::not_deliverable || code == Errc::pickup_only ||
                         code == Errc::outside_service_area;
  const auto severity = to_choose ? Severity::requires_buyer_input : Severity::recoverable;
  return {type, std::string(name(code)), severity, std::move(path), contentOf(code), {}};
}

/// The lines of one parcel, by their place in `Quote::line_items`, with the offers behind them.
struct Packing {
  const ShippingProfile* profile = nullptr;
  std::string profile_id;
  std::vector<std::size_t> lines;

  bool isService() const { return profile && isForServices(*profile); }
};

struct Part {
  const Seller* seller = nullptr;
  std::vector<Packing> packings;
};

class Pricing {
 public:
  Pricing(const QuoteRequest& request, const Shelf& shelf) : request_(request), shelf_(shelf) {
    quote_.currency = request.currency;
    quote_.destination = request.destination;
  }

  Result<Quote> run() {
    for (std::size_t i = 0; i < request_.line_items.size(); ++i) {
      if (auto fault = addLine(i)) return *fault;
    }
    Sum subtotal, fulfillment, tax;
    Amount discount = 0;  // at most the goods, which are summed up beside it
    for (const auto& part : parts_) {
      auto seller = price(part);
      if (!seller) return seller.error();
      subtotal += amountOf(seller->totals, TotalType::subtotal);
      if (subtotal.overflow()) return tooMuch;
      discount -= amountOf(seller->totals, TotalType::items_discount);
      fulfillment += amountOf(seller->totals, TotalType::fulfillment);
      tax += amountOf(seller->totals, TotalType::tax);
      for (const auto& line : seller->taxes) {
        if (addTax(quote_.taxes, line)) return tooMuch;
      }
      quote_.sellers.push_back(*std::move(seller));
    }
    auto totals = table(subtotal, discount, fulfillment, tax);
    if (!totals) return totals.error();
    quote_.totals = *std::move(totals);
    describeReach();
    checkChoices();
    return std::move(quote_);
  }

 private:
  Fault addLine(std::size_t index) {
    const auto& wanted = request_.line_items[index];
    const auto path = element("line_items", index);
    const auto* found = shelf_.offer(wanted.offer_id);
    const auto* seller = found ? shelf_.seller(found->offer.seller_id) : nullptr;
    if (!seller) {
      quote_.messages.push_back(
          message(MessageType::error, Errc::unknown_offer, path + ".offer_id"));
      return {};
    }
    const auto& offer = found->offer;
    if (offer.currency != request_.currency) return at(path, {Errc::currency_mismatch, "offer_id"});
    const auto quantity = std::min(wanted.quantity, offer.stock.value_or(wanted.quantity));
    const auto subtotal = times(offer.price, quantity);
    const auto weight = times(offer.weight, quantity);
    if (!subtotal || !weight) return at(path, {Errc::out_of_range, "quantity"});
    if (quantity < wanted.quantity) {
      auto declined = message(MessageType::error, Errc::out_of_stock, path + ".quantity");
      declined.limit = *offer.stock;
      quote_.messages.push_back(std::move(declined));
    }
    packing(*seller, offer.shipping_profile_id).lines.push_back(quote_.line_items.size());
    places_.push_back(index);
    quote_.line_items.push_back({offer.id, quantity, offer.seller_id, found->product_id, offer.sku,
                                 found->title, found->options, found->image, offer.price, *subtotal,
                                 0, 0, *weight, offer.stock,
                                 unitPricing(offer.price, offer.unit_measure), offer.kind});
    tax_categories_.push_back(&offer.tax_category);
    return {};
  }

  Packing& packing(const Seller& seller, const std::string& profile_id) {
    auto part = std::find_if(parts_.begin(), parts_.end(),
                             [&](const Part& p) { return p.seller == &seller; });
    if (part == parts_.end()) part = parts_.insert(part, Part{&seller, {}});
    auto& packings = part->packings;
    auto found = std::find_if(packings.begin(), packings.end(),
                              [&](const Packing& p) { return p.profile_id == profile_id; });
    if (found == packings.end()) {
      const auto& profiles = seller.shipping_profiles;
      const auto profile =
          std::find_if(profiles.begin(), profiles.end(),
                       [&](const ShippingProfile& p) { return p.id == profile_id; });
      found = packings.insert(
          found, Packing{profile == profiles.end() ? nullptr : &*profile, profile_id, {}});
    }
    return *found;
  }

  Result<SellerQuote> price(const Part& part) {
    SellerQuote answer{part.seller->id, part.seller->name, {}, {}, {}};
    Sum goods, services, fulfillment, tax;
    for (const auto& packing : part.packings) {
      auto& sum = packing.isService() ? services : goods;
      for (const auto line : packing.lines) sum += quote_.line_items[line].subtotal;
    }
    Sum all = goods;
    all += services.value();
    if (goods.overflow() || services.overflow() || all.overflow()) return tooMuch;
    const auto discount = discountOf(part.seller->discounts, all.value());
    applyDiscount(part, discount);
    for (const auto& packing : part.packings) {
      auto group = deliver(*part.seller, packing, (packing.isService() ? services : goods).value());
      if (!group) return group.error();
      if (auto fault = applyTax(*part.seller, packing, *group, answer.taxes)) return *fault;
      fulfillment += group->amount;
      answer.groups.push_back(*std::move(group));
    }
    for (const auto& line : answer.taxes) {
      if (!line.included) tax += line.amount;
    }
    auto totals = table(all, discount, fulfillment, tax);
    if (!totals) return totals.error();
    answer.totals = *std::move(totals);
    return answer;
  }

  /// The parcel with the options that serve the destination, and the selected one. `goods`: what
  /// the seller's goods cost, or its services: neither brings the other over a threshold.
  Result<FulfillmentGroup> deliver(const Seller& seller, const Packing& packing, Amount goods) {
    FulfillmentGroup group;
    group.id = seller.id + '/' + packing.profile_id;
    group.profile_id = packing.profile_id;
    Parcel parcel{goods, 0, 0};
    Sum weight;
    for (const auto line : packing.lines) {
      const auto& item = quote_.line_items[line];
      group.offer_ids.push_back(item.offer_id);
      weight += item.weight;
      parcel.units += item.quantity;
    }
    if (weight.overflow()) return tooMuch;
    group.weight = parcel.weight = weight.value();

    if (parcel.units == 0) return group;

    if (packing.profile) {
      for (const auto& method : packing.profile->methods) {
        const auto* rate = rateFor(method, request_.destination);
        if (!rate) continue;
        const auto fee = parcelFee(*rate, parcel);
        if (!fee) return at("line_items", fee.error());
        if (!*fee) continue;
        ShippingOption option{method.id,       method.title,          method.kind, method.min_days,
                              method.max_days, method.pickup_address, **fee,       {}};
        if (**fee > 0 && rate->free_from && goods < *rate->free_from)
          option.missing_for_free = *rate->free_from - goods;
        // Cheapest first, then quickest, then in the seller's order.
        const auto place = std::upper_bound(
            group.options.begin(), group.options.end(), option, [](const auto& a, const auto& b) {
              return a.amount != b.amount ? a.amount < b.amount : a.max_days < b.max_days;
            });
        group.options.insert(place, std::move(option));
      }
    }
    if (const auto* option = select(group)) {
      group.selected_option_id = option->id;
      group.amount = option->amount;
    } else {
      const auto code = !group.options.empty() ? Errc::pickup_only
                        : packing.isService()  ? Errc::outside_service_area
                                               : Errc::not_deliverable;
      const auto first = places_[packing.lines.front()];
      quote_.messages.push_back(message(MessageType::error, code, element("line_items", first)));
    }
    return group;
  }

  /// The customer's choice, else the cheapest that carries the goods. To come and collect them is
  /// chosen for nobody.
  const ShippingOption* select(const FulfillmentGroup& group) const {
    const auto& options = group.options;
    for (const auto& choice : request_.selected_options) {
      if (choice.group_id != group.id) continue;
      const auto chosen = std::find_if(options.begin(), options.end(),
                                       [&](const auto& o) { return o.id == choice.option_id; });
      if (chosen != options.end()) return &*chosen;
    }
    const auto carried = std::find_if(options.begin(), options.end(),
                                      [](const auto& o) { return o.kind != ShippingKind::pickup; });
    return carried == options.end() ? nullptr : &*carried;
  }

  void applyDiscount(const Part& part, Amount discount) {
    if (discount == 0) return;
    std::vector<std::size_t> places;
    std::vector<DiscountedLine> lines;
    for (const auto& packing : part.packings) {
      for (const auto line : packing.lines) {
        const auto& item = quote_.line_items[line];
        places.push_back(line);
        lines.push_back({packing.profile_id, *tax_categories_[line], item.offer_id, item.subtotal});
      }
    }
    const auto parts = splitDiscount(discount, lines);
    for (std::size_t i = 0; i < places.size(); ++i)
      quote_.line_items[places[i]].discount = parts[i];
  }

  Fault applyTax(const Seller& seller, const Packing& packing, FulfillmentGroup& group,
                 std::vector<TaxLine>& taxes) {
    const auto option =
        std::find_if(group.options.begin(), group.options.end(),
                     [&](const auto& o) { return o.id == group.selected_option_id; });
    const bool collected = option != group.options.end() && option->kind == ShippingKind::pickup;
    const auto& country = collected ? seller.country : request_.destination.country;
    std::vector<TaxedGoods> goods;
    auto lines = packing.lines;
    std::sort(lines.begin(), lines.end(), [&](std::size_t a, std::size_t b) {
      return quote_.line_items[a].offer_id < quote_.line_items[b].offer_id;
    });
    for (const auto line : lines) {
      const auto& item = quote_.line_items[line];
      goods.push_back({*tax_categories_[line], item.subtotal - item.discount});
    }
    const auto tax = taxParcel(seller, country, goods, group.amount);
    if (!tax) return tooMuch;
    for (std::size_t i = 0; i < goods.size(); ++i) quote_.line_items[lines[i]].tax += tax->goods[i];
    group.tax += tax->delivery;
    for (const auto& line : tax->lines) {
      if (addTax(taxes, line)) return tooMuch;
    }
    return {};
  }

  static Result<std::vector<Total>> table(const Sum& goods, Amount discount, const Sum& fulfillment,
                                          const Sum& tax) {
    Sum total;
    total += goods.value();
    total += -discount;
    total += fulfillment.value();
    total += tax.value();
    if (goods.overflow() || fulfillment.overflow() || tax.overflow() || total.overflow())
      return tooMuch;
    std::vector<Total> rows{{TotalType::subtotal, goods.value()}};
    if (discount != 0) rows.push_back({TotalType::items_discount, -discount});
    rows.push_back({TotalType::fulfillment, fulfillment.value()});
    if (tax.value() != 0) rows.push_back({TotalType::tax, tax.value()});
    rows.push_back({TotalType::total, total.value()});
    return rows;
  }

  /// Where all of this can go, and what an address there needs.
  void describeReach() {
    const auto& country = request_.destination.country;
    std::vector<const ShippingProfile*> profiles;
    quote_.postcode_required = requiresPostcode(country);
    for (const auto& part : parts_) {
      for (const auto& packing : part.packings) {
        if (!packing.profile) continue;
        profiles.push_back(packing.profile);
        for (const auto& method : packing.profile->methods) {
          if (dependsOnPostcode(method, country)) quote_.postcode_required = true;
        }
      }
    }
    quote_.countries = servedCountries(profiles);
  }

  /// A choice that no parcel took is worth a warning.
  void checkChoices() {
    for (std::size_t i = 0; i < request_.selected_options.size(); ++i) {
      const auto& choice = request_.selected_options[i];
      const bool taken =
          std::any_of(quote_.sellers.begin(), quote_.sellers.end(), [&](const SellerQuote& seller) {
            return std::any_of(seller.groups.begin(), seller.groups.end(),
                               [&](const FulfillmentGroup& group) {
                                 return group.id == choice.group_id &&
                                        group.selected_option_id == choice.option_id;
                               });
          });
      if (!taken)
        quote_.messages.push_back(message(MessageType::warning, Errc::unknown_option,
                                          element("selected_options", i) + ".option_id"));
    }
  }

  const QuoteRequest& request_;
  const Shelf& shelf_;
  Quote quote_;
  std::vector<Part> parts_;
  std::vector<std::size_t> places_;  // quote line -> request line
  std::vector<const std::string*> tax_categories_;
};

}  // namespace

Result<Quote> quote(const QuoteRequest& request, const Shelf& shelf) {
  if (!currencyExponent(request.currency)) return Error{Errc::invalid_format, "currency"};
  if (!isCountryCode(request.destination.country))
    return Error{Errc::invalid_format, "destination.country"};
  if (auto fault = check(request.line_items)) return *fault;
  return Pricing(request, shelf).run();
}

Amount amountOf(const std::vector<Total>& totals, TotalType type) {
  for (const auto& row : totals) {
    if (row.type == type) return row.amount;
  }
  return 0;
}

}  // namespace vitrine
