#include "store/postgres.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <sys/socket.h>

#include <algorithm>
#include <string_view>

#include "store/database.hpp"
#include "store/schema.hpp"

namespace vitrine {
namespace {

/// How long a statement, a turn or a COMMIT may take to be answered. A standby that confirms
/// commits and dies is replaced within Patroni's loop_wait (10 s); a turn is waited for this long
/// too, a little less, so that the wait ends with an answer.
constexpr std::chrono::seconds patience{25};
/// A try to connect that took long is followed by a pause as long, at most of a second.
constexpr std::chrono::milliseconds longTry{200};
constexpr std::chrono::seconds longestPause{1};

/// What the URL leaves open: of several hosts the one that takes writes, and no long wait for one
/// that is silent.
std::string withDefaults(std::string url) {
  for (const std::string_view rest : {"target_session_attrs=read-write", "connect_timeout=3"}) {
    if (url.find(rest.substr(0, rest.find('=') + 1)) != url.npos) continue;
    url += url.find('?') == url.npos ? '?' : '&';
    url += rest;
  }
  return url;
}

PGconn* connectionOf(soci::session& sql) {
  auto* backend = static_cast<soci::postgresql_session_backend*>(sql.get_backend());
  return backend ? backend->conn_ : nullptr;
}

}  // namespace

Postgres::Postgres(const std::string& store)
    : sql_(std::make_unique<soci::session>(soci::postgresql, withDefaults(store))) {
  settle();
  timekeeper_ = std::thread([this] { keepTime(); });
}

Postgres::~Postgres() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_one();
  timekeeper_.join();
}

/// Settings of each connection. A server that vanished from the network in the middle of its turn
/// holds the others up for the idle timeout.
void Postgres::settle() {
  abandoned_ = false;
  confirmed_ = false;
  pipeline_.use(connectionOf(*sql_));
  PQsetNoticeReceiver(
      connectionOf(*sql_),
      [](void* self, const PGresult* notice) {
        const char* text = PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY);
        static_cast<Postgres*>(self)->warning_ = text ? text : "a warning";
      },
      this);
  std::string durable;
  *sql_ << "SHOW synchronous_commit", soci::into(durable);
  if (durable == "off") *sql_ << "SET synchronous_commit = on";
  *sql_ << "SET client_min_messages = warning";
  // Long texts are compressed; PostgreSQL's own way (pglz) takes several times as long for it.
  *sql_ << "SELECT set_config(name, 'lz4', false) FROM pg_settings "
           "WHERE name = 'default_toast_compression' AND 'lz4' = ANY(enumvals)";
  *sql_ << "SET idle_in_transaction_session_timeout = '60s'";
  *sql_ << "SET lock_timeout = '20s'";
}

bool Postgres::isAlive() {
  auto* connection = connectionOf(*sql_);
  // Reads what has come, which never waits: last words, and then the end of the connection. Who
  // would use it next does not even notice.
  return !abandoned_ && connection && PQconsumeInput(connection) == 1 &&
         PQconsumeInput(connection) == 1 && PQstatus(connection) == CONNECTION_OK;
}

void Postgres::reconnect() {
  const auto began = Clock::now();
  if (began < not_before_) throw StoreUnavailable("the database cannot be reached", false);
  try {
    sql_->reconnect();
    listen(socket());
    settle();
  } catch (...) {
    // Who waits behind this is told so meanwhile, and does not wait as long for the same.
    const auto now = Clock::now();
    if (now - began > longTry)
      not_before_ = now + std::min<Clock::duration>(now - began, longestPause);
    abandoned_ = true;
    end();
    throw;
  }
}

void Postgres::begin() {
  listen(socket());
  *sql_ << "BEGIN";
  takeTurn(*sql_);
  // A leader that restarted shows commits that no standby may have, and PostgreSQL waits for the
  // standbys with what is written only: so something is.
  if (!confirmed_) *sql_ << "SELECT pg_logical_emit_message(true, 'vitrine', '')";
}

void Postgres::commit() {
  warning_.clear();
  listen(socket());
  *sql_ << "COMMIT";
  if (!warning_.empty()) {  // "… might not have been replicated to the standby"
    abandon();
    throw StoreUnavailable(warning_, true);
  }
  confirmed_ = true;
  end();
}

void Postgres::end() { listen(-1); }

void Postgres::asking() {
  const std::lock_guard lock(mutex_);
  if (asked_ >= 0) until_ = Clock::now() + patience;
}

int Postgres::socket() {
  auto* connection = connectionOf(*sql_);
  return connection ? PQsocket(connection) : -1;
}

void Postgres::listen(int socket) {
  const std::lock_guard lock(mutex_);
  asked_ = socket;
  until_ = Clock::now() + patience;
}

void Postgres::keepTime() {
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, std::chrono::seconds(1), [this] { return ending_; })) {
    if (asked_ < 0 || Clock::now() < until_) continue;
    ::shutdown(asked_, SHUT_RDWR);  // the wait ends with an error, and the connection with it
    asked_ = -1;
  }
}

}  // namespace vitrine
