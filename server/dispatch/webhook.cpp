#include "dispatch/webhook.hpp"

#include <cmath>

#include "crypto.hpp"

namespace vitrine {
namespace {

constexpr std::string_view prefix = "whsec_";
constexpr std::size_t secretBytes = 32;

}  // namespace

std::string newWebhookSecret() {
  const auto random = randomBytes(secretBytes);
  return std::string(prefix) +
         base64({reinterpret_cast<const char*>(random.data()), random.size()});
}

std::string sign(std::string_view secret, std::string_view id, std::int64_t timestamp,
                 std::string_view body) {
  if (secret.starts_with(prefix)) secret.remove_prefix(prefix.size());
  std::string signed_text(id);
  signed_text += '.' + std::to_string(timestamp) + '.';
  signed_text += body;
  return "v1," + base64(hmacSha256(fromBase64(secret), signed_text));
}

std::optional<std::chrono::milliseconds> retryDelay(const std::vector<double>& schedule,
                                                    int attempt, double jitter) {
  if (attempt < 1 || static_cast<std::size_t>(attempt) > schedule.size()) return {};
  const auto wait = schedule[static_cast<std::size_t>(attempt) - 1];
  return std::chrono::milliseconds(std::llround(wait * 1000 * (0.8 + 0.4 * jitter)));
}

}  // namespace vitrine
