#pragma once

#include <sstream>

#include "import/format.hpp"

namespace vitrine {

/// All that a feed says.
struct Collected : FeedSink {
  void take(FeedRow&& row) override { rows.push_back(std::move(row)); }
  void refuse(RowError error) override { errors.push_back(std::move(error)); }
  std::vector<FeedRow> rows;
  std::vector<RowError> errors;
};

inline Collected collect(const std::string& feed, ReadOptions options = {{}, {}, "EUR"}) {
  std::istringstream bytes(feed);
  Collected all;
  readFeed(bytes, options, all);
  return all;
}

/// How many bytes of a feed a reader is given at once, less and more than it holds.
inline constexpr std::size_t pieceSize = 64 * 1024;

}  // namespace vitrine
