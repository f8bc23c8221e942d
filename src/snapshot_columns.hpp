#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "snapshot_generated.h"

/// Writes the columns of a catalogue file: see include/vitrine/columns.hpp.
namespace vitrine {

using Column = std::vector<std::int64_t>;

/// In as few planes as the spread of the values allows; `radix` is that of the lowest.
flatbuffers::Offset<flat::Ints> write(flatbuffers::FlatBufferBuilder& out, const Column& values,
                                      std::uint64_t radix = 256);

/// `alike`: many have something in common, as ids and links do.
flatbuffers::Offset<flat::Texts> write(flatbuffers::FlatBufferBuilder& out,
                                       const std::vector<std::string>& values, bool alike = true);

}  // namespace vitrine
