#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Standard Webhooks 1.0.0: how a message to a seller is signed, and when it is tried again.
namespace vitrine {

/// How long the old secret signs beside a new one, in milliseconds.
constexpr std::int64_t secretOverlap = 24LL * 60 * 60 * 1000;

/// A new symmetric secret: "whsec_" and 32 random bytes in base64.
std::string newWebhookSecret();

/// The seed of a new Ed25519 key: "whsk_" and 32 random bytes in base64. It never leaves the
/// server; its seller gets the public key.
std::string newSigningKey();

/// The public key of a "whsk_…": "whpk_" and its 32 bytes in base64.
std::string publicSigningKey(std::string_view secret);

/// The `webhook-signature` header, of "id.timestamp.body": under a "whsec_…" its HMAC-SHA256,
/// "v1,…"; under a "whsk_…" its Ed25519 signature, "v1a,…"; both in base64. The timestamp is the
/// attempt's, in Unix seconds.
std::string sign(std::string_view secret, std::string_view id, std::int64_t timestamp,
                 std::string_view body);

/// The wait after the attempt of that number (1 = the first), from a schedule in seconds; nothing
/// after the last. `jitter` in 0 … 1 spreads it by ± 20 %.
std::optional<std::chrono::milliseconds> retryDelay(const std::vector<double>& schedule,
                                                    int attempt, double jitter);

/// The wait that an answer's Retry-After asks for, in seconds, at most a day; nothing for a date or
/// any other text.
std::optional<std::chrono::seconds> retryAfter(std::string_view text);

}  // namespace vitrine
