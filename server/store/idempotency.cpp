#include "store/idempotency.hpp"

#include "store/sql.hpp"

namespace vitrine {

std::optional<KeptAnswer> findAnswer(Database& db, const std::string& scope,
                                     const std::string& key) {
  KeptAnswer kept;
  if (!Bound(db, "SELECT request_hash, answer FROM idempotency WHERE scope = :scope AND key = :key",
             scope, key)
           .into(kept.request_hash)
           .into(kept.answer)
           .first())
    return {};
  kept.answer = db.secretKey().unseal(kept.answer);
  return kept;
}

void keepAnswer(Database& db, const std::string& scope, const std::string& key,
                const KeptAnswer& kept, std::int64_t now) {
  const long long created_at = now;
  send(db, "INSERT INTO idempotency VALUES (:scope, :key, :hash, :answer, :created)", scope, key,
       kept.request_hash, kept.answer.empty() ? kept.answer : db.secretKey().seal(kept.answer),
       created_at);
}

void forgetAnswersOf(Database& db, const std::string& path) {
  const auto scope = "POST " + path;
  const auto after = scope + '0';  // the character after the slash
  run(db, "DELETE FROM idempotency WHERE scope = :scope OR (scope >= :below AND scope < :after)",
      scope, scope + '/', after);
}

void forgetAnswers(Database& db, std::int64_t before) {
  const long long moment = before;
  run(db, "DELETE FROM idempotency WHERE created_at < :moment", moment);
}

}  // namespace vitrine
