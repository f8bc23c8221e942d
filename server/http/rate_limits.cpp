#include "http/rate_limits.hpp"

#include <algorithm>
#include <cmath>

namespace vitrine {

std::optional<std::chrono::seconds> RateLimits::take(const std::string& key,
                                                     const RequestRate& rate,
                                                     Clock::time_point now) {
  if (factor_ <= 0) return {};
  const double most = std::max(1.0, rate.burst * factor_);
  const double per_second = rate.per_second * factor_;
  if (const auto found = by_key_.find(key); found != by_key_.end()) {
    buckets_.splice(buckets_.begin(), buckets_, found->second);
  } else {
    if (buckets_.size() == maxBuckets) {
      by_key_.erase(buckets_.back().key);
      buckets_.pop_back();
    }
    buckets_.push_front({key, most, now});
    by_key_.emplace(buckets_.front().key, buckets_.begin());
  }
  auto& bucket = buckets_.front();
  const double seconds = std::chrono::duration<double>(now - bucket.filled_at).count();
  bucket.left = std::min(most, bucket.left + seconds * per_second);
  bucket.filled_at = now;
  if (bucket.left >= 1) {
    bucket.left -= 1;
    return {};
  }
  return std::chrono::seconds(
      std::max<long long>(1, std::llround(std::ceil((1 - bucket.left) / per_second))));
}

}  // namespace vitrine
