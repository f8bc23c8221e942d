#pragma once

#include <functional>

#include "import/encoding.hpp"
#include "import/record.hpp"

namespace vitrine {

/// Reads a table with a header line (RFC 4180; for tab-separated ones the quotes inside unquoted
/// cells stand for themselves) row by row. A row with another number of cells than the header goes
/// to `refuse`. So does a broken quote; nothing after it can be trusted, so reading ends there.
/// `name` makes field names of the header's cells.
void readTable(FeedText& text, char delimiter, std::string (*name)(std::string_view label),
               const std::function<void(Record&)>& take,
               const std::function<void(RowError)>& refuse);

/// A header cell as a field name: lower case, words joined by "_", without Google's "g:".
std::string fieldName(std::string_view label);

}  // namespace vitrine
