#pragma once

#include <iosfwd>
#include <string>

#include "import/record.hpp"

namespace vitrine {

/// "feed.csv:7: price: "1,00" is refused; expected: …"
void tellError(std::ostream& out, const std::string& file, const RowError& error);

}  // namespace vitrine
