#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine {

/// One value of a row, as its format gives it.
struct Field {
  std::string_view name;    // lower case, words joined by "_"
  std::string_view label;   // as the feed spells it
  std::string value;        // UTF-8 if the feed is
  std::int64_t column = 0;  // the cell's number in its row, from 1; 0: the format has no columns
  bool is_text = true;      // false: an object, a list of such, or a truth value
};

/// A column of a table, as in `Field`.
struct ColumnHead {
  std::string name;
  std::string label;
  std::int64_t column = 0;
};
using TableHead = std::vector<ColumnHead>;

/// A row of a feed before any rule is applied. The names live as long as what reads the feed.
struct Record {
  std::int64_t line = 0;  // on which it starts, from 1
  std::vector<Field> fields;
  std::shared_ptr<const TableHead> head = {};  // null: the format has no columns
};

/// What is wrong with a row: where, what it says (shortened) and what would do.
struct RowError {
  std::int64_t line = 0;
  std::int64_t column = 0;  // the cell's number, from 1; 0: the format has no columns
  std::string field;
  std::string value;
  std::string expected;

  static constexpr void fields(auto& self, auto&& field) {
    field("line", self.line);
    field("column", self.column);
    field("field", self.field);
    field("value", self.value);
    field("expected", self.expected);
  }
};

}  // namespace vitrine
