// The short form of tests/crowd/main.cpp: a smaller crowd, and margins that chance does not cross.
#include "crowd/simulation.hpp"
#include "unit/catch.hpp"

namespace vitrine::crowd {

constexpr Simulation crowd{.seed = 3, .products = 300, .tastes = 10, .customers = 4000};

TEST_CASE("companions foretell purchases better than popularity and no worse than plain counts") {
  const auto found = foretell(crowd);
  REQUIRE(found.size() == 4);
  const auto &popularity = found[0], &score = found[1], &counted = found[2], &companions = found[3];
  CHECK(companions.recall > popularity.recall + 0.03);
  CHECK(companions.ndcg > popularity.ndcg + 0.02);
  CHECK(companions.recall > counted.recall - 0.02);
  CHECK(companions.ndcg > counted.ndcg - 0.01);
  CHECK(score.recall > popularity.recall - 0.03);
}

TEST_CASE("attacks that take naive ways to the top leave a bad product below good ones") {
  for (const auto& attack : attacks(crowd)) {
    CAPTURE(attack.name, attack.before, attack.after, attack.naive_after);
    CHECK(attack.naive_after <= 3);
    CHECK(attack.after >= 10);
  }
}

}  // namespace vitrine::crowd
