#include "vitrine/columns.hpp"

#include <algorithm>

namespace vitrine {

std::int64_t Ints::operator[](std::size_t i) const {
  if (i >= count) return 0;
  std::uint64_t value = 0;
  for (auto k = width; k > 1; --k) value = value << 8 | data[(k - 1) * std::size_t{count} + i];
  if (width > 0) value = value * radix + data[i];
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(base) + value);
}

void Ints::copy(std::size_t first, std::size_t size, std::uint32_t* to) const {
  const auto low = static_cast<std::uint32_t>(base);
  const auto* digits = data + first;
  if (width == 0) std::fill_n(to, size, low);
  if (width == 1) {
    for (std::size_t i = 0; i < size; ++i) to[i] = low + digits[i];
    return;
  }
  for (std::size_t i = 0; i < size && width > 1; ++i)
    to[i] = low + digits[i] + radix * digits[count + i];
  auto worth = radix;
  for (std::uint32_t k = 2; k < width; ++k) {
    worth <<= 8;
    digits = data + first + k * std::size_t{count};
    for (std::size_t i = 0; i < size; ++i) to[i] += worth * digits[i];
  }
}

bool Ints::within(std::int64_t least, std::int64_t most) const {
  if (count == 0) return true;
  if (width == 0) return base >= least && base <= most;
  if (base >= least && width < 8) {
    if (base > most) return false;
    // Most columns are far within: their greatest upper digit says so.
    const auto room = static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(base);
    const auto worth = width == 1 ? 1 : std::uint64_t{radix} << (width == 4 ? 16 : 0);
    const auto* const top = data + (width - 1) * std::size_t{count};
    std::uint8_t greatest = 0;
    for (std::size_t i = 0; i < count; ++i) greatest = std::max(greatest, top[i]);
    // The lowest digit is a byte, whatever the radix: a hostile file may have larger ones.
    const auto rest = width == 1 ? 0 : worth - radix + 255;
    if (greatest * worth + rest <= room) return true;
    if (greatest * worth > room) return false;
    if (width == 2) {
      bool all = true;
      for (std::size_t i = 0; i < count; ++i) all = all & (top[i] * worth + data[i] <= room);
      return all;
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    if ((*this)[i] < least || (*this)[i] > most) return false;
  }
  return true;
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
    std::uint32_t run[stride];
    for (std::size_t i = 0; i < from.count; i += stride) {
      const auto size = std::min(stride, from.count - i);
      from.copy(i, size, run);
      anchors.push_back(static_cast<std::uint32_t>(sum));
      for (std::size_t k = 0; k < size; ++k) sum += run[k];
    }
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

bool FewRuns::open(Ints lengths, std::uint64_t most) {
  Runs runs;
  if (!runs.open(lengths, most)) return false;
  starts_ = {0};
  lengths.each(
      [&](std::size_t, std::uint32_t length) { starts_.push_back(starts_.back() + length); });
  return true;
}

std::string_view Texts::body(std::size_t i) const {
  if (i >= size()) return {};
  return {bytes + bodies.start(i), bodies.length(i)};
}

std::string Texts::joined(std::size_t i) const {
  std::uint32_t same[Runs::stride];
  std::uint32_t lengths[Runs::stride];
  const auto first = i - i % Runs::stride;
  shared.copy(first, i - first + 1, same);
  bodies.lengths.copy(first, i - first + 1, lengths);
  same[0] = 0;
  std::string text;
  const auto* at = bytes + bodies.start(first);
  for (std::size_t k = 0; k <= i - first; at += lengths[k++]) {
    text.resize(std::min<std::size_t>(text.size(), same[k]));
    text.append(at, lengths[k]);
  }
  return text;
}

std::string Texts::operator[](std::size_t i) const {
  const auto whole = shared.count == 0 || i >= size() ? std::string() : joined(i);
  const auto middle = shared.count == 0 ? body(i) : std::string_view(whole);
  std::string answer;
  if (middle.empty()) return answer;
  answer.reserve(prefix.size() + middle.size() + suffix.size());
  answer += prefix;
  answer += middle;
  answer += suffix;
  return answer;
}

}  // namespace vitrine
