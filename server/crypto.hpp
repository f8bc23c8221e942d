#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What the server needs of libsodium, in the types it uses.
namespace vitrine {

/// Must be called once before anything else here.
void startCrypto();

std::vector<std::uint8_t> randomBytes(std::size_t size);
std::string sha256(std::string_view text);                            // lower-case hex
std::string hmacSha256(std::string_view key, std::string_view text);  // 32 raw bytes
std::string base64(std::string_view bytes);
std::string base64Url(std::string_view bytes);  // without padding
/// Raw bytes, or nothing when the text is not base64.
std::string fromBase64(std::string_view text);
std::string fromBase64Url(std::string_view text);  // the same without padding

/// Whether two texts are equal, in a time that depends on their lengths only.
bool sameSecret(std::string_view a, std::string_view b);

/// 256 random bits as text behind a prefix that says what they open: "cs_secret_…".
std::string newSecret(std::string_view prefix);

/// The same for a person's or program's key, with a checksum of 32 bits at its end: "vk_…".
std::string newKey(std::string_view prefix);

/// Whether a text can be a key: its checksum fits. Keys from before there were checksums have none.
bool canBeKey(std::string_view text);

/// The Argon2id hash of a password with a fresh salt, as text that says its costs (64 MiB, two
/// passes). Takes about a tenth of a second.
std::string hashPassword(std::string_view password);
/// Whether the password is the hash's; takes as long.
bool isPassword(const std::string& hash, std::string_view password);

/// Ed25519 keys come from a seed of 32 bytes. Public keys have 32 raw bytes, signatures 64.
std::string publicKeyOf(std::string_view seed);
std::string signEd25519(std::string_view seed, std::string_view text);

/// An id: prefix, then 48 bits of time and 80 random bits in Crockford's base 32 (a ULID). Later
/// ids sort later: within a millisecond, or when the clock steps back, the random part counts up.
std::string newId(std::string_view prefix, std::int64_t unix_ms);

/// No id of that moment or later sorts before it.
std::string firstId(std::string_view prefix, std::int64_t unix_ms);

/// When an id was made, in Unix milliseconds; 0 for what is none.
std::int64_t timeOfId(std::string_view id);

}  // namespace vitrine
