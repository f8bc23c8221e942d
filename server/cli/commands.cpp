#include "cli/commands.hpp"

#include <algorithm>
#include <boost/url/parse.hpp>
#include <iostream>

#include "cli/settings.hpp"
#include "clock.hpp"
#include "crypto.hpp"
#include "dispatch/address.hpp"
#include "dispatch/endpoint.hpp"
#include "dispatch/webhook.hpp"
#include "json.hpp"
#include "store/keys.hpp"
#include "store/members.hpp"
#include "store/orders.hpp"

namespace vitrine {
namespace {

int refuse(Admin& admin, const std::string& what) {
  admin.err << what << '\n';
  return failed;
}

/// An origin as browsers send it: scheme, host, and a port that is not the scheme's own.
bool isOrigin(const std::string& text) {
  const auto parsed = boost::urls::parse_uri(text);
  return parsed && (parsed->scheme() == "https" || parsed->scheme() == "http") &&
         !parsed->host().empty() && !parsed->has_userinfo() && parsed->encoded_path().empty() &&
         !parsed->has_query() && !parsed->has_fragment();
}

Fault checkSeller(const Seller& seller) {
  if (seller.name.empty()) return Error{Errc::missing_field, "name"};
  if (!isCountryCode(seller.country)) return Error{Errc::invalid_format, "country"};
  if (!currencyExponent(seller.currency)) return Error{Errc::invalid_format, "currency"};
  for (std::size_t i = 0; i < seller.tax_rates.size(); ++i) {
    if (seller.tax_rates[i].rate_ppm < 0 || seller.tax_rates[i].rate_ppm > 1'000'000)
      return at(element("tax_rates", i), {Errc::out_of_range, "rate_ppm"});
  }
  if (seller.shipping_profiles.empty()) return Error{Errc::missing_field, "shipping_profiles"};
  if (auto fault = checkDiscounts(seller.discounts)) return fault;
  return checkProfiles(seller.shipping_profiles);
}

std::string endpointFault(const Admin& admin, const std::string& url) {
  if (url.empty()) return "";
  const auto parsed = parseEndpoint(url);
  if (!parsed) return url + ": an http or https URL is expected";
  if (!parsed->secure && !admin.config.allow_insecure_endpoints)
    admin.err
        << "note: plain http endpoints are only served with `serve --allow-insecure-endpoints`\n";
  boost::system::error_code is_name;
  const auto address = asio::ip::make_address(parsed->host, is_name);
  if (!is_name && !isPublic(address) && !admin.config.allow_insecure_endpoints)
    admin.err << "note: a " << purposeOf(address)
              << " address is only served with `serve --allow-insecure-endpoints`\n";
  return "";
}

}  // namespace

int addSeller(Admin& admin, const std::string& settings, const std::string& endpoint) {
  auto seller = readSettings<Seller>(admin, settings);
  if (!seller) return failed;
  if (const auto fault = checkSeller(*seller))
    return refuse(admin, settings + ": " + std::string(name(fault->code)) + " at " + fault->where);
  if (const auto fault = endpointFault(admin, endpoint); !fault.empty())
    return refuse(admin, fault);
  seller->id = newId("sel_", unixNow());
  const auto webhook_secret = newWebhookSecret();
  insertSeller(admin.db, {*seller, endpoint, webhook_secret});
  const auto api_key = issueKey(admin.db, KeyScope::seller, seller->id, 0, unixNow()).text;
  admin.events.catalog_changed = true;
  admin.out
      << Json{{"id", seller->id}, {"api_key", api_key}, {"webhook_secret", webhook_secret}}.dump(2)
      << '\n';
  return done;
}

int listSellers(Admin& admin, bool json) {
  auto all = Json::array();
  for (const auto& record : listSellers(admin.db)) {
    const auto& seller = record.seller;
    all.push_back({{"id", seller.id},
                   {"name", seller.name},
                   {"country", seller.country},
                   {"endpoint", record.endpoint_url}});
    if (!json)
      admin.out << seller.id << "  " << seller.country << "  " << seller.name << "  "
                << (record.endpoint_url.empty() ? "(inbox)" : record.endpoint_url) << '\n';
  }
  if (json) admin.out << all.dump(2) << '\n';
  return done;
}

int changeEndpoint(Admin& admin, const std::string& seller_id, const std::string& url) {
  if (!findSeller(admin.db, seller_id))
    return refuse(admin, seller_id + ": there is no such seller");
  if (const auto fault = endpointFault(admin, url); !fault.empty()) return refuse(admin, fault);
  setEndpoint(admin.db, seller_id, url);
  return done;
}

int changeAnswer(Admin& admin, const std::string& seller_id, std::int64_t minutes) {
  if (!findSeller(admin.db, seller_id))
    return refuse(admin, seller_id + ": there is no such seller");
  setAnswerMinutes(admin.db, seller_id, minutes);
  return done;
}

int addSite(Admin& admin, const std::string& settings, const std::vector<std::string>& origins) {
  auto site = readSettings<Site>(admin, settings);
  if (!site) return failed;
  if (!currencyExponent(site->currency))
    return refuse(admin, settings + ": currency: an ISO 4217 code is expected");
  if (!isCountryCode(site->country))
    return refuse(admin, settings + ": country: two capital letters are expected");
  if (!origins.empty()) site->allowed_origins = origins;
  for (const auto& origin : site->allowed_origins) {
    if (!isOrigin(origin))
      return refuse(admin, origin + ": an origin is expected, like https://blog.example");
  }
  const auto now = unixNow();
  site->id = newId("site_", now);
  site->presenter_id = newId("pre_", now);
  insertPresenter(admin.db, site->presenter_id, site->name);
  const auto api_key = issueKey(admin.db, KeyScope::presenter, site->presenter_id, 0, now).text;
  insertSite(admin.db, *site);
  admin.events.catalog_changed = true;
  admin.out
      << Json{{"id", site->id}, {"presenter_id", site->presenter_id}, {"api_key", api_key}}.dump(2)
      << '\n';
  return done;
}

int listSites(Admin& admin, bool json) {
  auto all = Json::array();
  for (const auto& site : listSites(admin.db)) {
    all.push_back(Json::parse(toJson(site)));
    if (json) continue;
    admin.out << site.id << "  " << site.name;
    for (const auto& origin : site.allowed_origins) admin.out << "  " << origin;
    admin.out << '\n';
  }
  if (json) admin.out << all.dump(2) << '\n';
  return done;
}

int changeOrigins(Admin& admin, const std::string& site_id,
                  const std::vector<std::string>& origins) {
  auto site = findSite(admin.db, site_id);
  if (!site) return refuse(admin, site_id + ": there is no such site");
  for (const auto& origin : origins) {
    if (!isOrigin(origin))
      return refuse(admin, origin + ": an origin is expected, like https://blog.example");
  }
  site->allowed_origins = origins;
  saveSite(admin.db, *site);
  admin.events.catalog_changed = true;
  return done;
}

int changeSourcing(Admin& admin, const std::string& site_id, const SourcingPolicy& policy) {
  auto site = findSite(admin.db, site_id);
  if (!site) return refuse(admin, site_id + ": there is no such site");
  for (const auto* list : {&policy.excluded_sellers, &policy.preferred_sellers}) {
    for (const auto& seller_id : *list) {
      if (!findSeller(admin.db, seller_id))
        return refuse(admin, seller_id + ": there is no such seller");
    }
  }
  site->sourcing = policy;
  saveSite(admin.db, *site);
  admin.events.catalog_changed = true;
  return done;
}

int listOrders(Admin& admin, bool json) {
  auto all = Json::array();
  for (const auto& group : listGroups(admin.db)) {
    for (const auto& order : ordersOfGroup(admin.db, group.id)) {
      const auto total = amountOf(order.totals, TotalType::total);
      all.push_back({{"id", order.id},
                     {"order_group_id", group.id},
                     {"seller_id", order.seller_id},
                     {"status", std::string(name(order.status))},
                     {"created_at", order.created_at},
                     {"total", total},
                     {"currency", order.currency}});
      if (!json)
        admin.out << order.id << "  " << group.id << "  " << order.seller_id << "  "
                  << name(order.status) << "  " << total << ' ' << order.currency
                  << " (minor units)  " << order.created_at << '\n';
    }
  }
  if (json) admin.out << all.dump(2) << '\n';
  return done;
}

int showOrder(Admin& admin, const std::string& id) {
  for (const auto& group : listGroups(admin.db)) {
    for (const auto& order : ordersOfGroup(admin.db, group.id)) {
      if (order.id != id && group.id != id) continue;
      admin.out << Json::parse(toJson(order)).dump(2) << '\n';
      if (order.id == id) return done;
    }
    if (group.id == id) return done;
  }
  return refuse(admin, id + ": there is no such order");
}

}  // namespace vitrine
