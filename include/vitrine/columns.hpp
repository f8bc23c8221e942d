#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Columns of a catalogue file, read in place. Reading is safe for any bytes: the sizes are
/// verified when a column is opened, and a place outside of it reads as nothing.
namespace vitrine {

/// Integers of one width above a base, as planes: the lowest digit of each, then the next of each.
/// Digits are bytes; the lowest may count to 100 instead, as prices end alike. Width 0: all are the
/// base.
struct Ints {
  std::int64_t base = 0;
  std::uint32_t count = 0;
  std::uint32_t width = 0;  // digits: 0, 1, 2, 4 or 8
  const std::uint8_t* data = nullptr;
  std::uint32_t radix = 256;  // of the lowest digit

  [[gnu::noinline]] std::int64_t operator[](std::size_t i) const;
  std::uint32_t at(std::size_t i) const { return static_cast<std::uint32_t>((*this)[i]); }
  /// The same where most columns are of one digit; `i` must be in the column.
  std::uint32_t small(std::size_t i) const {
    return width == 1 ? static_cast<std::uint32_t>(base) + data[i] : at(i);
  }
  /// Copies `size` values from `first` on, which must be in the column.
  [[gnu::noinline]] void copy(std::size_t first, std::size_t size, std::uint32_t* to) const;
  /// All values, modulo 2^32.
  std::vector<std::uint32_t> all() const {
    std::vector<std::uint32_t> values(count);
    copy(0, count, values.data());
    return values;
  }
  /// Calls `visit` with every place and value, modulo 2^32.
  template <class F>
  void each(F visit) const {
    std::uint32_t values[256];
    for (std::size_t i = 0; i < count; i += std::size(values)) {
      const auto size = std::min<std::size_t>(std::size(values), count - i);
      copy(i, size, values);
      for (std::size_t k = 0; k < size; ++k) visit(i + k, values[k]);
    }
  }
  /// Whether every value lies between the two.
  bool within(std::int64_t least, std::int64_t most) const;
};

/// The values of a column one after the other, modulo 2^32; zeros behind its end.
class Values {
 public:
  explicit Values(const Ints& column) : column_(column) {}

  std::uint32_t next() {
    if (at_ == size_) fill();
    return size_ == 0 ? 0 : values_[at_++];
  }

 private:
  void fill() {
    first_ += size_;
    size_ = std::min<std::size_t>(std::size(values_), column_.count - first_);
    column_.copy(first_, size_, values_);
    at_ = 0;
  }

  Ints column_;
  std::size_t first_ = 0;
  std::size_t size_ = 0;
  std::size_t at_ = 0;
  std::uint32_t values_[256] = {};
};

/// Consecutive runs, given by their lengths: the i-th starts where the one before ends.
struct Runs {
  static constexpr std::size_t stride = 32;

  Ints lengths;
  std::vector<std::uint32_t> anchors;  // the start of every 32nd run
  std::uint32_t total = 0;

  /// Adds the lengths up; false when one is negative or their sum is more than `most`.
  bool open(Ints from, std::uint64_t most);
  std::uint32_t size() const { return lengths.count; }
  std::uint32_t start(std::size_t i) const;  // i ≤ size()
  std::uint32_t length(std::size_t i) const { return lengths.at(i); }
  std::uint32_t runOf(std::uint32_t place) const;  // the run that a place < total is in
};

/// The same of few runs, whose starts are all kept.
class FewRuns {
 public:
  bool open(Ints lengths, std::uint64_t most);
  std::uint32_t size() const { return static_cast<std::uint32_t>(starts_.size() - 1); }
  std::uint32_t start(std::size_t i) const { return starts_[i]; }  // i ≤ size()
  std::uint32_t length(std::size_t i) const { return starts_[i + 1] - starts_[i]; }

 private:
  std::vector<std::uint32_t> starts_{0};
};

/// Strings that begin and end alike; the bodies between are kept. An empty body is an empty string.
/// Bodies that are much like the ones before leave out what they share with them.
struct Texts {
  std::string_view prefix;
  std::string_view suffix;
  Runs bodies;
  Ints shared;  // bytes shared with the one before, but of each 32nd; none: all bodies are whole
  const char* bytes = nullptr;

  std::uint32_t size() const { return bodies.size(); }
  /// As it is kept.
  std::string_view body(std::size_t i) const;
  std::string operator[](std::size_t i) const;

 private:
  std::string joined(std::size_t i) const;
};

}  // namespace vitrine
