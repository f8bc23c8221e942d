#pragma once

#include "vitrine/sourcing.hpp"

namespace vitrine::sourcing {

/// The work of one search, counted by all its parts, and when it has to end.
class Effort {
 public:
  explicit Effort(const SourcingLimits& limits) : limits_(limits) {}

  [[gnu::always_inline]] void spend(std::int64_t units) { done_ += units; }
  std::int64_t done() const { return done_; }
  std::int64_t left() const { return limits_.work - done_; }

  /// Whether the search has to end. The caller's clock is asked now and then.
  bool over() {
    if (done_ >= limits_.work) return true;
    if (limits_.stop && !stopped_ && done_ >= ask_at_) {
      stopped_ = limits_.stop(limits_.context);
      ask_at_ = done_ + 20'000;
    }
    return stopped_;
  }

 private:
  SourcingLimits limits_;
  std::int64_t done_ = 0;
  std::int64_t ask_at_ = 0;
  bool stopped_ = false;
};

}  // namespace vitrine::sourcing
