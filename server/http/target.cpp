#include "http/target.hpp"

#include <algorithm>
#include <boost/beast/core/string.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include "import/characters.hpp"

namespace vitrine {
namespace {

std::optional<Target> decoded(std::string_view text) {
  const auto parsed = boost::urls::parse_origin_form(text);
  if (!parsed) return {};
  Target target;
  target.path = parsed->path();
  for (const auto& segment : parsed->segments()) target.segments.push_back(segment);
  for (const auto& param : parsed->params()) target.call.params[param.key] = param.value;
  // Nothing has such a name, and databases refuse it.
  if (!isText(target.path)) return {};
  for (const auto& [key, value] : target.call.params)
    if (!isText(key) || !isText(value)) return {};
  return target;
}

/// The text of our own cookie. `__Host-` has browsers take it over TLS alone (or from this machine)
/// and give it back to this host only.
constexpr std::string_view cookieName = "__Host-vitrine=";

std::string signedIn(const Request& request) {
  std::string_view rest = request[http::field::cookie];
  while (!rest.empty()) {
    auto each = rest.substr(0, rest.find(';'));
    rest.remove_prefix(std::min(rest.size(), each.size() + 1));
    while (each.starts_with(' ')) each.remove_prefix(1);
    if (each.starts_with(cookieName)) return std::string(each.substr(cookieName.size()));
  }
  return {};
}

/// Whether a page of our own sent the request, as browsers say, which pages cannot make up.
bool isSameOrigin(const Request& request, const Config& config) {
  const std::string_view site = request["Sec-Fetch-Site"];
  return site.empty() ? request[http::field::origin] == config.public_url : site == "same-origin";
}

}  // namespace

bool isText(std::string_view bytes) { return isUtf8(bytes) && bytes.find('\0') == bytes.npos; }

bool isPlainPath(std::string_view target) {
  return target.starts_with('/') && std::all_of(target.begin(), target.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '/' || c == '.' || c == '-' || c == '_' || c == '~';
         });
}

std::optional<Target> targetOf(const Request& request, const Config& config) {
  auto target = decoded(request.target());
  if (!target) return {};
  target->call.origin = std::string(request[http::field::origin]);
  constexpr std::string_view scheme = "Bearer ";
  target->call.signed_in = signedIn(request);
  target->call.member = std::string(request["Vitrine-Member"]);
  target->call.same_origin = isSameOrigin(request, config);
  if (!isText(target->call.member)) return {};
  const std::string_view authorization = request[http::field::authorization];
  if (authorization.starts_with(scheme))
    target->call.bearer = std::string(authorization.substr(scheme.size()));
  return target;
}

bool fits(std::string_view pattern, const std::vector<std::string>& segments, Call& call) {
  std::map<std::string, std::string, std::less<>> named;
  for (const auto& segment : segments) {
    if (!pattern.starts_with('/')) return false;
    pattern.remove_prefix(1);
    const auto part = pattern.substr(0, pattern.find('/'));
    pattern.remove_prefix(part.size());
    if (part.starts_with('{')) {
      named.emplace(part.substr(1, part.size() - 2), segment);
    } else if (part != segment) {
      return false;
    }
  }
  if (!pattern.empty()) return false;
  for (auto& [key, value] : named) call.params[key] = value;
  return true;
}

bool isJson(const Request& request) {
  std::string_view type = request[http::field::content_type];
  type = type.substr(0, type.find(';'));
  while (type.ends_with(' ')) type.remove_suffix(1);
  return boost::beast::iequals(type, "application/json") &&
         request[http::field::content_encoding].empty();
}

std::string cookieOf(const std::string& text) {
  std::string cookie(cookieName);
  cookie += text;
  cookie += "; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=";
  return cookie += std::to_string(text.empty() ? 0 : signInTime / 1000);
}

}  // namespace vitrine
