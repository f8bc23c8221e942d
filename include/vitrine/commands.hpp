#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "vitrine/cart.hpp"
#include "vitrine/cart_sourcing.hpp"
#include "vitrine/catalog.hpp"
#include "vitrine/codec.hpp"
#include "vitrine/kit.hpp"
#include "vitrine/quote.hpp"
#include "vitrine/retail.hpp"
#include "vitrine/search.hpp"
#include "vitrine/shares.hpp"

/// The operations on one open catalogue, declared once. The widget offers them as `call(command,
/// request)`, the server as `POST /v1/sites/{site_id}/commands/{command}`, and the contract lists
/// their types.
namespace vitrine {

struct ProductsRequest {
  std::int64_t offset = 0;
  std::int64_t limit = 24;  // 1 … 200

  static constexpr void fields(auto& self, auto&& field) {
    field("offset", self.offset, defaulted);
    field("limit", self.limit, defaulted);
  }
};

struct ProductPage {
  std::int64_t total = 0;
  std::vector<ProductCard> products;

  static constexpr void fields(auto& self, auto&& field) {
    field("total", self.total);
    field("products", self.products);
  }
};

struct ProductRequest {
  std::string product_id;

  static constexpr void fields(auto& self, auto&& field) { field("product_id", self.product_id); }
};

struct CompanionsRequest {
  std::string product_id;

  static constexpr void fields(auto& self, auto&& field) { field("product_id", self.product_id); }
};

/// What goes with a product: services that are offered for it, then what is often bought together
/// with it, the most often first. `presented`: what else presenters often show beside it.
struct CompanionList {
  std::vector<ProductCard> products;
  std::vector<ProductCard> presented;

  static constexpr void fields(auto& self, auto&& field) {
    field("products", self.products);
    field("presented", self.presented);
  }
};

struct SellersRequest {
  static constexpr void fields(auto&, auto&&) {}
};

struct SellerList {
  std::vector<Seller> sellers;

  static constexpr void fields(auto& self, auto&& field) { field("sellers", self.sellers); }
};

struct CartUpdate {
  Cart cart;
  std::vector<CartLine> line_items;  // absolute quantities, 0 removes

  static constexpr void fields(auto& self, auto&& field) {
    field("cart", self.cart);
    field("line_items", self.line_items);
  }
};

Result<ProductPage> products(const Catalog& catalog, const ProductsRequest& request);
Result<Product> product(const Catalog& catalog, const ProductRequest& request);
Result<CompanionList> companions(const Catalog& catalog, const CompanionsRequest& request);
Result<SellerList> sellers(const Catalog& catalog, const SellersRequest& request);
Result<Cart> updateCart(const Catalog& catalog, const CartUpdate& request);
Result<Quote> quoteCart(const Catalog& catalog, const QuoteRequest& request);
Result<Shares> sharesOf(const Catalog& catalog, const SharesRequest& request);
Result<RetailPrice> retailOf(const Catalog& catalog, const RetailRequest& request);
Result<CartSourcing> sourceCart(const Catalog& catalog, const SourcingRequest& request);
Result<MarginalList> marginalDelivery(const Catalog& catalog, const MarginalRequest& request);
Result<Kit> kitOf(const Catalog& catalog, const KitRequest& request);

template <class Request, class Response>
struct Command {
  using Run = Result<Response> (*)(const Catalog&, const Request&);

  // Clang 14 does not deduce the types of an aggregate.
  constexpr Command(std::string_view command, Run function) : name(command), run(function) {}

  std::string_view name;
  Run run;
};

inline constexpr std::tuple commands{
    Command{"catalog.products", &products},
    Command{"catalog.product", &product},
    Command{"catalog.companions", &companions},
    Command{"catalog.search", &search},
    Command{"catalog.sellers", &sellers},
    Command{"cart.update", &updateCart},
    Command{"cart.source", &sourceCart},
    Command{"cart.marginal", &marginalDelivery},
    Command{"guide.kit", &kitOf},
    Command{"quote", &quoteCart},
    Command{"shares", &sharesOf},
    Command{"retail", &retailOf},
};

/// Runs one command by name on a request tree; the answer is JSON.
template <codec::Source Source>
Result<std::string> call(const Catalog& catalog, std::string_view command, const Source& source) {
  Result<std::string> answer = Error{Errc::unknown_command, std::string(command)};
  const auto attempt = [&]<class Request, class Response>(const Command<Request, Response>& row) {
    if (row.name != command) return;
    Request request;
    if (auto fault = codec::read(source, request)) {
      answer = *std::move(fault);
      return;
    }
    const auto response = row.run(catalog, request);
    if (response) {
      answer = toJson(*response);
    } else {
      answer = response.error();
    }
  };
  std::apply([&](const auto&... rows) { (attempt(rows), ...); }, commands);
  return answer;
}

}  // namespace vitrine
