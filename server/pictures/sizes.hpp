#pragma once

#include <optional>
#include <string>
#include <vector>

namespace vitrine {

/// A picture's sizes as WebP, in the order of `pictureWidths`, made by `vitrine-pictures` beside
/// this program: a process of its own that can reach nothing and is ended when it takes too long.
/// Nothing for what is no picture that we take. Throws where the helper cannot be started.
std::optional<std::vector<std::string>> pictureSizes(const std::string& content);

}  // namespace vitrine
