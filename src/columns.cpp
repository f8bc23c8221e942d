#include "vitrine/columns.hpp"

#include <algorithm>
#include <cstring>

namespace vitrine {
namespace {

template <class T>
void widen(const std::uint8_t* from, std::size_t size, std::uint32_t base, std::uint32_t* to) {
  for (std::size_t i = 0; i < size; ++i) {
    T value;
    std::memcpy(&value, from + i * sizeof(T), sizeof(T));
    to[i] = base + static_cast<std::uint32_t>(value);
  }
}

}  // namespace

std::int64_t Ints::operator[](std::size_t i) const {
  if (i >= count) return 0;
  std::uint64_t value = 0;
  for (auto k = width; k > 0; --k) value = value << 8 | data[i * width + k - 1];
  return base + static_cast<std::int64_t>(value);
}

void Ints::copy(std::size_t first, std::size_t size, std::uint32_t* to) const {
  const auto low = static_cast<std::uint32_t>(base);
  const auto* from = data + first * width;
  if (width == 0) std::fill_n(to, size, low);
  if (width == 1) widen<std::uint8_t>(from, size, low, to);
  if (width == 2) widen<std::uint16_t>(from, size, low, to);
  if (width == 4) widen<std::uint32_t>(from, size, low, to);
  if (width == 8) widen<std::uint64_t>(from, size, low, to);
}

bool Ints::within(std::int64_t least, std::int64_t most) const {
  if (count == 0) return true;
  if (width == 0) return base >= least && base <= most;
  if (width == 8) {
    for (std::size_t i = 0; i < count; ++i) {
      if ((*this)[i] < least || (*this)[i] > most) return false;
    }
    return true;
  }
  std::uint32_t low = 0xFFFFFFFF;
  std::uint32_t high = 0;
  auto above = *this;
  above.base = 0;
  above.each([&](std::size_t, std::uint32_t value) {
    low = std::min(low, value);
    high = std::max(high, value);
  });
  return base + low >= least && base + high <= most;
}

bool Runs::open(Ints from, std::uint64_t most) {
  constexpr std::int64_t longest = 0x7FFFFFFF;
  lengths = from;
  anchors.clear();
  if (!from.within(0, longest)) return false;
  std::uint64_t sum = 0;
  if (from.width == 0) {
    sum = static_cast<std::uint64_t>(from.base) * from.count;
  } else {
    anchors.reserve(from.count / stride + 1);
    from.each([&](std::size_t i, std::uint32_t length) {
      if (i % stride == 0) anchors.push_back(static_cast<std::uint32_t>(sum));
      sum += length;
    });
    if (from.count % stride == 0) anchors.push_back(static_cast<std::uint32_t>(sum));
  }
  total = static_cast<std::uint32_t>(sum);
  return sum <= most && sum <= 0xFFFFFFFF;
}

std::uint32_t Runs::start(std::size_t i) const {
  if (lengths.width == 0)
    return static_cast<std::uint32_t>(lengths.base) * static_cast<std::uint32_t>(i);
  std::uint32_t before[stride];
  const auto size = i % stride;
  lengths.copy(i - size, size, before);
  auto sum = anchors[i / stride];
  for (std::size_t k = 0; k < size; ++k) sum += before[k];
  return sum;
}

std::uint32_t Runs::runOf(std::uint32_t place) const {
  std::uint32_t low = 0;
  for (auto high = size(); high - low > 1;) {
    const auto middle = low + (high - low) / 2;
    (start(middle) <= place ? low : high) = middle;
  }
  return low;
}

std::string_view Texts::body(std::size_t i) const {
  if (i >= size()) return {};
  return {bytes + bodies.start(i), bodies.length(i)};
}

std::string Texts::operator[](std::size_t i) const {
  const auto middle = body(i);
  std::string answer;
  if (middle.empty()) return answer;
  answer.reserve(prefix.size() + middle.size() + suffix.size());
  answer += prefix;
  answer += middle;
  answer += suffix;
  return answer;
}

}  // namespace vitrine
