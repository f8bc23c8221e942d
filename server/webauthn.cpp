#include "webauthn.hpp"

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>

#include <array>
#include <boost/url/parse.hpp>
#include <memory>
#include <mutex>

#include "crypto.hpp"
#include "json.hpp"

namespace vitrine {
namespace {

constexpr std::size_t longestAttestation = 4096;  // bytes; the reader of CBOR goes deep in a stack
constexpr std::array algorithms{COSE_ES256, COSE_EDDSA, COSE_RS256};
constexpr unsigned char present = 0x01, verified = 0x04, attested = 0x40;
constexpr std::size_t hashSize = 32, flagsAt = 32;

/// Frees what libfido2 has made.
template <auto Free>
struct Freed {
  void operator()(auto* made) const { Free(&made); }
};
using Credential = std::unique_ptr<fido_cred_t, Freed<fido_cred_free>>;
using Assertion = std::unique_ptr<fido_assert_t, Freed<fido_assert_free>>;

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string text(const unsigned char* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

std::string hex(std::string_view data) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string answer;
  for (const auto* each = bytes(data); each != bytes(data) + data.size(); ++each) {
    answer += digits[*each >> 4];
    answer += digits[*each & 15];
  }
  return answer;
}

void startFido() {
  static std::once_flag started;
  std::call_once(started, [] { fido_init(0); });
}

/// What an authenticator attests: the format, its statement in CBOR, and its own data.
struct Attestation {
  std::string format;
  std::vector<std::uint8_t> statement;
  bool self = false;  // signed by the new key itself
  std::string data;
};

std::optional<Attestation> attestationOf(const std::string& object) {
  if (object.size() > longestAttestation) return {};
  const auto cbor = Json::from_cbor(object, true, false);
  if (!cbor.is_object() || !cbor.contains("fmt") || !cbor.contains("attStmt") ||
      !cbor.contains("authData"))
    return {};
  const auto& statement = cbor["attStmt"];
  if (!cbor["fmt"].is_string() || !statement.is_object() || !cbor["authData"].is_binary())
    return {};
  const auto& data = cbor["authData"].get_binary();
  return Attestation{cbor["fmt"].get<std::string>(), Json::to_cbor(statement),
                     !statement.contains("x5c"), text(data.data(), data.size())};
}

/// Whether its data are for the party, of somebody who was there and verified, about a new key.
bool isFor(const RelyingParty& party, const std::string& data) {
  if (data.size() <= flagsAt || hex(data.substr(0, hashSize)) != sha256(party.id)) return false;
  const auto flags = static_cast<unsigned char>(data[flagsAt]);
  return (flags & present) && (flags & verified) && (flags & attested);
}

/// The credential in an authenticator's data, of one of the algorithms that we take.
Credential read(const Attestation& attestation) {
  for (const int algorithm : algorithms) {
    Credential credential(fido_cred_new());
    if (credential && fido_cred_set_type(credential.get(), algorithm) == FIDO_OK &&
        fido_cred_set_authdata_raw(credential.get(), bytes(attestation.data),
                                   attestation.data.size()) == FIDO_OK &&
        fido_cred_id_len(credential.get()) > 0 && fido_cred_pubkey_len(credential.get()) > 0)
      return credential;
  }
  return {};
}

/// Whether a "packed" attestation's signature holds.
bool holds(fido_cred_t* credential, const Attestation& attestation, const std::string& client_data,
           const RelyingParty& party) {
  return fido_cred_set_clientdata(credential, bytes(client_data), client_data.size()) == FIDO_OK &&
         fido_cred_set_rp(credential, party.id.c_str(), nullptr) == FIDO_OK &&
         fido_cred_set_uv(credential, FIDO_OPT_TRUE) == FIDO_OK &&
         fido_cred_set_fmt(credential, attestation.format.c_str()) == FIDO_OK &&
         fido_cred_set_attstmt(credential, attestation.statement.data(),
                               attestation.statement.size()) == FIDO_OK &&
         (attestation.self ? fido_cred_verify_self(credential) : fido_cred_verify(credential)) ==
             FIDO_OK;
}

/// Calls `verify` with the key as libfido2's type of its algorithm; false for what is no key.
template <class Verify>
bool withKey(const Passkey& passkey, Verify verify) {
  const auto raw = fromBase64(passkey.public_key);
  const auto make = [&]<class Key>(Key* key, auto fill, auto free) {
    const bool good = key && fill(key, raw.data(), raw.size()) == FIDO_OK && verify(key);
    free(&key);
    return good;
  };
  switch (passkey.algorithm) {
    case COSE_ES256:
      return make(es256_pk_new(), es256_pk_from_ptr, es256_pk_free);
    case COSE_EDDSA:
      return make(eddsa_pk_new(), eddsa_pk_from_ptr, eddsa_pk_free);
    case COSE_RS256:
      return make(rs256_pk_new(), rs256_pk_from_ptr, rs256_pk_free);
    default:
      return false;
  }
}

}  // namespace

std::optional<RelyingParty> relyingParty(const std::string& public_url) {
  const auto url = boost::urls::parse_uri(public_url);
  if (!url || url->host_type() != boost::urls::host_type::name) return {};
  const std::string host(url->host());
  if (url->scheme() == "https" || (url->scheme() == "http" && host == "localhost"))
    return RelyingParty{host, public_url};
  return {};
}

Result<std::string> challengeOf(const std::string& client_data, Ceremony ceremony,
                                const RelyingParty& party) {
  const Error refusal{Errc::unauthorized, "client_data"};
  const auto said = parseJson(fromBase64Url(client_data));
  if (!said || !said->is_object()) return refusal;
  const auto is = [&](const char* key, std::string_view value) {
    const auto found = said->find(key);
    return found != said->end() && found->is_string() && found->get<std::string>() == value;
  };
  const auto crosses = said->find("crossOrigin");
  if (!is("type", ceremony == Ceremony::create ? "webauthn.create" : "webauthn.get") ||
      !is("origin", party.origin) || (crosses != said->end() && *crosses != false))
    return refusal;
  const auto challenge = said->find("challenge");
  if (challenge == said->end() || !challenge->is_string()) return refusal;
  return fromBase64Url(challenge->get<std::string>());
}

Result<Passkey> verifyRegistration(const std::string& client_data,
                                   const std::string& attestation_object,
                                   const RelyingParty& party) {
  startFido();
  const Error refusal{Errc::unauthorized, "attestation_object"};
  const auto attestation = attestationOf(fromBase64Url(attestation_object));
  if (!attestation || !isFor(party, attestation->data)) return refusal;
  const auto credential = read(*attestation);
  if (!credential) return refusal;
  auto* made = credential.get();
  if (attestation->format == "packed"
          ? !holds(made, *attestation, fromBase64Url(client_data), party)
          : attestation->format != "none")
    return refusal;
  Passkey passkey;
  passkey.credential_id = base64Url(text(fido_cred_id_ptr(made), fido_cred_id_len(made)));
  passkey.algorithm = fido_cred_type(made);
  passkey.public_key = base64(text(fido_cred_pubkey_ptr(made), fido_cred_pubkey_len(made)));
  passkey.sign_count = fido_cred_sigcount(made);
  return passkey;
}

Result<std::int64_t> verifyAssertion(const Passkey& passkey, const std::string& client_data,
                                     const std::string& authenticator_data,
                                     const std::string& signature, const RelyingParty& party) {
  startFido();
  const Error refusal{Errc::unauthorized, "signature"};
  const auto client = fromBase64Url(client_data);
  const auto data = fromBase64Url(authenticator_data);
  const auto sign = fromBase64Url(signature);
  const Assertion made(fido_assert_new());
  auto* assertion = made.get();
  if (!assertion || fido_assert_set_count(assertion, 1) != FIDO_OK ||
      fido_assert_set_clientdata(assertion, bytes(client), client.size()) != FIDO_OK ||
      fido_assert_set_rp(assertion, party.id.c_str()) != FIDO_OK ||
      fido_assert_set_up(assertion, FIDO_OPT_TRUE) != FIDO_OK ||
      fido_assert_set_uv(assertion, FIDO_OPT_TRUE) != FIDO_OK ||
      fido_assert_set_authdata_raw(assertion, 0, bytes(data), data.size()) != FIDO_OK ||
      fido_assert_set_sig(assertion, 0, bytes(sign), sign.size()) != FIDO_OK)
    return refusal;
  if (!withKey(passkey, [&](const void* key) {
        return fido_assert_verify(assertion, 0, passkey.algorithm, key) == FIDO_OK;
      }))
    return refusal;
  const std::int64_t count = fido_assert_sigcount(assertion, 0);
  if ((count != 0 || passkey.sign_count != 0) && count <= passkey.sign_count) return refusal;
  return count;
}

}  // namespace vitrine
