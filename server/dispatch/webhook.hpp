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

/// The `webhook-signature` header: "v1," and the base64 HMAC-SHA256 of "id.timestamp.body" under
/// the decoded secret. The timestamp is the attempt's, in Unix seconds.
std::string sign(std::string_view secret, std::string_view id, std::int64_t timestamp,
                 std::string_view body);

/// The wait after the attempt of that number (1 = the first), from a schedule in seconds; nothing
/// after the last. `jitter` in 0 … 1 spreads it by ± 20 %.
std::optional<std::chrono::milliseconds> retryDelay(const std::vector<double>& schedule,
                                                    int attempt, double jitter);

}  // namespace vitrine
