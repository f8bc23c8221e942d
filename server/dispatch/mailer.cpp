#include "dispatch/mailer.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "async.hpp"
#include "clock.hpp"
#include "dispatch/webhook.hpp"
#include "faults.hpp"
#include "json.hpp"
#include "log.hpp"
#include "mail/address.hpp"
#include "mail/compose.hpp"

namespace vitrine {
namespace {

constexpr std::chrono::minutes longestNap{5};
constexpr std::chrono::seconds sharedNap{1};  // another server may have died
constexpr std::int64_t leaseMargin = 30'000;  // milliseconds beyond an attempt's time

std::chrono::milliseconds seconds(double count) {
  return std::chrono::milliseconds(static_cast<std::int64_t>(count * 1000));
}

SmtpServer serverOf(const Config& config) {
  SmtpServer server{config.smtp_url, {}, {}, !config.allow_insecure_smtp, {}};
  server.time = seconds(config.smtp_seconds);
  if (!config.smtp_credentials.empty()) readCredentials(config.smtp_credentials, server);
  return server;
}

const char* kindOf(const SmtpResult& result) {
  return result.accepted ? "accepted" : result.refused ? "refused" : "failed";
}

}  // namespace

Mailer::Mailer(asio::io_context& io, Writer& writer, const Config& config, Metrics& metrics)
    : io_(io),
      writer_(writer),
      config_(config),
      metrics_(metrics),
      server_(serverOf(config)),
      circuit_(seconds(config.circuit_seconds)),
      lookout_(io),
      jitter_(std::random_device{}()),
      threads_(Circuit::usualRoom) {}

Mailer::~Mailer() {
  stopping_ = true;
  threads_.join();
}

void Mailer::wake() { lookout_.wake(); }

asio::awaitable<void> Mailer::run() {
  if (config_.smtp_url.empty()) co_return;
  co_await lookout_.keep([this] { return begin(); }, "mails_wait");
}

/// Looks for work and begins what can be begun. Answers for how long there is nothing more to do.
asio::awaitable<std::chrono::nanoseconds> Mailer::begin() {
  const auto ticks = Circuit::Clock::now();
  const int busy = static_cast<int>(under_way_.size());
  const int room = circuit_.room(ticks);
  if (room == 0) co_return circuit_.opensAt() - ticks;
  std::vector<Mail> pending;
  co_await inStore(writer_, [&](Database& db) {
    pending = pendingMails(db, busy + room + 1, unixNow());
    return true;
  });
  std::chrono::nanoseconds nap = config_.store.empty() ? longestNap : sharedNap;
  const auto now = unixNow();
  std::vector<Mail> ready;
  for (auto& mail : pending) {
    if (under_way_.contains(mail.id)) continue;
    if (mail.due_at > now)
      nap = std::min<std::chrono::nanoseconds>(nap, std::chrono::milliseconds(mail.due_at - now));
    else if (busy + static_cast<int>(ready.size()) < room)
      ready.push_back(std::move(mail));
  }
  if (ready.empty()) co_return nap;
  crashPoint("mail.found");
  if (!config_.store.empty()) {
    const auto wanted = std::move(ready);
    const auto life = server_.time.count() + leaseMargin;
    co_await inStore(writer_, [&](Database& db) {
      ready = claim(db, wanted, unixNow(), life);
      return true;
    });
  }
  crashPoint("mail.claimed");
  for (auto& mail : ready) {
    under_way_.insert(mail.id);
    asio::co_spawn(io_, deliver(std::move(mail)), asio::detached);
  }
  co_return nap;
}

asio::awaitable<void> Mailer::deliver(Mail mail) {
  ++mail.attempts;
  crashPoint("mail.sending");
  const auto result = co_await attempt(mail);
  crashPoint("mail.answered");
  bool recovered = false;
  if (result.reached)
    recovered = circuit_.succeeded();
  else if (!result.refused && circuit_.failed(Circuit::Clock::now()))
    log("warning", "mail_server_left_alone");
  try {
    co_await record(mail, result, recovered);
  } catch (const std::exception& failed) {
    // Still due in the database: it is sent again, and its Message-ID shows that it is the same.
    log("error", "mail_not_recorded", {{"mail", mail.id}, {"problem", failed.what()}});
  }
  crashPoint("mail.recorded");
  metrics_.mail(kindOf(result));
  log(result.accepted ? "info" : "warning", "mail",
      {{"mail", mail.id},
       {"kind", mail.kind},
       {"attempt", mail.attempts},
       {"outcome", result.outcome}});
  under_way_.erase(mail.id);
  wake();
}

/// On a thread of its own: writing the e-mail takes a moment, handing it over blocks.
asio::awaitable<SmtpResult> Mailer::attempt(const Mail& mail) {
  const auto work = [&]() -> asio::awaitable<SmtpResult> {
    const auto content = fromJson<MailContent>(mail.content);
    if (!content) co_return SmtpResult{false, true, false, "its content is damaged"};
    const auto from = mailbox(config_.mail_from);
    const auto to = mailbox(content->to);
    if (!to) co_return SmtpResult{false, true, false, "the receiver's address is none"};
    const auto message =
        emailOf(compose(*content), mail.id, content->site_name, *from, *to, mail.queued_at);
    co_return submit(message, server_, stopping_);
  };
  try {
    co_return co_await asio::co_spawn(threads_, work, asio::use_awaitable);
  } catch (const std::exception&) {  // what it says may be about the content
    co_return SmtpResult{false, false, false, "it could not be written"};
  }
}

asio::awaitable<void> Mailer::record(const Mail& mail, const SmtpResult& result, bool recovered) {
  const double jitter = std::uniform_real_distribution(0.0, 1.0)(jitter_);
  const auto delay = retryDelay(config_.retry_seconds, mail.attempts, jitter);
  const bool parked = !result.accepted && (result.refused || !delay);
  co_await inStore(writer_, [&](Database& db) {
    const auto now = unixNow();
    bool mine = false;
    if (result.accepted)
      mine = finishMail(db, mail, result.outcome);
    else if (parked)
      mine = parkMail(db, mail, now, result.outcome);
    else
      mine = postponeMail(db, mail, now + delay->count(), result.outcome);
    if (recovered) hastenMails(db, now);
    crashPoint("mail.recording");
    if (!mine) log("warning", "lease_lost", {{"mail", mail.id}});
    return true;
  });
  if (!parked) co_return;
  metrics_.mailParked();
  log("warning", "mail_parked", {{"mail", mail.id}, {"kind", mail.kind}});
}

}  // namespace vitrine
