#pragma once

#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/retail.hpp"

/// What presenters said of prices on their sites. Rows are only added.
namespace vitrine {

struct StoredRetail {
  std::int64_t number = 0;  // 1, 2, 3 … of all sites; given when it is added
  std::string site_id;
  std::string product_id;  // empty: all that have no wish of their own
  RetailWish wish;
  std::string from;         // the first day that it holds on
  std::int64_t set_at = 0;  // Unix milliseconds
};

/// Answers its number.
std::int64_t insertRetail(Database& db, const StoredRetail& retail);
/// Oldest first; an empty id: of all sites.
std::vector<StoredRetail> listRetail(Database& db, const std::string& site_id);
/// What holds for a product (empty: for all others) on a day.
RetailWish findRetail(Database& db, const std::string& site_id, const std::string& product_id,
                      const std::string& day);
/// 0: nobody has ever set a price.
std::int64_t newestRetail(Database& db);
std::int64_t countTerms(Database& db);

/// The day that prices were last looked at on; empty: never.
std::string retailDay(Database& db);
void setRetailDay(Database& db, const std::string& day);

}  // namespace vitrine
