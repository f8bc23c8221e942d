#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/passkeys.hpp"
#include "vitrine/result.hpp"

/// What passkeys say, verified by libfido2. Bytes come as base64url, as browsers' JSON has them.
namespace vitrine {

/// Who passkeys are for: a name, and the origin of the pages that may use them.
struct RelyingParty {
  std::string id;      // the host of the origin
  std::string origin;  // what browsers call this server
};

/// Nothing where browsers take no passkeys: for an address that is no name, and for plain http
/// beyond this machine.
std::optional<RelyingParty> relyingParty(const std::string& public_url);

enum class Ceremony { create, get };

/// The challenge that a page's client data answers, if they are of that ceremony on a page of our
/// own that stands in no page of others; else `unauthorized` at "client_data".
Result<std::string> challengeOf(const std::string& client_data, Ceremony ceremony,
                                const RelyingParty& party);

/// The credential of a registration whose user was verified, without id, account, name and times.
/// An attestation may be "none", or "packed" with a signature that holds; who made the
/// authenticator is nobody's question. `unauthorized` at "attestation_object" for what does not.
Result<Passkey> verifyRegistration(const std::string& client_data,
                                   const std::string& attestation_object,
                                   const RelyingParty& party);

/// The signature counter of an assertion by that passkey, whose user was verified; `unauthorized`
/// at "signature" for one that does not hold, or whose counter has not grown: of a copy.
Result<std::int64_t> verifyAssertion(const Passkey& passkey, const std::string& client_data,
                                     const std::string& authenticator_data,
                                     const std::string& signature, const RelyingParty& party);

}  // namespace vitrine
