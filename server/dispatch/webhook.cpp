#include "dispatch/webhook.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "crypto.hpp"

namespace vitrine {
namespace {

constexpr std::string_view symmetric = "whsec_";
constexpr std::string_view signing = "whsk_";
constexpr std::size_t secretBytes = 32;

std::string newBytes(std::string_view prefix) {
  const auto random = randomBytes(secretBytes);
  return std::string(prefix) +
         base64({reinterpret_cast<const char*>(random.data()), random.size()});
}

std::string decoded(std::string_view secret) {
  return fromBase64(secret.substr(secret.find('_') + 1));
}

}  // namespace

std::string newWebhookSecret() { return newBytes(symmetric); }

std::string newSigningKey() { return newBytes(signing); }

std::string publicSigningKey(std::string_view secret) {
  return "whpk_" + base64(publicKeyOf(decoded(secret)));
}

std::string sign(std::string_view secret, std::string_view id, std::int64_t timestamp,
                 std::string_view body) {
  std::string signed_text(id);
  signed_text += '.' + std::to_string(timestamp) + '.';
  signed_text += body;
  const auto key = decoded(secret);
  return secret.starts_with(signing) ? "v1a," + base64(signEd25519(key, signed_text))
                                     : "v1," + base64(hmacSha256(key, signed_text));
}

std::optional<std::chrono::milliseconds> retryDelay(const std::vector<double>& schedule,
                                                    int attempt, double jitter) {
  if (attempt < 1 || static_cast<std::size_t>(attempt) > schedule.size()) return {};
  const auto wait = schedule[static_cast<std::size_t>(attempt) - 1];
  return std::chrono::milliseconds(std::llround(wait * 1000 * (0.8 + 0.4 * jitter)));
}

std::optional<std::chrono::seconds> retryAfter(std::string_view text) {
  long long seconds = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (failed != std::errc{} || end != text.data() + text.size() || seconds < 0) return {};
  return std::chrono::seconds(std::min<long long>(seconds, 24 * 60 * 60));
}

}  // namespace vitrine
