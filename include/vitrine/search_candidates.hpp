#pragma once

#include <vector>

#include "vitrine/search_index.hpp"

/// Products that have the words of a query, with their scores: see `search_query.hpp`.
namespace vitrine {

struct Hit {
  std::uint32_t product = 0;
  std::uint32_t score = 0;
};

/// What the best mention in a description counts for.
inline constexpr std::uint32_t mostMention = weight::mentions * weight::description;

/// All products that have one term. Each stands in one of its lists only.
std::vector<Hit> hitsOf(const SearchIndex& index, const Match& term);

/// The products that have all words so far.
class Candidates {
 public:
  explicit Candidates(const SearchIndex& index) : index_(index), best_(index.best) {}

  void add(const std::vector<Match>& matches);
  std::vector<Hit> take() { return std::move(hits_); }

 private:
  void note(std::uint32_t product, std::uint32_t quarters);
  void noteOwn(const Match& match);
  void noteMentions(Places places, std::uint32_t quarters);

  const SearchIndex& index_;
  std::vector<std::uint8_t>& best_;
  std::vector<Hit> hits_;
  bool first_ = true;
};

}  // namespace vitrine
