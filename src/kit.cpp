#include "vitrine/kit.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "sourcing/kit_covers.hpp"

namespace vitrine {
namespace {

/// Carts that are sourced for one kit, and to find out whether needs can be had together: each is
/// some milliseconds of work.
constexpr int maxSourced = 48;
constexpr int maxTrials = 4;

Fault checkNeeds(const std::vector<Need>& needs) {
  if (needs.size() > maxNeeds) return Error{Errc::too_large, "needs"};
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const auto& need = needs[i];
    const auto place = element("needs", i);
    if (need.amount < 0 || need.amount > maxNeedAmount)
      return at(place, {Errc::out_of_range, "amount"});
    if (need.choices.size() > maxNeedChoices) return at(place, {Errc::too_large, "choices"});
    for (std::size_t c = 0; c < need.choices.size(); ++c) {
      const auto content = need.choices[c].content;
      if (content < 1 || content > maxNeedAmount)
        return at(place, at(element("choices", c), {Errc::out_of_range, "content"}));
    }
  }
  return {};
}

/// No unit of the offer costs less: it may be in a discount, and a seller's discounts ascend.
Amount leastOf(const Offer& offer, const Seller* seller) {
  const auto percent = seller && !seller->discounts.empty() ? seller->discounts.back().percent : 0;
  return offer.price / 100 * (100 - percent) + offer.price % 100 * (100 - percent) / 100;
}

class Kitting {
 public:
  Kitting(const KitRequest& request, const Shelf& shelf) : request_(request), shelf_(shelf) {}

  Result<Kit> run() {
    for (const auto& offer : shelf_.offers) note(offer);
    std::vector<std::size_t> wanted;
    Kit answer;
    for (std::size_t i = 0; i < request_.needs.size(); ++i) {
      covers_.push_back(coversFor(request_.needs[i]));
      if (request_.needs[i].amount == 0) continue;
      if (covers_[i].covers.empty())
        answer.missing.push_back(static_cast<std::int64_t>(i));
      else
        wanted.push_back(i);
    }
    if (auto fault = search(wanted, maxSourced)) return *std::move(fault);
    if (!best_ && !wanted.empty()) {
      // Not all can be had together: each that can be had with those before it.
      std::vector<std::size_t> kept;
      for (const auto i : wanted) {
        kept.push_back(i);
        if (auto fault = search(kept, maxTrials)) return *std::move(fault);
        if (best_) continue;
        kept.pop_back();
        answer.missing.push_back(static_cast<std::int64_t>(i));
      }
      std::sort(answer.missing.begin(), answer.missing.end());
      if (auto fault = search(kept, maxSourced)) return *std::move(fault);
      exhausted_ = false;  // others might have been kept
    }
    if (best_) conclude(answer);
    return answer;
  }

 private:
  using Chosen = std::vector<std::size_t>;  // of each wanted need the place of its cover

  void note(const ShelfOffer& each) {
    const auto& offer = each.offer;
    if (offer.currency != request_.currency || offer.stock == 0) return;
    const auto least = leastOf(offer, shelf_.seller(offer.seller_id));
    const auto [found, fresh] = places_.try_emplace(each.variant_id, variants_.size());
    if (fresh) {
      variants_.push_back({each.variant_id, each.product_id, offer.id, least, offer.stock});
      return;
    }
    auto& variant = variants_[found->second];
    variant.least = std::min(variant.least, least);
    if (variant.stock && offer.stock)
      *variant.stock += *offer.stock;
    else
      variant.stock.reset();
  }

  Covers coversFor(const Need& need) const {
    if (need.amount == 0) return {};
    std::vector<KitChoice> choices;
    for (const auto& choice : need.choices) {
      const auto found = places_.find(choice.variant_id);
      const bool twice = found != places_.end() &&
                         std::any_of(choices.begin(), choices.end(), [&](const KitChoice& other) {
                           return other.variant == found->second;
                         });
      if (found != places_.end() && !twice) choices.push_back({found->second, choice.content});
    }
    return coversOf(need.amount, choices, variants_);
  }

  /// How many of which variant that is together: a pack for two needs is one line of a cart.
  std::map<std::size_t, std::int64_t> packsOf(const Chosen& chosen) const {
    std::map<std::size_t, std::int64_t> packs;
    for (std::size_t k = 0; k < chosen.size(); ++k) {
      for (const auto& [variant, count] : covers_[wanted_[k]].covers[chosen[k]].packs)
        packs[variant] += count;
    }
    return packs;
  }

  /// Sources one choice of covers, and keeps it if it is the best.
  Fault attempt(const Chosen& chosen) {
    const auto packs = packsOf(chosen);
    if (!seen_.emplace(packs).second) return {};
    ++sourced_;
    SourcingRequest cart{request_.currency, request_.destination, {}, {}, {}, request_.policy};
    for (const auto& [variant, count] : packs) {
      if (count > maxQuantity) return {};
      cart.line_items.push_back({variants_[variant].offer_id, count});
    }
    auto choice = sourceCart(cart, shelf_, SourcingObjective::cost);
    if (!choice) return choice.error();
    if (!*choice) return {};
    least_ = std::min(least_, (*choice)->bound);
    if (best_ && best_->total <= (*choice)->total) return {};
    best_ = **std::move(choice);
    chosen_ = chosen;
    return {};
  }

  /// The best covers for these needs: first one need after the other as long as it gains, then all
  /// that could still be cheaper.
  Fault search(const std::vector<std::size_t>& wanted, int most) {
    most_ = most;
    wanted_ = wanted;
    best_.reset();
    seen_.clear();
    sourced_ = 0;
    least_ = maxSafeInteger;
    exhausted_ = true;
    if (wanted.empty()) return {};
    Chosen chosen(wanted.size(), 0);
    if (auto fault = attempt(chosen)) return fault;
    for (bool gained = true; gained && sourced_ < most_ / 2;) {
      gained = false;
      for (std::size_t k = 0; k < wanted.size() && sourced_ < most_ / 2; ++k) {
        const auto before = best_ ? best_->total : maxSafeInteger;
        auto other = best_ ? chosen_ : chosen;
        for (other[k] = 0; other[k] < covers_[wanted[k]].covers.size(); ++other[k]) {
          if (sourced_ >= most_ / 2) break;
          if (auto fault = attempt(other)) return fault;
        }
        gained = gained || (best_ && best_->total < before);
      }
    }
    rest_.assign(wanted.size() + 1, 0);
    for (std::size_t k = wanted.size(); k-- > 0;)
      rest_[k] = rest_[k + 1] + covers_[wanted[k]].covers.front().least;
    if (auto fault = descend(chosen, 0, 0)) return fault;
    for (const auto i : wanted) exhausted_ = exhausted_ && covers_[i].whole;
    return {};
  }

  Fault descend(Chosen& chosen, std::size_t k, Amount least) {
    if (k == wanted_.size()) {
      if (sourced_ >= most_ && !seen_.contains(packsOf(chosen))) {
        exhausted_ = false;
        return {};
      }
      return attempt(chosen);
    }
    const auto& covers = covers_[wanted_[k]].covers;
    for (chosen[k] = 0; chosen[k] < covers.size(); ++chosen[k]) {
      const auto sum = least + covers[chosen[k]].least;
      if (best_ && sum + rest_[k + 1] >= best_->total) break;  // and so are those after it
      if (auto fault = descend(chosen, k + 1, sum)) return fault;
      if (!exhausted_) return {};
    }
    // Those that were cut off cost no less than the last one, which was not too dear.
    if (chosen[k] == covers.size() && covers_[wanted_[k]].cut) exhausted_ = false;
    return {};
  }

  void conclude(Kit& answer) {
    answer.total = best_->total;
    answer.parcels = best_->parcels;
    const bool proved = exhausted_ && least_ >= best_->total && request_.policy.surcharge == 0;
    answer.proof = proved ? SourcingProof::optimal : SourcingProof::bound;
    Amount untried = 0;
    for (const auto i : wanted_) untried += covers_[i].least;
    const auto bound = exhausted_ ? least_ : std::min(least_, untried);
    answer.bound = proved ? best_->total : std::clamp<Amount>(bound, 0, best_->total);
    auto lines = best_->line_items;
    for (std::size_t k = 0; k < wanted_.size(); ++k) {
      for (auto [place, count] : covers_[wanted_[k]].covers[chosen_[k]].packs) {
        for (auto& line : lines) {
          const auto* found = shelf_.offer(line.offer_id);
          if (count == 0 || !found || found->variant_id != variants_[place].variant_id) continue;
          const auto units = std::min(count, line.quantity);
          if (units == 0) continue;
          answer.line_items.push_back({static_cast<std::int64_t>(wanted_[k]),
                                       variants_[place].product_id, variants_[place].variant_id,
                                       line.offer_id, units});
          line.quantity -= units;
          count -= units;
        }
      }
    }
  }

  const KitRequest& request_;
  const Shelf& shelf_;
  std::vector<KitVariant> variants_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::vector<Covers> covers_;  // of each need of the request
  std::vector<std::size_t> wanted_;
  std::set<std::map<std::size_t, std::int64_t>> seen_;
  std::vector<Amount> rest_;  // what the needs from there on cost at least
  int most_ = maxSourced;
  int sourced_ = 0;
  bool exhausted_ = true;
  Amount least_ = maxSafeInteger;  // no sourced cart costs less
  std::optional<SourcingChoice> best_;
  Chosen chosen_;
};

}  // namespace

Result<Kit> kit(const KitRequest& request, const Shelf& shelf) {
  if (auto fault = checkNeeds(request.needs)) return *std::move(fault);
  // Sourcing judges the rest of the request.
  const SourcingRequest empty{request.currency, request.destination, {}, {}, {}, request.policy};
  if (const auto checked = sourceCart(empty, {}, SourcingObjective::cost); !checked)
    return checked.error();
  return Kitting(request, shelf).run();
}

}  // namespace vitrine
