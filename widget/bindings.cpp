#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <algorithm>

#include "outcome.hpp"
#include "packed.hpp"
#include "vitrine/commands.hpp"

namespace {

using emscripten::val;
using namespace vitrine;

std::vector<std::uint8_t> incoming;
std::string answer;  // JSON, until the next call
std::optional<Catalog> open_catalog;
std::uint32_t workspace[256];  // the text of a query, then the places that it found

/// Room for the bytes of a catalogue or a request; the view is valid until the next call into the
/// module.
val room(std::size_t size) {
  incoming.resize(size);
  return val(emscripten::typed_memory_view(incoming.size(), incoming.data()));
}

/// A view of the answer's UTF-8: the page decodes it at once, where Embind would look at each byte.
val keep(const Result<std::string>& result) {
  answer = outcome(result);
  return val(emscripten::typed_memory_view(answer.size(),
                                           reinterpret_cast<const std::uint8_t*>(answer.data())));
}

/// Opens the catalogue whose bytes were put into the room; a refused one leaves the old one open.
val open() {
  auto catalog = Catalog::open(std::move(incoming));
  incoming = {};
  if (!catalog) return keep(catalog.error());
  if (const auto fault = catalog->indexSearch()) return keep(*fault);
  open_catalog = *std::move(catalog);
  return keep(std::string("null"));
}

/// Gives an offer of the open catalogue another price and stock; a stock below 0: not limited.
void change(const std::string& offer_id, double price, double stock) {
  ChangedOffer changed{offer_id, static_cast<Amount>(price), {}};
  if (stock >= 0) changed.stock = static_cast<std::int64_t>(stock);
  if (open_catalog) open_catalog->change(changed);
}

/// Valid until memory grows.
val workspaceView() { return val(emscripten::typed_memory_view(std::size(workspace), workspace)); }

/// The id of the product at a place that a search found; empty for any other number.
std::string productId(std::size_t place) {
  return open_catalog && place < open_catalog->size() ? open_catalog->card(place).id : "";
}

/// Runs a command on the request whose bytes were put into the room.
val callCommand(const std::string& command) {
  if (!open_catalog) return keep(Error{Errc::corrupt_catalog, ""});
  const auto request = Packed::parse(incoming);
  if (!request) return keep(Error{Errc::malformed_json, ""});
  return keep(call(*open_catalog, command, PackedSource(*request)));
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
  emscripten::function("change", &change);
  emscripten::function("workspace", &workspaceView);
  emscripten::function("productId", &productId);
}
