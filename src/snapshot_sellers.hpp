#pragma once

#include <optional>

#include "snapshot_generated.h"
#include "vitrine/catalog.hpp"

/// The sellers of a catalogue file: few, and with rules of many shapes, so tables and no columns.
namespace vitrine {

flatbuffers::Offset<flat::Seller> writeSeller(flatbuffers::FlatBufferBuilder& out,
                                              const Seller& seller);

/// Nothing for one whose figures are out of range.
std::optional<Seller> readSeller(const flat::Seller& seller);

}  // namespace vitrine
