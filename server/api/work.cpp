#include "api/work.hpp"

#include <algorithm>

#include "crypto.hpp"

namespace vitrine {

const std::string& Call::param(std::string_view key) const {
  static const std::string none;
  const auto found = params.find(key);
  return found == params.end() ? none : found->second;
}

std::string Work::newId(std::string_view prefix) const { return vitrine::newId(prefix, now); }

Result<Key> Work::key() const {
  auto key = canBeKey(call.bearer) ? findKey(db, sha256(call.bearer), now) : std::nullopt;
  if (!key) return Error{Errc::unauthorized, "authorization"};
  return *std::move(key);
}

Result<std::string> Work::ownerOf(KeyScope scope) const {
  auto holder = key();
  if (!holder || holder->scope != scope) return Error{Errc::unauthorized, "authorization"};
  return std::move(holder->owner);
}

Result<std::string> Work::seller() const { return ownerOf(KeyScope::seller); }

Result<std::string> Work::presenter() const { return ownerOf(KeyScope::presenter); }

Result<Site> Work::site(const std::string& site_id) const {
  auto found = findSite(db, site_id);
  if (!found) return Error{Errc::unknown_site, "site_id"};
  if (!allows(*found, call.origin, config)) return Error{Errc::forbidden_origin, "origin"};
  return *std::move(found);
}

bool allows(const Site& site, std::string_view origin, const Config& config) {
  const auto& allowed = site.allowed_origins;
  return origin.empty() || origin == config.public_url ||
         std::find(allowed.begin(), allowed.end(), origin) != allowed.end();
}

}  // namespace vitrine
