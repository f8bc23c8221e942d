#pragma once

#include <span>
#include <vector>

#include "vitrine/kit.hpp"

namespace vitrine {

/// A variant that needs can be met with.
struct KitVariant {
  std::string variant_id;
  std::string product_id;
  std::string offer_id;               // one of its offers stands for all
  Amount least = 0;                   // no unit of it costs less, discounts included
  std::optional<std::int64_t> stock;  // of all sellers together; nothing: not limited
};

/// Packs that cover a need, none of them too many: how many of which of the need's variants.
struct Cover {
  std::vector<std::pair<std::size_t, std::int64_t>> packs;  // place of the variant, count
  Amount least = 0;                                         // it costs no less than that
};

/// The ways to cover a need, the cheapest first. `whole`: all were thought of; `cut`: the dearest
/// of them are left out. None costs less than `least`, also of those that are not among them.
struct Covers {
  std::vector<Cover> covers;
  bool whole = true;
  bool cut = false;
  Amount least = 0;
};

/// A choice of a need whose variant the shelf holds.
struct KitChoice {
  std::size_t variant = 0;
  std::int64_t content = 0;
};

Covers coversOf(std::int64_t amount, std::span<const KitChoice> choices,
                std::span<const KitVariant> variants);

}  // namespace vitrine
