#pragma once

#include <filesystem>
#include <string>

namespace vitrine {

/// How this server was started.
struct Config {
  std::filesystem::path data = "vitrine-data";
  std::filesystem::path web;  // the built browser side
  std::string host = "127.0.0.1";
  unsigned short port = 4000;
  std::string public_url;  // what browsers call this server, without a slash at the end
  std::size_t catalog_limit =
      2'000'000;                  // bytes of a site's catalogue file in Brotli, see `Published`
  std::size_t max_streams = 500;  // of changes, open at once; each holds a connection
  bool allow_insecure_endpoints =
      false;  // sellers' endpoints by plain http and on private addresses

  std::filesystem::path media() const { return data / "media"; }
  std::filesystem::path controlSocket() const { return data / "control.sock"; }
};

}  // namespace vitrine
