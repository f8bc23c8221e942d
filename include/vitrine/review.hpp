#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "vitrine/fields.hpp"

/// What those who bought say of goods and sellers. docs/ranking.md tells what counts how much.
namespace vitrine {

/// How many gave stars, and how many they gave on average: 437 is 4.37 of 5.
struct StarRating {
  std::int64_t count = 0;  // at least 1
  std::int64_t mean = 0;   // hundredths of a star, 100 … 500

  friend bool operator==(const StarRating&, const StarRating&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("count", self.count);
    field("mean", self.mean);
  }
};

/// Where the text of a review stands: there is none, or it waits for the operator, who publishes or
/// declines it. Stars count without one.
enum class ReviewStatus { none, waiting, published, declined };
constexpr auto names(ReviewStatus) {
  return std::to_array<std::string_view>({"none", "waiting", "published", "declined"});
}

/// What a customer says by the link of its order: of one line, or of the seller where no offer is
/// named (was the order right, and on time?). Without stars it takes back what it said.
struct ReviewWish {
  std::string order_id;
  std::string offer_id;
  std::optional<std::int64_t> stars;  // 1 … 5
  std::string text;                   // plain, at most 2000 characters; of goods only
  std::string display_name;           // shown beside the text, at most 60 characters; empty: none

  friend bool operator==(const ReviewWish&, const ReviewWish&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("order_id", self.order_id);
    field("offer_id", self.offer_id, defaulted);
    field("stars", self.stars);
    field("text", self.text, defaulted);
    field("display_name", self.display_name, defaulted);
  }
};

/// A review as its customer sees it on the order page.
struct OwnReview {
  std::string offer_id;  // empty: of the seller
  std::int64_t stars = 0;
  std::string text;
  std::string display_name;
  ReviewStatus status = ReviewStatus::none;
  std::string reason;  // why the text was declined
  std::string answer;  // the seller's

  friend bool operator==(const OwnReview&, const OwnReview&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("offer_id", self.offer_id);
    field("stars", self.stars);
    field("text", self.text);
    field("display_name", self.display_name);
    field("status", self.status);
    field("reason", self.reason);
    field("answer", self.answer);
  }
};

}  // namespace vitrine
