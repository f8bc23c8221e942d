#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <algorithm>

#include "outcome.hpp"
#include "value.hpp"
#include "vitrine/commands.hpp"

namespace {

using emscripten::val;
using namespace vitrine;

std::vector<std::uint8_t> incoming;
std::optional<Catalog> open_catalog;
std::uint32_t workspace[256];  // the text of a query, then the places that it found

/// Room for the catalogue's bytes; the view is valid until the next call into the module.
val room(std::size_t size) {
  incoming.assign(size, 0);
  return val(emscripten::typed_memory_view(incoming.size(), incoming.data()));
}

/// Opens the catalogue whose bytes were put into the room; a refused one leaves the old one open.
std::string open() {
  auto catalog = Catalog::open(std::move(incoming));
  incoming = {};
  if (!catalog) return outcome(catalog.error());
  if (const auto fault = catalog->indexSearch()) return outcome(*fault);
  open_catalog = *std::move(catalog);
  return outcome(std::string("null"));
}

/// Valid until memory grows.
val workspaceView() { return val(emscripten::typed_memory_view(std::size(workspace), workspace)); }

/// The id of the product at a place that a search found; empty for any other number.
std::string productId(std::size_t place) {
  return open_catalog && place < open_catalog->size() ? open_catalog->card(place).id : "";
}

std::string callCommand(const std::string& command, val request) {
  if (!open_catalog) return outcome(Error{Errc::corrupt_catalog, ""});
  return outcome(call(*open_catalog, command, ValueSource(std::move(request))));
}

}  // namespace

/// Searches for the text of `size` bytes in the workspace; leaves there as many places as it
/// answers, the best first.
extern "C" EMSCRIPTEN_KEEPALIVE std::size_t search_places(std::size_t size, std::size_t limit) {
  if (!open_catalog || size > sizeof workspace) return 0;
  const std::string_view query(reinterpret_cast<const char*>(workspace), size);
  const auto found = searchPlaces(*open_catalog, query, std::min(limit, std::size(workspace)));
  std::copy(found.begin(), found.end(), workspace);
  return found.size();
}

EMSCRIPTEN_BINDINGS(vitrine) {
  emscripten::function("room", &room);
  emscripten::function("open", &open);
  emscripten::function("call", &callCommand);
  emscripten::function("workspace", &workspaceView);
  emscripten::function("productId", &productId);
}
