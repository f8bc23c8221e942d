#pragma once

#include <optional>
#include <string>

#include "store/database.hpp"

/// On which day a page of a presenter first loaded its site's tag.
namespace vitrine {

/// Keeps the first day, like 2026-12-24 (in UTC).
void noteTag(Database& db, const std::string& site_id, const std::string& day);
/// Nothing: none has loaded it yet.
std::optional<std::string> dayOfTag(Database& db, const std::string& site_id);

}  // namespace vitrine
