#pragma once

#include "config.hpp"
#include "dispatch/dispatcher.hpp"
#include "dispatch/mailer.hpp"
#include "http/admission.hpp"
#include "http/file.hpp"
#include "http/network.hpp"
#include "http/rate_limits.hpp"
#include "imports.hpp"
#include "metrics.hpp"
#include "passwords.hpp"
#include "published.hpp"
#include "store/writer.hpp"
#include "tag_watch.hpp"

namespace vitrine {

struct Events;

/// The parts of a running server.
class App {
 public:
  App(asio::io_context& io, Config settings);

  /// Tells the other parts what a committed piece of work has done. On the io_context's thread.
  void after(const Events& events);

  /// On the io_context's thread.
  Standing standing() const;

  const Config config;
  std::shared_ptr<asio::ssl::context> tls;  // of new connections; none: they are in the clear
  Metrics metrics;
  Writer writer;
  Imports imports;
  Published published;
  TagWatch tags;
  Dispatcher dispatcher;
  Mailer mailer;
  std::map<std::string, SharedFile, std::less<>> web;
  TrustedProxies trusted_proxies;
  Admission admission;
  Admission streams;  // of changes
  RateLimits rate_limits;
  /// Idempotency keys being worked on, with their scope. Shared: when the server stops, requests in
  /// the middle end after the rest is gone.
  std::shared_ptr<std::set<std::string>> keys_in_flight = std::make_shared<std::set<std::string>>();
  Passwords passwords;
};

}  // namespace vitrine
