#pragma once

#include <filesystem>
#include <iosfwd>

#include "vitrine/catalog.hpp"

namespace vitrine {

/// Turns a feed (JSON Lines, as `vitrine import` reads it) into a catalogue file, without a data
/// folder. Ids come from the rows' own, so the same feed gives the same file. Rows with one
/// `item_group_id` are one product; rows with a `seller_name` are that seller's. A refused row is
/// told, and nothing is written.
int writeSnapshot(const std::filesystem::path& feed, const std::filesystem::path& file,
                  CatalogText text, std::ostream& out, std::ostream& err);

}  // namespace vitrine
