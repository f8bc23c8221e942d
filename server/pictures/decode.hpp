#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace vitrine {

/// Rows of red, green, blue and alpha, a byte each.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;
};

/// Decodes a WebP, JPEG or PNG picture, told by its first bytes; an animation's first frame is not
/// one. A JPEG's is turned as its Exif orientation says. Nothing for anything else, damaged ones
/// and such with more pixels than `limits.hpp` allows: these are looked at before memory is taken.
std::optional<Pixels> decode(const std::vector<std::uint8_t>& bytes);

}  // namespace vitrine
