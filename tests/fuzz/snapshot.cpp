// libFuzzer: the body of a catalogue file, sealed with the checksum that it should have. Whatever
// it says is refused or answered from, within its bytes.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "fuzz/expect.hpp"
#include "vitrine/catalog.hpp"
#include "vitrine/catalog_file.hpp"
#include "vitrine/codec.hpp"
#include "vitrine/search.hpp"

namespace {

using namespace vitrine;

void ask(Catalog& catalog) {
  for (const auto* query : {"", "a", "screw", "scerw", "wood scr", "stainless box"}) {
    const SearchFilters filters{{"sel_1"}, {"Standfest"}, {"Hardware"}, {{"size", "L"}},
                                1,         2000,          true,         true};
    const auto plain = search(catalog, {query, {}, {}, 3, 0});
    EXPECT(plain);
    EXPECT(!toJson(*plain).empty());
    EXPECT(search(catalog, {query, filters, SearchSort::price_descending, 3, 1}));
    for (const auto place : searchPlaces(catalog, query, 3)) EXPECT(place < catalog.size());
  }
}

void read(Catalog& catalog) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < std::min<std::size_t>(catalog.size(), 50); ++i) {
    const auto product = catalog.product(i);
    EXPECT(!toJson(product).empty() && !toJson(catalog.card(i)).empty());
    const auto found = catalog.find(product.id);
    EXPECT(!found || *found < catalog.size());
    for (const auto at : catalog.companions(i)) EXPECT(at < catalog.size());
    for (const auto at : catalog.presented(i)) EXPECT(at < catalog.size());
    for (const auto& variant : product.variants) {
      for (const auto& offer : variant.offers) ids.push_back(offer.id);
    }
  }
  for (const auto& each : catalog.shelf(ids).offers) {
    EXPECT(catalog.rivals({&each.offer.id, 1}).seller(each.offer.seller_id));
    catalog.change({each.offer.id, each.offer.price + 1, 3});
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::uint8_t> bytes(data, data + size);
  const auto sum = checksum(bytes);
  bytes.resize(size + sizeof sum);
  std::memcpy(bytes.data() + size, &sum, sizeof sum);
  auto catalog = Catalog::open(std::move(bytes));
  if (!catalog) {
    EXPECT((catalog.error() == Error{Errc::corrupt_catalog, ""}));
    return 0;
  }
  read(*catalog);
  if (!catalog->indexSearch()) ask(*catalog);
  return 0;
}
