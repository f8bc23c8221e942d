#include "dispatch/webhook.hpp"

#include "config.hpp"
#include "crypto.hpp"
#include "unit/catch.hpp"

namespace vitrine {

TEST_CASE("a message is signed as the Standard Webhooks test vector says") {
  startCrypto();
  CHECK(sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330,
             R"({"test": 2432232314})") == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST_CASE("an Ed25519 signature is that of the Standard Webhooks libraries' test vector") {
  startCrypto();
  const auto key = "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbc=";
  CHECK(sign(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, R"({"test": 2432232314})") ==
        "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+"
        "m7TBAg==");
  CHECK(publicSigningKey(key) == "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4=");
  CHECK(newSigningKey() != newSigningKey());
}

TEST_CASE("a new webhook secret holds 32 random bytes") {
  startCrypto();
  const auto secret = newWebhookSecret();
  REQUIRE(secret.starts_with("whsec_"));
  CHECK(fromBase64(secret.substr(6)).size() == 32);
  CHECK(secret != newWebhookSecret());
}

TEST_CASE("base64 with bytes beyond ASCII in it is none") {
  CHECK(fromBase64("AAAA").size() == 3);
  CHECK(fromBase64("AA\x97"
                   "A")
            .empty());
}

TEST_CASE("Retry-After counts as seconds, a day at most, and as nothing else") {
  using std::chrono::seconds;
  CHECK(retryAfter("0") == seconds(0));
  CHECK(retryAfter("120") == seconds(120));
  CHECK(retryAfter("999999999") == seconds(86'400));
  for (const auto* text : {"", "-1", "+1", " 1", "1s", "1.5", "99999999999999999999", "soon"})
    CHECK_FALSE(retryAfter(text));
}

TEST_CASE("retries follow the schedule of Standard Webhooks within 20 percent and then end") {
  using namespace std::chrono_literals;
  const auto retryDelay = [](int attempt, double jitter) {
    return vitrine::retryDelay(Config{}.retry_seconds, attempt, jitter);
  };
  CHECK(retryDelay(1, 0.5) == 5s);
  CHECK(retryDelay(2, 0.5) == 5min);
  CHECK(retryDelay(9, 0.5) == 24h);
  CHECK(retryDelay(1, 0.0) == 4s);
  CHECK(retryDelay(1, 1.0) == 6s);
  CHECK(retryDelay(10, 0.5) == std::nullopt);
  CHECK(retryDelay(0, 0.5) == std::nullopt);
}

TEST_CASE("ids sort as they were made, also within a millisecond and when the clock steps back") {
  startCrypto();
  std::string before;
  for (const auto time :
       {1'800'000'000'000, 1'800'000'000'000, 1'700'000'000'000, 1'800'000'000'001}) {
    const auto id = newId("ord_", time);
    CHECK(before < id);
    CHECK(id.size() == 4 + 26);
    before = id;
  }
}

}  // namespace vitrine
