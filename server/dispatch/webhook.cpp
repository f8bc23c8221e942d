#include "dispatch/webhook.hpp"

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

std::optional<std::chrono::milliseconds> retryDelay(int attempt, double jitter) {
  using namespace std::chrono_literals;
  constexpr std::array<std::chrono::milliseconds, 9> waits{5s,  5min, 30min, 2h, 5h,
                                                           10h, 14h,  20h,   24h};
  if (attempt < 1 || static_cast<std::size_t>(attempt) > waits.size()) return {};
  const auto wait = waits[static_cast<std::size_t>(attempt) - 1];
  return std::chrono::milliseconds(
      static_cast<std::int64_t>(static_cast<double>(wait.count()) * (0.8 + 0.4 * jitter)));
}

}  // namespace vitrine
