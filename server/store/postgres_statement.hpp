#pragma once

#include <libpq-fe.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/statement.hpp"

namespace vitrine {

/// A connection to PostgreSQL on which statements need not be waited for: those that were sent are
/// answered together with the next one that is (libpq's pipeline mode).
class Pipeline {
 public:
  using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

  /// A statement and the values of its places, each a text or nothing.
  struct Question {
    const std::string& name;
    const std::vector<const char*>& values;
    bool reads;  // and nothing else
  };

  /// Of another connection from now on: what the old one did not answer is forgotten.
  void use(PGconn* connection);

  std::unique_ptr<PreparedStatement> prepare(std::string_view query);
  void send(const Question& question);
  Answer ask(const Question& question);
  /// Waits for what was sent. Throws soci::postgresql_soci_error, the first failure.
  void wait();
  /// The same, whatever the answers are.
  void settle() noexcept;

  /// How many statements so far may have changed something.
  std::int64_t changes() const { return changes_; }

 private:
  void put(const Question& question);
  Answer gather();

  PGconn* connection_ = nullptr;
  int sent_ = 0;  // statements that are not answered
  std::int64_t prepared_ = 0;
  std::int64_t changes_ = 0;
};

}  // namespace vitrine
