#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "config.hpp"
#include "cooperation/retail.hpp"
#include "http/file.hpp"
#include "store/members.hpp"
#include "vitrine/catalog.hpp"

namespace vitrine {

/// One site as the public sees it.
struct SiteView {
  Site site;
  SharedFile manifest;                     // JSON
  std::shared_ptr<const Catalog> catalog;  // whole, whatever pages get
  std::int64_t version = 0;                // the number of the last change that its file has
};

/// A catalogue in memory, at the prices of the sites that show it (null: at the sellers').
struct Whole {
  std::string currency;
  std::shared_ptr<Catalog> catalog;
  std::shared_ptr<const SiteRetail> retail;

  /// Lays over it what a seller has changed.
  void change(const ChangedOffer& offer) const {
    catalog->change(retail ? retail->changed(*catalog, offer) : offer);
  }
};

/// Everything public, fixed at one moment: requests read it without locks or the database.
struct Directory {
  std::map<std::string, SiteView, std::less<>> sites;
  std::map<std::string, SharedFile, std::less<>>
      catalogs;  // by file name; earlier ones stay for open pages
  std::map<std::string, SharedFile, std::less<>> guides;        // by file name
  std::map<std::string, std::string, std::less<>> guide_files;  // by "site_…/name"
  std::set<std::string, std::less<>> origins;                   // allowed by any site
  /// By currency, all products that there are: what presenters pick from.
  std::map<std::string, std::shared_ptr<const Catalog>, std::less<>> pools;
  /// The sites' own and the pools, each once.
  std::vector<Whole> whole;
};

struct Contents;

/// What is public of the contents. Catalogues and guides that are the same as before are those of
/// before.
Directory directoryOf(Contents contents, const Directory& before, const Config& config);

}  // namespace vitrine
