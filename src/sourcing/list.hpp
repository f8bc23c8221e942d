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

/// A vector of plain values, indexed by the number of a line, seller, offer or mode.
template <class T>
class List : private Block {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  T& operator[](int i) { return data()[i]; }
  const T& operator[](int i) const { return data()[i]; }
  int size() const { return static_cast<int>(used_ / sizeof(T)); }
  bool empty() const { return used_ == 0; }
  void clear() { used_ = 0; }
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
  T& back() { return data()[size() - 1]; }
  T* data() { return reinterpret_cast<T*>(bytes_); }
  const T* data() const { return reinterpret_cast<const T*>(bytes_); }
  T* begin() { return data(); }
  T* end() { return data() + size(); }
  const T* begin() const { return data(); }
  const T* end() const { return data() + size(); }
};

}  // namespace vitrine::sourcing
