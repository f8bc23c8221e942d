#include "snapshot_columns.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

#include "vitrine/columns.hpp"

namespace vitrine {

namespace fb = flat;
using flatbuffers::FlatBufferBuilder;
using flatbuffers::Offset;

namespace {

template <class T>
Offset<fb::Ints> writeInts(FlatBufferBuilder& out, const std::vector<T>& values,
                           std::uint64_t radix) {
  std::int64_t base = 0;
  std::uint64_t spread = 0;
  if (!values.empty()) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    base = *least;
    const auto digit = static_cast<std::int64_t>(radix);
    const auto above = (base % digit + digit) % digit;
    if (radix != 256 && base >= std::numeric_limits<std::int64_t>::min() + above) base -= above;
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
  std::uint8_t* planes = nullptr;
  const auto data = out.CreateUninitializedVector(values.size() * width, &planes);
  for (std::size_t i = 0; i < values.size(); ++i) {
    auto above = static_cast<std::uint64_t>(values[i]) - static_cast<std::uint64_t>(base);
    for (unsigned k = 0; k < width; ++k) {
      const auto digits = k == 0 ? radix : 256;
      planes[k * values.size() + i] = static_cast<std::uint8_t>(above % digits);
      above /= digits;
    }
  }
  return fb::CreateInts(out, base, static_cast<std::uint32_t>(values.size()),
                        static_cast<std::uint8_t>(width), data, static_cast<std::uint16_t>(radix));
}

/// What all strings but the empty ones begin and end with, leaving each at least one byte.
std::pair<std::size_t, std::size_t> commonEnds(const TextColumn& values) {
  std::string_view first;
  std::size_t before = 0;
  std::size_t behind = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto value = values[i];
    if (value.empty()) continue;
    if (first.empty()) {
      first = value;
      before = value.size() - 1;
      behind = value.size() - 1;
    }
    before = std::min(before, value.size() - 1);
    while (value.substr(0, before) != first.substr(0, before)) --before;
    behind = std::min(behind, value.size() - 1);
    while (value.substr(value.size() - behind) != first.substr(first.size() - behind)) --behind;
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i].empty()) behind = std::min(behind, values[i].size() - 1 - before);
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

/// Texts without what all of them begin and end with.
class Bodies {
 public:
  Bodies(const TextColumn& values, std::pair<std::size_t, std::size_t> ends)
      : values_(values), before_(ends.first), behind_(ends.second) {}

  std::size_t size() const { return values_.size(); }
  std::string_view operator[](std::size_t i) const {
    const auto value = values_[i];
    return value.empty() ? value : value.substr(before_, value.size() - before_ - behind_);
  }

 private:
  const TextColumn& values_;
  std::size_t before_;
  std::size_t behind_;
};

/// What each body shares with the one before; nothing where that saves less than a fourth.
SmallColumn sharedBytes(const Bodies& bodies) {
  constexpr std::size_t most = 255;
  SmallColumn shared;
  std::size_t saved = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    const auto same =
        i % Runs::stride == 0 ? 0 : std::min(most, commonBeginning(bodies[i - 1], bodies[i]));
    shared.push_back(static_cast<std::uint32_t>(same));
    saved += same;
    all += bodies[i].size();
  }
  if (saved < all / 4 || saved == 0) shared.clear();
  return shared;
}

}  // namespace

Offset<fb::Ints> write(FlatBufferBuilder& out, const Column& values, std::uint64_t radix) {
  return writeInts(out, values, radix);
}

Offset<fb::Ints> write(FlatBufferBuilder& out, const SmallColumn& values, std::uint64_t radix) {
  return writeInts(out, values, radix);
}

Offset<fb::Texts> write(FlatBufferBuilder& out, const TextColumn& values, bool alike) {
  if (!alike) return writeWhole(out, values.size(), [&](std::size_t i) { return values[i]; });
  const auto ends = commonEnds(values);
  const Bodies bodies(values, ends);
  std::string prefix;
  std::string suffix;
  for (std::size_t i = 0; i < values.size() && prefix.empty() && suffix.empty(); ++i) {
    if (values[i].empty()) continue;
    prefix = values[i].substr(0, ends.first);
    suffix = values[i].substr(values[i].size() - ends.second);
  }
  const auto shared = sharedBytes(bodies);
  const auto rest = [&](std::size_t i) { return bodies[i].substr(shared.empty() ? 0 : shared[i]); };
  SmallColumn lengths;
  std::size_t size = 0;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    lengths.push_back(static_cast<std::uint32_t>(rest(i).size()));
    size += lengths.back();
  }
  const auto prefix_text = out.CreateString(prefix);
  const auto suffix_text = out.CreateString(suffix);
  const auto lengths_table = write(out, lengths);
  std::uint8_t* to = nullptr;
  const auto data = out.CreateUninitializedVector(size, &to);
  for (std::size_t i = 0; i < bodies.size(); ++i) to = std::copy_n(rest(i).data(), lengths[i], to);
  const auto shared_table = shared.empty() ? Offset<fb::Ints>() : write(out, shared);
  return fb::CreateTexts(out, prefix_text, suffix_text, lengths_table, data, shared_table);
}

}  // namespace vitrine
