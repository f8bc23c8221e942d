#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>

/// Where descriptions mention terms, read in place. A list names ascending places of products; any
/// bytes can be read: what is cut short or names no product ends the list.
///
/// A list of many products is a set: a bit for each product there is. Of fewer it is the distances
/// between them as a Rice code (Golomb 1966, Rice 1971) in two rows of bits: the low bits of each
/// number, side by side, then their high parts, each as so many zeros and a one.
namespace vitrine {

/// Whether a list is a set. From one product in 16 on a set is no longer than a code, once it is
/// compressed, and it is looked up without going through it.
constexpr bool isSet(std::uint32_t count, std::uint32_t products) {
  return count > 0 && std::uint64_t{count} * 16 >= products;
}
/// The bytes of a set.
constexpr std::uint32_t setBytes(std::uint32_t products) { return (products + 7) / 8; }

/// How many low bits each number of a code has; writer and reader must agree. The best for
/// distances that come of chance: 1 + log2(0.481 (mean + 1/2)) (Kiely 2004).
/// As many bits as the whole part of the quotient has, told without dividing.
constexpr std::uint32_t lowBits(std::uint32_t count, std::uint32_t products) {
  const auto dividend = (2 * std::uint64_t{products} - count + 1) * 63;
  const auto divisor = 262 * (count + 1ULL);
  const auto width = std::max(
      static_cast<int>(std::bit_width(dividend)) - static_cast<int>(std::bit_width(divisor)), 0);
  return static_cast<std::uint32_t>(width) + (dividend >= divisor << width ? 1 : 0);
}

/// Reads numbers of 7 bits a byte, the low ones first.
struct Varints {
  const std::uint8_t* at = nullptr;
  const std::uint8_t* end = nullptr;

  /// 0 behind the end.
  std::uint32_t next() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; at < end; shift += 7) {
      const std::uint32_t byte = *at++;
      if (shift < 32) value |= (byte & 0x7F) << shift;
      if (byte < 0x80) break;
    }
    return value;
  }
};

/// Bytes of a catalogue file as a row of bits.
struct Bits {
  const std::uint8_t* data = nullptr;
  std::uint32_t size = 0;  // bytes

  Bits() = default;
  explicit Bits(std::span<const std::uint8_t> bytes)
      : data(bytes.data()),
        size(static_cast<std::uint32_t>(std::min<std::size_t>(bytes.size(), 1U << 28))) {}

  /// Eight bytes from one on; 0 behind the end. That many stand behind every column: the checksum.
  std::uint64_t eight(std::uint32_t byte) const {
    std::uint64_t word = 0;
    if (byte < size) std::memcpy(&word, data + byte, sizeof word);
    return word;
  }
  /// The place behind the `count`-th one from a bit on.
  std::uint32_t behindOnes(std::uint32_t bit, std::uint32_t count) const {
    auto byte = bit / 8;
    auto word = eight(byte) & ~std::uint64_t{0} << bit % 8;
    for (; count > 0 && byte < size; word = eight(byte += 8)) {
      const auto ones = static_cast<std::uint32_t>(std::popcount(word));
      if (ones < count) {
        count -= ones;
        continue;
      }
      for (; count > 1; --count) word &= word - 1;
      return byte * 8 + static_cast<std::uint32_t>(std::countr_zero(word)) + 1;
    }
    return count > 0 ? size * 8 : bit;
  }
};

/// One list of places.
class Places {
 public:
  Places() = default;
  /// A code of `count` numbers, which are at most the number of products.
  static Places code(Bits bits, std::uint32_t from, std::uint32_t count, std::uint32_t products) {
    Places list;
    list.bits_ = bits;
    list.count_ = count;
    list.products_ = products;
    list.low_ = from;
    return list;
  }
  /// A set, from a byte on; empty where it is cut short.
  static Places set(Bits bits, std::uint64_t byte, std::uint32_t products) {
    Places list;
    if (byte + setBytes(products) > bits.size) return list;
    list.bits_ = Bits({bits.data + byte, setBytes(products)});
    list.products_ = products;
    list.is_set_ = true;
    return list;
  }

  /// Where the high parts of a code begin.
  static std::uint32_t highFrom(std::uint32_t from, std::uint32_t count, std::uint32_t products) {
    const auto bit = from + std::uint64_t{count} * lowBits(count, products);
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(bit, 0xFFFFFFFF));
  }

  bool isSet() const { return is_set_; }
  /// Whether a set has the product, which must be one.
  bool has(std::uint32_t product) const {
    return (bits_.data[product / 8] >> product % 8 & 1) != 0;
  }
  /// 64 products of a set from a multiple of 64 on, the first in the lowest bit.
  std::uint64_t wordOf(std::uint32_t product) const {
    const auto word = bits_.eight(product / 8);
    const auto left = products_ - product;
    return left < 64 ? word & ((std::uint64_t{1} << left) - 1) : word;
  }

  /// Calls `visit` with every place; ends early when it answers false.
  template <class F>
  void each(F visit) const {
    if (is_set_)
      eachOfSet(visit);
    else if (count_ > 0)
      eachOfCode(visit);
  }

 private:
  template <class F>
  void eachOfSet(F visit) const {
    for (std::uint32_t from = 0; from < products_; from += 64) {
      for (auto word = wordOf(from); word != 0; word &= word - 1) {
        if (!visit(from + static_cast<std::uint32_t>(std::countr_zero(word)))) return;
      }
    }
  }
  template <class F>
  void eachOfCode(F visit) const {
    const auto width = lowBits(count_, products_);
    const auto mask = (1U << width) - 1;
    const auto high = highFrom(low_, count_, products_);
    auto base = high & ~7U;  // a bit
    auto ones = bits_.eight(base / 8) & ~std::uint64_t{0} << high % 8;
    auto zeros = high;  // where those of the next number begin
    auto low = low_;
    std::uint32_t place = 0;
    for (auto left = count_; left > 0; --left) {
      while (ones == 0) {
        base += 64;
        if (base / 8 >= bits_.size) return;
        ones = bits_.eight(base / 8);
      }
      const auto bit = base + static_cast<std::uint32_t>(std::countr_zero(ones));
      ones &= ones - 1;
      place += ((bit - zeros) << width) +
               (static_cast<std::uint32_t>(bits_.eight(low / 8) >> low % 8) & mask);
      if (place >= products_ || !visit(place)) return;
      zeros = bit + 1;
      low += width;
      ++place;
    }
  }

  Bits bits_;
  std::uint32_t count_ = 0;     // of a code
  std::uint32_t products_ = 0;  // places are below
  std::uint32_t low_ = 0;       // the bit where a code begins
  bool is_set_ = false;
};

/// Where the lists of a term and those behind it stand.
struct MentionStart {
  Varints tallies;
  std::uint32_t bit = 0;  // of the codes
  std::uint32_t set = 0;  // sets before
};

/// The lists of consecutive terms, each with what is mentioned often and what once.
class MentionLists {
 public:
  MentionLists(MentionStart start, Bits codes, Bits sets, std::uint32_t products)
      : tallies_(start.tallies),
        codes_(codes),
        sets_(sets),
        bit_(start.bit),
        set_(start.set),
        products_(products) {}

  std::uint32_t oftenCount() const { return often_.count; }
  std::uint32_t onceCount() const { return once_.count; }
  Places often() const { return places(often_); }
  Places once() const { return places(once_); }

  /// Goes to the next term's lists.
  void next() {
    const auto head = tallies_.next();
    once_.count = std::min(head >> 1, products_);
    often_.count = (head & 1) != 0 ? std::min(tallies_.next(), products_) : 0;
    pass(often_);
    pass(once_);
  }
  void skip(std::uint32_t terms) {
    for (; terms > 0; --terms) next();
  }

 private:
  struct List {
    std::uint32_t count = 0;
    std::uint32_t at = 0;  // the bit of a code, or the number of a set
  };

  void pass(List& list) {
    if (isSet(list.count, products_)) {
      list.at = set_++;
      return;
    }
    list.at = bit_;
    if (list.count > 0)
      bit_ = codes_.behindOnes(Places::highFrom(bit_, list.count, products_), list.count);
  }
  Places places(List list) const {
    if (isSet(list.count, products_))
      return Places::set(sets_, std::uint64_t{list.at} * setBytes(products_), products_);
    return Places::code(codes_, list.at, list.count, products_);
  }

  Varints tallies_;
  Bits codes_;
  Bits sets_;
  std::uint32_t bit_ = 0;  // behind the last code
  std::uint32_t set_ = 0;  // behind the last set
  List often_;
  List once_;
  std::uint32_t products_ = 0;
};

}  // namespace vitrine
