#pragma once

#include <boost/beast/http/verb.hpp>
#include <cstdint>
#include <string_view>
#include <tuple>

#include "api/handlers.hpp"
#include "http/rate_limits.hpp"

/// What a JSON route is.
namespace vitrine {

namespace http = boost::beast::http;

/// Who may call. `site` and `session` answer pages of the site's allowed origins; `session` also
/// wants the session's secret, `seller` a seller's key, `presenter` a presenter's, `operator_` the
/// operator's, `key` any key, each as `Authorization: Bearer`. Instead of a key, pages of our own
/// may act for a member of the account that is signed in. `console` answers them alone, `account`
/// also wants somebody signed in, `confirmed` somebody whose e-mail address is confirmed.
enum class Access {
  site,
  session,
  link,
  seller,
  presenter,
  operator_,
  key,
  console,
  account,
  confirmed
};

constexpr bool opensToKeys(Access access) {
  return access == Access::seller || access == Access::presenter || access == Access::operator_ ||
         access == Access::key;
}

/// Who may call, and the right that somebody who acts for a member needs. Where a row names none,
/// reading takes `read` and all else `owner`. A key has every right.
struct Door {
  constexpr Door(Access who) : access(who) {}
  constexpr Door(Access who, Right least) : access(who), right(least) {}

  Access access;
  std::optional<Right> right = {};
};

/// `once`: needs an `Idempotency-Key` and answers the same key and body with the first answer.
enum class Repeat { safe, once };

constexpr std::uint64_t usualBody = 256 * 1024;
constexpr std::uint64_t maxUpload = 2'147'483'648;

/// `file`: any bytes, which are kept on the disk while they come (`Call::upload`). `any`: nobody
/// looks at it.
enum class Body { json, file, any };

template <class Request, class Response>
struct Endpoint {
  using Run = Result<Response> (*)(Work&, const Request&);
  using Prepare = boost::asio::awaitable<Result<std::string>> (*)(App&, const Call&,
                                                                  const Request&);

  http::verb method;
  std::string_view path;
  Door door;
  Repeat repeat;
  std::string_view summary;
  Run run;
  RequestRate rate = {};
  std::uint64_t max_body = usualBody;  // in bytes; more is read with a seller's key only
  /// What takes long, before the transaction: its outcome waits for `run` as `Work::prepared`.
  Prepare prepare = nullptr;
  Body body = Body::json;
};

constexpr Right rightFor(const auto& row) {
  const bool reads = row.method == http::verb::get;
  return row.door.right.value_or(reads ? Right::read : Right::owner);
}

}  // namespace vitrine
