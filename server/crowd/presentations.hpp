#pragma once

#include <string>
#include <vector>

#include "store/database.hpp"

namespace vitrine {

/// What a site shows together: its sections and what stands out, its guides, and what it
/// recommends, each a list of products' ids.
struct SitePresentations {
  std::string site_id;
  std::string presenter_id;
  std::vector<std::vector<std::string>> lists;
};

/// Of all sites that show any, by their ids.
std::vector<SitePresentations> presentations(Database& db);

}  // namespace vitrine
