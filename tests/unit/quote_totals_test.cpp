// What is true of every quote, whatever the sellers' rules and the cart.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "unit/catch.hpp"
#include "unit/generators.hpp"

namespace vitrine {
namespace {

__extension__ using Wide = __int128;

Quote priced(const any::Basket& basket) {
  RC_LOG() << toJson(basket);
  auto answer = quote(basket.request, basket.shelf());
  RC_ASSERT(static_cast<bool>(answer));
  return *answer;
}

const Seller& sellerOf(const any::Basket& basket, const std::string& id) {
  return *std::find_if(basket.sellers.begin(), basket.sellers.end(),
                       [&](const Seller& s) { return s.id == id; });
}

const Offer& offerOf(const any::Basket& basket, const std::string& id) {
  return *std::find_if(basket.offers.begin(), basket.offers.end(),
                       [&](const Offer& o) { return o.id == id; });
}

void requireTable(const std::vector<Total>& totals) {
  std::set<TotalType> seen;
  Amount sum = 0;
  for (const auto& row : totals) {
    RC_ASSERT(seen.insert(row.type).second);
    if (row.type != TotalType::total) sum += row.amount;
  }
  RC_ASSERT(totals.back().type == TotalType::total);
  RC_ASSERT(sum == totals.back().amount);
}

/// What permuting the lines must not change: everything about a seller but the order of its parts.
std::map<std::string, Amount> figures(const Quote& quote) {
  std::map<std::string, Amount> answer;
  for (const auto& row : quote.totals) answer[std::string(name(row.type))] = row.amount;
  for (const auto& seller : quote.sellers) {
    for (const auto& row : seller.totals)
      answer[seller.seller_id + ' ' + std::string(name(row.type))] = row.amount;
    for (const auto& group : seller.groups) {
      answer[group.id + ' ' + group.selected_option_id.value_or("none")] = group.amount;
      answer[group.id + " tax"] = group.tax;
    }
    for (const auto& tax : seller.taxes)
      answer[seller.seller_id + ' ' + tax.category + ' ' + std::to_string(tax.rate_ppm)] =
          tax.amount;
  }
  return answer;
}

/// Tax by the rule's words: exact fraction, rounded to the nearest, halves to even.
Amount taxOf(Amount base, std::int64_t ppm, bool included) {
  const Wide top = Wide{base} * ppm;
  const Wide bottom = included ? 1'000'000 + ppm : 1'000'000;
  for (Wide guess = top / bottom;; ++guess) {
    const Wide twice = 2 * (top - guess * bottom);
    if (twice < bottom || (twice == bottom && guess % 2 == 0)) return static_cast<Amount>(guess);
  }
}

}  // namespace

TEST_CASE("totals add up, per seller and overall") {
  REQUIRE(rc::check([] {
    const auto basket = any::basket();
    const auto quote = priced(basket);
    requireTable(quote.totals);
    std::map<TotalType, Amount> sums;
    for (const auto& seller : quote.sellers) {
      requireTable(seller.totals);
      Amount goods = 0;
      Amount delivery = 0;
      for (const auto& line : quote.line_items) {
        if (line.seller_id == seller.seller_id) goods += line.subtotal;
      }
      for (const auto& group : seller.groups) delivery += group.amount;
      RC_ASSERT(amountOf(seller.totals, TotalType::subtotal) == goods);
      RC_ASSERT(amountOf(seller.totals, TotalType::fulfillment) == delivery);
      for (const auto& row : seller.totals) sums[row.type] += row.amount;
    }
    for (const auto& [type, sum] : sums) RC_ASSERT(amountOf(quote.totals, type) == sum);
  }));
}

TEST_CASE("each line costs its offer's price times what can be had of the wanted quantity") {
  REQUIRE(rc::check([] {
    auto basket = any::basket();
    for (auto& offer : basket.offers) {
      if (any::oneIn(2)) offer.stock = any::within(0, 20);
    }
    const auto quote = priced(basket);
    RC_ASSERT(quote.line_items.size() == basket.request.line_items.size());
    for (std::size_t i = 0; i < quote.line_items.size(); ++i) {
      const auto& line = quote.line_items[i];
      const auto& wanted = basket.request.line_items[i];
      const auto& offer = offerOf(basket, wanted.offer_id);
      RC_ASSERT(line.offer_id == wanted.offer_id);
      const auto had = std::min(wanted.quantity, offer.stock.value_or(wanted.quantity));
      RC_ASSERT(line.quantity == had);
      RC_ASSERT(line.seller_id == offer.seller_id);
      RC_ASSERT(line.unit_price == offer.price);
      RC_ASSERT(line.subtotal == offer.price * had);
    }
  }));
}

TEST_CASE("a seller's discount is the last tier that its goods reach, shared by its lines") {
  REQUIRE(rc::check([] {
    const auto basket = any::basket();
    const auto quote = priced(basket);
    for (const auto& seller : quote.sellers) {
      const auto goods = amountOf(seller.totals, TotalType::subtotal);
      Amount percent = 0;
      for (const auto& tier : sellerOf(basket, seller.seller_id).discounts) {
        if (tier.from <= goods) percent = tier.percent;
      }
      RC_CLASSIFY(percent > 0, "discounted");
      const auto off = -amountOf(seller.totals, TotalType::items_discount);
      RC_ASSERT(std::abs(100 * off - goods * percent) <= 50);
      Amount spread = 0;
      for (const auto& line : quote.line_items) {
        if (line.seller_id != seller.seller_id) continue;
        RC_ASSERT(line.discount >= 0);
        RC_ASSERT(line.discount <= line.subtotal);
        spread += line.discount;
      }
      RC_ASSERT(spread == off);
    }
  }));
}

TEST_CASE("each parcel offers exactly the methods of its profile that take it, at their fees") {
  REQUIRE(rc::check([] {
    const auto basket = any::basket();
    const auto quote = priced(basket);
    std::size_t packed = 0;
    for (const auto& seller : quote.sellers) {
      for (const auto& group : seller.groups) {
        Parcel parcel{amountOf(seller.totals, TotalType::subtotal), 0, 0};
        for (const auto& line : quote.line_items) {
          const auto& offer = offerOf(basket, line.offer_id);
          const bool mine = offer.seller_id + '/' + offer.shipping_profile_id == group.id;
          const bool listed =
              std::count(group.offer_ids.begin(), group.offer_ids.end(), line.offer_id) == 1;
          RC_ASSERT(mine == listed);
          if (!mine) continue;
          ++packed;
          parcel.weight += offer.weight * line.quantity;
          parcel.units += line.quantity;
        }
        RC_ASSERT(group.weight == parcel.weight);
        std::map<std::string, Amount> expected;
        for (const auto& profile : sellerOf(basket, seller.seller_id).shipping_profiles) {
          if (profile.id != group.profile_id) continue;
          for (const auto& method : profile.methods) {
            const auto* rate = rateFor(method, basket.request.destination);
            const auto fee = rate ? *parcelFee(*rate, parcel) : std::nullopt;
            if (fee) expected[method.id] = *fee;
          }
        }
        std::map<std::string, Amount> offered;
        for (const auto& option : group.options) offered[option.id] = option.amount;
        RC_ASSERT(offered == expected);
        RC_ASSERT(std::is_sorted(
            group.options.begin(), group.options.end(), [](const auto& a, const auto& b) {
              return std::pair(a.amount, a.max_days) < std::pair(b.amount, b.max_days);
            }));
      }
    }
    RC_ASSERT(packed == quote.line_items.size());
  }));
}

TEST_CASE(
    "each parcel goes by the customer's choice, else by the cheapest that carries it, else it says "
    "what is to be done") {
  REQUIRE(rc::check([] {
    const auto basket = any::basket();
    const auto quote = priced(basket);
    std::map<std::string, std::string> unsettled;  // first offer -> the code of the message
    for (const auto& seller : quote.sellers) {
      for (const auto& group : seller.groups) {
        const ShippingOption* expected = nullptr;
        for (const auto& choice : basket.request.selected_options) {
          for (const auto& option : group.options) {
            if (!expected && choice.group_id == group.id && choice.option_id == option.id)
              expected = &option;
          }
        }
        RC_CLASSIFY(expected != nullptr, "chosen");
        for (const auto& option : group.options) {
          if (!expected && option.kind != ShippingKind::pickup) expected = &option;
        }
        RC_ASSERT(group.selected_option_id.has_value() == (expected != nullptr));
        RC_ASSERT(group.amount == (expected ? expected->amount : 0));
        if (expected) RC_ASSERT(*group.selected_option_id == expected->id);
        if (!expected)
          unsettled[group.offer_ids.front()] =
              group.options.empty() ? "not_deliverable" : "pickup_only";
      }
    }
    for (const auto& message : quote.messages) {
      if (message.type != MessageType::error) continue;
      RC_ASSERT(message.path.starts_with("line_items["));
      const auto index = static_cast<std::size_t>(std::stoi(message.path.substr(11)));
      const auto found = unsettled.find(basket.request.line_items[index].offer_id);
      RC_ASSERT(found != unsettled.end());
      RC_ASSERT(found->second == message.code);
      unsettled.erase(found);
    }
    RC_ASSERT(unsettled.empty());
  }));
}

TEST_CASE("the taxes of lines and parcels add up to the tax lines, and those to what is paid") {
  REQUIRE(rc::check([] {
    const auto basket = any::basket();
    const auto quote = priced(basket);
    for (const auto& seller : quote.sellers) {
      const bool included = sellerOf(basket, seller.seller_id).prices_include_tax;
      Amount spread = 0;
      for (const auto& line : quote.line_items) {
        RC_ASSERT(line.tax >= 0);
        if (line.seller_id == seller.seller_id) spread += line.tax;
      }
      for (const auto& group : seller.groups) spread += group.tax;
      Amount net = 0;
      Amount tax = 0;
      for (const auto& line : seller.taxes) {
        RC_ASSERT(line.included == included);
        net += line.net;
        tax += line.amount;
      }
      RC_ASSERT(spread == tax);
      const auto paid = amountOf(seller.totals, TotalType::subtotal) +
                        amountOf(seller.totals, TotalType::items_discount) +
                        amountOf(seller.totals, TotalType::fulfillment);
      RC_ASSERT((included ? net + tax : net) == paid);
      RC_ASSERT(amountOf(seller.totals, TotalType::tax) == (included ? 0 : tax));
      RC_ASSERT(amountOf(seller.totals, TotalType::total) == (included ? paid : paid + tax));
    }
  }));
}

TEST_CASE("the taxes over all are the sums of the sellers' taxes, each category and rate once") {
  REQUIRE(rc::check([] {
    const auto quote = priced(any::basket());
    using Key = std::tuple<std::string, std::int64_t, bool>;
    std::map<Key, std::pair<Amount, Amount>> sums;
    for (const auto& seller : quote.sellers) {
      for (const auto& line : seller.taxes) {
        auto& [net, amount] = sums[{line.category, line.rate_ppm, line.included}];
        net += line.net;
        amount += line.amount;
      }
    }
    RC_ASSERT(quote.taxes.size() == sums.size());
    for (const auto& line : quote.taxes)
      RC_ASSERT(sums.at({line.category, line.rate_ppm, line.included}) ==
                std::pair(line.net, line.amount));
  }));
}

TEST_CASE("what is carried somewhere goes to one of the countries, if there are any") {
  REQUIRE(rc::check([] {
    const auto basket = any::basket();
    const auto quote = priced(basket);
    const auto& countries = quote.countries;
    RC_ASSERT(std::is_sorted(countries.begin(), countries.end()));
    bool carried = false;
    for (const auto& seller : quote.sellers) {
      for (const auto& group : seller.groups) {
        for (const auto& option : group.options)
          carried = carried || option.kind != ShippingKind::pickup;
      }
    }
    if (carried && !countries.empty())
      RC_ASSERT(std::binary_search(countries.begin(), countries.end(),
                                   basket.request.destination.country));
  }));
}

TEST_CASE(
    "goods of one category pay the rate of where they are handed over, rounded once per parcel") {
  REQUIRE(rc::check([] {
    auto basket = any::basket();
    for (auto& offer : basket.offers) offer.tax_category = "standard";
    const auto quote = priced(basket);
    for (const auto& seller : quote.sellers) {
      const auto& terms = sellerOf(basket, seller.seller_id);
      Amount expected = 0;
      for (const auto& group : seller.groups) {
        bool collected = false;
        for (const auto& option : group.options) {
          if (option.id == group.selected_option_id)
            collected = option.kind == ShippingKind::pickup;
        }
        std::int64_t ppm = 0;
        for (const auto& rate : terms.tax_rates) {
          const auto& country = collected ? terms.country : basket.request.destination.country;
          if (rate.country == country && rate.category == "standard") ppm = rate.rate_ppm;
        }
        Amount base = group.amount;
        for (const auto& line : quote.line_items) {
          if (std::count(group.offer_ids.begin(), group.offer_ids.end(), line.offer_id) == 1)
            base += line.subtotal - line.discount;
        }
        expected += taxOf(base, ppm, terms.prices_include_tax);
      }
      Amount tax = 0;
      for (const auto& line : seller.taxes) tax += line.amount;
      RC_ASSERT(tax == expected);
    }
  }));
}

TEST_CASE("a seller's part of the quote does not depend on the other sellers") {
  REQUIRE(rc::check([] {
    const auto basket = any::basket();
    const auto together = priced(basket);
    for (const auto& seller : together.sellers) {
      auto alone = basket;
      std::erase_if(alone.request.line_items, [&](const CartLine& l) {
        return offerOf(basket, l.offer_id).seller_id != seller.seller_id;
      });
      RC_ASSERT(priced(alone).sellers == std::vector{seller});
    }
  }));
}

TEST_CASE("the order of the lines changes no figure") {
  REQUIRE(rc::check([] {
    const auto basket = any::basket();
    auto shuffled = basket;
    auto& lines = shuffled.request.line_items;
    for (std::size_t i = lines.size(); i > 1; --i) {
      std::swap(lines[i - 1],
                lines[static_cast<std::size_t>(any::within(0, static_cast<std::int64_t>(i) - 1))]);
    }
    RC_ASSERT(figures(priced(shuffled)) == figures(priced(basket)));
  }));
}

TEST_CASE("the same cart on the same shelf has the same quote") {
  REQUIRE(rc::check([] {
    const auto basket = any::basket();
    RC_ASSERT(toJson(priced(basket)) == toJson(priced(basket)));
  }));
}

}  // namespace vitrine
