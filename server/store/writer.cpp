#include "store/writer.hpp"

#include <algorithm>
#include <iterator>

namespace vitrine {
namespace {

constexpr std::size_t maxTogether = 64;

}  // namespace

Writer::Writer(Database db) : db_(std::move(db)), thread_([this] { loop(); }) {}

Writer::~Writer() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Writer::post(Work work, Done done) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back({std::move(work), std::move(done), nullptr});
  }
  wake_.notify_one();
}

void Writer::loop() {
  std::unique_lock lock(mutex_);
  while (true) {
    wake_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const auto count = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), maxTogether));
    std::deque<Job> jobs(std::make_move_iterator(waiting_.begin()),
                         std::make_move_iterator(waiting_.begin() + count));
    waiting_.erase(waiting_.begin(), waiting_.begin() + count);
    lock.unlock();
    runTogether(jobs);
    lock.lock();
  }
}

void Writer::runTogether(std::deque<Job>& jobs) {
  std::exception_ptr shared;
  try {
    db_.transaction([&] {
      for (auto& job : jobs) {
        try {
          db_.attempt([&] { return job.work(db_); });
        } catch (...) {
          job.failure = std::current_exception();
        }
      }
    });
  } catch (...) {
    shared = std::current_exception();
  }
  for (auto& job : jobs) job.done(job.failure ? job.failure : shared);
}

}  // namespace vitrine
