#include "api/market.hpp"

#include <charconv>

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "app.hpp"
#include "async.hpp"
#include "clock.hpp"
#include "cooperation/market.hpp"
#include "json.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t mostFound = 200;

/// A number of the query; nothing for one that is none or negative.
std::optional<std::int64_t> number(const std::string& text) {
  if (text.empty()) return 0;
  std::int64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size() || value < 0) return {};
  return value;
}

Result<ProductWish> wishOf(const Call& call) {
  ProductWish wish;
  wish.query = call.param("query");
  wish.seller_id = call.param("seller_id");
  wish.category = call.param("category");
  wish.others_present = call.param("others_present") == "true";
  const auto commission = number(call.param("commission_min"));
  if (!commission || *commission > wholeBp) return Error{Errc::out_of_range, "commission_min"};
  wish.commission_min = *commission;
  const auto offset = number(call.param("offset"));
  if (!offset || *offset > maxProducts) return Error{Errc::out_of_range, "offset"};
  wish.offset = *offset;
  if (const auto& text = call.param("limit"); !text.empty()) {
    const auto limit = number(text);
    if (!limit || *limit < 1 || *limit > mostFound) return Error{Errc::out_of_range, "limit"};
    wish.limit = *limit;
  }
  return wish;
}

}  // namespace

asio::awaitable<Result<std::string>> prepareProducts(App& app, const Call& call, const Nothing&) {
  const auto wish = wishOf(call);
  if (!wish) co_return wish.error();
  std::optional<Market> market;
  Fault fault;
  co_await inStore(app.writer, [&](Database& db) {
    fault.reset();
    const Work work{db, app.config, call, unixNow()};
    const auto site = work.ownSite();
    if (site)
      market = marketOf(db, *site, work.now);
    else
      fault = site.error();
    return false;
  });
  if (fault) co_return *std::move(fault);
  const auto directory = app.published.now();
  const auto pool = directory->pools.find(market->site.currency);
  if (pool == directory->pools.end()) co_return toJson(FoundProducts{});
  const auto found = findProducts(*pool->second, *market, *wish);
  if (!found) co_return found.error();
  co_return toJson(*found);
}

Result<FoundProducts> findPresentableProducts(Work& work, const Nothing&) {
  const auto site = work.ownSite();
  if (!site) return site.error();
  return fromJson<FoundProducts>(work.prepared);
}

}  // namespace vitrine
