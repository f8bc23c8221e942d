#include "import/read_ahead.hpp"

#include <algorithm>
#include <iterator>

namespace vitrine {
namespace {

constexpr std::size_t batchSize = 64;  // rows; handing each over by itself costs more than it is
constexpr std::size_t maxReady = 16;   // batches

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

std::vector<ReadAhead::Item> ReadAhead::next(std::size_t most) {
  std::vector<Item> items;
  while (items.size() < most) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ended_ || !ready_.empty(); });
    if (ready_.empty()) break;
    auto& batch = ready_.front();
    const auto end =
        batch.begin() + static_cast<std::ptrdiff_t>(std::min(batch.size(), most - items.size()));
    items.insert(items.end(), std::make_move_iterator(batch.begin()), std::make_move_iterator(end));
    batch.erase(batch.begin(), end);
    if (batch.empty()) ready_.pop_front();
    changed_.notify_all();
  }
  if (items.empty() && failure_) std::rethrow_exception(failure_);
  return items;
}

}  // namespace vitrine
