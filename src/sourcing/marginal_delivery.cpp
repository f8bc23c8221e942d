#include <algorithm>

#include "sourcing/cart_instance.hpp"

namespace vitrine {
namespace {

/// The cheapest delivery of one cart after another that differs from it by a unit.
struct Reached {
  CartInstance cart;
  SourcingAnswer answer;

  Amount total() const { return (*answer.cost - surchargesOf(cart, answer)) / cart.scale; }
  bool uses(const std::string& seller_id) const {
    for (std::size_t s = 0; s < cart.sources.size(); ++s) {
      if (answer.methods[s] >= 0 && cart.sources[s].seller->id == seller_id) return true;
    }
    return false;
  }
  /// Of a variant, by one seller, in all lines.
  std::int64_t unitsOf(const std::string& variant_id, const Seller* seller) const {
    std::int64_t count = 0;
    for (const auto& units : answer.assignment) {
      const auto& line = cart.lines[static_cast<std::size_t>(units.line)];
      const auto& source = cart.sources[static_cast<std::size_t>(units.seller)];
      if (line.variant_id == variant_id && source.seller == seller) count += units.quantity;
    }
    return count;
  }
};

std::optional<Reached> reach(const SourcingRequest& request, const Shelf& shelf,
                             SourcingHint* hint) {
  auto lines = wantedLines(request, shelf);
  if (!lines || lines->empty()) return {};
  Reached reached{cartInstance(request, shelf, *std::move(lines), Reach::delivery, Joint::none),
                  {}};
  // The wanted unit is the last of its line, or a line of its own at the end: sellers and the other
  // lines keep their places.
  if (hint) hint->prices.resize(reached.cart.lines.size(), -1);
  auto answer = source(reached.cart.instance, SourcingObjective::cost, cartLimits(), hint);
  if (!answer || !answer->cost) return {};
  reached.answer = *std::move(answer);
  return reached;
}

/// Keeps a split for the next searches. The oldest gives way.
void learn(SourcingHint& hint, const std::vector<SourcedUnits>& assignment) {
  constexpr std::size_t most = 8;
  auto& known = hint.others;
  if (assignment == hint.assignment ||
      std::find(known.begin(), known.end(), assignment) != known.end())
    return;
  if (known.size() == most) known.erase(known.begin());
  known.push_back(assignment);
}

}  // namespace

Result<MarginalList> marginalDelivery(const MarginalRequest& request, const Shelf& shelf) {
  if (auto fault = check(request.cart)) return at("cart", *std::move(fault));
  if (request.offer_ids.size() > maxMarginal) return Error{Errc::too_large, "offer_ids"};
  const auto before = reach(request.cart, shelf, nullptr);
  MarginalList answer;
  auto hint = before ? before->answer.hint : SourcingHint{};
  const auto lines = hint.prices.size();
  if (!before && !request.cart.line_items.empty()) return answer;
  for (const auto& offer_id : request.offer_ids) {
    const auto* wanted = shelf.offer(offer_id);
    if (!wanted || wanted->offer.currency != request.cart.currency) continue;
    auto more = request.cart;
    const auto same =
        std::find_if(more.line_items.begin(), more.line_items.end(), [&](const CartLine& line) {
          const auto* found = shelf.offer(line.offer_id);
          return found && found->variant_id == wanted->variant_id &&
                 std::find(more.pinned_offers.begin(), more.pinned_offers.end(), line.offer_id) ==
                     more.pinned_offers.end();
        });
    if (same == more.line_items.end()) {
      more.line_items.push_back({offer_id, 1});
    } else {
      ++same->quantity;
    }
    const auto after = reach(more, shelf, before ? &hint : nullptr);
    hint.prices.resize(lines);
    if (!after) continue;
    // What the search for one card learned serves the next.
    learn(hint, after->answer.assignment);
    for (std::size_t j = 0; j < lines; ++j) hint.prices[j] = after->answer.hint.prices[j];
    MarginalDelivery added;
    added.offer_id = offer_id;
    added.total = after->total() - (before ? before->total() : 0);
    // The supplier is who has more of this variant than before; the wanted unit is in its last
    // line.
    std::int64_t most = INT64_MIN;
    std::size_t last = 0;
    for (const auto& units : after->answer.assignment) {
      const auto j = static_cast<std::size_t>(units.line);
      if (after->cart.lines[j].variant_id != wanted->variant_id) continue;
      const auto s = static_cast<std::size_t>(units.seller);
      const auto& source = after->cart.sources[s];
      const auto held = before ? before->unitsOf(wanted->variant_id, source.seller) : 0;
      const auto gained = after->unitsOf(wanted->variant_id, source.seller) - held;
      if (gained < most || (gained == most && j < last)) continue;
      most = gained;
      last = j;
      const auto& offers = after->cart.instance.sellers[s].offers;
      const auto place = std::find_if(offers.begin(), offers.end(),
                                      [&](const auto& o) { return o.line == units.line; });
      added.seller_id = source.seller->id;
      added.delivery = added.total - place->price / after->cart.scale;
    }
    added.new_parcel = !before || !before->uses(added.seller_id);
    answer.offers.push_back(std::move(added));
  }
  return answer;
}

}  // namespace vitrine
