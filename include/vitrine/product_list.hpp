#pragma once

#include <concepts>
#include <functional>
#include <span>
#include <utility>

#include "vitrine/catalog.hpp"

namespace vitrine {

/// Products in an order, read one by one and over again: what a catalogue is written from need not
/// stand in memory as a whole.
class ProductList {
 public:
  /// Answers the i-th product, which stands until the next one is read.
  using Read = std::function<const Product&(std::size_t)>;

  ProductList(std::size_t size, Read read) : size_(size), read_(std::move(read)) {}
  /// Products that stand in memory, which must outlive the list.
  template <std::convertible_to<std::span<const Product>> Products>
  ProductList(const Products& products)
      : ProductList(products.size(),
                    [all = std::span<const Product>(products)](std::size_t i) -> const Product& {
                      return all[i];
                    }) {}

  std::size_t size() const { return size_; }
  const Product& operator[](std::size_t i) const { return read_(i); }

  class Iterator {
   public:
    Iterator(const ProductList& list, std::size_t at) : list_(&list), at_(at) {}
    const Product& operator*() const { return (*list_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const ProductList* list_;
    std::size_t at_;
  };
  Iterator begin() const { return {*this, 0}; }
  Iterator end() const { return {*this, size_}; }

 private:
  std::size_t size_;
  Read read_;
};

/// See `snapshot` of catalog.hpp. The products are read a few times over.
std::vector<std::uint8_t> snapshot(std::string_view currency, const ProductList& products,
                                   std::span<const Seller> sellers, CatalogText text,
                                   const Companions& companions = {},
                                   const Companions& presented = {});

}  // namespace vitrine
