#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/database.hpp"

namespace vitrine {

/// An e-mail address in the one form that accounts are found by: as SMTP takes it, in lower case.
/// Nothing for what is none.
std::optional<std::string> accountEmail(std::string_view text);

/// What a member is called; nothing when there is none of that id.
std::optional<std::string> memberName(Database& db, const std::string& owner);

}  // namespace vitrine
