#include "vitrine/search_candidates.hpp"

#include <algorithm>
#include <array>

#include "vitrine/logarithm.hpp"

namespace vitrine {
namespace {

/// w / (k1 + w) for a weight in quarters, in 2^-14.
constexpr auto saturation = [] {
  std::array<std::uint16_t, 128> values{};
  for (std::uint32_t q = 0; q < values.size(); ++q)
    values[q] = static_cast<std::uint16_t>((q * 5U << 14) / (q * 5 + 24));  // 4 · 1.2 = 24 / 5
  return values;
}();

/// How rare a word is that was found in `count` of `products`.
std::uint32_t rarity(std::uint32_t products, std::uint64_t count) {
  const auto found = static_cast<std::uint32_t>(std::min<std::uint64_t>(count, products));
  return std::max(logarithm(2 * products + 2) - logarithm(2 * found + 1), 1U);
}

constexpr std::uint8_t candidate = 0x80;  // beside what was found, up to 4 · weight::most
static_assert(4 * weight::most < candidate);

/// Looking a few candidates up, by halves, beats going through a long list.
bool looksUp(std::size_t candidates, std::size_t list) { return candidates * 16 < list; }

}  // namespace

void addAll(ProductBits& bits, const SearchIndex& index, const Match& match) {
  for (const auto entry : index.own(match.first, match.last)) {
    if (entry != 0) add(bits, productOf(entry));
  }
  auto lists = index.mentionsFrom(match.first);
  for (auto term = match.first; term < match.last; ++term) {
    lists.next();
    for (const auto& places : {lists.often(), lists.once()}) {
      if (places.isSet()) {
        for (std::size_t i = 0; i < bits.size(); ++i)
          bits[i] |= places.wordOf(static_cast<std::uint32_t>(64 * i));
        continue;
      }
      places.each([&](std::uint32_t product) {
        add(bits, product);
        return true;
      });
    }
  }
}

std::vector<Hit> hitsOf(const SearchIndex& index, const Match& term) {
  const auto own = index.own(term.first, term.last);
  auto lists = index.mentionsFrom(term.first);
  lists.next();
  const auto products = index.file().products.size();
  const auto found = std::uint64_t{own.size()} + lists.oftenCount() + lists.onceCount();
  const auto rare = rarity(products, found);
  const auto score = [&](std::uint32_t weight) {
    return rare * saturation[static_cast<std::size_t>(weight * term.quarters)];
  };
  std::vector<Hit> hits;
  hits.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(found, products)));
  for (const auto entry : own) hits.push_back({productOf(entry), score(weightOf(entry))});
  const auto add = [&](const Places& places, std::uint32_t all) {
    places.each([&](std::uint32_t product) {
      hits.push_back({product, all});
      return true;
    });
  };
  add(lists.often(), score(mostMention));
  add(lists.once(), score(weight::description));
  return hits;
}

/// Notes all products that `each` visits with what they count for, in quarters.
template <class F>
void Candidates::note(F each) {
  auto* const best = best_.data();
  if (first_) {
    each([&](std::uint32_t product, std::uint32_t quarters) {
      if (best[product] == 0) hits_.push_back({product, 0});
      best[product] = std::max(best[product], static_cast<std::uint8_t>(quarters));
    });
  } else {
    // Without a branch, as no processor can foretell which are candidates.
    each([best](std::uint32_t product, std::uint32_t quarters) {
      const auto before = best[product];
      const auto found = (candidate | quarters) & (0U - (before >> 7));
      best[product] = std::max(before, static_cast<std::uint8_t>(found));
    });
  }
}

void Candidates::noteOwn(const Match& match) {
  const auto own = index_.own(match.first, match.last);
  if (first_ || match.last > match.first + 1 || !looksUp(hits_.size(), own.size()))
    return note([&](auto visit) {
      for (const auto entry : own) {
        if (entry != 0) visit(productOf(entry), weightOf(entry) * match.quarters);
      }
    });
  note([&](auto visit) {
    for (const auto& hit : hits_) {
      const auto found =
          std::lower_bound(own.begin(), own.end(), hit.product,
                           [](Entry e, std::uint32_t product) { return productOf(e) < product; });
      if (found != own.end() && productOf(*found) == hit.product)
        visit(hit.product, weightOf(*found) * match.quarters);
    }
  });
}

void Candidates::noteMentions(const Places& places, std::uint32_t quarters) {
  if (first_ || !places.isSet())
    return note([&](auto visit) {
      places.each([&](std::uint32_t product) {
        visit(product, quarters);
        return true;
      });
    });
  note([&](auto visit) {
    for (const auto& hit : hits_) {
      if (places.has(hit.product)) visit(hit.product, quarters);
    }
  });
}

void Candidates::add(const std::vector<Match>& matches) {
  if (!first_) {
    for (const auto& hit : hits_) best_[hit.product] = candidate;
  }
  std::uint64_t found = 0;
  std::uint32_t quarters = 0;
  for (const auto& match : matches) {
    quarters = std::max(quarters, match.quarters);
    noteOwn(match);
    auto lists = index_.mentionsFrom(match.first);
    for (auto term = match.first; term < match.last; ++term) {
      lists.next();
      found += index_.ownCount(term) + lists.oftenCount() + lists.onceCount();
      if (where_ == Where::outsideDescriptions) continue;
      noteMentions(lists.often(), mostMention * match.quarters);
      noteMentions(lists.once(), weight::description * match.quarters);
    }
  }
  const auto rare = rarity(index_.file().products.size(), found);
  most_ += rare * saturation[weight::most * quarters];
  least_loss_ = std::min(least_loss_, rare * (saturation[weight::most * quarters] -
                                              saturation[mostMention * quarters]));
  std::size_t kept = 0;
  for (auto hit : hits_) {
    const auto best = std::exchange(best_[hit.product], std::uint8_t{0}) & ~candidate;
    hit.score += rare * saturation[static_cast<std::size_t>(best)];
    hits_[kept] = hit;
    kept += best != 0 ? 1 : 0;
  }
  hits_.resize(kept);
  first_ = false;
}

}  // namespace vitrine
