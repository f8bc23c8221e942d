#pragma once

#include <soci/soci.h>

#include <stdexcept>

#include "json.hpp"
#include "store/database.hpp"

/// What the files of this folder share; nothing outside it includes this.
namespace vitrine {

/// Reads back a document that we wrote; a fault means a damaged database or our own bug.
template <class T>
T stored(const std::string& text) {
  auto value = fromJson<T>(text);
  if (!value) throw std::runtime_error("damaged document in the database: " + value.error().where);
  return *std::move(value);
}

/// The first column of the row that the statement finds.
template <class T, class... Uses>
std::optional<T> one(Database& db, const std::string& query, const Uses&... values) {
  T answer{};
  soci::statement statement(db.sql());
  (statement.exchange(soci::use(values)), ...);
  statement.exchange(soci::into(answer));
  statement.alloc();
  statement.prepare(query);
  statement.define_and_bind();
  return statement.execute(true) ? std::optional(std::move(answer)) : std::nullopt;
}

/// Runs a statement that answers no rows; returns how many it changed.
template <class... Uses>
long long run(Database& db, const std::string& query, const Uses&... values) {
  soci::statement statement(db.sql());
  (statement.exchange(soci::use(values)), ...);
  statement.alloc();
  statement.prepare(query);
  statement.define_and_bind();
  statement.execute(true);
  return statement.get_affected_rows();
}

/// A value that may be NULL, in SOCI's terms.
struct Nullable {
  explicit Nullable(std::optional<long long> number)
      : value(number.value_or(0)), indicator(number ? soci::i_ok : soci::i_null) {}
  long long value;
  soci::indicator indicator;
};

}  // namespace vitrine
