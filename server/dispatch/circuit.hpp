#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

namespace vitrine {

/// `open`: left alone; `half_open`: one request at a time may try.
enum class CircuitState { closed, open, half_open };
constexpr auto names(CircuitState) {
  return std::to_array<std::string_view>({"closed", "open", "half_open"});
}

/// Whether an endpoint is worth asking. After five failures in a row it is left alone for a pause;
/// then one request tries it, and each failed try makes the pause twice as long, up to half an
/// hour.
class Circuit {
 public:
  using Clock = std::chrono::steady_clock;
  static constexpr int maxFailures = 5;
  static constexpr int usualRoom = 2;
  static constexpr std::chrono::minutes longestPause{30};

  explicit Circuit(Clock::duration pause) : first_pause_(pause), pause_(pause) {}

  /// How many requests may be under way: two as a rule, none in a
  /// pause or when held, one to try after a pause.
  int room(Clock::time_point now) const;
  CircuitState state(Clock::time_point now) const;

  /// When there will be room again, if there is none now.
  Clock::time_point opensAt() const { return std::max(opens_at_, held_until_); }

  /// The endpoint has asked not to be asked before then.
  void hold(Clock::time_point until) { held_until_ = std::max(held_until_, until); }

  /// True when the endpoint had been given up, so that what waits for it may go now.
  bool succeeded();

  /// True when this failure begins a pause.
  bool failed(Clock::time_point now);

 private:
  Clock::duration first_pause_;
  Clock::duration pause_;
  int failures_ = 0;  // in a row
  Clock::time_point opens_at_{};
  Clock::time_point held_until_{};
};

}  // namespace vitrine
