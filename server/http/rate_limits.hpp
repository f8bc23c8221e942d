#pragma once

#include <chrono>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>

namespace vitrine {

/// How many requests of a kind one network may send to one site: so many at once, and then so many
/// per second.
struct RequestRate {
  double per_second = 10;
  double burst = 100;
};

/// Token buckets by key, at most 65,536 of them: the ones longest unused are forgotten first. On
/// one thread.
class RateLimits {
 public:
  using Clock = std::chrono::steady_clock;

  /// `factor` multiplies all rates; 0 lets everything through.
  explicit RateLimits(double factor = 1) : factor_(factor) {}

  /// Takes one request out of the key's bucket; when it is empty, answers how long it is until
  /// there is one again, rounded up.
  std::optional<std::chrono::seconds> take(const std::string& key, const RequestRate& rate,
                                           Clock::time_point now);

  std::size_t size() const { return buckets_.size(); }
  static constexpr std::size_t maxBuckets = 65'536;

 private:
  struct Bucket {
    std::string key;
    double left;  // requests
    Clock::time_point filled_at;
  };

  double factor_;
  std::list<Bucket> buckets_;  // the last used first
  std::unordered_map<std::string_view, std::list<Bucket>::iterator> by_key_;
};

}  // namespace vitrine
