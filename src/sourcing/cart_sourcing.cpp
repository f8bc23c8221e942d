#include "vitrine/cart_sourcing.hpp"

#include <algorithm>
#include <set>

#include "sourcing/cart_comparison.hpp"

namespace vitrine {
namespace {

/// By how much the quote of an answer may differ from the instance's cost, in its money: each tax
/// and each discount is rounded by itself.
Amount rounding(const CartInstance& cart, const SourcingAnswer& answer) {
  Amount halves = 0;
  for (std::size_t s = 0; s < cart.sources.size(); ++s) {
    if (answer.methods[s] < 0) continue;
    std::set<std::string_view> categories;
    for (const auto* offer : cart.sources[s].offers) categories.insert(offer->offer.tax_category);
    if (!cart.sources[s].seller->prices_include_tax)
      halves += static_cast<Amount>(categories.size());
    if (!cart.sources[s].seller->discounts.empty()) ++halves;
  }
  return halves * cart.scale / 2;
}

/// Answers of an instance as carts, the best of them by their quotes.
class Choosing {
 public:
  Choosing(const SourcingRequest& request, const Shelf& shelf, SourcingObjective objective)
      : request_(request), shelf_(shelf), objective_(objective) {}

  Result<std::optional<SourcingChoice>> run() {
    auto lines = wantedLines(request_, shelf_);
    if (!lines) return lines.error();
    // Who knows not all of a cart cannot serve it.
    std::int64_t known = 0;
    for (const auto& line : *lines) known += line.quantity;
    for (const auto& item : request_.line_items) known -= item.quantity;
    if (known != 0 || lines->empty()) return std::optional<SourcingChoice>{};
    const bool collects = objective_ == SourcingObjective::pickup;
    if (collects && std::all_of(lines->begin(), lines->end(), [](const WantedLine& line) {
          return line.kind == OfferKind::service;
        }))
      return std::optional<SourcingChoice>{};
    const auto cart = instance(*lines, Joint::all);
    const auto least = solve(cart);
    if (!least) return least.error();
    if (least->proof == SourcingProof::infeasible) return std::optional<SourcingChoice>{};
    if (least->cost) take(cart, *least);
    if (cart.joint && !proved(*least)) {
      attempt(instance(*lines, Joint::none));
      for (const auto& source : cart.sources) attempt(gathered(cart, source.seller));
    }
    if (!best_) return std::optional<SourcingChoice>{};
    conclude(cart, *least);
    return std::optional(std::move(best_));
  }

 private:
  CartInstance instance(const std::vector<WantedLine>& lines, Joint joint) const {
    const bool pickup = objective_ == SourcingObjective::pickup;
    return cartInstance(request_, shelf_, lines, pickup ? Reach::pickup : Reach::delivery, joint);
  }

  /// Starts from the cart as it is, which therefore wins among equals.
  Result<SourcingAnswer> solve(const CartInstance& cart) const {
    SourcingHint hint;
    if (auto assignment = assignmentOf(cart, request_.line_items))
      hint.assignment = *std::move(assignment);
    hint.prices.assign(cart.lines.size(), -1);
    // Only what can be collected is part of a cart for pickup.
    const auto objective =
        objective_ == SourcingObjective::pickup ? SourcingObjective::cost : objective_;
    return source(cart.instance, objective, cartLimits(),
                  hint.assignment.empty() ? nullptr : &hint);
  }

  void take(const CartInstance& cart, const SourcingAnswer& answer) {
    SourcingChoice choice;
    choice.objective = objective_;
    choice.line_items = cartOf(cart, answer.assignment);
    // Without a choice a quote takes the cheapest delivery, as cost and parcels do.
    if (objective_ == SourcingObjective::fastest || objective_ == SourcingObjective::pickup)
      choice.selected_options = optionsOf(cart, answer);
    const auto result = priced(request_, shelf_, choice.line_items, choice.selected_options);
    if (!result) return;
    choice.total = result->total;
    choice.parcels = result->parcels;
    choice.max_days = result->max_days;
    const Amount value = choice.total * cart.scale + surchargesOf(cart, answer);
    const auto first = measureOf(choice.parcels + result->services, choice.max_days);
    if (best_ && std::pair(measure_, best_value_) <= std::pair(first, value)) return;
    best_ = std::move(choice);
    measure_ = first;
    best_value_ = value;
    slack_ = rounding(cart, answer);
  }

  void attempt(const CartInstance& cart) {
    const auto answer = solve(cart);
    if (answer && answer->cost) take(cart, *answer);
  }

  /// The cart with all that a seller can supply bought there: what it takes to reach limits that
  /// count the goods of several parcels.
  static CartInstance gathered(CartInstance cart, const Seller* seller) {
    std::vector<std::int64_t> supply(cart.lines.size(), 0);
    for (std::size_t s = 0; s < cart.sources.size(); ++s) {
      if (cart.sources[s].seller != seller) continue;
      for (const auto& offer : cart.instance.sellers[s].offers) {
        const auto j = static_cast<std::size_t>(offer.line);
        supply[j] += offer.stock.value_or(cart.lines[j].quantity);
      }
    }
    for (std::size_t s = 0; s < cart.sources.size(); ++s) {
      if (cart.sources[s].seller == seller) continue;
      auto& offers = cart.instance.sellers[s].offers;
      for (std::size_t k = offers.size(); k-- > 0;) {
        const auto j = static_cast<std::size_t>(offers[k].line);
        if (supply[j] < cart.lines[j].quantity) continue;
        const auto at = static_cast<std::ptrdiff_t>(k);
        offers.erase(offers.begin() + at);
        cart.sources[s].offers.erase(cart.sources[s].offers.begin() + at);
      }
    }
    return cart;
  }

  /// What counts before the total.
  std::int64_t measureOf(std::int64_t parcels, std::int64_t days) const {
    if (objective_ == SourcingObjective::parcels) return parcels;
    return objective_ == SourcingObjective::fastest ? days : 0;
  }

  /// Whether the best has the measure that the totals of `least` are limits for.
  bool measures(const SourcingAnswer& least) const {
    return measure_ <= measureOf(least.sellers, least.max_days);
  }

  bool proved(const SourcingAnswer& least) const {
    return best_ && least.proof == SourcingProof::optimal && measures(least) &&
           best_value_ <= *least.cost + slack_;
  }

  void conclude(const CartInstance& cart, const SourcingAnswer& least) {
    const bool proved = this->proved(least);
    best_->proof = proved ? SourcingProof::optimal : SourcingProof::bound;
    Amount margin = slack_;
    for (const auto& seller : cart.instance.sellers) margin += seller.surcharge;
    const auto bound = (least.bound - margin + cart.scale - 1) / cart.scale;
    best_->bound = proved            ? best_->total
                   : measures(least) ? std::clamp<Amount>(bound, 0, best_->total)
                                     : 0;
  }

  const SourcingRequest& request_;
  const Shelf& shelf_;
  SourcingObjective objective_;
  std::optional<SourcingChoice> best_;
  std::int64_t measure_ = 0;
  Amount best_value_ = 0;
  Amount slack_ = 0;
};

}  // namespace

Result<std::optional<SourcingChoice>> sourceCart(const SourcingRequest& request, const Shelf& shelf,
                                                 SourcingObjective objective) {
  if (auto fault = check(request)) return *std::move(fault);
  return Choosing(request, shelf, objective).run();
}

Result<CartSourcing> sourceCart(const SourcingRequest& request, const Shelf& shelf) {
  if (auto fault = check(request)) return *std::move(fault);
  CartSourcing answer;
  if (auto current = priced(request, shelf, request.line_items, request.selected_options))
    answer.current = comparison(*std::move(current));
  for (const auto objective : {SourcingObjective::cost, SourcingObjective::parcels,
                               SourcingObjective::fastest, SourcingObjective::pickup}) {
    auto choice = Choosing(request, shelf, objective).run();
    if (!choice) return choice.error();
    if (*choice) answer.choices.push_back(**std::move(choice));
  }
  auto lines = wantedLines(request, shelf);
  if (!lines) return lines.error();
  const auto cart = cartInstance(request, shelf, *std::move(lines), Reach::delivery, Joint::none);
  std::set<const Seller*> sellers;
  for (const auto& source : cart.sources) sellers.insert(source.seller);
  answer.sellers_considered = static_cast<std::int64_t>(sellers.size());
  answer.cheapest_items = cheapestItems(request, shelf, cart);
  answer.one_seller = oneSeller(request, shelf, cart);
  const bool served =
      !answer.choices.empty() && answer.choices.front().objective == SourcingObjective::cost;
  if (!served) {
    for (const auto& item : request.line_items) {
      if (!shelf.offer(item.offer_id)) answer.shortages.push_back({item.offer_id, 0});
    }
    for (const auto& missing : shortages(cart.instance, SourcingObjective::cost))
      answer.shortages.push_back(
          {cart.lines[static_cast<std::size_t>(missing.line)].offer_id, missing.available});
    answer.partial = partially(request, shelf, cart);
  }
  return answer;
}

}  // namespace vitrine
