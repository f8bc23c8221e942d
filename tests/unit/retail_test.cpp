// Prices that presenters set: whatever seller, bounds and wish, they stay between them, and nobody
// pays for it.
#include "vitrine/retail.hpp"

#include "unit/catch.hpp"
#include "unit/generators.hpp"
#include "vitrine/shares.hpp"

namespace vitrine {
namespace {

struct Case {
  Wholesale wholesale;
  RetailWish wish;
  std::int64_t tax_ppm = 0;
  bool includes_tax = true;
  Amount listed = 0;
  std::int64_t quantity = 1;

  static constexpr void fields(auto& self, auto&& field) {
    field("wholesale", self.wholesale);
    field("wish", self.wish);
    field("tax_ppm", self.tax_ppm);
    field("includes_tax", self.includes_tax);
    field("listed", self.listed);
    field("quantity", self.quantity);
  }
  Seller seller() const {
    Seller answer;
    answer.id = "sel_1";
    answer.country = "DE";
    answer.prices_include_tax = includes_tax;
    answer.tax_rates = {{"DE", "standard", tax_ppm}};
    answer.shipping_profiles = {
        {"p", "", {{"m", "", ShippingKind::shipping, 0, 0, "", {{{}, {}, Rate{200}}}}}}};
    return answer;
  }
  Offer offer() const {
    return {"off_1", "sel_1", "S", OfferKind::sale, listed, "EUR", {}, 0, "p", "standard"};
  }
  Result<RetailPrice> priced() const { return retailPrice(wholesale, wish, seller(), offer()); }

  /// Sold at a price, after a discount in percent.
  Shares sold(Amount price, std::int32_t discount = 0) const {
    auto own = std::make_shared<Seller>(seller());
    if (discount > 0) own->discounts = {{0, discount}};
    Shelf shelf;
    shelf.sellers = {own};
    auto& entry = shelf.offers.emplace_back();
    entry.offer = offer();
    entry.offer.price = price;
    entry.product_id = "pro_1";
    const auto quoted = quote({"EUR", {"DE", ""}, {{"off_1", quantity}}, {}}, shelf);
    Terms terms;
    terms.from = "2026-11-01";
    terms.rules.emplace_back().wholesale = wholesale;
    return *shares(*quoted, shelf, {"2026-11-22", {{"sel_1", terms}}, {}});
  }
};

Case anyCase() {
  Case one;
  one.wholesale.price = any::within(0, 20'000);
  if (any::oneIn(2)) one.wholesale.retail_min = any::within(0, 20'000);
  if (any::oneIn(2)) one.wholesale.retail_max = any::within(0, 40'000);
  if (any::oneIn(2)) one.wholesale.retail_min_bp = any::within(0, 15'000);
  if (any::oneIn(2)) one.wholesale.retail_max_bp = any::within(0, 40'000);
  if (any::oneIn(2)) one.wholesale.retail_of = RetailBase::wholesale;
  if (any::oneIn(2))
    one.wish.price = any::within(0, 50'000);
  else if (!any::oneIn(4))
    one.wish.margin_bp = any::within(0, 20'000);
  one.tax_ppm = any::of<std::int64_t>({0, 55'000, 70'000, 190'000, 250'000, 333'333});
  one.includes_tax = !any::oneIn(4);
  one.listed = any::within(0, 40'000);
  one.quantity = any::within(1, 50);
  RC_LOG() << toJson(one);
  return one;
}

/// 8.00 wholesale, 12.90 listed with 19 %; from 80 % to 120 % of it.
Case board() {
  Case one;
  one.wholesale.price = 800;
  one.wholesale.retail_min_bp = 8'000;
  one.wholesale.retail_max_bp = 12'000;
  one.tax_ppm = 190'000;
  one.listed = 1290;
  return one;
}

Fault fault(Case one, std::optional<Amount> price, std::optional<std::int64_t> margin = {}) {
  return checkRetail(one.wholesale, {price, margin}, one.seller(), one.offer());
}

}  // namespace

TEST_CASE("a retail price stays within its bounds, or is the listed one") {
  REQUIRE(rc::check([] {
    const auto one = anyCase();
    const auto price = one.priced();
    RC_ASSERT(static_cast<bool>(price));
    const auto& [lowest, highest] = price->bounds;
    const bool wished = one.wish.price || one.wish.margin_bp;
    if (price->fit == RetailFit::listed || price->fit == RetailFit::no_room) {
      RC_ASSERT(price->price == one.listed);
      RC_ASSERT(wished == (price->fit == RetailFit::no_room));
      if (wished) RC_ASSERT(*highest < lowest);
      return;
    }
    RC_ASSERT(wished);
    RC_ASSERT(price->price >= lowest);
    if (highest) RC_ASSERT(price->price <= *highest);
    if (price->fit == RetailFit::raised) RC_ASSERT(price->price == lowest);
    if (price->fit == RetailFit::lowered) RC_ASSERT(price->price == *highest);
    if (one.wish.price && price->fit == RetailFit::wished)
      RC_ASSERT(price->price == *one.wish.price);
  }));
}

TEST_CASE("no retail margin is negative, and the shares add up, however many are bought") {
  REQUIRE(rc::check([] {
    const auto one = anyCase();
    const auto price = one.priced();
    RC_PRE(price->fit != RetailFit::listed && price->fit != RetailFit::no_room);
    const auto shares = one.sold(price->price);
    RC_ASSERT(shares.messages.empty());
    const auto& part = shares.sellers.front();
    const auto& line = part.lines.front();
    RC_ASSERT(sum(part.split) == part.total);
    RC_ASSERT(sum(line.split) == line.base);
    RC_ASSERT(line.split.seller == one.wholesale.price * one.quantity);
    RC_ASSERT(line.split.presenter >= 0);
  }));
}

TEST_CASE("a wish is refused exactly where it would be moved") {
  REQUIRE(rc::check([] {
    const auto one = anyCase();
    RC_PRE(one.wish.price || one.wish.margin_bp);
    const auto price = one.priced();
    RC_PRE(price->fit != RetailFit::no_room);
    const auto refusal = checkRetail(one.wholesale, one.wish, one.seller(), one.offer());
    RC_ASSERT(refusal.has_value() == (price->fit != RetailFit::wished));
  }));
}

TEST_CASE("a discount of the seller lowers both parts in proportion") {
  auto one = board();
  one.includes_tax = false;
  one.quantity = 2;
  const auto full = one.sold(1200).sellers.front().lines.front().split;
  CHECK(full == Split{1600, 800, 0});
  CHECK(one.sold(1200, 10).sellers.front().lines.front().split == Split{1440, 720, 0});
  CHECK(one.sold(1200, 60).messages.empty());
  CHECK(one.sold(1200, 100).sellers.front().lines.front().split == Split{});
}

TEST_CASE("no discount makes a margin negative") {
  REQUIRE(rc::check([] {
    const auto one = anyCase();
    const auto price = one.priced();
    RC_PRE(price->fit != RetailFit::listed && price->fit != RetailFit::no_room);
    const auto discount = static_cast<std::int32_t>(any::within(1, 100));
    const auto sale = one.sold(price->price, discount);
    const auto& part = sale.sellers.front();
    RC_ASSERT(sum(part.split) == part.total);
    RC_ASSERT(part.split.presenter >= 0);
  }));
}

TEST_CASE("a presenter is told why a price cannot be") {
  CHECK(fault(board(), 1290) == std::nullopt);
  CHECK(fault(board(), 951) == Error{Errc::negative_margin, "price"});
  CHECK(fault(board(), 952) == Error{Errc::out_of_range, "price", 1548});
  CHECK(fault(board(), 1031) == Error{Errc::out_of_range, "price", 1548});
  CHECK(fault(board(), 1032) == std::nullopt);
  CHECK(fault(board(), 1548) == std::nullopt);
  CHECK(fault(board(), 1549) == Error{Errc::out_of_range, "price", 1548});
  CHECK(fault(board(), {}, 0) == Error{Errc::out_of_range, "margin_bp"});
  CHECK(fault(board(), {}, 2'000) == std::nullopt);
  CHECK(fault(board(), {}, -1) == Error{Errc::negative_margin, "margin_bp"});
  CHECK(fault(board(), 1290, 2'000) == Error{Errc::invalid_format, "margin_bp"});
  CHECK(fault(board(), -1) == Error{Errc::out_of_range, "price"});
}

TEST_CASE("bounds may be percentages of the wholesale price as customers would see it") {
  auto one = board();
  one.wholesale.retail_of = RetailBase::wholesale;
  const auto bounds = *retailBounds(one.wholesale, one.seller(), one.offer());
  CHECK(bounds == RetailBounds{952, 1142});  // 80 % of 9.52 would not pay it
}

TEST_CASE("where bounds leave no price the listed one holds") {
  auto one = board();
  one.wish.price = 1400;
  one.wholesale.price = 1400;
  CHECK(one.priced()->fit == RetailFit::no_room);
  CHECK(one.priced()->price == 1290);
}

}  // namespace vitrine
