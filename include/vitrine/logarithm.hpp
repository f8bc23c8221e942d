#pragma once

#include <bit>
#include <cstdint>

namespace vitrine {

/// log2(x) in 2^-10, for x from 1 on.
constexpr std::uint32_t logarithm(std::uint32_t x) {
  const auto whole = static_cast<unsigned>(std::bit_width(x)) - 1;
  std::uint32_t answer = whole;
  auto mantissa = std::uint64_t{x} << (31 - whole);  // from 1 to 2, in 2^-31
  for (int bit = 0; bit < 10; ++bit) {
    mantissa = mantissa * mantissa >> 31;
    answer <<= 1;
    if (mantissa >> 32 != 0) {
      mantissa >>= 1;
      answer |= 1;
    }
  }
  return answer;
}

}  // namespace vitrine
