#pragma once

#include <vector>

namespace vitrine::sourcing {

/// A vector indexed by the number of a line, seller, offer or mode. Keeps its memory when cleared,
/// so that solving the next cart allocates nothing.
template <class T>
class List {
 public:
  T& operator[](int i) { return items_.data()[i]; }
  const T& operator[](int i) const { return items_.data()[i]; }
  int size() const { return static_cast<int>(items_.size()); }
  bool empty() const { return items_.empty(); }
  void clear() { items_.clear(); }
  void assign(int count, const T& value) { items_.assign(static_cast<std::size_t>(count), value); }
  void resize(int count) { items_.resize(static_cast<std::size_t>(count)); }
  void push(const T& item) { items_.push_back(item); }
  T pop() {
    T last = items_.back();
    items_.pop_back();
    return last;
  }
  T& back() { return items_.back(); }
  T* data() { return items_.data(); }
  const T* data() const { return items_.data(); }
  auto begin() { return items_.begin(); }
  auto end() { return items_.end(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }

 private:
  std::vector<T> items_;
};

}  // namespace vitrine::sourcing
