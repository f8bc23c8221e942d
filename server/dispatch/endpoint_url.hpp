#pragma once

#include <optional>
#include <string>

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

}  // namespace vitrine
