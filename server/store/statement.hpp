#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vitrine {

/// A statement that a store has prepared. Its places (`:name`) count from 0 in the order in which
/// they stand there, each name once; its columns count from 0. Throws soci::soci_error.
class PreparedStatement {
 public:
  virtual ~PreparedStatement() = default;

  /// The value of a place. A text must stay where it is until the statement is reset.
  virtual void bind(int place, const std::string& text) = 0;
  virtual void bind(int place, long long number) = 0;
  virtual void bindNull(int place) = 0;

  /// Runs on to the next row, if there is one.
  virtual bool step() = 0;
  /// Runs a statement that answers nothing. PostgreSQL need not have answered when this returns:
  /// its failure then is one of the next statement that is waited for.
  virtual void send() = 0;

  virtual bool isNull(int column) const = 0;
  virtual std::string_view text(int column) const = 0;
  virtual long long integer(int column) const = 0;
  /// How many rows the statement changed.
  virtual long long changed() const = 0;

  /// Has it ready to run again, with other values.
  virtual void reset() noexcept = 0;
};

}  // namespace vitrine
