#pragma once

#include <span>
#include <string_view>

#include "guides/fault.hpp"
#include "vitrine/catalog.hpp"
#include "vitrine/guide.hpp"

namespace vitrine {

/// A guide's text in bytes.
inline constexpr std::size_t maxGuideText = 64 * 1024;

/// What pages may call a guide: a-z, 0-9 and -, at most 64.
bool isGuideName(std::string_view text);

/// Reads a guide in Markdown (CommonMark without HTML) whose fenced blocks called `needs` name what
/// it takes; the goods are looked up among these products. The first heading is its title.
GuideResult<Guide> readGuide(std::string_view markdown, std::span<const Product> products);

}  // namespace vitrine
