#pragma once

#include <string>
#include <variant>
#include <vector>

#include "vitrine/result.hpp"

namespace vitrine {

/// What is wrong with a guide's text, and what would do (English, for the one who writes it).
struct GuideFault {
  Errc code = Errc::invalid_format;
  int line = 0;  // from 1
  std::string expected;

  friend bool operator==(const GuideFault&, const GuideFault&) = default;
};

/// By line, at most one of each, and `maxGuideFaults` in all.
using GuideFaults = std::vector<GuideFault>;
inline constexpr std::size_t maxGuideFaults = 20;

template <class T>
using GuideResult = std::variant<T, GuideFaults>;

}  // namespace vitrine
