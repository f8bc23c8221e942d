#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "vitrine/ranking.hpp"

/// A seeded crowd with tastes that nobody is told, to see how well the ranking finds them and what
/// attacks on it come to. Beside it stand the naive ways.
namespace vitrine::crowd {

struct Simulation {
  std::uint64_t seed = 1;
  std::uint32_t products = 1000;
  std::uint32_t tastes = 20;  // products of one are bought for one purpose
  std::uint32_t customers = 6000;
  std::uint32_t sites = 8;
  std::uint32_t days = 365;
};

/// How well the last purchases of the crowd are foretold: of each, one product is seen and another
/// looked for.
struct Foretold {
  std::string way;
  double recall = 0;  // of 10: how often the hidden one is among them
  double ndcg = 0;    // of 10
};

/// By popularity, by how often products were bought together, and by the ranking's companions.
std::vector<Foretold> foretell(const Simulation& simulation);

/// How far an attack brings a bad product up, as places from 1 on, by a naive way and by ours.
struct Attack {
  std::string name;
  std::uint32_t naive_before = 0;
  std::uint32_t naive_after = 0;
  std::uint32_t before = 0;
  std::uint32_t after = 0;
};

std::vector<Attack> attacks(const Simulation& simulation);

}  // namespace vitrine::crowd
