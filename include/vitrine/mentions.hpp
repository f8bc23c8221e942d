#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <span>

/// Where descriptions mention terms, read in place. A list names ascending places of products; any
/// bytes can be read: what is cut short or names no product ends the list.
///
/// A list is two rows of bits: the low bits of each number, side by side, then their high parts, by
/// as many zeros as one is higher than the one before, and a one. Of a short list the numbers are
/// the distances between the places (a Rice code: Golomb 1966, Rice 1971), of a long one the places
/// themselves, so that it can be leapt through (Elias and Fano 1974).
namespace vitrine {

inline constexpr std::uint32_t shortMentions = 512;

/// How many low bits each number of a list has; writer and reader must agree.
constexpr std::uint32_t lowBits(std::uint32_t count, std::uint32_t products) {
  if (count > shortMentions)
    return static_cast<std::uint32_t>(std::bit_width(products / count)) - 1;
  // The best for distances that come of chance: 1 + log2(0.481 (mean + 1/2)) (Kiely 2004).
  const auto mean = (2 * std::uint64_t{products} - count + 1) * 63 / (262 * (count + 1ULL));
  return static_cast<std::uint32_t>(std::bit_width(mean));
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

/// One list of places, from the first on.
class Places {
 public:
  Places() = default;
  /// `count` is at most the number of products.
  Places(Bits bits, std::uint32_t from, std::uint32_t count, std::uint32_t products)
      : bits_(bits),
        left_(count),
        products_(products),
        width_(lowBits(count, products)),
        low_(from) {
    high_ = highFrom(from, count, products);
    if (count == 0 || high_ >= bits.size * 8) {
      left_ = 0;
      return;
    }
    gaps_ = count > shortMentions ? 0 : ~0U;
    mask_ = (1U << width_) - 1;
    base_ = high_ & ~7U;
    ones_ = bits_.eight(base_ / 8) & ~std::uint64_t{0} << high_ % 8;
  }

  /// Where the high parts of a list begin.
  static std::uint32_t highFrom(std::uint32_t from, std::uint32_t count, std::uint32_t products) {
    const auto bit = from + std::uint64_t{count} * lowBits(count, products);
    return static_cast<std::uint32_t>(std::min<std::uint64_t>(bit, 0xFFFFFFFF));
  }

  std::uint32_t left() const { return left_; }
  /// Whether `seek` leaps.
  bool leaps() const { return gaps_ == 0; }

  /// Calls `visit` with every place; ends early when it answers false.
  template <class F>
  void each(F visit) {
    while (step() && visit(place_)) {
    }
  }

  /// Goes to the first place from `target` on; `products` where there is none.
  [[gnu::always_inline]] std::uint32_t seek(std::uint32_t target) {
    if (place_ + 1 > target) return place_;
    if (leaps()) leap(target >> width_);
    while (place_ + 1 <= target) {
      if (!step()) return place_ = products_;
    }
    return place_;
  }

 private:
  // Inlined, so that a loop keeps all this in registers.
  [[gnu::always_inline]] bool step() {
    if (left_ == 0) return false;
    while (ones_ == 0) {
      if (!more()) return false;
    }
    const auto bit = base_ + static_cast<std::uint32_t>(std::countr_zero(ones_));
    ones_ &= ones_ - 1;
    const auto low = static_cast<std::uint32_t>(bits_.eight(low_ / 8) >> low_ % 8) & mask_;
    low_ += width_;
    offset_ = (offset_ & gaps_) + low;
    place_ = ((bit - high_ - taken_++) << width_) + offset_++;
    --left_;
    if (place_ < products_) return true;
    left_ = 0;
    return false;
  }
  [[gnu::always_inline]] bool more() {
    base_ += 64;
    ones_ = bits_.eight(base_ / 8);
    if (base_ / 8 < bits_.size) return true;
    left_ = 0;
    return false;
  }
  /// Passes over words that have no number whose high part is as great.
  [[gnu::always_inline]] void leap(std::uint32_t high) {
    while (left_ > 0) {
      const auto count = static_cast<std::uint32_t>(std::popcount(ones_));
      if (base_ + 64 - high_ - taken_ - count >= high) return;
      taken_ += count;
      low_ += count * width_;
      left_ -= std::min(count, left_);
      more();
    }
  }

  Bits bits_;
  std::uint64_t ones_ = 0;      // of the word at `base_`, those to come
  std::uint32_t base_ = 0;      // a bit
  std::uint32_t left_ = 0;      // places to come
  std::uint32_t products_ = 0;  // places are below
  std::uint32_t width_ = 0;     // of low parts
  std::uint32_t mask_ = 0;
  std::uint32_t low_ = 0;             // the bit where the next low part stands
  std::uint32_t high_ = 0;            // where the high parts begin
  std::uint32_t taken_ = 0;           // places so far
  std::uint32_t gaps_ = 0;            // all bits where numbers are distances
  std::uint32_t offset_ = 0;          // beside the high part
  std::uint32_t place_ = 0xFFFFFFFF;  // the last one
};

/// The lists of consecutive terms, each with what is mentioned often and what once.
class MentionLists {
 public:
  MentionLists(Varints tallies, Bits bits, std::uint32_t from, std::uint32_t products)
      : tallies_(tallies), bits_(bits), once_(from), products_(products) {}

  std::uint32_t oftenCount() const { return often_count_; }
  std::uint32_t onceCount() const { return once_count_; }
  Places often() const { return {bits_, often_, often_count_, products_}; }
  Places once() const { return {bits_, once_, once_count_, products_}; }

  /// Goes to the next term's list.
  void next() {
    often_ = behind(once_, once_count_);
    const auto head = tallies_.next();
    once_count_ = std::min(head >> 1, products_);
    often_count_ = (head & 1) != 0 ? std::min(tallies_.next(), products_) : 0;
    once_ = behind(often_, often_count_);
  }
  void skip(std::uint32_t terms) {
    for (; terms > 0; --terms) next();
  }

 private:
  std::uint32_t behind(std::uint32_t from, std::uint32_t count) const {
    return count == 0 ? from : bits_.behindOnes(Places::highFrom(from, count, products_), count);
  }

  Varints tallies_;
  Bits bits_;
  std::uint32_t often_ = 0;  // bits
  std::uint32_t once_ = 0;
  std::uint32_t often_count_ = 0;
  std::uint32_t once_count_ = 0;
  std::uint32_t products_ = 0;
};

}  // namespace vitrine
