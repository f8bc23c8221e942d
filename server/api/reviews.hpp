#pragma once

#include <optional>
#include <string>
#include <vector>

#include "vitrine/review.hpp"

/// What customers and presenters say of products, as pages and sellers are told.
namespace vitrine {

/// A published text about a product.
struct ProductReview {
  std::string id;
  std::int64_t stars = 0;
  std::string text;
  std::string display_name;  // empty: the customer gave none, or was erased
  std::string said_at;       // RFC 3339, UTC
  std::string seller_name;   // whose parcel it was
  std::string answer;        // the seller's; empty: none

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("stars", self.stars);
    field("text", self.text);
    field("display_name", self.display_name);
    field("said_at", self.said_at);
    field("seller_name", self.seller_name);
    field("answer", self.answer);
  }
};

/// How a seller keeps its promises: see docs/reviews.md. Percentages only where there is enough to
/// tell them of.
struct SellerRecordCard {
  std::string seller_id;
  std::optional<StarRating> rating;          // was the order right, and on time?
  std::optional<std::int64_t> in_time;       // of shipped orders, in percent
  std::optional<std::int64_t> not_accepted;  // of all that ended, in percent

  static constexpr void fields(auto& self, auto&& field) {
    field("seller_id", self.seller_id);
    field("rating", self.rating);
    field("in_time", self.in_time);
    field("not_accepted", self.not_accepted);
  }
};

/// What the site's presenter would earn of a seller's offer, where the site tells.
struct Commission {
  std::string seller_id;
  std::int64_t amount = 0;  // minor units of the site's currency, for one of the cheapest

  static constexpr void fields(auto& self, auto&& field) {
    field("seller_id", self.seller_id);
    field("amount", self.amount);
  }
};

/// Why the site's presenter recommends a product.
struct ShownEndorsement {
  std::string presenter_name;
  std::string text;
  std::vector<Commission> commissions;

  static constexpr void fields(auto& self, auto&& field) {
    field("presenter_name", self.presenter_name);
    field("text", self.text);
    field("commissions", self.commissions);
  }
};

/// What is said of a product: a page of texts, newest first (pass `next` as `after` for the
/// following one), and with the first page the site's own word and its sellers' records.
struct ProductReviews {
  std::vector<ProductReview> reviews;
  std::optional<std::string> next;
  std::vector<SellerRecordCard> sellers;
  std::optional<ShownEndorsement> endorsement;

  static constexpr void fields(auto& self, auto&& field) {
    field("reviews", self.reviews);
    field("next", self.next);
    field("sellers", self.sellers);
    field("endorsement", self.endorsement);
  }
};

/// What a customer said of a seller's goods, or, without an offer, of the seller. Texts are told
/// when they are published.
struct SellerReview {
  std::string id;
  std::string order_id;
  std::string offer_id;
  std::int64_t stars = 0;
  std::string text;
  std::string display_name;
  std::string said_at;  // RFC 3339, UTC
  std::string answer;

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("order_id", self.order_id);
    field("offer_id", self.offer_id);
    field("stars", self.stars);
    field("text", self.text);
    field("display_name", self.display_name);
    field("said_at", self.said_at);
    field("answer", self.answer);
  }
};

/// Oldest first; pass `next` as `after` for the following page.
struct SellerReviews {
  std::vector<SellerReview> reviews;
  std::optional<std::string> next;

  static constexpr void fields(auto& self, auto&& field) {
    field("reviews", self.reviews);
    field("next", self.next);
  }
};

/// A seller's answer, at most 2000 characters; empty: taken back.
struct ReviewAnswer {
  std::string text;

  static constexpr void fields(auto& self, auto&& field) { field("text", self.text); }
};

/// Why a presenter recommends a product: at most 300 characters; empty: it does not any more.
struct EndorsementWish {
  std::string text;

  static constexpr void fields(auto& self, auto&& field) { field("text", self.text); }
};

struct Endorsement {
  std::string product_id;
  std::string text;
  std::string said_at;  // RFC 3339, UTC

  static constexpr void fields(auto& self, auto&& field) {
    field("product_id", self.product_id);
    field("text", self.text);
    field("said_at", self.said_at);
  }
};

struct EndorsementList {
  std::vector<Endorsement> endorsements;

  static constexpr void fields(auto& self, auto&& field) {
    field("endorsements", self.endorsements);
  }
};

}  // namespace vitrine
