#include "sourcing/kit_covers.hpp"

#include <algorithm>

namespace vitrine {
namespace {

/// Enough for packs of a few sizes; what a need could be covered with grows without end.
constexpr std::size_t maxTried = 2000;
constexpr std::size_t maxKept = 24;

class Covering {
 public:
  Covering(std::int64_t amount, std::span<const KitChoice> choices,
           std::span<const KitVariant> variants)
      : amount_(amount), choices_(choices.begin(), choices.end()), variants_(variants) {
    std::stable_sort(choices_.begin(), choices_.end(),
                     [](const KitChoice& a, const KitChoice& b) { return a.content > b.content; });
  }

  Covers run() {
    // Packs of one size are among the answers however many mixtures there are.
    for (std::size_t i = 0; i < choices_.size(); ++i) {
      counts_.assign(choices_.size(), 0);
      counts_[i] = packs(amount_, i);
      keep();
    }
    counts_.assign(choices_.size(), 0);
    mix(0, amount_);
    auto& covers = answer_.covers;
    std::stable_sort(covers.begin(), covers.end(),
                     [](const Cover& a, const Cover& b) { return a.least < b.least; });
    if (answer_.whole && !covers.empty()) answer_.least = covers.front().least;
    if (covers.size() > maxKept) {
      covers.resize(maxKept);
      answer_.cut = true;
    }
    return std::move(answer_);
  }

 private:
  std::int64_t packs(std::int64_t left, std::size_t i) const {
    return (left + choices_[i].content - 1) / choices_[i].content;
  }

  void mix(std::size_t i, std::int64_t left) {
    if (left <= 0) {
      // One size alone is there already, and a pack that could be left out is waste.
      if (used() > 1 && -left < smallest()) keep();
      return;
    }
    if (i == choices_.size()) return;
    for (auto count = packs(left, i); count >= 0; --count) {
      if (++tried_ > maxTried) {
        answer_.whole = false;
        return;
      }
      counts_[i] = count;
      mix(i + 1, left - count * choices_[i].content);
    }
    counts_[i] = 0;
  }

  std::size_t used() const {
    return counts_.size() -
           static_cast<std::size_t>(std::count(counts_.begin(), counts_.end(), std::int64_t{0}));
  }
  /// The choices stand from the largest to the smallest.
  std::int64_t smallest() const {
    for (std::size_t i = counts_.size(); i-- > 0;) {
      if (counts_[i] > 0) return choices_[i].content;
    }
    return 0;
  }

  void keep() {
    Cover cover;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (counts_[i] == 0) continue;
      const auto& variant = variants_[choices_[i].variant];
      if (counts_[i] > maxQuantity || (variant.stock && counts_[i] > *variant.stock)) return;
      cover.packs.push_back({choices_[i].variant, counts_[i]});
      const auto least = times(variant.least, counts_[i]);
      if (!least) return;  // no money pays for it
      const auto sum = add(cover.least, *least);
      if (!sum) return;
      cover.least = *sum;
    }
    answer_.covers.push_back(std::move(cover));
  }

  std::int64_t amount_;
  std::vector<KitChoice> choices_;
  std::span<const KitVariant> variants_;
  std::vector<std::int64_t> counts_;
  std::size_t tried_ = 0;
  Covers answer_;
};

}  // namespace

Covers coversOf(std::int64_t amount, std::span<const KitChoice> choices,
                std::span<const KitVariant> variants) {
  return Covering(amount, choices, variants).run();
}

}  // namespace vitrine
