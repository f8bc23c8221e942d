#pragma once

#include <string_view>

#include "json.hpp"

namespace vitrine {

/// One JSON line on standard error. Never pass secrets or personal data.
void log(std::string_view level, std::string_view event, const Json& details = Json::object());

}  // namespace vitrine
