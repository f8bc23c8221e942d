#pragma once

#include <optional>
#include <string>

#include "vitrine/result.hpp"

namespace vitrine {

/// Where a URL leads.
struct EndpointUrl {
  bool secure = true;
  std::string host;  // a name, or an address without brackets
  std::string port;
  std::string target;
};

/// The parts of an http or https URL without user info; nothing for any other text.
std::optional<EndpointUrl> parseEndpoint(const std::string& url);

/// Why nothing would be sent there: `invalid_format` at "url" for what is no URL of an endpoint, or
/// unless `insecure` for plain http and for an address that is not public. What a name leads to is
/// looked at with every request, see `post`.
Fault checkEndpoint(const std::string& url, bool insecure);

}  // namespace vitrine
