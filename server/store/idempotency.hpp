#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "store/database.hpp"

namespace vitrine {

/// The answer that an idempotency key already got, and for which request. Answers have secrets and
/// customers in them: they are sealed in the database. Empty: it is kept with what it is about, see
/// `Work::kept`.
struct KeptAnswer {
  std::string request_hash;
  std::string answer;
};

std::optional<KeptAnswer> findAnswer(Database& db, const std::string& scope,
                                     const std::string& key);
void keepAnswer(Database& db, const std::string& scope, const std::string& key,
                const KeptAnswer& kept, std::int64_t now);

/// Forgets the answers to posts to a path and what is below it.
void forgetAnswersOf(Database& db, const std::string& path);

/// Forgets keys older than a moment (Unix milliseconds).
void forgetAnswers(Database& db, std::int64_t before);

}  // namespace vitrine
