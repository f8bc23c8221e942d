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

Result<StoredAccount> Work::account() const {
  auto account = call.signed_in.empty() ? std::nullopt : signedIn(db, sha256(call.signed_in), now);
  if (!account) return Error{Errc::unauthorized, "authorization"};
  if (!call.same_origin) return Error{Errc::forbidden_origin, "origin"};
  return *std::move(account);
}

Result<StoredAccount> Work::confirmed() const {
  auto who = account();
  if (who && !who->email_confirmed && !config.smtp_url.empty())
    return Error{Errc::invalid_transition, "email_confirmed"};
  return who;
}

Result<Key> Work::key() const {
  if (call.bearer.empty() && !call.signed_in.empty()) {
    const auto signed_in = account();
    if (!signed_in) return signed_in.error();
    const auto right = rightOf(db, signed_in->id, call.member);
    const auto scope = right ? scopeOf(db, call.member) : std::nullopt;
    if (!scope) return Error{Errc::unauthorized, "vitrine-member"};
    if (*right < call.right) return Error{Errc::unauthorized, "right"};
    return Key{"", *scope, call.member};
  }
  auto key = canBeKey(call.bearer) ? findKey(db, sha256(call.bearer), now) : std::nullopt;
  if (!key) return Error{Errc::unauthorized, "authorization"};
  return *std::move(key);
}

Result<std::string> Work::ownerOf(KeyScope scope) const {
  auto holder = key();
  if (!holder) return holder.error();
  if (holder->scope != scope) return Error{Errc::unauthorized, "authorization"};
  return std::move(holder->owner);
}

Result<std::string> Work::seller() const { return ownerOf(KeyScope::seller); }

Result<std::string> Work::presenter() const { return ownerOf(KeyScope::presenter); }

Fault Work::operatorOnly() const {
  const auto holder = ownerOf(KeyScope::operator_);
  return holder ? Fault() : Fault(holder.error());
}

Result<Site> Work::ownSite() const {
  const auto presenter_id = presenter();
  if (!presenter_id) return presenter_id.error();
  auto site = findSite(db, call.param("site_id"));
  if (!site || site->presenter_id != *presenter_id) return Error{Errc::unknown_site, "site_id"};
  return *std::move(site);
}

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
