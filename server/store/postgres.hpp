#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "store/postgres_statement.hpp"

namespace soci {
class session;
}  // namespace soci

namespace vitrine {

/// A connection to PostgreSQL on which several servers take turns. It is made anew when it broke,
/// and finds the server that takes writes when another has become that; it believes no COMMIT that
/// the standbys did not confirm. See docs/decisions/2026-11-23-when-the-leader-dies.md.
class Postgres {
 public:
  /// Connects. `store`: `postgres://…`, which may name several hosts. Throws soci::soci_error.
  explicit Postgres(const std::string& store);
  ~Postgres();
  Postgres(const Postgres&) = delete;

  soci::session& sql() { return *sql_; }
  Pipeline& pipeline() { return pipeline_; }

  /// Whether it still stands, and takes writes.
  bool isAlive();

  /// Connects again; prepared statements of the old connection are gone. Throws StoreUnavailable at
  /// once when that failed a moment ago.
  void reconnect();

  /// BEGIN and the wait for this server's turn.
  void begin();

  /// Throws StoreUnavailable, in doubt, when the transaction stands but no standby has confirmed
  /// it.
  void commit();

  /// The transaction is over, however it ended.
  void end();

  /// A statement is about to be sent: what it answers must come in time.
  void asking();

  /// Another server takes the writes by now: this connection is not used any more.
  void abandon() { abandoned_ = true; }

 private:
  using Clock = std::chrono::steady_clock;

  void settle();
  int socket();
  void listen(int socket);
  void keepTime();

  std::unique_ptr<soci::session> sql_;
  Pipeline pipeline_;
  bool abandoned_ = false;
  bool confirmed_ = false;        // what was there when it connected is with the standbys
  std::string warning_;           // that came with a statement
  Clock::time_point not_before_;  // of the next try to connect

  // Who waits for an answer waits in the kernel: this thread ends the connection under it.
  std::mutex mutex_;
  std::condition_variable wake_;
  int asked_ = -1;  // the socket on which something is asked
  Clock::time_point until_;
  bool ending_ = false;
  std::thread timekeeper_;
};

}  // namespace vitrine
