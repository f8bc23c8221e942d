#pragma once

#include <cstdint>
#include <string>

namespace vitrine {

/// Wall-clock time in milliseconds since 1970. Only stamps and deadlines that survive a restart use
/// it.
std::int64_t unixNow();

/// RFC 3339 in UTC with seconds: "2026-11-22T08:00:00Z".
std::string rfc3339(std::int64_t unix_ms);

/// The form of HTTP's Date header (RFC 9110, 5.6.7): "Sun, 22 Nov 2026 08:00:00 GMT".
std::string httpDate(std::int64_t unix_ms);

}  // namespace vitrine
