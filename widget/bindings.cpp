#include <emscripten/bind.h>
#include <emscripten/emscripten.h>

#include <algorithm>

#include "call.hpp"
#include "found.hpp"
#include "outcome.hpp"

namespace {

using emscripten::val;
using namespace vitrine;

std::vector<std::uint8_t> incoming;
std::string answer;  // JSON, until the next call
std::optional<Catalog> open_catalog;
std::uint32_t
    workspace[1024];  // the text of a query, then the places that it found; or a `FoundRequest`
std::vector<std::uint32_t> found;  // see `writeFound`

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
  open_catalog = *std::move(catalog);
  return keep(std::string("null"));
}

/// What the open catalogue is searched in, worked out when the first search asks; nothing if there
/// is no catalogue, or its figures are absurd.
const SearchIndex* searchIndex() {
  if (!open_catalog) return nullptr;
  if (!open_catalog->searchIndex() && open_catalog->indexSearch()) return nullptr;
  return open_catalog->searchIndex();
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
  const auto* index = searchIndex();
  return index && place < open_catalog->size() ? index->file().productId(place) : "";
}

/// The number that filters and facets know a text by, and back: of a seller's id, or of a name.
std::uint32_t numberOf(bool seller, const std::string& text) {
  const auto* index = searchIndex();
  if (!index) return 0xFFFFFFFF;
  return seller ? sellerPlace(index->file(), text) : index->name(text);
}
std::string textOf(bool seller, std::uint32_t number) {
  const auto* index = searchIndex();
  if (!index) return "";
  const auto& file = index->file();
  if (!seller) return number < file.names.size() ? file.name(number) : "";
  return number < file.sellers.size() ? file.sellers[number].id : "";
}

/// Runs a command on the request whose bytes were put into the room.
val callCommand(const std::string& command) {
  if (!open_catalog) return keep(Error{Errc::corrupt_catalog, ""});
  if (command == "catalog.search") searchIndex();
  return keep(answerTo(*open_catalog, command, incoming));
}

}  // namespace

/// Searches for the text of `size` bytes in the workspace; leaves there as many places as it
/// answers, the best first.
extern "C" EMSCRIPTEN_KEEPALIVE std::size_t search_places(std::size_t size, std::size_t limit) {
  if (!searchIndex() || size > sizeof workspace) return 0;
  const std::string_view query(reinterpret_cast<const char*>(workspace), size);
  const auto found = searchPlaces(*open_catalog, query, std::min(limit, std::size(workspace)));
  std::copy(found.begin(), found.end(), workspace);
  return found.size();
}

/// Runs the `FoundRequest` in the workspace, with inclusive bounds of the price in minor units, and
/// answers where the words of the answer stand, until the next call; nowhere for one that cannot
/// be.
extern "C" EMSCRIPTEN_KEEPALIVE const std::uint32_t* search_found(double price_min,
                                                                  double price_max) {
  const auto* index = searchIndex();
  const auto request = FoundRequest::parse(workspace);
  if (!index || !request) return nullptr;
  SearchQuery query(*index, request->text);
  if (query.tooLong()) return nullptr;
  auto asked = request->asked;
  asked.price_min = static_cast<Amount>(price_min);
  asked.price_max = static_cast<Amount>(price_max);
  const auto page = findPage(*index, query, asked, request->page);
  writeFound(page, query.edited(), index->file().price_steps, found);
  return found.data();
}

EMSCRIPTEN_BINDINGS(vitrine) {
  emscripten::function("room", &room);
  emscripten::function("open", &open);
  emscripten::function("call", &callCommand);
  emscripten::function("change", &change);
  emscripten::function("workspace", &workspaceView);
  emscripten::function("productId", &productId);
  emscripten::function("numberOf", &numberOf);
  emscripten::function("textOf", &textOf);
}
