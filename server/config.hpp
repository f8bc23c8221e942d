#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace vitrine {

/// How this server was started.
struct Config {
  std::filesystem::path data = "vitrine-data";
  std::string store;                 // a URL of PostgreSQL; empty: SQLite in the data folder
  std::filesystem::path secret_key;  // the file; empty: secret.key in the data folder
  std::filesystem::path web;         // the built browser side
  std::string host = "127.0.0.1";
  unsigned short port = 4000;
  std::string public_url;  // what browsers call this server, without a slash at the end
  std::filesystem::path tls_certificate;  // a chain in PEM; empty: plain HTTP
  std::filesystem::path tls_key;          // in PEM
  std::size_t catalog_limit =
      2'000'000;                  // bytes of a site's catalogue file in Brotli, see `Published`
  std::size_t max_streams = 500;  // of changes, open at once; each holds a connection
  std::vector<std::string> trusted_proxies;  // addresses or networks, see `TrustedProxies`
  double rate_limits = 1;                    // the usual ones times this; 0: none
  std::vector<double> retry_seconds = {5,     300,   1800,  7200, 18000,
                                       36000, 50400, 72000, 86400};  // between attempts
  std::string smtp_url;  // smtp(s)://host:port of the server that takes e-mail; empty: none is sent
  std::filesystem::path smtp_credentials;  // a file: user and password, each on a line
  std::string mail_from;                   // the address that e-mail is from
  double smtp_seconds = 120;               // for an attempt to hand an e-mail over
  bool allow_insecure_smtp = false;        // hand e-mail over without TLS
  double personal_data_days = 90;          // after the end of a purchase; 0: they stay
  double circuit_seconds = 60;  // before a seller's failing endpoint is probed, see `Circuit`
  bool allow_insecure_endpoints =
      false;                  // sellers' endpoints by plain http and on private addresses
  bool open_sign_up = false;  // strangers may make accounts

  std::filesystem::path media() const { return data / "media"; }
  std::filesystem::path controlSocket() const { return data / "control.sock"; }
};

}  // namespace vitrine
