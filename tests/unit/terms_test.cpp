#include "vitrine/terms.hpp"

#include "unit/catch.hpp"
#include "vitrine/agreement.hpp"

namespace vitrine {
namespace {

Terms termsOf(std::vector<TermsRule> rules) {
  Terms terms;
  terms.from = "2026-11-22";
  terms.rules = std::move(rules);
  return terms;
}

TermsRule percent(std::int64_t bp) {
  TermsRule rule;
  rule.commission_bp = bp;
  return rule;
}

/// One offer of a seller at 11.90, of which 1.90 is tax.
Shelf shelfOf(Amount price = 1190) {
  auto seller = std::make_shared<Seller>();
  seller->id = "sel_1";
  seller->country = "DE";
  seller->tax_rates = {{"DE", "standard", 190'000}};
  Shelf shelf;
  shelf.sellers.push_back(seller);
  auto& entry = shelf.offers.emplace_back();
  entry.offer.id = "off_1";
  entry.offer.seller_id = "sel_1";
  entry.offer.price = price;
  entry.offer.tax_category = "standard";
  entry.product_id = "pro_1";
  entry.category = "Timber";
  return shelf;
}

}  // namespace

TEST_CASE("a day is a date of the calendar, written with two hyphens") {
  for (const auto* day : {"2026-11-22", "2024-02-29", "2000-02-29", "2026-12-31"})
    CHECK(isDay(day));
  for (const auto* text :
       {"", "2026-11-2", "2026-13-01", "2026-00-10", "2026-02-29", "1900-02-29", "2026-04-31",
        "2026-11-00", "22.11.2026", "2026-11-22T00", "20a6-11-22", "2026/11/22"}) {
    CAPTURE(text);
    CHECK_FALSE(isDay(text));
  }
}

TEST_CASE("terms are refused with the path of their first fault") {
  const auto fault = [](auto change) {
    auto terms = termsOf({percent(1000), percent(500)});
    terms.rules[1].category = "Timber";
    change(terms);
    return check(terms);
  };
  CHECK(fault([](Terms&) {}) == std::nullopt);
  CHECK(fault([](Terms& t) { t.from = "today"; }) == Error{Errc::invalid_format, "from"});
  CHECK(fault([](Terms& t) {
          t.territories = {"DE", "Austria"};
        }) == Error{Errc::invalid_format, "territories[1]"});
  CHECK(fault([](Terms& t) { t.notice_days = 366; }) ==
        Error{Errc::out_of_range, "notice_days", 365});
  CHECK(fault([](Terms& t) { t.notice_days = -1; }) ==
        Error{Errc::out_of_range, "notice_days", 365});
  CHECK(fault([](Terms& t) { t.rules[1].product_id = "pro_1"; }) ==
        Error{Errc::invalid_format, "rules[1].category"});
  CHECK(fault([](Terms& t) { t.rules[0].commission_bp = -1; }) ==
        Error{Errc::out_of_range, "rules[0].commission_bp"});
  CHECK(fault([](Terms& t) { t.rules[1].commission_bp = 10'001; }) ==
        Error{Errc::terms_exceed_price, "rules[1].commission_bp"});
  CHECK(fault([](Terms& t) { t.rules[0].per_unit = -1; }) ==
        Error{Errc::out_of_range, "rules[0].per_unit"});
  CHECK(fault([](Terms& t) { t.rules[0].from = "soon"; }) ==
        Error{Errc::invalid_format, "rules[0].from"});
  CHECK(fault([](Terms& t) {
          t.rules[0].from = "2026-12-02";
          t.rules[0].until = "2026-12-01";
        }) == Error{Errc::out_of_range, "rules[0].until"});
  CHECK(fault([](Terms& t) {
          t.rules[0].wholesale = Wholesale{500, 0, {}};
        }) == Error{Errc::invalid_format, "rules[0].wholesale"});
  CHECK(fault([](Terms& t) { t.rules.resize(201, t.rules[1]); }) ==
        Error{Errc::too_large, "rules", 200});
}

TEST_CASE("a wholesale price that retail may never reach is a negative margin") {
  const auto fault = [](Wholesale wholesale) {
    TermsRule rule;
    rule.wholesale = wholesale;
    return check(termsOf({rule}));
  };
  CHECK(fault({800, 900, 1500}) == std::nullopt);
  CHECK(fault({800, 0, {}}) == std::nullopt);
  CHECK(fault({800, 0, 799}) == Error{Errc::negative_margin, "rules[0].wholesale.retail_max"});
  CHECK(fault({800, 1000, 900}) == Error{Errc::out_of_range, "rules[0].wholesale.retail_max"});
  CHECK(fault({-1, 0, {}}) == Error{Errc::out_of_range, "rules[0].wholesale.price"});
  CHECK(fault({1, -1, {}}) == Error{Errc::out_of_range, "rules[0].wholesale.retail_min"});
}

TEST_CASE("two rules may not speak of the same goods on the same day") {
  auto spring = percent(1000);
  spring.until = "2026-05-31";
  auto summer = percent(2000);
  summer.from = "2026-06-01";
  CHECK(check(termsOf({spring, summer})) == std::nullopt);
  summer.from = "2026-05-31";
  CHECK(check(termsOf({spring, summer})) == Error{Errc::overlapping_rules, "rules[1]"});
  summer.category = "Timber";
  CHECK(check(termsOf({spring, summer})) == std::nullopt);
}

TEST_CASE("a commission after the fee and a fee of the commission go in a circle") {
  auto terms = termsOf({percent(1000)});
  OperatorFee fee;
  fee.fee_bp = 500;
  fee.of = FeeBase::commission;
  CHECK(checkTogether(terms, fee) == std::nullopt);
  terms.rules[0].of = CommissionBase::goods_after_fee;
  CHECK(checkTogether(terms, fee) == Error{Errc::circular_fees, "rules[0].of"});
  fee.of = FeeBase::goods;
  CHECK(checkTogether(terms, fee) == std::nullopt);
}

TEST_CASE("commission and fee come to 100 % at most") {
  OperatorFee fee;
  fee.fee_bp = 2000;
  CHECK(checkTogether(termsOf({percent(8000)}), fee) == std::nullopt);
  CHECK(checkTogether(termsOf({percent(8001)}), fee) ==
        Error{Errc::terms_exceed_price, "rules[0].commission_bp"});
  // What the fee leaves can be given away whole.
  auto rest = percent(10'000);
  rest.of = CommissionBase::goods_after_fee;
  CHECK(checkTogether(termsOf({rest}), fee) == std::nullopt);
}

TEST_CASE("terms are measured by the goods' prices without tax") {
  const OperatorFee none;
  auto fixed = percent(0);
  fixed.per_unit = 1000;
  CHECK(checkAgainst(termsOf({fixed}), none, shelfOf()) == std::nullopt);
  fixed.per_unit = 1001;
  CHECK(checkAgainst(termsOf({fixed}), none, shelfOf()) ==
        Error{Errc::terms_exceed_price, "rules[0].per_unit"});
  OperatorFee fee;
  fee.fee_bp = 1000;
  fixed.per_unit = 901;
  CHECK(checkAgainst(termsOf({fixed}), fee, shelfOf()) ==
        Error{Errc::terms_exceed_price, "rules[0].per_unit"});
  TermsRule rule;
  rule.wholesale = Wholesale{1000, 0, {}};
  CHECK(checkAgainst(termsOf({rule}), none, shelfOf()) == std::nullopt);
  rule.wholesale->price = 1001;
  CHECK(checkAgainst(termsOf({rule}), none, shelfOf()) ==
        Error{Errc::negative_margin, "rules[0].wholesale"});
  rule.wholesale = Wholesale{500, 1200, {}};
  CHECK(checkAgainst(termsOf({rule}), none, shelfOf()) ==
        Error{Errc::out_of_range, "rules[0].wholesale"});
}

TEST_CASE("a rule for all is not measured by goods that have one of their own for good") {
  auto all = percent(0);
  all.per_unit = 2000;
  auto timber = percent(500);
  timber.category = "Timber";
  CHECK(checkAgainst(termsOf({all}), {}, shelfOf()));
  CHECK(checkAgainst(termsOf({all, timber}), {}, shelfOf()) == std::nullopt);
  timber.until = "2026-12-24";  // from then on the other one counts again
  CHECK(checkAgainst(termsOf({all, timber}), {}, shelfOf()) ==
        Error{Errc::terms_exceed_price, "rules[0].per_unit"});
}

TEST_CASE("terms that begin too early are retroactive") {
  CHECK(checkBegin("2026-11-22", "2026-11-22") == std::nullopt);
  CHECK(checkBegin("2026-11-21", "2026-11-22") == Error{Errc::retroactive, "from"});
}

TEST_CASE("of the rules the product's counts, then the category's, then the one for all") {
  auto all = percent(100);
  auto timber = percent(200);
  timber.category = "Timber";
  auto board = percent(300);
  board.product_id = "pro_1";
  board.from = "2026-12-01";
  board.until = "2026-12-24";
  for (const auto& terms : {termsOf({all, timber, board}), termsOf({board, timber, all})}) {
    const auto bp = [&](const char* product, const char* category, const char* day) {
      return ruleFor(terms, product, category, day)->commission_bp;
    };
    CHECK(bp("pro_1", "Timber", "2026-11-30") == 200);
    CHECK(bp("pro_1", "Timber", "2026-12-01") == 300);
    CHECK(bp("pro_1", "Timber", "2026-12-24") == 300);
    CHECK(bp("pro_1", "Timber", "2026-12-25") == 200);
    CHECK(bp("pro_2", "Timber", "2026-12-01") == 200);
    CHECK(bp("pro_2", "Tools", "2026-12-01") == 100);
  }
  CHECK(ruleFor(termsOf({board}), "pro_2", "Timber", "2026-12-02") == nullptr);
}

TEST_CASE("an agreement takes each step from one side only, and from the statuses it fits") {
  using enum AgreementStatus;
  using Step = AgreementStep;
  const std::vector<AgreementStatus> all{none, applied, invited, active, ended, blocked};
  struct Row {
    AgreementSide side;
    Step step;
    std::vector<AgreementStatus> from;
    AgreementStatus to;
  };
  const auto seller = AgreementSide::seller;
  const auto presenter = AgreementSide::presenter;
  const std::vector<Row> table{
      {presenter, Step::apply, {none, ended}, applied},
      {presenter, Step::invite, {}, none},
      {presenter, Step::accept, {invited}, active},
      {presenter, Step::decline, {invited}, ended},
      {presenter, Step::end, {active}, ended},
      {presenter, Step::block, {}, none},
      {presenter, Step::unblock, {}, none},
      {seller, Step::apply, {}, none},
      {seller, Step::invite, {none, ended}, invited},
      {seller, Step::accept, {applied}, active},
      {seller, Step::decline, {applied}, ended},
      {seller, Step::end, {active}, ended},
      {seller, Step::block, {none, applied, invited, active, ended}, blocked},
      {seller, Step::unblock, {blocked}, applied},
  };
  REQUIRE(table.size() == names(seller).size() * names(Step{}).size());
  for (const auto& row : table) {
    for (const auto from : all) {
      CAPTURE(name(row.side), name(row.step), name(from));
      const auto next = advance(from, row.step, row.side, Presenting::on_request, applied);
      const bool fits = std::find(row.from.begin(), row.from.end(), from) != row.from.end();
      REQUIRE(static_cast<bool>(next) == fits);
      if (fits) CHECK(*next == row.to);
      if (!fits) CHECK(next.error() == Error{Errc::invalid_transition, "step"});
    }
  }
}

TEST_CASE("who applies is in at once where everybody may present, and never by invitation only") {
  using enum AgreementStatus;
  const auto apply = [](Presenting presenting) {
    return advance(none, AgreementStep::apply, AgreementSide::presenter, presenting);
  };
  CHECK(*apply(Presenting::open) == active);
  CHECK(*apply(Presenting::on_request) == applied);
  CHECK_FALSE(apply(Presenting::by_invitation));
}

TEST_CASE("a site shows whom it may present") {
  using enum AgreementStatus;
  Terms terms = termsOf({});
  for (const auto status : {none, applied, invited, active, ended, blocked}) {
    CAPTURE(name(status));
    terms.presenting = Presenting::open;
    CHECK(mayPresent(terms, status, "DE") == (status != ended && status != blocked));
    for (const auto presenting : {Presenting::on_request, Presenting::by_invitation}) {
      terms.presenting = presenting;
      CHECK(mayPresent(terms, status, "DE") == (status == active));
    }
  }
  terms.territories = {"AT", "CH"};
  CHECK_FALSE(mayPresent(terms, active, "DE"));
  CHECK(mayPresent(terms, active, "CH"));
}

}  // namespace vitrine
