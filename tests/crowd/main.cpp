// Prints how well the ranking foretells purchases and withstands attacks: crowd_simulation [SEEDS]
#include <cstdio>
#include <cstdlib>

#include "crowd/simulation.hpp"

int main(int argc, char** argv) {
  using namespace vitrine::crowd;
  const auto seeds = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 3;
  for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
    for (const std::uint32_t customers : {6000u, 30000u}) {
      std::printf("seed %llu, %u customers\n", static_cast<unsigned long long>(seed), customers);
      for (const auto& [way, recall, ndcg] : foretell({.seed = seed, .customers = customers}))
        std::printf("  %-24s recall@10 %.3f  nDCG@10 %.3f\n", way.c_str(), recall, ndcg);
    }
    for (const auto& [name, naive_before, naive_after, before, after] : attacks({.seed = seed}))
      std::printf("  %-54s naive %4u -> %4u   ours %4u -> %4u\n", name.c_str(), naive_before,
                  naive_after, before, after);
  }
}
