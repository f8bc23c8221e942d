#include "dispatch/circuit.hpp"

namespace vitrine {

int Circuit::room(Clock::time_point now) const {
  if (now < held_until_) return 0;
  if (failures_ < maxFailures) return usualRoom;
  return now < opens_at_ ? 0 : 1;
}

CircuitState Circuit::state(Clock::time_point now) const {
  const auto left = room(now);
  return left == usualRoom ? CircuitState::closed
         : left == 0       ? CircuitState::open
                           : CircuitState::half_open;
}

bool Circuit::succeeded() {
  const bool recovered = failures_ >= maxFailures;
  failures_ = 0;
  pause_ = first_pause_;
  return recovered;
}

bool Circuit::failed(Clock::time_point now) {
  if (++failures_ < maxFailures) return false;
  // What was under way before the pause began says nothing new.
  if (now < opens_at_) return false;
  opens_at_ = now + pause_;
  pause_ = std::min<Clock::duration>(pause_ * 2, longestPause);
  return true;
}

}  // namespace vitrine
