#pragma once

#include <optional>

#include "import/record.hpp"

namespace vitrine {

inline constexpr std::size_t maxWords = 500;           // bytes of a name, a link or the like
inline constexpr std::size_t maxDescription = 10'000;  // bytes

/// Thrown to leave a row at its first fault.
struct Refused {
  RowError error;
};

/// Reads a record's fields. Each read throws Refused where the value will not do.
class Row {
 public:
  explicit Row(const Record& record) : record_(record) {}

  /// The value without spaces around it; empty if the row has none. In `max` bytes of UTF-8 without
  /// control, invisible and direction-changing characters.
  std::string text(std::string_view name, std::size_t max = maxWords) const;
  std::string required(std::string_view name) const;

  /// Every value that the row has for the name.
  std::vector<std::string> texts(std::string_view name, std::size_t max = maxWords) const;

  /// A whole number from 0 to 2^53 - 1.
  std::optional<std::int64_t> count(std::string_view name) const;

  /// The value as it is, for those who clean it up.
  std::string_view raw(std::string_view name, std::size_t max) const;

  [[noreturn]] void refuse(std::string_view name, std::string_view value,
                           std::string expected) const;

  std::int64_t line() const { return record_.line; }
  const std::shared_ptr<const TableHead>& head() const { return record_.head; }

 private:
  const Field* find(std::string_view name) const;
  std::string checked(const Field& field, std::size_t max) const;

  const Record& record_;
};

}  // namespace vitrine
