#include "cli/grammar.hpp"
#include "dispatch/smtp.hpp"
#include "http/network.hpp"
#include "mail/address.hpp"

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

/// How e-mail leaves.
void addMail(CLI::App& serve, Config& config) {
  auto* smtp_url = serve.add_option("--smtp-url", config.smtp_url,
                                    "smtp(s)://HOST:PORT that takes e-mail; none: none is sent");
  auto* mail_from = serve.add_option("--mail-from", config.mail_from,
                                     "The address that e-mail is from, like shop@example.com");
  auto* credentials =
      serve.add_option("--smtp-credentials", config.smtp_credentials,
                       "File with the user's name and the password there, each on a line");
  auto* clear = serve.add_flag("--allow-insecure-smtp", config.allow_insecure_smtp,
                               "Speak with it in the clear: on this machine only");
  serve.add_option("--smtp-seconds", config.smtp_seconds, "Longest time to hand an e-mail over")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  smtp_url->needs(mail_from)->check([](const std::string& text) {
    return isSmtpUrl(text) ? "" : "smtp(s)://HOST:PORT is expected, and nothing else";
  });
  mail_from->needs(smtp_url)->check(
      [](const std::string& text) { return mailbox(text) ? "" : "an e-mail address is expected"; });
  credentials->envname("VITRINE_SMTP_CREDENTIALS")->needs(smtp_url)->excludes(clear);
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
  serve
      ->add_option("--personal-data-days", config.personal_data_days,
                   "Days after the end of a purchase until its customer is erased; 0: never")
      ->check(CLI::Range(0.0, 36'500.0))
      ->capture_default_str();
  serve
      ->add_option_function<std::string>(
          "--sign-up", [&config](const std::string& text) { config.open_sign_up = text == "open"; },
          "Whether strangers may make accounts: open or closed")
      ->check(CLI::IsMember({"open", "closed"}))
      ->default_str("closed");
  serve->add_flag("--allow-insecure-endpoints", config.allow_insecure_endpoints,
                  "Let sellers' endpoints be plain http and on private addresses");
  addMail(*serve, config);
}

}  // namespace vitrine
