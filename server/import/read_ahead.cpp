#include "import/read_ahead.hpp"

namespace vitrine {
namespace {

constexpr std::size_t batchSize = 64;  // rows; handing each over by itself costs more than it is
constexpr std::size_t maxReady = 4;    // batches

}  // namespace

ReadAhead::ReadAhead(std::istream& feed, ReadOptions options)
    : thread_([this, &feed, options = std::move(options)] {
        try {
          readFeed(feed, options, *this);
          hand();
        } catch (const GivenUp&) {
        } catch (...) {
          failure_ = std::current_exception();
        }
        const std::lock_guard lock(mutex_);
        ended_ = true;
        changed_.notify_all();
      }) {}

ReadAhead::~ReadAhead() {
  {
    const std::lock_guard lock(mutex_);
    given_up_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void ReadAhead::add(Item item) {
  batch_.push_back(std::move(item));
  if (batch_.size() == batchSize) hand();
}

void ReadAhead::hand() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return given_up_ || ready_.size() < maxReady; });
  if (given_up_) throw GivenUp();
  ready_.push_back(std::move(batch_));
  batch_.clear();
  changed_.notify_all();
}

void ReadAhead::into(FeedSink& sink) {
  while (true) {
    std::vector<Item> batch;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return ended_ || !ready_.empty(); });
      if (ready_.empty()) break;
      batch = std::move(ready_.front());
      ready_.pop_front();
      changed_.notify_all();
    }
    for (auto& item : batch) {
      if (auto* row = std::get_if<FeedRow>(&item))
        sink.take(std::move(*row));
      else
        sink.refuse(std::get<RowError>(std::move(item)));
    }
  }
  if (failure_) std::rethrow_exception(failure_);
}

}  // namespace vitrine
