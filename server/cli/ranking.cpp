#include "crowd/ranking.hpp"

#include <algorithm>
#include <vector>

#include "cli/commands.hpp"
#include "clock.hpp"
#include "json.hpp"
#include "store/standings.hpp"

namespace vitrine {

int rankProducts(Admin& admin, bool json) {
  if (rankNow(admin.db, unixNow())) admin.events.catalog_changed = true;
  std::vector<StoredStanding> standings;
  for (auto& [id, standing] : listStandings(admin.db)) standings.push_back(std::move(standing));
  std::stable_sort(standings.begin(), standings.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  auto all = Json::array();
  for (const auto& [product_id, score, companions] : standings) {
    all.push_back({{"product_id", product_id}, {"score", score}, {"companions", companions}});
    if (json) continue;
    admin.out << product_id << "  " << (score > 0 ? "+" : "") << score;
    for (const auto& companion : companions) admin.out << "  " << companion;
    admin.out << '\n';
  }
  if (json) admin.out << all.dump(2) << '\n';
  return done;
}

}  // namespace vitrine
