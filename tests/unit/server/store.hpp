#pragma once

#include <filesystem>

#include "crypto.hpp"
#include "store/catalogue.hpp"
#include "store/feeds.hpp"
#include "store/members.hpp"

namespace vitrine {

/// A data folder of its own, gone with the test.
class Folder {
 public:
  Folder() {
    startCrypto();
    path = std::filesystem::temp_directory_path() / newSecret("vitrine-test-");
  }
  ~Folder() { std::filesystem::remove_all(path); }
  Folder(const Folder&) = delete;
  std::filesystem::path path;
};

/// A seller `sel_1` with ten units of `off_…` for each SKU, at 5.00 euros.
inline void addOffers(Database& db, const std::vector<std::string>& skus) {
  Seller seller;
  seller.id = "sel_1";
  seller.currency = "EUR";
  insertSeller(db, {seller, "", ""});
  saveProduct(db, {"pro_1", "Board", "", "", "", {}, {}}, "sel_1");
  for (const auto& sku : skus) {
    saveVariant(db, {"var_" + sku, {}, "", "", {}}, "pro_1", "", "sel_1");
    saveOffer(
        db, {"off_" + sku, "sel_1", sku, OfferKind::sale, 500, "EUR", 10, 0, "parcel", "standard"},
        "var_" + sku);
  }
}

}  // namespace vitrine
