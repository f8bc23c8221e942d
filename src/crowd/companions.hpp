#pragma once

#include "crowd/tally.hpp"
#include "vitrine/ranking.hpp"

namespace vitrine::crowd {

/// The companions of each product, at most `limit`. `bought`: how much each product is bought.
std::vector<std::vector<Companion>> companionsOf(const std::vector<Purchase>& purchases,
                                                 std::int64_t now,
                                                 const std::vector<Weight>& bought,
                                                 std::size_t limit);

}  // namespace vitrine::crowd
