#pragma once

#include <string>
#include <string_view>

namespace vitrine {

/// Appends a text so that HTML shows it as it is, between tags and in quoted attributes.
void appendEscaped(std::string& html, std::string_view text);

}  // namespace vitrine
