#include <emscripten/bind.h>

#include "outcome.hpp"
#include "value.hpp"
#include "vitrine/commands.hpp"

namespace {

using emscripten::val;
using namespace vitrine;

std::vector<std::uint8_t> incoming;
std::optional<Catalog> open_catalog;

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
  open_catalog = *std::move(catalog);
  return outcome(std::string("null"));
}

std::string callCommand(const std::string& command, val request) {
  if (!open_catalog) return outcome(Error{Errc::corrupt_catalog, ""});
  return outcome(call(*open_catalog, command, ValueSource(std::move(request))));
}

}  // namespace

EMSCRIPTEN_BINDINGS(vitrine) {
  emscripten::function("room", &room);
  emscripten::function("open", &open);
  emscripten::function("call", &callCommand);
}
