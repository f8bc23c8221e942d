#include "snapshot_columns.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

#include "vitrine/columns.hpp"

namespace vitrine {

namespace fb = flat;
using flatbuffers::FlatBufferBuilder;
using flatbuffers::Offset;

Offset<fb::Ints> write(FlatBufferBuilder& out, const Column& values, std::uint64_t radix) {
  std::int64_t base = 0;
  std::uint64_t spread = 0;
  if (!values.empty()) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    base = *least;
    const auto digit = static_cast<std::int64_t>(radix);
    const auto above = (*least % digit + digit) % digit;
    if (radix != 256 && *least >= std::numeric_limits<std::int64_t>::min() + above) base -= above;
    spread = static_cast<std::uint64_t>(*most) - static_cast<std::uint64_t>(base);
  }
  const unsigned width = spread == 0            ? 0
                         : spread < radix       ? 1
                         : spread < radix << 8  ? 2
                         : spread < radix << 24 ? 4
                                                : 8;
  if (width == 8) {
    base = 0;
    radix = 256;
  }
  std::vector<std::uint8_t> planes(values.size() * width);
  for (std::size_t i = 0; i < values.size(); ++i) {
    auto above = static_cast<std::uint64_t>(values[i]) - static_cast<std::uint64_t>(base);
    for (unsigned k = 0; k < width; ++k) {
      const auto digits = k == 0 ? radix : 256;
      planes[k * values.size() + i] = static_cast<std::uint8_t>(above % digits);
      above /= digits;
    }
  }
  const auto data = out.CreateVector(planes);
  return fb::CreateInts(out, base, static_cast<std::uint32_t>(values.size()),
                        static_cast<std::uint8_t>(width), data, static_cast<std::uint16_t>(radix));
}

namespace {

/// What all strings but the empty ones begin and end with, leaving each at least one byte.
std::pair<std::size_t, std::size_t> commonEnds(const std::vector<std::string>& values) {
  const std::string* first = nullptr;
  std::size_t before = 0;
  std::size_t behind = 0;
  for (const auto& value : values) {
    if (value.empty()) continue;
    if (!first) {
      first = &value;
      before = value.size() - 1;
      behind = value.size() - 1;
    }
    before = std::min(before, value.size() - 1);
    while (value.compare(0, before, *first, 0, before) != 0) --before;
    behind = std::min(behind, value.size() - 1);
    while (value.compare(value.size() - behind, behind, *first, first->size() - behind, behind) !=
           0)
      --behind;
  }
  for (const auto& value : values) {
    if (!value.empty()) behind = std::min(behind, value.size() - 1 - before);
  }
  return {before, behind};
}

std::size_t commonBeginning(std::string_view one, std::string_view other) {
  const auto size = std::min(one.size(), other.size());
  return static_cast<std::size_t>(
      std::mismatch(one.begin(), one.begin() + static_cast<std::ptrdiff_t>(size), other.begin())
          .first -
      one.begin());
}

/// What each body shares with the one before; nothing where that saves less than a fourth.
Column sharedBytes(const std::vector<std::string_view>& bodies) {
  constexpr std::size_t most = 255;
  Column shared;
  std::size_t saved = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    const auto same =
        i % Runs::stride == 0 ? 0 : std::min(most, commonBeginning(bodies[i - 1], bodies[i]));
    shared.push_back(static_cast<std::int64_t>(same));
    saved += same;
    all += bodies[i].size();
  }
  if (saved < all / 4 || saved == 0) shared.clear();
  return shared;
}

}  // namespace

Offset<fb::Texts> write(FlatBufferBuilder& out, const std::vector<std::string>& values,
                        bool alike) {
  const auto [before, behind] = alike ? commonEnds(values) : std::pair<std::size_t, std::size_t>{};
  std::string prefix;
  std::string suffix;
  std::vector<std::string_view> bodies;
  for (const auto& value : values) {
    bodies.push_back(value);
    if (value.empty()) continue;
    prefix = value.substr(0, before);
    suffix = value.substr(value.size() - behind);
    bodies.back() = bodies.back().substr(before, value.size() - before - behind);
  }
  const auto shared = alike ? sharedBytes(bodies) : Column();
  std::vector<std::uint8_t> bytes;
  Column lengths;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    const auto rest = bodies[i].substr(shared.empty() ? 0 : static_cast<std::size_t>(shared[i]));
    lengths.push_back(static_cast<std::int64_t>(rest.size()));
    bytes.insert(bytes.end(), rest.begin(), rest.end());
  }
  const auto prefix_text = out.CreateString(prefix);
  const auto suffix_text = out.CreateString(suffix);
  const auto lengths_table = write(out, lengths);
  const auto data = out.CreateVector(bytes);
  const auto shared_table = shared.empty() ? Offset<fb::Ints>() : write(out, shared);
  return fb::CreateTexts(out, prefix_text, suffix_text, lengths_table, data, shared_table);
}

}  // namespace vitrine
