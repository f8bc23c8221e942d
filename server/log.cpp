#include "log.hpp"

#include <iostream>
#include <mutex>

#include "clock.hpp"

namespace vitrine {

void log(std::string_view level, std::string_view event, const Json& details) {
  Json line{{"time", rfc3339(unixNow())}, {"level", level}, {"event", event}};
  line.update(details);
  static std::mutex mutex;
  const std::lock_guard lock(mutex);
  std::cerr << dump(line) << std::endl;
}

}  // namespace vitrine
