#include "clock.hpp"

#include <chrono>
#include <ctime>

namespace vitrine {
namespace {

std::string format(std::int64_t unix_ms, const char* pattern) {
  const std::time_t seconds = unix_ms / 1000;
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[sizeof "Sun, 22 Nov 2026 08:00:00 GMT"];
  const auto size = std::strftime(text, sizeof text, pattern, &parts);
  return {text, size};
}

}  // namespace

std::int64_t unixNow() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string rfc3339(std::int64_t unix_ms) { return format(unix_ms, "%Y-%m-%dT%H:%M:%SZ"); }

// Names of days and months are English: the process keeps the locale "C".
std::string httpDate(std::int64_t unix_ms) { return format(unix_ms, "%a, %d %b %Y %H:%M:%S GMT"); }

}  // namespace vitrine
