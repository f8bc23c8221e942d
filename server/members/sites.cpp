#include "members/sites.hpp"

#include <algorithm>
#include <boost/url/encode.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/rfc/pchars.hpp>

#include "crypto.hpp"

namespace vitrine {
namespace {

constexpr std::size_t maxOrigins = 100;
constexpr std::size_t maxPage = 1000;    // bytes
constexpr std::size_t maxPagePart = 60;  // an article's name, hardly a token

bool isOrigin(const std::string& text) {
  const auto parsed = boost::urls::parse_uri(text);
  return parsed && (parsed->scheme() == "https" || parsed->scheme() == "http") &&
         !parsed->host().empty() && !parsed->has_userinfo() && parsed->encoded_path().empty() &&
         !parsed->has_query() && !parsed->has_fragment() &&
         parsed->port() != (parsed->scheme() == "https" ? "443" : "80") &&
         std::none_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

Fault checkSellers(Database& db, const std::vector<std::string>& seller_ids,
                   const std::string& where) {
  for (std::size_t i = 0; i < seller_ids.size(); ++i)
    if (!findSeller(db, seller_ids[i])) return Error{Errc::not_found, element(where, i)};
  return {};
}

}  // namespace

Fault checkSite(Database& db, const Site& site) {
  if (site.name.empty()) return Error{Errc::missing_field, "name"};
  if (!currencyExponent(site.currency)) return Error{Errc::invalid_format, "currency"};
  if (!isCountryCode(site.country)) return Error{Errc::invalid_format, "country"};
  const auto& origins = site.allowed_origins;
  if (origins.size() > maxOrigins)
    return Error{Errc::too_large, "allowed_origins", static_cast<long long>(maxOrigins)};
  for (std::size_t i = 0; i < origins.size(); ++i)
    if (!isOrigin(origins[i])) return Error{Errc::invalid_format, element("allowed_origins", i)};
  const auto& sourcing = site.sourcing;
  if (sourcing.surcharge < 0 || sourcing.surcharge > 1'000'000'000)
    return Error{Errc::out_of_range, "sourcing.surcharge"};
  if (auto fault = checkSellers(db, sourcing.excluded_sellers, "sourcing.excluded_sellers"))
    return fault;
  return checkSellers(db, sourcing.preferred_sellers, "sourcing.preferred_sellers");
}

Result<std::string> pageOf(const Site& site, const std::string& public_url,
                           const std::string& address) {
  if (address.size() > maxPage)
    return Error{Errc::too_large, "page", static_cast<long long>(maxPage)};
  const auto parsed = boost::urls::parse_uri(address);
  if (!parsed || parsed->has_userinfo() || parsed->has_query() || parsed->has_fragment())
    return Error{Errc::invalid_format, "page"};
  const std::string origin(parsed->encoded_origin());
  const auto& allowed = site.allowed_origins;
  if (origin != public_url && std::find(allowed.begin(), allowed.end(), origin) == allowed.end())
    return Error{Errc::forbidden_origin, "page"};
  auto page = origin;
  for (const auto& part : parsed->segments()) {
    const bool telling = part.size() > maxPagePart || part.find('@') != part.npos;
    page += '/';
    if (telling)
      page += '*';
    else
      page += boost::urls::encode(part, boost::urls::pchars);
  }
  return page == origin ? origin + '/' : page;
}

Site addSite(Database& db, Site site, const std::string& presenter_id, std::int64_t now) {
  site.id = newId("site_", now);
  site.presenter_id = presenter_id;
  if (presenter_id.empty()) {
    site.presenter_id = newId("pre_", now);
    insertPresenter(db, site.presenter_id, site.name);
  }
  insertSite(db, site);
  return site;
}

}  // namespace vitrine
