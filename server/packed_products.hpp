#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "vitrine/catalog.hpp"

namespace vitrine {

/// Many products in few bytes: each is unpacked when it is read. A product takes some 900 bytes
/// for each of its offers otherwise, and a shop has millions of them in its hands when it
/// publishes.
class PackedProducts {
 public:
  void add(const Product& product);

  std::size_t size() const { return places_.size(); }
  /// Gives `product` the i-th, and reuses its memory.
  void read(std::size_t i, Product& product) const;

 private:
  friend class ProductPacker;
  friend class ProductUnpacker;

  std::vector<std::string> blocks_;     // of a megabyte each, products end to end
  std::vector<std::uint64_t> places_;   // of products: block × 2^32 + byte
  std::vector<std::string> recurring_;  // texts that many products have
  std::map<std::string, std::uint32_t, std::less<>> recurring_places_;
};

}  // namespace vitrine
