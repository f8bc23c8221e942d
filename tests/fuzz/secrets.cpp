// libFuzzer: what a stranger can put where a key, a webhook secret or a seller's Retry-After is
// expected.
#include <cstdint>
#include <string>

#include "crypto.hpp"
#include "dispatch/webhook.hpp"
#include "fuzz/expect.hpp"

namespace {

using namespace vitrine;

/// A key of ours with the input as a slip in it is none.
void slipIsSeen(std::string_view slip) {
  static const std::string key = "vk_z-zUzRYgpCWZZLtRt89HJ73GFBF1pE_H-sX87Vngw5A";
  static const std::string fresh = newKey("vk_");
  for (const auto& whole : {key, fresh}) {
    for (std::size_t at = 0; at + slip.size() <= whole.size(); at += 5) {
      auto other = whole;
      other.replace(at, slip.size(), slip);
      const bool same = other == whole;
      EXPECT(sameSecret(other, whole) == same);
      if (same) EXPECT(canBeKey(other));
      EXPECT((sha256(other) == sha256(whole)) == same);
    }
  }
}

void signatureHolds(std::string_view secret, std::string_view body) {
  const std::string whsec = "whsec_" + std::string(secret);
  const auto header = sign(whsec, "whk_1", 1'700'000'000, body);
  EXPECT(header.starts_with("v1,") && header.size() == 3 + 44);
  EXPECT(fromBase64(std::string_view(header).substr(3)).size() == 32);
  EXPECT(header.find_first_of("\r\n ") == header.npos);
  EXPECT(header == sign(whsec, "whk_1", 1'700'000'000, body));
  EXPECT(header != sign(whsec, "whk_2", 1'700'000'000, body));
  EXPECT(header != sign(whsec, "whk_1", 1'700'000'001, body));
  EXPECT(header != sign(whsec, "whk_1", 1'700'000'000, std::string(body) + ' '));
  const auto bytes = fromBase64(secret);
  EXPECT(bytes.empty() || base64(bytes) == secret);
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  startCrypto();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (canBeKey(text)) EXPECT(text.find('_') != text.npos && text.size() >= 44);
  if (size > 0 && size < 40) slipIsSeen(text);
  const auto split = std::min(text.find('\n'), size);
  signatureHolds(text.substr(0, split), text.substr(split));
  if (const auto wait = retryAfter(text)) {
    EXPECT(wait->count() >= 0 && wait->count() <= 24 * 60 * 60);
    EXPECT(text.find_first_not_of("-0123456789") == text.npos);
  }
  return 0;
}
