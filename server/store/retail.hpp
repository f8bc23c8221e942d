#pragma once

#include <optional>
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

/// A presenter that has set prices and whose prices were not looked at on that day; nothing: none.
std::optional<std::string> presenterToTell(Database& db, const std::string& day);
/// Of which moved prices a presenter was told, and that the day is done.
std::vector<std::string> pricesTold(Database& db, const std::string& presenter_id);
void notePricesTold(Database& db, const std::string& presenter_id, const std::string& day,
                    const std::vector<std::string>& told);

/// The day that prices were last looked at on; empty: never.
std::string retailDay(Database& db);
void setRetailDay(Database& db, const std::string& day);

}  // namespace vitrine
