#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vitrine/catalog.hpp"

namespace vitrine {

/// The JSON that a command of `commands.hpp` answers to a packed request (`packed.hpp`);
/// `malformed_json` if that is none.
Result<std::string> answerTo(const Catalog& catalog, std::string_view command,
                             const std::vector<std::uint8_t>& request);

}  // namespace vitrine
