#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "cooperation/endorsing.hpp"
#include "cooperation/retail.hpp"
#include "cooperation/terms.hpp"
#include "members/arranging.hpp"
#include "members/theme.hpp"
#include "packed_products.hpp"
#include "store/catalogue.hpp"
#include "store/guides.hpp"
#include "store/relations.hpp"
#include "store/services.hpp"
#include "store/standings.hpp"
#include "vitrine/manifest.hpp"

namespace vitrine {

/// All that the sites' catalogues and manifests are made of, as the database has it at one moment.
struct Contents {
  std::vector<Site> sites;
  std::vector<Seller> sellers;
  std::map<std::string, std::string> away;  // sellers on holiday, and when they are back
  std::map<std::string, PackedProducts> by_currency;
  std::vector<StoredGuide> guides;
  std::map<std::string, Recommended> recommended;  // by site
  Attachments attachments;
  std::shared_ptr<const Relations> relations;
  std::map<std::string, StoredStanding> standings;
  Hidden hidden;
  std::set<std::string> unapproved;                 // sellers
  std::map<std::string, Arrangement> arrangements;  // by site, as are the themes
  std::map<std::string, SiteTheme> themes;
  RetailBook retail;
  RetailMark retail_mark;
  std::int64_t version = 0;
  std::int64_t revision = 0;
};

/// All but the products. `now`: Unix milliseconds.
Contents loadContents(Database& db, std::int64_t now);

}  // namespace vitrine
