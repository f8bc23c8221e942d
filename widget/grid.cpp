#include <emscripten/emscripten.h>

#include "outcome.hpp"
#include "vitrine/commands.hpp"

namespace {

using namespace vitrine;

std::vector<std::uint8_t> incoming;
std::optional<Catalog> open_catalog;
std::string answer;  // JSON, until the next call

std::size_t keep(const Result<std::string>& result) {
  answer = outcome(result);
  return answer.size();
}

/// Keeps what `run` answers for the open catalogue.
template <class F>
std::size_t keepFrom(F run) {
  if (!open_catalog) return keep(Error{Errc::corrupt_catalog, ""});
  const auto result = run(*open_catalog);
  return result ? keep(toJson(*result)) : keep(result.error());
}

}  // namespace

extern "C" {

/// Room for the catalogue's bytes.
EMSCRIPTEN_KEEPALIVE std::uint8_t* room(std::size_t size) {
  incoming.assign(size, 0);
  return incoming.data();
}

/// Opens the catalogue whose bytes were put into the room. This and the following answer the length
/// of the JSON that then stands at `text()`.
EMSCRIPTEN_KEEPALIVE std::size_t open_catalogue() {
  auto catalog = Catalog::open(std::move(incoming));
  if (!catalog) return keep(catalog.error());
  open_catalog = *std::move(catalog);
  return keep(std::string("null"));
}

EMSCRIPTEN_KEEPALIVE std::size_t catalog_products(double offset, double limit) {
  const ProductsRequest request{static_cast<std::int64_t>(offset),
                                static_cast<std::int64_t>(limit)};
  return keepFrom([&](const Catalog& catalog) { return products(catalog, request); });
}

EMSCRIPTEN_KEEPALIVE std::size_t catalog_sellers() {
  return keepFrom([](const Catalog& catalog) { return sellers(catalog, {}); });
}

EMSCRIPTEN_KEEPALIVE const char* text() { return answer.data(); }
}
