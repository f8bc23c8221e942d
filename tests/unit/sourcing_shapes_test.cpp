#include <algorithm>
#include <numeric>

#include "sourcing/enumerate.hpp"
#include "unit/sourcing_carts.hpp"

/// Shapes that carts of real shops seldom have, where a search that leaves out a little too much
/// would show: limits met to the cent and to the gram, very many sellers, very many lines, things
/// wanted twice, and the same cart in another order.
namespace vitrine {
namespace {

const auto any = [](const SourcingMethod&) { return true; };

bool now(int of) { return *rc::gen::inRange(0, of) == 0; }

/// What one seller sends in some split.
std::vector<Parcel> parcels(const SourcingInstance& instance,
                            const std::vector<SourcedUnits>& assignment) {
  std::vector<Parcel> result(instance.sellers.size());
  for (const auto& units : assignment) {
    auto& parcel = result[static_cast<std::size_t>(units.seller)];
    const auto& line = instance.lines[static_cast<std::size_t>(units.line)];
    for (const auto& offer : instance.sellers[static_cast<std::size_t>(units.seller)].offers) {
      if (offer.line != units.line) continue;
      parcel.goods += units.quantity * offer.price;
      parcel.weight += units.quantity * offer.weight.value_or(line.weight);
      parcel.units += units.quantity;
    }
  }
  return result;
}

/// What a split costs by the words of the rules; nothing when it breaks one or serves another cart.
std::optional<Amount> judged(const SourcingInstance& instance,
                             const std::vector<SourcedUnits>& assignment) {
  SourcingInstance taken;
  taken.lines = instance.lines;
  for (const auto& seller : instance.sellers) {
    taken.sellers.push_back(seller);
    taken.sellers.back().offers.clear();
  }
  // As its own cart with just these units in stock there is one split at most.
  for (const auto& units : assignment) {
    const auto i = static_cast<std::size_t>(units.seller);
    for (auto offer : instance.sellers[i].offers) {
      if (offer.line != units.line || units.quantity > offer.stock.value_or(units.quantity))
        continue;
      offer.stock = units.quantity;
      taken.sellers[i].offers.push_back(offer);
    }
  }
  return Everything(taken, any).cheapest().cost;
}

/// Any way at all to serve the cart from stock; empty when there is none.
std::vector<SourcedUnits> anySplit(const SourcingInstance& instance) {
  std::vector<SourcedUnits> split;
  const auto count = static_cast<int>(instance.sellers.size());
  for (std::size_t j = 0; j < instance.lines.size(); ++j) {
    auto left = instance.lines[j].quantity;
    const int first = *rc::gen::inRange(0, count);
    for (int turn = 0; turn < count && left > 0; ++turn) {
      const int i = (first + turn) % count;
      for (const auto& offer : instance.sellers[static_cast<std::size_t>(i)].offers) {
        if (offer.line != static_cast<std::int32_t>(j)) continue;
        const auto units = std::min(left, offer.stock.value_or(left));
        if (units > 0) split.push_back({i, offer.line, units});
        left -= units;
      }
    }
    if (left > 0) return {};
  }
  return split;
}

/// What a parcel's units would cost more by price where they are cheapest elsewhere.
Amount dearerElsewhere(const SourcingInstance& instance, const std::vector<SourcedUnits>& split,
                       std::int32_t seller) {
  Amount more = 0;
  for (const auto& units : split) {
    if (units.seller != seller) continue;
    std::optional<Amount> here;
    std::optional<Amount> there;
    for (std::size_t i = 0; i < instance.sellers.size(); ++i) {
      for (const auto& offer : instance.sellers[i].offers) {
        if (offer.line != units.line) continue;
        auto& least = static_cast<std::int32_t>(i) == seller ? here : there;
        if (!least || offer.price < *least) least = offer.price;
      }
    }
    if (there) more += units.quantity * (*there - *here);
  }
  return more;
}

/// Moves the rules of all sellers in a split to just where its parcels meet them or are worth
/// their fees, some by one unit more or less.
void tighten(SourcingInstance& instance, const std::vector<SourcedUnits>& split) {
  if (split.empty()) return;
  const auto sent = parcels(instance, split);
  const auto near = [](std::int64_t value) {
    return std::max<std::int64_t>(0, value + *rc::gen::element(0, 0, 0, 0, 1, -1));
  };
  for (std::size_t i = 0; i < sent.size(); ++i) {
    auto& seller = instance.sellers[i];
    const auto worth = dearerElsewhere(instance, split, static_cast<std::int32_t>(i));
    for (auto& method : seller.methods) {
      if (!method.rate) continue;
      auto& rate = *method.rate;
      if (now(3)) rate.base = worth;
      rate.base = std::max<Amount>(0, rate.base + *rc::gen::element(-1, 0, 1));
      if (sent[i].units == 0) continue;
      if (rate.free_from || now(3)) rate.free_from = near(sent[i].goods);
      if (rate.min_goods || now(3)) rate.min_goods = near(sent[i].goods);
      if (rate.max_weight || now(4)) rate.max_weight = near(sent[i].weight);
      if (!rate.price_tiers.empty())
        rate.price_tiers.back().from = std::max(near(sent[i].goods), rate.price_tiers.back().from);
      if (now(8)) rate.price_tiers = {{0, rate.base}, {sent[i].goods + 1, rate.base + 1}};
      if (rate.weight_tiers.size() == 1) rate.weight_tiers[0].up_to = near(sent[i].weight);
    }
    if (sent[i].units == 0) continue;
    if (seller.discounts.size() == 1) seller.discounts[0].from = near(sent[i].goods);
  }
}

/// Takes over the offers of one line for another: the same thing wanted twice.
void doubled(SourcingInstance& instance) {
  const auto count = static_cast<std::int32_t>(instance.lines.size());
  const auto from = *rc::gen::inRange(0, count);
  const auto to = *rc::gen::inRange(0, count);
  if (from == to) return;
  instance.lines[static_cast<std::size_t>(to)].weight =
      instance.lines[static_cast<std::size_t>(from)].weight;
  for (auto& seller : instance.sellers) {
    std::erase_if(seller.offers, [&](const auto& offer) { return offer.line == to; });
    for (std::size_t o = 0; o < seller.offers.size(); ++o) {
      if (seller.offers[o].line != from) continue;
      auto offer = seller.offers[o];
      offer.line = to;
      seller.offers.push_back(offer);
      break;
    }
  }
}

/// Sellers with a fee each and no other rule.
void flatten(SourcingInstance& instance) {
  for (auto& seller : instance.sellers) {
    seller.discounts.clear();
    for (auto& offer : seller.offers) offer.stock = {};
    Rate flat;
    flat.base = *rc::gen::inRange(0, 60) * 10;
    seller.methods.assign(1, {ShippingKind::shipping, 1, flat});
  }
}

/// Grams in place of hundreds of grams: one more is a large part of a limit.
void lighten(SourcingInstance& instance) {
  for (auto& line : instance.lines) line.weight /= 100;
  for (auto& seller : instance.sellers) {
    for (auto& offer : seller.offers)
      if (offer.weight) offer.weight = *offer.weight / 100;
    for (auto& method : seller.methods) {
      if (!method.rate) continue;
      if (method.rate->max_weight) method.rate->max_weight = *method.rate->max_weight / 100;
      for (auto& tier : method.rate->weight_tiers) tier.up_to /= 100;
    }
  }
}

/// A cart whose rules one of its splits meets to the cent.
SourcingInstance tight() {
  auto instance = cart();
  if (now(2)) lighten(instance);
  if (now(5)) flatten(instance);
  if (now(3)) {  // everywhere at one price: what all sellers ask for is what the cart is worth
    for (auto& seller : instance.sellers)
      for (auto& offer : seller.offers) offer.price = 100 + 40 * (offer.line % 3);
  }
  if (now(4)) doubled(instance);
  tighten(instance, anySplit(instance));
  return instance;
}

/// What enumeration finds by itself, from prices that bound little, when a split of such a cost is
/// known.
double enumerated(const sourcing::Model& model, double known, double* bound) {
  sourcing::Effort effort({});
  sourcing::Dual dual(model, effort);
  dual.reset();
  dual.evaluate();
  if (now(2)) dual.ascend();
  dual.evaluate();
  sourcing::Split best;
  best.cost = known;
  sourcing::Enumerator enumerator(model, effort);
  RC_ASSERT(enumerator.run(dual, sourcing::unlimited, INT64_MAX, best));
  *bound = enumerator.reached;
  return best.cost;
}

/// Hundredths, as the search counts.
double hundredths(const std::optional<Amount>& cost) {
  return cost ? 100 * static_cast<double>(*cost) : sourcing::unlimited;
}

/// So many in each case of a property: they take little time.
constexpr int often = 10;

TEST_CASE("limits that a split just meets do not hide it") {
  REQUIRE(rc::check([] {
    for (int turn = 0; turn < often; ++turn) {
      const auto instance = tight();
      const auto cheapest = source(instance, SourcingObjective::cost);
      const auto all = Everything(instance, any).cheapest();
      RC_ASSERT(cheapest->cost == all.cost);
      RC_ASSERT(cheapest->proof == (all.cost ? SourcingProof::optimal : SourcingProof::infeasible));
      const auto fewest = source(instance, SourcingObjective::parcels);
      const auto fewest_of_all = Everything(instance, any).fewest();
      RC_ASSERT(fewest->cost == fewest_of_all.cost);
      RC_ASSERT(fewest->sellers == fewest_of_all.sellers);
    }
  }));
}

TEST_CASE("enumeration alone finds the cheapest split, and one that is just cheaper") {
  REQUIRE(rc::check([] {
    for (int turn = 0; turn < often; ++turn) {
      const auto instance = tight();
      const double least = hundredths(Everything(instance, any).cheapest().cost);
      sourcing::Model model;
      build(instance, {}, model);
      for (const double known : {sourcing::unlimited, least + model.unit, least}) {
        double bound = 0;
        RC_ASSERT(enumerated(model, known, &bound) == least);
        if (least < sourcing::unlimited) RC_ASSERT(bound == least);
      }
    }
  }));
}

/// The same cart with its lines, sellers and offers in another order.
SourcingInstance reordered(const SourcingInstance& instance) {
  const auto shuffle = [](auto& list) {
    for (auto last = list.size(); last > 1; --last)
      std::swap(list[last - 1],
                list[*rc::gen::resize(100, rc::gen::inRange<std::size_t>(0, last))]);
  };
  std::vector<std::int32_t> place(instance.lines.size());
  std::iota(place.begin(), place.end(), 0);
  shuffle(place);
  auto other = instance;
  for (std::size_t j = 0; j < place.size(); ++j)
    other.lines[static_cast<std::size_t>(place[j])] = instance.lines[j];
  for (auto& seller : other.sellers) {
    for (auto& offer : seller.offers) offer.line = place[static_cast<std::size_t>(offer.line)];
    shuffle(seller.offers);
  }
  shuffle(other.sellers);
  return other;
}

SourcingLimits shortly(std::int64_t work = 3'000'000) {
  SourcingLimits limits;
  limits.work = work;
  return limits;
}

/// Two answers to one cart say the same, as far as both are proved, and neither says what is not
/// so.
void agree(const SourcingInstance& instance, const SourcingAnswer& one,
           const SourcingInstance& same, const SourcingAnswer& other) {
  if (one.cost) RC_ASSERT(judged(instance, one.assignment) == *one.cost);
  if (other.cost) RC_ASSERT(judged(same, other.assignment) == *other.cost);
  if (one.cost) RC_ASSERT(other.bound <= *one.cost);
  if (other.cost) RC_ASSERT(one.bound <= *other.cost);
  if (one.proof == SourcingProof::bound || other.proof == SourcingProof::bound) return;
  RC_ASSERT(one.cost == other.cost);
  RC_ASSERT(one.proof == other.proof);
}

TEST_CASE("the order of lines, sellers and offers does not change the total") {
  REQUIRE(rc::check([] {
    auto instance = cart(9, 10);
    tighten(instance, anySplit(instance));
    const auto other = reordered(instance);
    for (const auto objective : {SourcingObjective::cost, SourcingObjective::parcels})
      agree(instance, *source(instance, objective, shortly()), other,
            *source(other, objective, shortly()));
  }));
}

TEST_CASE("solutions of other carts lead to the same total") {
  REQUIRE(rc::check([] {
    auto instance = cart(7, 8);
    tighten(instance, anySplit(instance));
    const auto edited = [&] {
      auto other = instance;
      const auto j = *rc::gen::inRange<std::size_t>(0, other.lines.size());
      other.lines[j].quantity = 1 + (other.lines[j].quantity + *rc::gen::inRange(0, 2)) % 3;
      for (auto& seller : other.sellers)
        for (auto& offer : seller.offers)
          if (now(6)) offer.stock = *rc::gen::inRange(0, 4);
      return other;
    };
    auto hint = source(instance, SourcingObjective::cost, shortly())->hint;
    for (int o = *rc::gen::inRange(0, 4); o > 0; --o)
      hint.others.push_back(source(edited(), SourcingObjective::cost, shortly())->assignment);
    const auto cart = edited();
    agree(cart, *source(cart, SourcingObjective::cost, shortly()), cart,
          *source(cart, SourcingObjective::cost, shortly(), &hint));
  }));
}

/// A seller that offers these lines at random prices, with random rules.
SourcingSeller sellerOf(const std::vector<std::int32_t>& lines, Amount scale) {
  SourcingSeller seller;
  for (const auto j : lines) seller.offers.push_back({j, *rc::gen::inRange(0, 60) * 20, {}, {}});
  if (now(3)) seller.discounts.push_back({*rc::gen::inRange(0, 900) * scale, 10});
  for (int m = *rc::gen::inRange(0, 3); m > 0; --m) {
    auto terms = rate();
    if (terms.free_from) terms.free_from = scale * *terms.free_from;
    if (terms.min_goods) terms.min_goods = scale * *terms.min_goods;
    if (terms.max_weight) terms.max_weight = scale * *terms.max_weight;
    for (auto& tier : terms.price_tiers) tier.from *= scale;
    for (auto& tier : terms.weight_tiers) tier.up_to *= scale;
    seller.methods.push_back({ShippingKind::shipping, 1, terms});
  }
  return seller;
}

/// The answer is the known least total, or says a bound and a total on either side of it.
void holds(const SourcingAnswer& answer, const std::optional<Amount>& least, int& proved) {
  if (answer.proof == SourcingProof::bound) {
    if (least) RC_ASSERT(answer.bound <= *least);
    if (answer.cost) RC_ASSERT(least && *answer.cost >= *least);
    return;
  }
  RC_ASSERT(answer.cost == least);
  RC_ASSERT(answer.proof == (least ? SourcingProof::optimal : SourcingProof::infeasible));
  ++proved;
}

TEST_CASE("one line of up to 200 sellers, some of whom sell or deliver nothing") {
  int proved = 0;
  REQUIRE(rc::check([&] {
    SourcingInstance instance;
    const auto wanted = *rc::gen::inRange(1, 13);
    instance.lines.push_back({wanted, *rc::gen::inRange(0, 10) * 100});
    for (int i = *rc::gen::inRange(20, 201); i > 0; --i) {
      auto seller = sellerOf(now(8) ? std::vector<std::int32_t>{} : std::vector{0}, 1);
      if (!seller.offers.empty()) seller.offers[0].stock = *rc::gen::inRange(0, 5);
      instance.sellers.push_back(seller);
    }
    // Seller by seller: the least cost of so many units from those so far.
    std::vector<std::optional<Amount>> least(static_cast<std::size_t>(wanted) + 1);
    least[0] = 0;
    for (const auto& seller : instance.sellers) {
      auto more = least;
      for (std::size_t taken = 1; taken < least.size(); ++taken) {
        SourcingInstance alone{instance.lines, {seller}};
        alone.lines[0].quantity = static_cast<std::int64_t>(taken);
        const auto cost = Everything(alone, any).cheapest().cost;
        for (auto units = taken; cost && units < least.size(); ++units) {
          if (!least[units - taken]) continue;
          const auto total = *least[units - taken] + *cost;
          if (!more[units] || total < *more[units]) more[units] = total;
        }
      }
      least = more;
    }
    holds(*source(instance, SourcingObjective::cost, shortly(300'000)), least.back(), proved);
  }));
  CHECK(proved > 50);
}

TEST_CASE("two sellers of 200 lines, few of which both have") {
  int proved = 0;
  REQUIRE(rc::check([&] {
    SourcingInstance instance;
    std::vector<std::int32_t> offers[2];
    for (std::int32_t j = 0; j < 200; ++j) {
      const bool both = j % 40 == 5;
      instance.lines.push_back({both ? 1 : 1 + j % 3, 100 * (j % 7)});
      if (both || j % 2 == 0) offers[0].push_back(j);
      if (both || j % 2 == 1) offers[1].push_back(j);
    }
    for (const auto& lines : offers) instance.sellers.push_back(sellerOf(lines, 40));
    if (now(2)) tighten(instance, anySplit(instance));
    holds(*source(instance, SourcingObjective::cost, shortly(300'000)),
          Everything(instance, any).cheapest().cost, proved);
  }));
  CHECK(proved > 50);
}

}  // namespace
}  // namespace vitrine
