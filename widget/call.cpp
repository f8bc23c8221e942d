#include "call.hpp"

#include "packed.hpp"
#include "vitrine/commands.hpp"

namespace vitrine {

[[gnu::noinline]] Result<std::string> answerTo(const Catalog& catalog, std::string_view command,
                                               const std::vector<std::uint8_t>& request) {
  const auto packed = Packed::parse(request);
  if (!packed) return Error{Errc::malformed_json, ""};
  return call(catalog, command, PackedSource(*packed));
}

}  // namespace vitrine
