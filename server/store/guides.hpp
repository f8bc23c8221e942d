#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/guide.hpp"

namespace vitrine {

struct StoredGuide {
  std::string site_id;
  Guide guide;
  std::string markdown;
  std::int64_t updated_at = 0;  // Unix milliseconds
};

/// Takes the place of a guide of that name.
void saveGuide(Database& db, const StoredGuide& stored);
/// Whether there was one.
bool removeGuide(Database& db, const std::string& site_id, const std::string& name);
std::optional<StoredGuide> findGuide(Database& db, const std::string& site_id,
                                     const std::string& name);
/// By site and name; an empty id: of all sites.
std::vector<StoredGuide> listGuides(Database& db, const std::string& site_id);

}  // namespace vitrine
