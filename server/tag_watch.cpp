#include "tag_watch.hpp"

#include <algorithm>

#include "clock.hpp"
#include "cooperation/terms.hpp"
#include "store/tags.hpp"

namespace vitrine {

void TagWatch::loaded(const Site& site, std::string_view origin) {
  const auto& origins = site.allowed_origins;
  if (known_.contains(site.id)) return;
  if (std::find(origins.begin(), origins.end(), origin) == origins.end()) return;
  known_.insert(site.id);
  // What cannot be noted now is noted after the next start.
  writer_.post([id = site.id](Database& db) { return noteTag(db, id, dayOf(unixNow())), true; },
               [](std::exception_ptr) {});
}

}  // namespace vitrine
