#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "vitrine/fields.hpp"

/// Passkeys, as WebAuthn's answers in JSON call their parts. Bytes are base64url without padding.
namespace vitrine {

struct PasskeyStart {
  std::string password;

  static constexpr void fields(auto& self, auto&& field) { field("password", self.password); }
};

struct PasskeyChallenge {
  std::string challenge;
  std::string rp_id;
  std::optional<std::string> user_id;  // of a new one
  std::vector<std::string> exclude;    // credentials that the account has

  static constexpr void fields(auto& self, auto&& field) {
    field("challenge", self.challenge);
    field("rp_id", self.rp_id);
    field("user_id", self.user_id);
    field("exclude", self.exclude);
  }
};

struct PasskeyRegistration {
  std::string name;  // what the person calls it
  std::string client_data;
  std::string attestation_object;

  static constexpr void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("client_data", self.client_data);
    field("attestation_object", self.attestation_object);
  }
};

struct PasskeySignIn {
  std::string credential_id;
  std::string client_data;
  std::string authenticator_data;
  std::string signature;

  static constexpr void fields(auto& self, auto&& field) {
    field("credential_id", self.credential_id);
    field("client_data", self.client_data);
    field("authenticator_data", self.authenticator_data);
    field("signature", self.signature);
  }
};

struct PasskeyState {
  std::string id;  // psk_…
  std::string name;
  std::string created_at;              // RFC 3339
  std::optional<std::string> used_at;  // the last time

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("name", self.name);
    field("created_at", self.created_at);
    field("used_at", self.used_at);
  }
};

struct PasskeyList {
  std::vector<PasskeyState> passkeys;  // oldest first

  static constexpr void fields(auto& self, auto&& field) { field("passkeys", self.passkeys); }
};

}  // namespace vitrine
