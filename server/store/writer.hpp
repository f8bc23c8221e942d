#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

#include "store/database.hpp"

namespace vitrine {

/// The one thread that works with the database. Jobs that wait together share one transaction, and
/// so one fsync; each is told its end only after the commit (or the failure) of all. When a shared
/// store fails them after a long wait, all who wait behind them are told so too, not kept waiting.
class Writer {
 public:
  /// Answers whether its changes are kept; a job that throws or answers false changes nothing. Run
  /// again when the store failed it together with others, or one of them was not kept: it must not
  /// count on being the first run.
  using Work = std::function<bool(Database&)>;
  /// Called on the writer's thread after the commit; with what was thrown, if anything was.
  using Done = std::function<void(std::exception_ptr)>;

  /// Told on the writer's thread how many jobs a transaction had, and the seconds it took.
  using Committed = std::function<void(std::size_t jobs, double seconds)>;

  explicit Writer(Database db, Committed committed = {});
  /// Finishes what waits.
  ~Writer();

  /// `bare`: alone, and in no transaction.
  enum class Way { together, bare };
  void post(Work work, Done done, Way way = Way::together);

 private:
  struct Job {
    Work work;
    Done done;
    Way way;
    std::exception_ptr failure;
  };

  void loop();
  void runTogether(std::span<Job> jobs);
  void runAll(std::span<Job> jobs);
  void runApart(std::span<Job> jobs);
  void runOneByOne(std::span<Job> jobs);
  void turnAway(const StoreUnavailable& trouble);
  void runBare(Job& job);

  Database db_;
  Committed committed_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> waiting_;
  bool ending_ = false;
  std::thread thread_;
};

}  // namespace vitrine
