#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"

namespace vitrine {

/// A credential of WebAuthn that somebody signs in with.
struct Passkey {
  std::string id;  // psk_…
  std::string account_id;
  std::string credential_id;  // in base64url
  std::string name;           // the person's own
  int algorithm = 0;          // of COSE: -7, -8 or -257
  std::string public_key;     // as libfido2 holds it, in base64
  std::int64_t sign_count = 0;
  std::int64_t created_at = 0;  // Unix milliseconds
  std::int64_t used_at = 0;     // the last time; 0: never
};

void insertPasskey(Database& db, const Passkey& passkey);
std::optional<Passkey> findPasskey(Database& db, const std::string& credential_id);
/// Oldest first.
std::vector<Passkey> passkeysOf(Database& db, const std::string& account_id);
void notePasskeyUse(Database& db, const std::string& id, std::int64_t sign_count, std::int64_t now);
void removePasskey(Database& db, const std::string& id);

}  // namespace vitrine
