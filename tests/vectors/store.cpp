// Fills a data folder with catalog.json under its own ids, for the run of the golden vectors over
// HTTP: vector_store DIR; the site's id is "site_vectors".
#include <iostream>

#include "store/catalogue.hpp"
#include "store/members.hpp"
#include "vectors.hpp"

int main(int argc, char** argv) {
  using namespace vitrine;
  if (argc != 2) return 2;
  const auto file = vectors::catalogFile(VECTORS_DIR);
  Database db{argv[1]};
  db.transaction([&] {
    for (const auto& seller : file.sellers) insertSeller(db, {seller, "", ""});
    for (const auto& product : file.products) {
      const auto& owner = product.variants.front().offers.front().seller_id;
      saveProduct(db, product, owner);
      for (const auto& variant : product.variants) {
        saveVariant(db, variant, product.id, "", owner);
        for (const auto& offer : variant.offers) saveOffer(db, offer, variant.id);
      }
    }
    insertPresenter(db, "pre_vectors", "Vectors");
    insertSite(
        db, {"site_vectors", "pre_vectors", "Vectors", file.currency, "DE", "en", {}, {}, false});
  });
  if (listProducts(db, file.currency) == file.products) return 0;
  std::cerr << "catalog.json does not stand in the order of the store\n";
  return 1;
}
