#include "dispatch/circuit.hpp"

#include "unit/catch.hpp"

namespace vitrine {

using namespace std::chrono_literals;

TEST_CASE("five failures in a row close an endpoint off for a pause, then one request tries it") {
  Circuit circuit(60s);
  auto now = Circuit::Clock::now();
  for (int i = 0; i < 4; ++i) CHECK_FALSE(circuit.failed(now));
  CHECK(circuit.room(now) == 2);
  CHECK(circuit.failed(now));
  CHECK(circuit.room(now) == 0);
  CHECK(circuit.opensAt() == now + 60s);
  now += 60s;
  CHECK(circuit.room(now) == 1);
  CHECK(circuit.succeeded());
  CHECK(circuit.room(now) == 2);
}

TEST_CASE("each failed try makes the pause twice as long, up to half an hour") {
  Circuit circuit(60s);
  auto now = Circuit::Clock::now();
  for (int i = 0; i < 5; ++i) circuit.failed(now);
  for (const auto pause : {60s, 120s, 240s, 480s, 960s, 1800s, 1800s}) {
    CHECK(circuit.opensAt() - now == pause);
    now = circuit.opensAt();
    CHECK(circuit.failed(now));
  }
}

TEST_CASE("what was under way when the pause began does not make it longer") {
  Circuit circuit(60s);
  const auto now = Circuit::Clock::now();
  for (int i = 0; i < 5; ++i) circuit.failed(now);
  CHECK_FALSE(circuit.failed(now + 1s));
  CHECK(circuit.opensAt() == now + 60s);
}

TEST_CASE("a success between failures starts the count anew") {
  Circuit circuit(60s);
  const auto now = Circuit::Clock::now();
  for (int i = 0; i < 4; ++i) circuit.failed(now);
  CHECK_FALSE(circuit.succeeded());
  for (int i = 0; i < 4; ++i) CHECK_FALSE(circuit.failed(now));
}

TEST_CASE("an endpoint that asks for time is left alone as long as it says") {
  Circuit circuit(60s);
  const auto now = Circuit::Clock::now();
  circuit.hold(now + 90s);
  CHECK(circuit.room(now + 89s) == 0);
  CHECK(circuit.opensAt() == now + 90s);
  CHECK(circuit.room(now + 90s) == 2);
}

}  // namespace vitrine
