#pragma once

#include <soci/soci.h>

#include <stdexcept>

#include "json.hpp"
#include "store/database.hpp"
#include "vitrine/unit_price.hpp"

/// What the files of this folder share; nothing outside it includes this.
namespace vitrine {

/// Reads back a document that we wrote; a fault means a damaged database or our own bug.
template <class T>
T stored(const std::string& text) {
  auto value = fromJson<T>(text);
  if (!value) throw std::runtime_error("damaged document in the database: " + value.error().where);
  return *std::move(value);
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

/// A value that may be NULL, in SOCI's terms.
struct Nullable {
  explicit Nullable(std::optional<long long> number)
      : value(number.value_or(0)), indicator(number ? soci::i_ok : soci::i_null) {}
  long long value;
  mutable soci::indicator indicator;  // SOCI asks to write it
};

/// A query prepared once, lent out with its values bound; it is given back without them.
class Bound {
 public:
  template <class... Uses>
  Bound(Database& db, std::string_view query, const Uses&... values)
      : statement_(db.prepared(query)) {
    (use(values), ...);
  }
  ~Bound() { statement_.bind_clean_up(); }
  Bound(const Bound&) = delete;

  /// Has the next column read into `member`; with an indicator it may be NULL.
  template <class... Into>
  Bound& into(Into&... member) {
    statement_.exchange(soci::into(member...));
    return *this;
  }

  /// Whether there is a row; its columns are then in place. Runs on to the end, as SQLite keeps a
  /// read open otherwise.
  bool first() {
    statement_.define_and_bind();
    const bool found = statement_.execute(true);
    while (found && statement_.fetch()) {
    }
    return found;
  }

  /// Calls `row` for each row, whose columns are then in place.
  template <class Row>
  void each(Row&& row) {
    statement_.define_and_bind();
    for (bool found = statement_.execute(true); found; found = statement_.fetch()) row();
  }

  /// Runs a statement that answers no rows; returns how many it changed.
  long long change() {
    statement_.define_and_bind();
    statement_.execute(true);
    return statement_.get_affected_rows();
  }

 private:
  template <class T>
  void use(const T& value) {
    statement_.exchange(soci::use(value));
  }
  void use(const Nullable& number) {
    statement_.exchange(soci::use(number.value, number.indicator));
  }

  soci::statement& statement_;
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

}  // namespace vitrine
