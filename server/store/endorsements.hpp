#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"

namespace vitrine {

/// Why a site's presenter recommends a product.
struct StoredEndorsement {
  std::string site_id;
  std::string presenter_id;  // whose site it is
  std::string product_id;
  std::string text;
  std::int64_t said_at = 0;  // Unix milliseconds
};

/// Takes the place of what the site said of the product before.
void saveEndorsement(Database& db, const std::string& site_id, const std::string& product_id,
                     const std::string& text, std::int64_t said_at);
/// Whether there was one.
bool removeEndorsement(Database& db, const std::string& site_id, const std::string& product_id);
std::optional<StoredEndorsement> findEndorsement(Database& db, const std::string& site_id,
                                                 const std::string& product_id);
/// The newest first; an empty id: of all sites.
std::vector<StoredEndorsement> listEndorsements(Database& db, const std::string& site_id);

}  // namespace vitrine
