#include "crowd/ranking.hpp"

#include <algorithm>
#include <vector>

#include "cli/grammar.hpp"
#include "clock.hpp"
#include "json.hpp"
#include "store/standings.hpp"

namespace vitrine {
namespace {

/// Ranks all products anew and lists those that do not stand where any other would.
int rankProducts(Admin& admin, bool json) {
  if (rankNow(admin.db, unixNow())) admin.events.catalog_changed = true;
  std::vector<StoredStanding> standings;
  for (auto& [id, standing] : listStandings(admin.db)) standings.push_back(std::move(standing));
  std::stable_sort(standings.begin(), standings.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  auto all = Json::array();
  for (const auto& [product_id, score, companions, presented, rating] : standings) {
    all.push_back({{"product_id", product_id},
                   {"score", score},
                   {"companions", companions},
                   {"presented", presented}});
    if (rating) all.back()["rating"] = {{"count", rating->count}, {"mean", rating->mean}};
    if (json) continue;
    admin.out << product_id << "  " << (score > 0 ? "+" : "") << score;
    for (const auto& companion : companions) admin.out << "  " << companion;
    admin.out << '\n';
  }
  if (json) admin.out << all.dump(2) << '\n';
  return done;
}

}  // namespace

void addRankingCommands(Grammar& grammar) {
  const auto json = std::make_shared<bool>(false);
  grammar
      .command(grammar.family("product", ""), "rank",
               "Rank the products anew; list who stands above or below the unknown",
               [json](Admin& admin) { return rankProducts(admin, *json); })
      ->add_flag("--json", *json, "As JSON, in millionths");
}

}  // namespace vitrine
