#pragma once

#include <cstdint>
#include <span>
#include <vector>

/// One ranking of products from what the crowd does: purchases on all sites, ratings, endorsements
/// and how sellers keep their promises. Integers only, so that every machine finds the same; the
/// order of the input does not matter. docs/ranking.md tells the method and its sources.
namespace vitrine::crowd {

/// One product of a purchase. Whoever asks counts products, customers and the rest from 0.
struct Purchase {
  std::uint32_t product = 0;
  std::uint32_t customer = 0;
  std::uint32_t site = 0;
  std::uint32_t basket = 0;  // what one customer bought at once on one site has one number
  std::int64_t at = 0;       // Unix milliseconds, here and below
};

struct Rating {
  std::uint32_t product = 0;
  std::uint32_t customer = 0;
  std::uint32_t site = 0;
  std::int64_t stars = 0;  // 1 … 5
  std::int64_t at = 0;
};

/// A presenter recommends a product.
struct Endorsement {
  std::uint32_t product = 0;
  std::uint32_t presenter = 0;
};

/// A presenter shows a product beside others: in one section, one guide, or all that it recommends
/// on one site.
struct Presentation {
  std::uint32_t product = 0;
  std::uint32_t presenter = 0;
  std::uint32_t list = 0;  // what is shown together has one number
};

/// What a seller made of an order: shipped in the promised time, shipped late, or not at all.
enum class Outcome { kept, late, broken };

struct Promise {
  std::uint32_t seller = 0;
  std::uint32_t customer = 0;
  Outcome outcome = Outcome::kept;
  std::int64_t at = 0;
};

/// A seller has a product.
struct Offering {
  std::uint32_t product = 0;
  std::uint32_t seller = 0;
};

struct Evidence {
  std::uint32_t products = 0;  // how many there are; every product below is less
  std::uint32_t sellers = 0;
  std::vector<Purchase> purchases;
  std::vector<Rating> ratings;
  std::vector<Endorsement> endorsements;
  std::vector<Presentation> presentations;
  std::vector<Promise> promises;
  std::vector<Offering> offerings;
};

/// Another product that is often bought at once with one, or shown beside it.
struct Companion {
  std::uint32_t product = 0;
  std::int64_t similarity = 0;  // of those who chose the one, who chose it too: millionths
  std::uint32_t voices = 0;     // customers who bought both at once, or presenters who show both

  friend bool operator==(const Companion&, const Companion&) = default;
};

/// Where a product stands, in millionths of the most that can be: the parts, and the score that
/// they make.
struct Standing {
  std::int64_t purchases = 0;
  std::int64_t ratings = 0;
  std::int64_t endorsements = 0;
  std::int64_t reliability = 0;  // of the best of its sellers
  std::int64_t score = 0;
  std::vector<Companion> companions;  // bought with it, the most similar first
  std::vector<Companion> presented;   // shown beside it, likewise

  friend bool operator==(const Standing&, const Standing&) = default;
};

/// What each part counts for, in percent of the score.
inline constexpr std::int64_t purchasesCount = 50;
inline constexpr std::int64_t ratingsCount = 25;
inline constexpr std::int64_t endorsementsCount = 10;
inline constexpr std::int64_t reliabilityCount = 15;
static_assert(purchasesCount + ratingsCount + endorsementsCount + reliabilityCount == 100);

/// A purchase, rating or order counts half after this time, a quarter after twice of it.
inline constexpr std::int64_t halfLife = 90LL * 24 * 60 * 60 * 1000;

/// However much is bought on one site, it counts for less than this many customers.
inline constexpr std::int64_t siteLimit = 32;

/// Fewer customers or presenters than this have no say in what goes together, nor does a purchase
/// or list of more products than that.
inline constexpr std::uint32_t leastTogether = 3;
inline constexpr std::size_t mostTogether = 50;

/// The standing of every product at `now`, with at most `companions` of both kinds.
std::vector<Standing> rank(const Evidence& evidence, std::int64_t now, std::size_t companions);

}  // namespace vitrine::crowd
