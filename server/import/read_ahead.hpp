#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

#include "import/format.hpp"

namespace vitrine {

/// Reads a feed on a thread of its own while the rows before are worked on here: reading and
/// storing take about equally long. Only so far ahead that memory stays flat.
class ReadAhead : FeedSink {
 public:
  ReadAhead(std::istream& feed, ReadOptions options);
  /// Gives up what is not read yet.
  ~ReadAhead();

  using Item = std::variant<FeedRow, RowError>;
  /// The next rows in the feed's order, at most so many and fewer only at its end. Throws what
  /// reading threw.
  std::vector<Item> next(std::size_t most);

 private:
  struct GivenUp {};

  void take(FeedRow&& row) override { add(std::move(row)); }
  void refuse(RowError error) override { add(std::move(error)); }
  void add(Item item);
  void hand();

  std::vector<Item> batch_;  // being filled by the reading thread
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::vector<Item>> ready_;
  bool ended_ = false;
  bool given_up_ = false;
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace vitrine
