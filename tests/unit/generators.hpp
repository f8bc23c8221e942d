#pragma once

#include <rapidcheck.h>

#include <string>
#include <vector>

#include "json.hpp"
#include "vitrine/catalog.hpp"
#include "vitrine/quote.hpp"

namespace vitrine {

/// Counterexamples print as their JSON. RapidCheck finds this by the type's namespace.
template <Described T>
void showValue(const T& value, std::ostream& out) {
  out << toJson(value);
}

}  // namespace vitrine

/// Random values of the core's types, for properties. All of them keep the rules that an import
/// checks.
namespace vitrine::any {

std::int64_t within(std::int64_t least, std::int64_t most);
bool oneIn(int n);

/// One of the given values.
template <class T>
T of(const std::vector<T>& values) {
  return values[static_cast<std::size_t>(within(0, static_cast<std::int64_t>(values.size()) - 1))];
}
template <class T>
T of(std::initializer_list<T> values) {
  return of(std::vector<T>(values));
}

/// Valid UTF-8: empty, plain, or with what JSON must escape and with letters of 2, 3 and 4 bytes.
std::string text();

Destination destination();
Rate rate();
ShippingProfile profile(std::string id);

/// A seller whose profiles are called p0, p1, …
Seller seller(std::string id);

/// A catalogue as an import leaves it: each offer names a seller of the list and one of its
/// profiles.
struct Goods {
  std::vector<Product> products;
  std::vector<Seller> sellers;

  static constexpr void fields(auto& self, auto&& field) {
    field("products", self.products);
    field("sellers", self.sellers);
  }
};
Goods goods();

/// A cart that can be priced, with the shelf it is priced from: all lines are known, in stock and
/// in euros.
struct Basket {
  std::vector<Seller> sellers;
  std::vector<Offer> offers;
  QuoteRequest request;

  Shelf shelf() const;

  static constexpr void fields(auto& self, auto&& field) {
    field("sellers", self.sellers);
    field("offers", self.offers);
    field("request", self.request);
  }
};
Basket basket();

}  // namespace vitrine::any
