#include <emscripten/bind.h>

#include "outcome.hpp"
#include "packed.hpp"
#include "vitrine/commands.hpp"

namespace {

using emscripten::val;
using namespace vitrine;

std::vector<std::uint8_t> incoming;
std::string answer;  // JSON, until the next call
std::optional<Catalog> open_catalog;

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

/// Runs a command on the request whose bytes were put into the room.
val callCommand(const std::string& command) {
  if (!open_catalog) return keep(Error{Errc::corrupt_catalog, ""});
  const auto request = Packed::parse(incoming);
  if (!request) return keep(Error{Errc::malformed_json, ""});
  return keep(call(*open_catalog, command, PackedSource(*request)));
}

}  // namespace

EMSCRIPTEN_BINDINGS(vitrine) {
  emscripten::function("room", &room);
  emscripten::function("open", &open);
  emscripten::function("call", &callCommand);
}
