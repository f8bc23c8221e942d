#pragma once

#include <array>
#include <cstddef>

/// What the server and the helper that shrinks pictures agree on.
namespace vitrine {

/// Pixels across, at most; none is wider than the picture was. The page's `srcset` names them, too.
inline constexpr std::array<int, 3> pictureWidths{320, 640, 1280};

inline constexpr std::size_t maxPicture = 8 * 1024 * 1024;  // bytes
inline constexpr int maxPictureSide = 16'383;               // pixels: WebP knows no more
inline constexpr long maxPicturePixels = 40'000'000;

inline constexpr int notLockedIn = 2;  // the helper's exit code when it cannot be made safe

}  // namespace vitrine
