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
  // In ASCII: no byte that a terminal or another program could take for a command or a line's end.
  const auto text = line.dump(-1, ' ', true, Json::error_handler_t::replace);
  std::cerr << text << std::endl;
}

}  // namespace vitrine
