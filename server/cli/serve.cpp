#include <stdexcept>

#include "cli/grammar.hpp"
#include "http/network.hpp"

namespace vitrine {
namespace {

/// Reads HOST:PORT, where an IPv6 address may stand in brackets.
void readListen(const std::string& text, Config& config) {
  const CLI::ValidationError wrong("--listen", "HOST:PORT is expected, like 127.0.0.1:4000");
  const auto colon = text.rfind(':');
  if (colon == text.npos || colon == 0) throw wrong;
  config.host = text.substr(0, colon);
  if (config.host.starts_with('[') && config.host.ends_with(']'))
    config.host = config.host.substr(1, config.host.size() - 2);
  const auto port = text.substr(colon + 1);
  if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != port.npos)
    throw wrong;
  const int number = std::stoi(port);
  if (number > 65535) throw wrong;
  config.port = static_cast<unsigned short>(number);
}

}  // namespace

void addServeCommand(Grammar& grammar) {
  auto& config = grammar.config();
  auto* serve = grammar.command("serve", "Run the server", nullptr);
  serve
      ->add_option_function<std::string>(
          "--listen", [&config](const std::string& text) { readListen(text, config); },
          "HOST:PORT to listen on")
      ->default_str("127.0.0.1:4000");
  serve->add_option("--public-url", config.public_url,
                    "What browsers call this server (default: http://HOST:PORT)");
  auto* certificate =
      serve->add_option("--tls-certificate", config.tls_certificate,
                        "Certificate chain in PEM: the port speaks TLS then; SIGHUP reads it anew");
  auto* private_key = serve->add_option("--tls-key", config.tls_key, "Its private key in PEM");
  certificate->needs(private_key);
  private_key->needs(certificate);
  serve->add_option("--web", config.web, "Built browser side (default: web beside the binary)");
  serve
      ->add_option(
          "--catalog-limit", config.catalog_limit,
          "Bytes (Brotli) of a catalogue file; from a larger one descriptions are left out")
      ->capture_default_str();
  serve
      ->add_option("--max-streams", config.max_streams,
                   "Open pages that are told of changes at once; further ones ask again later")
      ->capture_default_str();
  serve
      ->add_option("--trusted-proxy", config.trusted_proxies,
                   "Address or network (192.0.2.7, 2001:db8::/32) of a proxy whose X-Forwarded-For "
                   "is believed; may be given several times")
      ->check([](const std::string& text) {
        return TrustedProxies().add(text) ? "" : text + ": an address or a network is expected";
      });
  serve
      ->add_option("--rate-limits", config.rate_limits,
                   "Factor for the limits on requests per address; 0: none")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  serve
      ->add_option("--retry-seconds", config.retry_seconds,
                   "Seconds between attempts to deliver an order (default: Standard Webhooks')")
      ->delimiter(',')
      ->check(CLI::NonNegativeNumber);
  serve
      ->add_option("--circuit-seconds", config.circuit_seconds,
                   "How long an endpoint that fails is left alone before it is tried")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  serve->add_flag("--allow-insecure-endpoints", config.allow_insecure_endpoints,
                  "Let sellers' endpoints be plain http and on private addresses");
}

}  // namespace vitrine
