#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "config.hpp"
#include "store/accounts.hpp"
#include "store/database.hpp"
#include "store/keys.hpp"
#include "store/members.hpp"
#include "store/outbox.hpp"
#include "vitrine/fields.hpp"
#include "vitrine/result.hpp"

namespace vitrine {

class Upload;

/// What a handler may know of the request besides its body.
struct Call {
  std::map<std::string, std::string, std::less<>> params;  // of the path and the query
  std::string origin;  // empty: not a browser's cross-origin call
  std::string bearer;
  std::string signed_in;  // the cookie's text; empty: none
  std::string member;     // whom somebody who is signed in acts for: sel_…, pre_… or "operator"
  bool same_origin = false;             // whether a page of our own sent it
  Right right = Right::owner;           // that the route wants of who acts for a member
  std::shared_ptr<Upload> upload = {};  // a body that is a file

  const std::string& param(std::string_view key) const;

  /// The query's choice of an enumeration; nothing where it makes none, `invalid_format` where it
  /// is none of the names.
  template <Named E>
  Result<std::optional<E>> choice(std::string_view key) const {
    const auto& text = param(key);
    if (text.empty()) return std::optional<E>();
    for (std::size_t i = 0; i < names(E{}).size(); ++i)
      if (names(E{})[i] == text) return std::optional<E>(static_cast<E>(i));
    return Error{Errc::invalid_format, std::string(key)};
  }
};

/// A message to try a seller's endpoint with, once the work is committed.
struct Trial {
  Delivery delivery;
  SellerRecord seller;
};

/// What happened that others must hear of once it is committed.
struct Events {
  bool orders_placed = false;
  bool catalog_changed = false;
  bool deliveries_due = false;
  bool mails_due = false;
  bool personal_data_erased = false;
  std::shared_ptr<const Trial> trial = {};
};

/// One request being worked on, inside the database's transaction. Time and ids come from here.
struct Work {
  Database& db;
  const Config& config;
  const Call& call;
  std::int64_t now;  // Unix milliseconds
  Events events = {};
  std::string prepared = {};  // what the route's `prepare` worked out before the transaction
  /// When the same is asked again with the same key, a handler that keeps its answer itself, with
  /// what it is about, reads it there and changes nothing.
  bool again = false;
  std::string kept = {};  // that answer's text; empty: it is kept with the key
  /// What else is wrong, beside the error that the handler answers; all with their places.
  std::vector<Error> further = {};
  std::optional<std::string> signed_in =
      {};  // the caller's new cookie; empty: it has none any more

  std::string newId(std::string_view prefix) const;

  /// Who is signed in; `unauthorized` without somebody, `forbidden_origin` for a page of others.
  Result<StoredAccount> account() const;

  /// Who is signed in and has confirmed their address; `invalid_transition` for who has not, where
  /// the server sends e-mails.
  Result<StoredAccount> confirmed() const;

  /// The key that the call brings, of whatever scope, or that somebody who is signed in has as the
  /// member that the call names; `unauthorized` without one that holds, or the right that the route
  /// wants.
  Result<Key> key() const;

  /// The seller whose key the call brings; `unauthorized` without one.
  Result<std::string> seller() const;

  /// The presenter whose key the call brings; `unauthorized` without one.
  Result<std::string> presenter() const;

  /// `unauthorized` for who does not bring the operator's key.
  Fault operatorOnly() const;

  /// The site that a presenter's call names, if it is its own; else `unknown_site`.
  Result<Site> ownSite() const;

  /// Who has the call's key; `unauthorized` when that is of another scope.
  Result<std::string> ownerOf(KeyScope scope) const;

  /// `unknown_site`, or `forbidden_origin` when the calling page is not one of the site's.
  Result<Site> site(const std::string& site_id) const;
};

/// How long somebody stays signed in.
constexpr std::int64_t signInTime = 30LL * 24 * 60 * 60 * 1000;  // milliseconds

/// Whether pages of an origin may use the site: its allowed origins and our own.
bool allows(const Site& site, std::string_view origin, const Config& config);

}  // namespace vitrine
