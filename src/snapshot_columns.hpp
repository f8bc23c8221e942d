#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "snapshot_generated.h"

/// Writes the columns of a catalogue file: see include/vitrine/columns.hpp.
namespace vitrine {

using Column = std::vector<std::int64_t>;
/// Of places, counts and the like: a large catalogue has many.
using SmallColumn = std::vector<std::uint32_t>;

/// Strings end to end, as a vector of them would take several times their bytes.
class TextColumn {
 public:
  TextColumn() = default;
  explicit TextColumn(const std::vector<std::string>& values) {
    for (const auto& value : values) push_back(value);
  }

  void push_back(std::string_view value) {
    bytes_ += value;
    ends_.push_back(bytes_.size());
  }
  void append(const TextColumn& other) {
    for (std::size_t i = 0; i < other.size(); ++i) push_back(other[i]);
  }
  std::size_t size() const { return ends_.size(); }
  std::string_view operator[](std::size_t i) const {
    const auto start = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(bytes_).substr(start, ends_[i] - start);
  }

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

/// In as few planes as the spread of the values allows; `radix` is that of the lowest.
flatbuffers::Offset<flat::Ints> write(flatbuffers::FlatBufferBuilder& out, const Column& values,
                                      std::uint64_t radix = 256);
flatbuffers::Offset<flat::Ints> write(flatbuffers::FlatBufferBuilder& out,
                                      const SmallColumn& values, std::uint64_t radix = 256);

/// Writes texts as they are: `at` gives the i-th of `count`, until the next is asked for.
template <class F>
flatbuffers::Offset<flat::Texts> writeWhole(flatbuffers::FlatBufferBuilder& out, std::size_t count,
                                            F at) {
  SmallColumn lengths;
  lengths.reserve(count);
  std::size_t size = 0;
  for (std::size_t i = 0; i < count; ++i) {
    lengths.push_back(static_cast<std::uint32_t>(std::string_view(at(i)).size()));
    size += lengths.back();
  }
  const auto prefix = out.CreateString("");
  const auto suffix = out.CreateString("");
  const auto lengths_table = write(out, lengths);
  std::uint8_t* to = nullptr;
  const auto bytes = out.CreateUninitializedVector(size, &to);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view text = at(i);
    to = std::copy(text.begin(), text.end(), to);
  }
  return flat::CreateTexts(out, prefix, suffix, lengths_table, bytes);
}

/// `alike`: many have something in common, as ids and links do.
flatbuffers::Offset<flat::Texts> write(flatbuffers::FlatBufferBuilder& out,
                                       const TextColumn& values, bool alike = true);

}  // namespace vitrine
