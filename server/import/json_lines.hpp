#pragma once

#include <functional>
#include <variant>

#include "import/encoding.hpp"
#include "import/record.hpp"

namespace vitrine {

/// Reads JSON Lines: one object per line of at most 256 KiB; empty lines are passed over.
void readJsonLines(FeedText& text, const std::function<void(Record&)>& take,
                   const std::function<void(RowError)>& refuse);

}  // namespace vitrine
