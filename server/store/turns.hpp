#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace vitrine {

/// The places of products in an order that is fair to their sellers: the sellers, told by numbers,
/// take turns, each with those first that score most, and else in the order they had.
std::vector<std::uint32_t> rankedPlaces(std::span<const std::uint32_t> sellers,
                                        std::span<const std::int64_t> scores);

}  // namespace vitrine
