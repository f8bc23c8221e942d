#include "store/writer.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>

namespace vitrine {
namespace {

constexpr std::size_t maxTogether = 64;
constexpr std::chrono::seconds longWait{2};

/// Thrown to have a transaction undone, as one of its jobs changed something that it must not keep.
struct Unkept {};

std::chrono::duration<double> since(std::chrono::steady_clock::time_point moment) {
  return std::chrono::steady_clock::now() - moment;
}

}  // namespace

Writer::Writer(Database db, Committed committed)
    : db_(std::move(db)), committed_(std::move(committed)), thread_([this] { loop(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Writer::post(Work work, Done done, Way way) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back({std::move(work), std::move(done), way, nullptr});
  }
  wake_.notify_one();
}

void Writer::loop() {
  const auto isBare = [](const Job& job) { return job.way == Way::bare; };
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const auto most =
        waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(waiting_.size(), maxTogether));
    auto end = std::find_if(waiting_.begin(), most, isBare);
    if (end == waiting_.begin() && isBare(*end)) ++end;
    std::vector<Job> jobs(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(end));
    waiting_.erase(waiting_.begin(), end);
    lock.unlock();
    if (isBare(jobs.front()))
      runBare(jobs.front());
    else
      runTogether(jobs);
    lock.lock();
  }
}

void Writer::runBare(Job& job) {
  try {
    job.work(db_);
  } catch (...) {
    job.failure = std::current_exception();
  }
  job.done(job.failure);
}

/// With a savepoint for each job SQLite writes a copy of every page that the job changes, which is
/// most of what an order writes, and few jobs need one. All are run without; when one has changed
/// what it does not keep, or fails, they are run again with savepoints.
void Writer::runAll(std::span<Job> jobs) {
  const auto keepsAll = [this](Job& job) {
    const auto before = db_.changes();
    job.failure = nullptr;
    return job.work(db_) || db_.changes() == before;
  };
  try {
    db_.transaction([&] {
      try {
        if (std::all_of(jobs.begin(), jobs.end(), keepsAll)) return db_.wait();
      } catch (const StoreUnavailable&) {
        throw;
      } catch (...) {  // whose fault it is shows when each is alone
      }
      throw Unkept();
    });
  } catch (const Unkept&) {
    runApart(jobs);
  }
}

void Writer::runApart(std::span<Job> jobs) {
  db_.transaction([&] {
    for (auto& job : jobs) {
      job.failure = nullptr;
      try {
        db_.attempt([&] { return job.work(db_); });
      } catch (const StoreUnavailable&) {
        throw;
      } catch (...) {
        job.failure = std::current_exception();
      }
    }
  });
}

void Writer::runTogether(std::span<Job> jobs) {
  std::exception_ptr shared;
  std::optional<StoreUnavailable> stalled;
  const auto began = std::chrono::steady_clock::now();
  try {
    runAll(jobs);
    if (committed_) committed_(jobs.size(), since(began).count());
  } catch (const StoreUnavailable& trouble) {
    const bool quick = since(began) < longWait;
    if (jobs.size() > 1 && !trouble.in_doubt && quick) return runOneByOne(jobs);
    shared = std::current_exception();
    if (!quick && db_.shared()) stalled = trouble;  // a file does not keep anybody waiting
  } catch (...) {
    shared = std::current_exception();
  }
  for (auto& job : jobs) job.done(shared ? shared : job.failure);
  if (stalled) turnAway(*stalled);
}

/// On a full disk those that only read can still be answered, and a database that was restarted is
/// there again.
void Writer::runOneByOne(std::span<Job> jobs) {
  const auto began = std::chrono::steady_clock::now();
  for (auto& job : jobs) {
    if (since(began) < longWait)
      runTogether({&job, 1});
    else
      job.done(std::make_exception_ptr(StoreUnavailable("the store takes too long", false)));
  }
}

void Writer::turnAway(const StoreUnavailable& trouble) {
  std::deque<Job> waiting;
  {
    const std::lock_guard lock(mutex_);
    waiting.swap(waiting_);
  }
  const auto failure = std::make_exception_ptr(StoreUnavailable(trouble.what(), false));
  for (auto& job : waiting) job.done(failure);
}

}  // namespace vitrine
