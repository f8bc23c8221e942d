#include "vitrine/mentions.hpp"

#include <algorithm>
#include <deque>
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

std::vector<std::uint32_t> read(const Places& list) {
  std::vector<std::uint32_t> answer;
  list.each([&](std::uint32_t place) {
    answer.push_back(place);
    return true;
  });
  return answer;
}

/// Of the first term in a block; 8 bytes stand behind the bits, as in a file.
MentionLists open(PackedMentions& packed, std::uint32_t products) {
  const auto bitsOf = [](std::vector<std::uint8_t>& bytes) {
    const auto size = bytes.size();
    bytes.resize(size + 8);
    return Bits({bytes.data(), size});
  };
  const auto* tallies = packed.tallies.data();
  const Varints counts{tallies, tallies + packed.tallies.size()};
  return {{counts, 0, 0}, bitsOf(packed.codes), bitsOf(packed.sets), products};
}

}  // namespace

TEST_CASE("mentions of any number of products are read as they were written") {
  std::mt19937 random(7);
  for (const std::uint32_t products : {1U, 2U, 700U, 5000U}) {
    std::vector<Mentions> terms;
    std::deque<std::vector<std::uint32_t>> all;
    const auto some = [&](std::uint32_t count) -> const std::vector<std::uint32_t>& {
      return all.emplace_back(places(random, count, products));
    };
    for (const std::uint32_t count : {0U, 1U, 2U, 3U, 100U, 511U, 512U, 513U, 690U, 4000U, 5000U}) {
      const auto once = std::min(count, products);
      terms.push_back({some(once), {}});
      terms.push_back({some(once / 2), some(once)});
    }
    auto packed = packMentions(terms, products);
    auto lists = open(packed, products);
    for (const auto& [once, often] : terms) {
      lists.next();
      CAPTURE(products, once.size(), often.size());
      REQUIRE(lists.onceCount() == once.size());
      REQUIRE(lists.oftenCount() == often.size());
      CHECK(std::ranges::equal(read(lists.once()), once));
      CHECK(std::ranges::equal(read(lists.often()), often));
      const auto list = lists.once();
      REQUIRE(list.isSet() == (once.size() * 16 >= products && !once.empty()));
      for (std::uint32_t product = 0; list.isSet() && product < products; ++product)
        CHECK(list.has(product) == std::binary_search(once.begin(), once.end(), product));
    }
  }
}

TEST_CASE("mentions that are cut short end, and name no product that there is not") {
  std::mt19937 random(8);
  constexpr std::uint32_t products = 3000;
  const auto once = places(random, 900, products);
  const auto often = places(random, 150, products);
  const std::vector<Mentions> terms(3, {once, often});
  const auto spoil = [&](std::vector<std::uint8_t>& bytes) {
    bytes.resize(random() % (bytes.size() + 1));
    if (!bytes.empty()) bytes[random() % bytes.size()] ^= static_cast<std::uint8_t>(random());
  };
  for (int i = 0; i < 2000; ++i) {
    auto packed = packMentions(terms, products);
    spoil(packed.codes);
    spoil(packed.sets);
    packed.tallies[random() % packed.tallies.size()] ^= static_cast<std::uint8_t>(random());
    auto lists = open(packed, products);
    bool sound = true;
    for (int term = 0; term < 4; ++term) {
      lists.next();
      for (const auto& list : {lists.often(), lists.once()}) {
        for (const auto place : read(list)) sound = sound && place < products;
        for (std::uint32_t product = 0; list.isSet() && product < products; product += 64)
          sound = sound && (list.wordOf(product) & 1) == (list.has(product) ? 1 : 0);
      }
    }
    CHECK(sound);
  }
}

}  // namespace vitrine
