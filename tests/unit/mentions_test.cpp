#include "vitrine/mentions.hpp"

#include <random>

#include "unit/catch.hpp"
#include "vitrine/search_terms.hpp"

namespace vitrine {
namespace {

/// So many of the products, by chance, ascending.
std::vector<std::uint32_t> places(std::mt19937& random, std::uint32_t count,
                                  std::uint32_t products) {
  std::vector<std::uint32_t> answer;
  for (std::uint32_t i = 0; i < products; ++i) {
    if (random() % (products - i) < count - answer.size()) answer.push_back(i);
  }
  return answer;
}

std::vector<std::uint32_t> read(Places list) {
  std::vector<std::uint32_t> answer;
  list.each([&](std::uint32_t place) {
    answer.push_back(place);
    return true;
  });
  return answer;
}

/// Of the first term in a block; 8 bytes stand behind the bits, as in a file.
MentionLists open(PackedMentions& packed, std::uint32_t products) {
  const auto size = packed.mentions.size();
  packed.mentions.resize(size + 8);
  const auto* tallies = packed.tallies.data();
  return {{tallies, tallies + packed.tallies.size()},
          Bits({packed.mentions.data(), size}),
          0,
          products};
}

}  // namespace

TEST_CASE("mentions of any number of products are read and sought as they were written") {
  std::mt19937 random(7);
  for (const std::uint32_t products : {1U, 2U, 700U, 5000U}) {
    std::vector<Mentions> terms;
    for (const std::uint32_t count : {0U, 1U, 2U, 3U, 100U, 511U, 512U, 513U, 690U, 4000U, 5000U}) {
      const auto once = std::min(count, products);
      terms.push_back({places(random, once, products), {}});
      terms.push_back({places(random, once / 2, products), places(random, once, products)});
    }
    auto packed = packMentions(terms, products);
    auto lists = open(packed, products);
    for (const auto& [once, often] : terms) {
      lists.next();
      CAPTURE(products, once.size(), often.size());
      REQUIRE(lists.onceCount() == once.size());
      REQUIRE(lists.oftenCount() == often.size());
      CHECK(read(lists.once()) == once);
      CHECK(read(lists.often()) == often);
      auto list = lists.once();
      for (std::uint32_t target = 0; target < products;
           target += 1 + static_cast<std::uint32_t>(random() % 40)) {
        const auto found = std::lower_bound(once.begin(), once.end(), target);
        CHECK(list.seek(target) == (found == once.end() ? products : *found));
      }
    }
  }
}

TEST_CASE("mentions that are cut short end, and name no product that there is not") {
  std::mt19937 random(8);
  constexpr std::uint32_t products = 3000;
  const std::vector<Mentions> terms(3,
                                    {places(random, 900, products), places(random, 300, products)});
  for (int i = 0; i < 2000; ++i) {
    auto packed = packMentions(terms, products);
    packed.mentions.resize(random() % (packed.mentions.size() + 1));
    if (!packed.mentions.empty())
      packed.mentions[random() % packed.mentions.size()] ^= static_cast<std::uint8_t>(random());
    packed.tallies[random() % packed.tallies.size()] ^= static_cast<std::uint8_t>(random());
    auto lists = open(packed, products);
    bool sound = true;
    for (int term = 0; term < 4; ++term) {
      lists.next();
      for (auto list : {lists.often(), lists.once()}) {
        for (const auto place : read(list)) sound = sound && place < products;
        for (std::uint32_t target = 0; target < products; target += 100)
          sound = sound && list.seek(target) <= products;
      }
    }
    CHECK(sound);
  }
}

}  // namespace vitrine
