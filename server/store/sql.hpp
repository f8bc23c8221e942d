#pragma once

#include <soci/soci.h>

#include <algorithm>
#include <bit>
#include <boost/container/small_vector.hpp>
#include <concepts>
#include <iterator>
#include <span>
#include <stdexcept>
#include <tuple>
#include <vector>

#include "json.hpp"
#include "store/database.hpp"
#include "store/statement.hpp"
#include "vitrine/unit_price.hpp"

/// What the files of this folder share; nothing outside it includes this.
namespace vitrine {

/// Reads back a document that we wrote, so that it needs no look at its structure first; a fault
/// means a damaged database or our own bug.
template <class T>
T stored(const std::string& text) {
  const auto json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) throw std::runtime_error("damaged document in the database");
  T value;
  if (const auto fault = codec::read(JsonSource(json), value))
    throw std::runtime_error("damaged document in the database: " + fault->where);
  return value;
}

/// The same for a list of them.
template <class T>
std::vector<T> storedList(const std::string& text) {
  std::vector<T> answer;
  const auto json = parseJson(text);
  if (!json || codec::read(JsonSource(*json), answer))
    throw std::runtime_error("damaged list in the database");
  return answer;
}

/// A measure, where the text is not empty.
inline std::optional<UnitMeasure> storedMeasure(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(stored<UnitMeasure>(text));
}

/// Reads an enumeration's name back.
template <Named E>
E named(const std::string& text) {
  for (std::size_t i = 0; i < names(E{}).size(); ++i) {
    if (names(E{})[i] == text) return static_cast<E>(i);
  }
  throw std::runtime_error("damaged name in the database: " + text);
}

/// A number that may be NULL.
using Nullable = std::optional<std::int64_t>;

/// A text as often as said, with a comma in between, each `#` of it a place for a value of its own.
inline std::string places(std::string_view row, std::size_t count) {
  std::string text;
  std::size_t number = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += ',';
    for (const char c : row) {
      if (c != '#')
        text += c;
      else
        text.append(":v").append(std::to_string(number++));
    }
  }
  return text;
}

/// Values for `column IN (…)`, see `in`: as many as a power of two by repeating the last, so that
/// few forms of a statement serve lists of all lengths.
struct Listed {
  explicit Listed(std::span<const std::string> few) : values(few.begin(), few.end()) {
    values.resize(std::bit_ceil(few.size()), few.empty() ? std::string() : values.back());
  }
  std::vector<std::string> values;
};

/// The list's places. None of another name in the statement may be like `v0`.
inline std::string in(const Listed& list) { return '(' + places("#", list.values.size()) + ')'; }

/// A query prepared once, lent out with its values bound; it is given back without them. The values
/// must stay where they are as long.
class Bound {
 public:
  template <class... Uses>
  Bound(Database& db, std::string_view query, const Uses&... values)
      : statement_(db.prepared(query)) {
    (use(values), ...);
  }
  ~Bound() { statement_.reset(); }
  Bound(const Bound&) = delete;

  /// Has the next columns read into these members: texts, integers, or either as an optional where
  /// it may be NULL.
  template <class... Into>
  Bound& into(Into&... members) {
    (targets_.push_back({&members, read<Into>}), ...);
    return *this;
  }

  /// Whether there is a row; its columns are then in place.
  bool first() {
    const bool found = statement_.step();
    if (found) take();
    statement_.reset();  // SQLite keeps a read open otherwise
    return found;
  }

  /// Calls `row` for each row, whose columns are then in place.
  template <class Row>
  void each(Row&& row) {
    while (statement_.step()) {
      take();
      row();
    }
    statement_.reset();
  }

  /// Runs a statement that answers no rows; returns how many it changed.
  long long change() {
    while (statement_.step()) {
    }
    return statement_.changed();
  }

  /// The same where nobody asks how many: see `PreparedStatement::send`.
  void send() { statement_.send(); }

 private:
  struct Target {
    void* member;
    void (*read)(const PreparedStatement&, int column, void* member);
  };

  template <class T>
  static void read(const PreparedStatement& from, int column, void* member) {
    auto& to = *static_cast<T*>(member);
    if constexpr (isOptional<T>) {
      if (from.isNull(column)) return to.reset();
      read<typename T::value_type>(from, column, &to.emplace());
    } else {
      if (from.isNull(column)) throw std::runtime_error("NULL where the database has none");
      if constexpr (std::integral<T>)
        to = static_cast<T>(from.integer(column));
      else
        to = from.text(column);
    }
  }

  void take() {
    for (std::size_t i = 0; i < targets_.size(); ++i)
      targets_[i].read(statement_, static_cast<int>(i), targets_[i].member);
  }

  void use(const std::string& text) { statement_.bind(place_++, text); }
  void use(std::integral auto number) { statement_.bind(place_++, static_cast<long long>(number)); }
  void use(const Nullable& number) {
    if (number)
      use(*number);
    else
      statement_.bindNull(place_++);
  }
  void use(const Listed& list) {
    for (const auto& value : list.values) use(value);
  }
  /// Rows of values, or pieces of rows, one after the other: see `places`.
  template <class... Values>
  void use(const std::vector<std::tuple<Values...>>& rows) {
    for (const auto& row : rows)
      std::apply([this](const auto&... values) { (use(values), ...); }, row);
  }

  PreparedStatement& statement_;
  int place_ = 0;
  boost::container::small_vector<Target, 24> targets_;
};

/// The first column of the only row that the statement finds.
template <class T, class... Uses>
std::optional<T> one(Database& db, std::string_view query, const Uses&... values) {
  T answer{};
  return Bound(db, query, values...).into(answer).first() ? std::optional(std::move(answer))
                                                          : std::nullopt;
}

/// Runs a statement that answers no rows; returns how many it changed.
template <class... Uses>
long long run(Database& db, std::string_view query, const Uses&... values) {
  return Bound(db, query, values...).change();
}

/// The same where nobody asks how many: on PostgreSQL the answer is not waited for, see
/// `PreparedStatement::send`.
template <class... Uses>
void send(Database& db, std::string_view query, const Uses&... values) {
  Bound(db, query, values...).send();
}

/// Inserts rows, each with the places of `row`. SQLite takes them one by one: for several by one
/// statement it keeps a journal to undo that, which costs more. PostgreSQL takes several, in powers
/// of two, so that few forms of the statement are prepared.
template <class... Values>
void insertRows(Database& db, const std::string& into, std::string_view row,
                std::vector<std::tuple<Values...>> rows) {
  const std::size_t most = db.shared() ? 16 : 1;
  while (!rows.empty()) {
    const auto count = std::min(most, std::bit_floor(rows.size()));
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(count);
    const std::vector<std::tuple<Values...>> part(std::make_move_iterator(rows.begin()),
                                                  std::make_move_iterator(end));
    rows.erase(rows.begin(), end);
    send(db, into + " VALUES " + places(row, count), part);
  }
}

}  // namespace vitrine
