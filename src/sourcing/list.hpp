#pragma once

#include <cstddef>
#include <cstring>
#include <type_traits>

namespace vitrine::sourcing {

/// Memory that grows and is kept; the part of `List` that does not depend on the type, so that a
/// dozen lists do not bring a dozen copies of it into the widget.
class Block {
 public:
  Block() = default;
  Block(const Block& other);
  Block& operator=(const Block& other);
  ~Block();

 protected:
  /// Makes room for so many bytes; what is there stays.
  void need(std::size_t bytes);

  char* bytes_ = nullptr;
  std::size_t used_ = 0;
  std::size_t room_ = 0;
};

/// Sorts plain values in place (Shell 1959, gaps of Ciura 2001). Lists here are short, and the
/// library's sort is seven times the code. Equal values keep no order: let there be none.
template <class T, class Before>
void sort(T* items, int count, Before before) {
  constexpr int gaps[] = {1750, 701, 301, 132, 57, 23, 10, 4, 1};
  for (const int gap : gaps) {
    for (int i = gap; i < count; ++i) {
      const T item = items[i];
      int at = i;
      for (; at >= gap && before(item, items[at - gap]); at -= gap) items[at] = items[at - gap];
      items[at] = item;
    }
  }
}

/// A vector of plain values, indexed by the number of a line, seller, offer or mode.
template <class T>
class List : private Block {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  [[gnu::always_inline]] T& operator[](int i) { return data()[i]; }
  [[gnu::always_inline]] const T& operator[](int i) const { return data()[i]; }
  [[gnu::always_inline]] int size() const { return static_cast<int>(used_ / sizeof(T)); }
  [[gnu::always_inline]] bool empty() const { return used_ == 0; }
  [[gnu::always_inline]] void clear() { used_ = 0; }
  [[gnu::noinline]] void assign(int count, const T& value) {
    resize(count);
    for (int i = 0; i < count; ++i) data()[i] = value;
  }
  /// New places hold anything.
  [[gnu::noinline]] void resize(int count) {
    const auto bytes = static_cast<std::size_t>(count) * sizeof(T);
    if (bytes > room_) need(bytes);
    used_ = bytes;
  }
  [[gnu::noinline]] void push(const T& item) {
    const T kept = item;  // it may lie in this list
    if (used_ + sizeof(T) > room_) need(2 * used_ + 16 * sizeof(T));
    used_ += sizeof(T);
    back() = kept;
  }
  T pop() {
    const T last = back();
    used_ -= sizeof(T);
    return last;
  }
  [[gnu::always_inline]] T& back() { return data()[size() - 1]; }
  [[gnu::always_inline]] T* data() { return reinterpret_cast<T*>(bytes_); }
  [[gnu::always_inline]] const T* data() const { return reinterpret_cast<const T*>(bytes_); }
  [[gnu::always_inline]] T* begin() { return data(); }
  [[gnu::always_inline]] T* end() { return data() + size(); }
  [[gnu::always_inline]] const T* begin() const { return data(); }
  [[gnu::always_inline]] const T* end() const { return data() + size(); }
};

}  // namespace vitrine::sourcing
