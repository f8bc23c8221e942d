#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/work.hpp"
#include "http/reply.hpp"

/// What a request says of itself: what it names, who asks, and from which page.
namespace vitrine {

/// What a target names, decoded, with who asks.
struct Target {
  std::string path;
  std::vector<std::string> segments;
  Call call;
};

/// Whether a target is a path that means what it says: no query, and nothing to be decoded.
bool isPlainPath(std::string_view target);

/// Nothing for a target or a member's name that no text can have.
std::optional<Target> targetOf(const Request& request, const Config& config);

/// Whether the path fits a pattern like "/v1/orders/{token}"; puts the named parts into `params`.
bool fits(std::string_view pattern, const std::vector<std::string>& segments, Call& call);

/// Whether bytes are UTF-8 without zeros.
bool isText(std::string_view bytes);

/// Whether the body is JSON as it is, by its head.
bool isJson(const Request& request);

/// Our own cookie with a text, for as long as somebody stays signed in; without any, its end.
std::string cookieOf(const std::string& text);

}  // namespace vitrine
