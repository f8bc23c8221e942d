#include "store/sealed.hpp"

#include <vector>

#include "store/schema.hpp"

namespace vitrine {
namespace {

const std::string known = "vitrine";  // what the store's proof says under the right key

std::string proofOf(soci::session& sql) {
  std::string proof;
  sql << "SELECT proof FROM sealed_with", soci::into(proof);
  return sql.got_data() ? proof : std::string();
}

/// Answers the key, if it is the one of the proof.
SecretKey checked(SecretKey key, const std::string& proof) {
  if (key.unseal(proof) != known) throw SecretKeyMissing("this is another key");
  return key;
}

/// What was kept before there was a key: webhook secrets, and answers for who asks again.
void sealSecrets(soci::session& sql, const SecretKey& key) {
  std::vector<std::string> ids(1000);
  std::vector<std::string> secrets(1000);
  sql << "SELECT id, webhook_secret FROM sellers WHERE webhook_secret <> '' AND "
         "webhook_secret NOT LIKE 'sealed:%' LIMIT 1000",
      soci::into(ids), soci::into(secrets);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto sealed = key.seal(secrets[i]);
    sql << "UPDATE sellers SET webhook_secret = :sealed, old_secret = '' WHERE id = :id",
        soci::use(sealed), soci::use(ids[i]);
  }
  if (ids.size() == 1000) sealSecrets(sql, key);
}

void sealAnswers(soci::session& sql, const SecretKey& key) {
  std::vector<std::string> scopes(1000);
  std::vector<std::string> keys(1000);
  std::vector<std::string> answers(1000);
  sql << "SELECT scope, key, answer FROM idempotency WHERE answer NOT LIKE 'sealed:%' LIMIT 1000",
      soci::into(scopes), soci::into(keys), soci::into(answers);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto sealed = key.seal(answers[i]);
    sql << "UPDATE idempotency SET answer = :sealed WHERE scope = :scope AND key = :key",
        soci::use(sealed), soci::use(scopes[i]), soci::use(keys[i]);
  }
  if (keys.size() == 1000) sealAnswers(sql, key);
}

SecretKey take(soci::session& sql, const std::filesystem::path& file, bool renew) {
  soci::transaction all(sql);
  if (sql.get_backend_name() == "postgresql") takeTurn(sql);
  if (renew) {
    sql << "DELETE FROM sealed_with";
    sql << "UPDATE sellers SET webhook_secret = '', old_secret = ''";
    sql << "DELETE FROM idempotency WHERE answer LIKE 'sealed:%'";
  }
  auto key = SecretKey::readOrMake(file);
  // Another server may have been the first meanwhile.
  if (const auto proof = proofOf(sql); !proof.empty()) return checked(std::move(key), proof);
  const auto proof = key.seal(known);
  sql << "INSERT INTO sealed_with VALUES (:proof)", soci::use(proof);
  sealSecrets(sql, key);
  sealAnswers(sql, key);
  all.commit();
  return key;
}

}  // namespace

SecretKey keyOfStore(soci::session& sql, const std::filesystem::path& file, bool renew) {
  try {
    const auto proof = proofOf(sql);
    return proof.empty() || renew ? take(sql, file, renew) : checked(SecretKey::read(file), proof);
  } catch (const SecretKeyMissing& problem) {
    throw SecretKeyMissing(
        file.string() + ": " + problem.what() +
        ". The database is sealed under the secret.key that lay in its data folder, or that "
        "--secret-key named: copy that file here. If it is lost, `vitrine secret-key renew` makes "
        "a new one, and new webhook secrets for all sellers");
  }
}

}  // namespace vitrine
