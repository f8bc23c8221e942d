#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "vitrine/quote.hpp"
#include "vitrine/terms.hpp"

/// Who earns what of a sale.
namespace vitrine {

/// An amount by who gets it, in minor units.
struct Split {
  Amount seller = 0;
  Amount presenter = 0;
  Amount operator_fee = 0;

  friend bool operator==(const Split&, const Split&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("seller", self.seller);
    field("presenter", self.presenter);
    field("operator_fee", self.operator_fee);
  }
};

/// A line's value that commission is counted of (after discounts, without tax and delivery), and
/// who earns what of it. The operator's fee for each order stands with the seller only.
struct LineShares {
  std::string offer_id;
  Amount base = 0;
  Split split;

  friend bool operator==(const LineShares&, const LineShares&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("offer_id", self.offer_id);
    field("base", self.base);
    field("split", self.split);
  }
};

/// Who earns what of one seller's order. The split adds up to `total`, all that the customer pays
/// for it: delivery and tax are the seller's.
struct SellerShares {
  std::string seller_id;
  Amount base = 0;
  Amount total = 0;
  Split split;
  std::vector<LineShares> lines;

  friend bool operator==(const SellerShares&, const SellerShares&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("seller_id", self.seller_id);
    field("base", self.base);
    field("total", self.total);
    field("split", self.split);
    field("lines", self.lines);
  }
};

/// Of a whole quote, in the order of its sellers and lines. `messages` warn of what goods could not
/// pay in full: `terms_exceed_price`, `negative_margin`. The seller then keeps nothing of them, the
/// operator comes first.
struct Shares {
  std::string currency;
  Split split;
  std::vector<SellerShares> sellers;
  std::vector<Message> messages;

  friend bool operator==(const Shares&, const Shares&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("currency", self.currency);
    field("split", self.split);
    field("sellers", self.sellers);
    field("messages", self.messages);
  }
};

struct SellerTerms {
  std::string seller_id;
  Terms terms;

  friend bool operator==(const SellerTerms&, const SellerTerms&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("seller_id", self.seller_id);
    field("terms", self.terms);
  }
};

/// What holds on a day. A seller without terms pays no commission.
struct SharePolicy {
  std::string on;
  std::vector<SellerTerms> terms;
  OperatorFee operator_fee;

  friend bool operator==(const SharePolicy&, const SharePolicy&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("on", self.on);
    field("terms", self.terms, defaulted);
    field("operator_fee", self.operator_fee, defaulted);
  }
};

struct SharesRequest {
  QuoteRequest quote;
  SharePolicy policy;

  friend bool operator==(const SharesRequest&, const SharesRequest&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("quote", self.quote);
    field("policy", self.policy);
  }
};

/// The first fault of a policy: `invalid_format` (the day), `overlapping_rules` (a seller twice),
/// and what `check` and `checkTogether` say of its parts.
Fault check(const SharePolicy& policy);

/// Who earns what of a quote, which was made from this shelf. Each line is split by largest
/// remainder. Terms whose first day is still to come do not count yet.
Result<Shares> shares(const Quote& quote, const Shelf& shelf, const SharePolicy& policy);

/// How a refund is taken back from those who still have `left` of a sale: in proportion, by largest
/// remainder, so that refunding all that is left leaves everybody with nothing of it.
/// `out_of_range` for nothing or less, `refund_exceeds_charge` for more than is left.
Result<Split> refundSplit(const Split& left, Amount amount);

Amount sum(const Split& split);
Split operator-(const Split& split);
Split& operator+=(Split& split, const Split& other);

}  // namespace vitrine
