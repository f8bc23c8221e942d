// Who earns what: what is true of every quote, whatever terms and fee.
#include "vitrine/shares.hpp"

#include <algorithm>
#include <map>

#include "unit/catch.hpp"
#include "unit/generators.hpp"
#include "vitrine/commands.hpp"

namespace vitrine {
namespace {

const std::vector<std::string> categories{"", "Timber", "Tools"};

TermsRule rule() {
  TermsRule answer;
  if (any::oneIn(5)) {
    answer.wholesale = Wholesale{any::within(0, 5'000), 0, {}};
    return answer;
  }
  answer.commission_bp = any::oneIn(4) ? any::of<std::int64_t>({0, 10'000}) : any::within(0, 5'000);
  if (any::oneIn(3)) answer.per_unit = any::within(0, 500);
  if (any::oneIn(3)) answer.of = CommissionBase::goods_after_fee;
  return answer;
}

/// Terms of each seller and a fee, such as publishing accepts.
SharePolicy policy(const std::vector<Seller>& sellers, const std::vector<Offer>& offers) {
  SharePolicy answer;
  answer.on = "2026-11-22";
  answer.operator_fee.fee_bp = any::oneIn(3) ? 0 : any::within(0, 5'000);
  if (any::oneIn(3)) answer.operator_fee.of = FeeBase::commission;
  if (any::oneIn(2)) answer.operator_fee.per_order = {{any::within(0, 300), "EUR"}};
  for (const auto& seller : sellers) {
    if (any::oneIn(5)) continue;
    Terms terms;
    terms.from = "2026-01-01";
    if (!any::oneIn(4)) terms.rules.push_back(rule());
    for (const auto* category : {"Timber", "Tools"}) {
      if (any::oneIn(2)) continue;
      terms.rules.push_back(rule());
      terms.rules.back().category = category;
    }
    if (any::oneIn(2)) {
      terms.rules.push_back(rule());
      terms.rules.back().product_id = "pro_" + any::of(offers).id;
    }
    std::erase_if(terms.rules, [&](const TermsRule& one) {
      Terms alone{terms.from, {}, {}, 0, {one}};
      return checkTogether(alone, answer.operator_fee).has_value();
    });
    answer.terms.push_back({seller.id, terms});
  }
  return answer;
}

struct Sale {
  any::Basket basket;
  SharePolicy policy;

  static constexpr void fields(auto& self, auto&& field) {
    field("basket", self.basket);
    field("policy", self.policy);
  }
  Shelf shelf() const {
    auto shelf = basket.shelf();
    for (std::size_t i = 0; i < shelf.offers.size(); ++i)
      shelf.offers[i].category = categories[i % categories.size()];
    return shelf;
  }
  Quote priced() const { return *quote(basket.request, shelf()); }
  Shares shared() const {
    auto answer = shares(priced(), shelf(), policy);
    RC_ASSERT(static_cast<bool>(answer));
    return *answer;
  }
};

Sale sale() {
  Sale answer{any::basket(), {}};
  answer.policy = policy(answer.basket.sellers, answer.basket.offers);
  RC_LOG() << toJson(answer);
  return answer;
}

/// By line, whatever the order of the cart.
std::map<std::string, LineShares> linesOf(const Shares& shares) {
  std::map<std::string, LineShares> answer;
  for (const auto& seller : shares.sellers) {
    for (const auto& line : seller.lines) answer[line.offer_id] = line;
  }
  return answer;
}

bool none(const Split& split, Amount below = 0) {
  return split.seller < below || split.presenter < below || split.operator_fee < below;
}

TermsRule commission(std::int64_t bp, Amount per_unit = 0) {
  TermsRule answer;
  answer.commission_bp = bp;
  answer.per_unit = per_unit;
  return answer;
}

OperatorFee feeOf(std::int64_t bp, FeeBase of = FeeBase::goods) {
  OperatorFee fee;
  fee.fee_bp = bp;
  fee.of = of;
  return fee;
}

/// A line of `quantity` units at 10.00 without tax, 2.00 of delivery, sold under a rule.
Result<Shares> sold(std::int64_t quantity, const TermsRule& rule, const OperatorFee& fee) {
  auto seller = std::make_shared<Seller>();
  seller->id = "sel_1";
  seller->country = "DE";
  seller->prices_include_tax = false;
  seller->tax_rates = {{"DE", "standard", 190'000}};
  seller->shipping_profiles = {
      {"p", "", {{"m", "", ShippingKind::shipping, 0, 0, "", {{{}, {}, Rate{200}}}}}}};
  Shelf shelf;
  shelf.sellers = {seller};
  auto& entry = shelf.offers.emplace_back();
  entry.offer = {"off_1", "sel_1", "S", OfferKind::sale, 1000, "EUR", {}, 0, "p", "standard"};
  entry.product_id = "pro_1";
  const auto quoted = quote({"EUR", {"DE", ""}, {{"off_1", quantity}}, {}}, shelf);
  Terms terms;
  terms.from = "2026-11-01";
  terms.rules = {rule};
  return shares(*quoted, shelf, {"2026-11-22", {{"sel_1", terms}}, fee});
}

}  // namespace

TEST_CASE(
    "shares add up to what the customer pays each seller, and nobody earns less than nothing") {
  REQUIRE(rc::check([] {
    const auto one = sale();
    const auto quote = one.priced();
    const auto answer = one.shared();
    RC_ASSERT(answer.sellers.size() == quote.sellers.size());
    for (std::size_t i = 0; i < quote.sellers.size(); ++i) {
      const auto& part = answer.sellers[i];
      RC_ASSERT(part.total == amountOf(quote.sellers[i].totals, TotalType::total));
      RC_ASSERT(sum(part.split) == part.total);
      RC_ASSERT_FALSE(none(part.split));
      Amount base = 0;
      for (const auto& line : part.lines) {
        RC_ASSERT(sum(line.split) == line.base);
        RC_ASSERT_FALSE(none(line.split));
        base += line.base;
      }
      RC_ASSERT(part.base == base);
      RC_ASSERT(part.split.presenter + part.split.operator_fee <= base);
    }
    RC_ASSERT(sum(answer.split) == amountOf(quote.totals, TotalType::total));
  }));
}

TEST_CASE("the base of shares is the goods after discounts, without tax and delivery") {
  REQUIRE(rc::check([] {
    const auto one = sale();
    const auto quote = one.priced();
    const auto answer = one.shared();
    for (std::size_t i = 0; i < quote.sellers.size(); ++i) {
      // Net goods and net delivery are the net amounts of the tax rows.
      const auto& part = quote.sellers[i];
      Amount net = 0;
      Amount tax_of_delivery = 0;
      Amount delivery = 0;
      bool included = false;
      for (const auto& row : part.taxes) {
        net += row.net;
        included = included || row.included;
      }
      for (const auto& group : part.groups) {
        delivery += group.amount;
        tax_of_delivery += group.tax;
      }
      const bool sold = answer.sellers[i].total != 0;
      if (sold)
        RC_ASSERT(answer.sellers[i].base == net - delivery + (included ? tax_of_delivery : 0));
    }
  }));
}

TEST_CASE("the order of the cart changes nobody's share, not even of a line") {
  REQUIRE(rc::check([] {
    const auto one = sale();
    auto other = one;
    auto& lines = other.basket.request.line_items;
    for (std::size_t i = lines.size(); i > 1; --i)
      std::swap(lines[i - 1],
                lines[static_cast<std::size_t>(any::within(0, static_cast<std::int64_t>(i) - 1))]);
    RC_ASSERT(linesOf(one.shared()) == linesOf(other.shared()));
    RC_ASSERT(one.shared().split == other.shared().split);
  }));
}

TEST_CASE("a higher commission never earns the presenter less") {
  REQUIRE(rc::check([] {
    const auto quantity = any::within(1, 50);
    const auto low = any::within(0, 5'000);
    const auto per_unit = any::within(0, 300);
    const auto fee = feeOf(any::within(0, 4'999), any::of({FeeBase::goods, FeeBase::commission}));
    const auto before = sold(quantity, commission(low, per_unit), fee);
    RC_ASSERT(static_cast<bool>(before));
    for (const auto& better : {commission(low + 1, per_unit), commission(low, per_unit + 1)}) {
      const auto after = sold(quantity, better, fee);
      RC_ASSERT(static_cast<bool>(after));
      if (fee.of == FeeBase::goods || after->messages.empty())
        RC_ASSERT(after->split.presenter >= before->split.presenter);
    }
  }));
}

TEST_CASE("commission is of the goods, delivery and tax stay with the seller") {
  const auto answer = sold(3, commission(1250), feeOf(200));
  // Goods 30.00, delivery 2.00, tax 6.08.
  CHECK(answer->sellers[0].base == 3000);
  CHECK(answer->split == Split{3808 - 375 - 60, 375, 60});
  CHECK(answer->messages.empty());
}

TEST_CASE("a fixed amount is for each unit, and counts beside the percentage") {
  CHECK(sold(3, commission(1000, 25), {})->split.presenter == 300 + 75);
}

TEST_CASE("a commission after the fee is of what the fee leaves") {
  auto rule = commission(5000);
  rule.of = CommissionBase::goods_after_fee;
  const auto answer = sold(1, rule, feeOf(1000));
  CHECK(answer->split.operator_fee == 100);
  CHECK(answer->split.presenter == 450);
}

TEST_CASE("a fee of the commission is paid by the seller beside it") {
  const auto answer = sold(1, commission(2000, 50), feeOf(3000, FeeBase::commission));
  CHECK(answer->split.presenter == 250);
  CHECK(answer->split.operator_fee == 75);
}

TEST_CASE("of a wholesale price the presenter earns what the goods bring beyond it") {
  TermsRule rule;
  rule.wholesale = Wholesale{700, 0, {}};
  CHECK(sold(2, rule, feeOf(500))->split == Split{2618 - 600 - 100, 600, 100});
  rule.wholesale->price = 1001;
  const auto below = sold(2, rule, {});
  CHECK(below->split.presenter == 0);
  REQUIRE(below->messages.size() == 1);
  CHECK(below->messages[0].code == "negative_margin");
  CHECK(below->messages[0].path == "line_items[0]");
}

TEST_CASE("goods never pay more than they bring: a warning says so") {
  const auto answer = sold(1, commission(0, 5'000), feeOf(1000));
  CHECK(answer->split.operator_fee == 100);
  CHECK(answer->split.presenter == 900);
  REQUIRE(answer->messages.size() == 1);
  CHECK(answer->messages[0].code == "terms_exceed_price");
  CHECK(answer->messages[0].type == MessageType::warning);
}

TEST_CASE(
    "the fee for each order is taken once, in its currency, and only from what the goods leave") {
  auto fee = feeOf(0);
  fee.per_order = {{35, "EUR"}, {99, "USD"}};
  CHECK(sold(5, commission(1000), fee)->split.operator_fee == 35);
  CHECK(sold(1, commission(9'900), fee)->split.operator_fee == 10);
}

TEST_CASE("terms that begin later do not count yet") {
  auto rule = commission(1000);
  rule.from = "2026-11-23";
  CHECK(sold(1, rule, {})->split.presenter == 0);
  rule.from = "2026-11-22";
  CHECK(sold(1, rule, {})->split.presenter == 100);
}

TEST_CASE("a policy that contradicts itself is refused with its path") {
  auto rule = commission(1000);
  rule.of = CommissionBase::goods_after_fee;
  CHECK(sold(1, rule, feeOf(500, FeeBase::commission)).error() ==
        Error{Errc::circular_fees, "policy.terms[0].terms.rules[0].of"});
  CHECK(sold(1, commission(6000), feeOf(5000)).error() ==
        Error{Errc::terms_exceed_price, "policy.terms[0].terms.rules[0].commission_bp"});
  CHECK(check(SharePolicy{"", {}, {}}) == Error{Errc::invalid_format, "on"});
  const SellerTerms twice{"sel_1", {"2026-11-22", {}, {}, 0, {}}};
  CHECK(check(SharePolicy{"2026-11-22", {twice, twice}, {}}) ==
        Error{Errc::overlapping_rules, "terms[1].seller_id"});
}

TEST_CASE("refunds take back from nobody more than it has, and all of them together everything") {
  REQUIRE(rc::check([] {
    const Split sale{any::within(0, 100'000), any::within(0, 10'000), any::within(0, 1'000)};
    auto left = sale;
    while (sum(left) > 0) {
      const auto amount = any::oneIn(5) ? sum(left) : any::within(1, sum(left));
      const auto back = refundSplit(left, amount);
      RC_ASSERT(static_cast<bool>(back));
      RC_ASSERT(sum(*back) == amount);
      RC_ASSERT_FALSE(none(*back));
      left = {left.seller - back->seller, left.presenter - back->presenter,
              left.operator_fee - back->operator_fee};
      RC_ASSERT_FALSE(none(left));
    }
    RC_ASSERT(left == Split{});
    RC_ASSERT(refundSplit(left, 1).error() == (Error{Errc::refund_exceeds_charge, "amount", 0}));
  }));
}

TEST_CASE("a refund is more than nothing and at most what is left") {
  const Split left{70, 20, 10};
  CHECK(refundSplit(left, 101).error() == Error{Errc::refund_exceeds_charge, "amount", 100});
  CHECK(refundSplit(left, 0).error() == Error{Errc::out_of_range, "amount"});
  CHECK(refundSplit(left, -5).error() == Error{Errc::out_of_range, "amount"});
  CHECK(*refundSplit(left, 10) == Split{7, 2, 1});
}

}  // namespace vitrine
