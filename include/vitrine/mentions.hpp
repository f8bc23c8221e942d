#pragma once

#include <cstdint>
#include <span>

/// Where descriptions mention terms, read in place. A list names ascending places of products; any
/// bytes can be read: what is cut short or names no product ends the list.
namespace vitrine {

inline constexpr std::uint32_t mentionBlock = 128;   // places of a list that can be leapt over
inline constexpr std::uint32_t walkedMentions = 16;  // longer lists say how many bytes they take

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
  void skip(std::uint32_t count) {
    for (; count > 0 && at < end; ++at) count -= *at < 0x80 ? 1 : 0;
  }
  void leap(std::uint32_t bytes) {
    at += bytes < static_cast<std::size_t>(end - at) ? bytes : static_cast<std::size_t>(end - at);
  }
};

/// One list of places, from the first on.
class Places {
 public:
  Places() = default;
  Places(Varints bytes, std::uint32_t count, std::uint32_t products)
      : bytes_(bytes), left_(count), products_(products) {}

  std::uint32_t left() const { return left_; }

  /// Calls `visit` with every place; ends early when it answers false.
  template <class F>
  void each(F visit) {
    while (enter()) {
      for (; block_ > 0; --block_) {
        if (!step() || !visit(place_)) return;
      }
    }
  }

  /// Goes to the first place from `target` on; `products` where there is none.
  std::uint32_t seek(std::uint32_t target) {
    while (place_ + 1 <= target || next_ == 0) {
      if (block_ == 0 && !enter()) return place_ = products_;
      if (more_ && reach_ <= target) {
        left_ -= block_;
        block_ = 0;
        bytes_.at = behind_;
        next_ = reach_;
        continue;
      }
      --block_;
      if (!step()) return place_ = products_;
    }
    return place_;
  }

 private:
  /// Opens the next block.
  bool enter() {
    if (left_ == 0 || bytes_.at >= bytes_.end) return false;
    block_ = left_ > mentionBlock ? mentionBlock : left_;
    more_ = left_ > mentionBlock;
    if (more_) {
      reach_ = next_ + bytes_.next();
      const auto size = bytes_.next();
      auto behind = bytes_;
      behind.leap(size);
      behind_ = behind.at;
    }
    return true;
  }
  bool step() {
    --left_;
    place_ = next_ + bytes_.next();
    next_ = place_ + 1;
    if (place_ < products_) return true;
    left_ = 0;
    block_ = 0;
    return false;
  }

  Varints bytes_;
  std::uint32_t left_ = 0;      // places to come
  std::uint32_t products_ = 0;  // places are below
  std::uint32_t block_ = 0;     // of those, in this block
  std::uint32_t next_ = 0;      // the least that the next one can be
  std::uint32_t place_ = 0;     // the last one
  std::uint32_t reach_ = 0;     // where this block ends, if `more_` follow
  const std::uint8_t* behind_ = nullptr;
  bool more_ = false;
};

/// The lists of consecutive terms, each with what is mentioned often and what once.
class MentionLists {
 public:
  MentionLists(std::span<const std::uint8_t> bytes, std::uint32_t products)
      : bytes_{bytes.data(), bytes.data() + bytes.size()}, products_(products) {}

  std::uint32_t oftenCount() const { return often_count_; }
  std::uint32_t onceCount() const { return once_count_; }
  Places often() const { return {often_, often_count_, products_}; }
  Places once() const { return {once_, once_count_, products_}; }

  /// Goes to the next term's list.
  void next() {
    const auto head = bytes_.next();
    once_count_ = head >> 1;
    often_count_ = (head & 1) != 0 ? bytes_.next() : 0;
    if (once_count_ + often_count_ > walkedMentions) {
      const auto often_bytes = bytes_.next();
      const auto once_bytes = bytes_.next();
      often_ = bytes_;
      bytes_.leap(often_bytes);
      once_ = bytes_;
      bytes_.leap(once_bytes);
    } else {
      often_ = bytes_;
      bytes_.skip(often_count_);
      once_ = bytes_;
      bytes_.skip(once_count_);
    }
  }
  void skip(std::uint32_t terms) {
    for (; terms > 0; --terms) next();
  }

 private:
  Varints bytes_;
  Varints often_;
  Varints once_;
  std::uint32_t often_count_ = 0;
  std::uint32_t once_count_ = 0;
  std::uint32_t products_ = 0;
};

}  // namespace vitrine
