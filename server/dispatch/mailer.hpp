#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <random>
#include <set>
#include <string>

#include "config.hpp"
#include "dispatch/circuit.hpp"
#include "dispatch/lookout.hpp"
#include "dispatch/smtp.hpp"
#include "metrics.hpp"
#include "store/mails.hpp"
#include "store/writer.hpp"

namespace vitrine {

namespace asio = boost::asio;

/// Hands the queued e-mails to the SMTP server, each on a thread of its own while it lasts. What
/// was not taken is tried again, after a restart too, with the same Message-ID; what was refused
/// for good, or not taken by the schedule's end, is parked for the operator to retry. A server that
/// does not answer is left alone for a while, as sellers' endpoints are.
class Mailer {
 public:
  Mailer(asio::io_context& io, Writer& writer, const Config& config, Metrics& metrics);
  ~Mailer();

  /// Looks for work until the io_context stops; at once done where no SMTP server is named.
  asio::awaitable<void> run();

  /// There is new work.
  void wake();

  /// How the SMTP server is doing.
  CircuitState circuit() const { return circuit_.state(Circuit::Clock::now()); }

 private:
  asio::awaitable<std::chrono::nanoseconds> begin();
  asio::awaitable<void> deliver(Mail mail);
  asio::awaitable<SmtpResult> attempt(const Mail& mail);
  asio::awaitable<void> record(const Mail& mail, const SmtpResult& result, bool recovered);

  asio::io_context& io_;
  Writer& writer_;
  const Config& config_;
  Metrics& metrics_;
  SmtpServer server_;
  Circuit circuit_;
  Lookout lookout_;
  std::set<std::string> under_way_;
  std::minstd_rand jitter_;
  std::atomic<bool> stopping_ = false;
  asio::thread_pool threads_;
};

}  // namespace vitrine
