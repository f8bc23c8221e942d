#pragma once

#include <string>

#include "store/themes.hpp"
#include "vitrine/result.hpp"

/// How a site looks: values of the custom properties of docs/theming.md.
namespace vitrine {

inline constexpr std::size_t maxThemeValue = 200;  // bytes

/// The first fault: `unknown_field` for a property that there is not, `duplicate_field` for one
/// that is given twice, `invalid_format` for a value that is not made of words, numbers, colours
/// and functions that calculate (nothing that is fetched, and nothing that ends a declaration).
Fault check(const SiteTheme& theme);

/// The rules for an element's shadow root; what a page says of the element itself comes first.
/// Empty: the shop's own look.
std::string cssOf(const SiteTheme& theme);

}  // namespace vitrine
