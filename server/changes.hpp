#pragma once

#include <boost/asio/steady_timer.hpp>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "store/changes.hpp"

namespace vitrine {

/// The latest changes in memory, and who waits for the next. Readers take what they lack from here
/// at their own pace: nothing is queued for them, so a slow one costs nothing and holds up nobody.
/// On the io_context's thread.
class Changes {
 public:
  struct Part {
    std::vector<ChangedOffer> offers;
    std::int64_t last = 0;  // nothing up to this number is left to tell
  };

  /// Adds changes, ascending, and wakes the readers.
  void add(std::vector<StoredChange> changes);

  std::int64_t newest() const { return newest_; }
  /// Whether everything since that number is still known.
  bool reach(std::int64_t number) const {
    return number <= newest_ && number >= newest_ - keptChanges;
  }
  /// What follows a number, at most `most` offers.
  Part after(std::int64_t number, std::string_view currency, std::size_t most) const;

  /// One who reads: its timer ends early when there is something new.
  class Reader {
   public:
    Reader(Changes& changes, boost::asio::any_io_executor executor)
        : timer(std::move(executor)), readers_(changes.readers_) {
      readers_->insert(this);
    }
    ~Reader() { readers_->erase(this); }
    Reader(const Reader&) = delete;

    boost::asio::steady_timer timer;

   private:
    std::shared_ptr<std::set<Reader*>> readers_;
  };
  std::size_t readers() const { return readers_->size(); }
  /// Has every reader look again.
  void wake();

 private:
  std::map<std::int64_t, StoredChange> by_number_;
  std::map<std::string, std::int64_t, std::less<>> numbers_;  // by offer
  std::int64_t newest_ = 0;
  // Shared, as the last readers end after the server's parts when it stops.
  std::shared_ptr<std::set<Reader*>> readers_ = std::make_shared<std::set<Reader*>>();
};

}  // namespace vitrine
