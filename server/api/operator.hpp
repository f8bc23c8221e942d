#pragma once

#include "api/accounts.hpp"
#include "store/members.hpp"
#include "vitrine/review.hpp"
#include "vitrine/terms.hpp"

/// What the operator sees and says: who is on the server, what waits for a word, and the fee. Of
/// customers nothing but what they wrote to be published.
namespace vitrine {

/// How much waits for the operator.
struct OperatorTasks {
  std::int64_t sellers = 0;  // to be approved or refused
  std::int64_t reviews = 0;  // texts to be published or declined
  std::int64_t parked_deliveries = 0;
  std::int64_t parked_mails = 0;

  static constexpr void fields(auto& self, auto&& field) {
    field("sellers", self.sellers);
    field("reviews", self.reviews);
    field("parked_deliveries", self.parked_deliveries);
    field("parked_mails", self.parked_mails);
  }
};

/// A seller as the operator judges it: who it is and what it sells.
struct ListedSeller {
  std::string id;
  std::string name;
  std::string country;
  std::string currency;
  std::string email;    // for customers
  std::string address;  // the trader's identity, as customers read it
  SellerStanding standing = SellerStanding::waiting;
  std::string refusal;    // why it was refused; empty: it was not
  std::string joined_at;  // RFC 3339, UTC
  std::int64_t offers = 0;
  std::vector<std::string> titles;  // of a few of its products

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("name", self.name);
    field("country", self.country);
    field("currency", self.currency);
    field("email", self.email);
    field("address", self.address);
    field("standing", self.standing);
    field("refusal", self.refusal);
    field("joined_at", self.joined_at);
    field("offers", self.offers);
    field("titles", self.titles);
  }
};

/// Oldest first, as the following lists; pass `next` as `after` for the following page.
struct ListedSellers {
  std::vector<ListedSeller> sellers;
  std::optional<std::string> next;

  static constexpr void fields(auto& self, auto&& field) {
    field("sellers", self.sellers);
    field("next", self.next);
  }
};

struct ListedSites {
  std::vector<Site> sites;
  std::optional<std::string> next;

  static constexpr void fields(auto& self, auto&& field) {
    field("sites", self.sites);
    field("next", self.next);
  }
};

struct ListedAccounts {
  std::vector<Account> accounts;
  std::optional<std::string> next;

  static constexpr void fields(auto& self, auto&& field) {
    field("accounts", self.accounts);
    field("next", self.next);
  }
};

/// The operator's word on a seller. Who is not approved is told why, in `reason`.
struct Approval {
  bool approved = false;
  std::string reason;

  static constexpr void fields(auto& self, auto&& field) {
    field("approved", self.approved);
    field("reason", self.reason, defaulted);
  }
};

/// A text of a customer about a product.
struct ListedReview {
  std::string id;
  std::string product_title;  // empty: the offer is gone
  std::string seller_name;
  std::int64_t stars = 0;
  std::string text;
  std::string display_name;
  std::string said_at;  // RFC 3339, UTC
  ReviewStatus status = ReviewStatus::waiting;
  std::string reason;  // why it was declined

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("product_title", self.product_title);
    field("seller_name", self.seller_name);
    field("stars", self.stars);
    field("text", self.text);
    field("display_name", self.display_name);
    field("said_at", self.said_at);
    field("status", self.status);
    field("reason", self.reason);
  }
};

struct ListedReviews {
  std::vector<ListedReview> reviews;
  std::optional<std::string> next;

  static constexpr void fields(auto& self, auto&& field) {
    field("reviews", self.reviews);
    field("next", self.next);
  }
};

/// What the customer reads of a text that is not shown. `stars`: they do not count either.
struct ReviewRefusal {
  std::string reason;
  bool stars = false;

  static constexpr void fields(auto& self, auto&& field) {
    field("reason", self.reason);
    field("stars", self.stars, defaulted);
  }
};

/// A fee as it was published. `in_force`: whether today's orders are placed under it.
struct PublishedFee {
  std::string id;
  std::string published_at;  // RFC 3339, UTC
  bool in_force = false;
  OperatorFee fee;

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("published_at", self.published_at);
    field("in_force", self.in_force);
    field("fee", self.fee);
  }
};

/// All versions, oldest first. `earliest`: the first day that the next one may begin on.
struct FeeHistory {
  std::vector<PublishedFee> versions;
  std::string earliest;

  static constexpr void fields(auto& self, auto&& field) {
    field("versions", self.versions);
    field("earliest", self.earliest);
  }
};

}  // namespace vitrine
