#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace vitrine {

/// Finds things by their text: a hash table of places. What has the same text as an earlier thing
/// is not found.
class Lookup {
 public:
  /// `textOf(i)` is the text of the i-th of `size` things.
  template <class F>
  void build(std::uint32_t size, F textOf) {
    slots_.assign(std::bit_ceil(2UL * size + 2), 0);
    for (std::uint32_t i = 0; i < size; ++i) {
      const auto& text = textOf(i);
      auto slot = slotOf(text);
      while (slots_[slot] != 0 && textOf(slots_[slot] - 1) != text)
        slot = (slot + 1) & (slots_.size() - 1);
      if (slots_[slot] == 0) slots_[slot] = i + 1;
    }
  }
  bool built() const { return !slots_.empty(); }

  template <class F>
  std::optional<std::uint32_t> find(std::string_view text, F textOf) const {
    for (auto slot = slotOf(text); slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
      if (textOf(slots_[slot] - 1) == text) return slots_[slot] - 1;
    }
    return {};
  }

 private:
  std::size_t slotOf(std::string_view text) const {
    std::uint32_t hash = 0x811C9DC5;  // FNV-1a
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193;
    return (hash ^ hash >> 15) & (slots_.size() - 1);
  }

  std::vector<std::uint32_t> slots_;  // places + 1
};

}  // namespace vitrine
