#include "store/sessions.hpp"

#include <boost/algorithm/string/predicate.hpp>

#include "crypto.hpp"
#include "store/sql.hpp"

namespace vitrine {

namespace {

constexpr std::string_view withState =
    "body, coalesce(state, '') FROM checkout_sessions LEFT JOIN completed_sessions "
    "ON session_id = id WHERE id = :id";

std::string selecting(std::string_view more) {
  std::string query("SELECT ");
  return query.append(more).append(withState);
}

/// A checkout whose completed state is told is completed, whatever its own text says.
StoredSession sessionOf(const std::string& body, const std::string& completed) {
  auto session = stored<StoredSession>(body);
  if (!completed.empty()) {
    session.completed = stored<CheckoutSession>(completed);
    session.status = CheckoutStatus::completed;
  }
  return session;
}

}  // namespace

void insertSession(Database& db, const StoredSession& session, const std::string& secret_hash) {
  const long long expires_at = session.expires_at;
  run(db,
      "INSERT INTO checkout_sessions (id, secret_hash, body, expires_at) "
      "VALUES (:id, :hash, :body, :expires)",
      session.id, secret_hash, toJson(session), expires_at);
}

void saveSession(Database& db, const StoredSession& session) {
  run(db, "UPDATE checkout_sessions SET body = :body WHERE id = :id", toJson(session), session.id);
}

void saveCompleted(Database& db, const std::string& id, const std::string& state) {
  send(db,
       "INSERT INTO completed_sessions (session_id, state) VALUES (:id, :state) "
       "ON CONFLICT (session_id) DO UPDATE SET state = excluded.state",
       id, state);
}

std::optional<StoredSession> boughtSession(Database& db, const std::string& id) {
  std::string body, completed;
  if (!Bound(db, selecting(""), id).into(body).into(completed).first()) return {};
  return sessionOf(body, completed);
}

std::vector<StoredSession> unboughtSessions(Database& db, const std::string& email) {
  soci::rowset<std::string> rows =
      (db.sql().prepare << "SELECT body FROM checkout_sessions WHERE NOT EXISTS "
                           "(SELECT 1 FROM order_groups WHERE session_id = checkout_sessions.id) "
                           "AND body LIKE '%@%' ORDER BY id");
  std::vector<StoredSession> answer;
  for (const auto& body : rows) {
    auto session = stored<StoredSession>(body);
    if (session.buyer &&
        boost::algorithm::iequals(session.buyer->email, email, std::locale::classic()))
      answer.push_back(std::move(session));
  }
  return answer;
}

void forgetSession(Database& db, const std::string& id) {
  run(db, "DELETE FROM checkout_sessions WHERE id = :id", id);
}

void forgetSessions(Database& db, std::int64_t before) {
  const long long moment = before;
  run(db,
      "DELETE FROM checkout_sessions WHERE expires_at < :moment AND NOT EXISTS "
      "(SELECT 1 FROM order_groups WHERE session_id = checkout_sessions.id)",
      moment);
}

std::optional<StoredSession> findSession(Database& db, const std::string& id,
                                         const std::string& secret_hash) {
  std::string hash, body, completed;
  if (!Bound(db, selecting("secret_hash, "), id).into(hash).into(body).into(completed).first() ||
      !sameSecret(hash, secret_hash))
    return {};
  return sessionOf(body, completed);
}

}  // namespace vitrine
