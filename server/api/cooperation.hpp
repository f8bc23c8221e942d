#pragma once

#include "cooperation/statement.hpp"
#include "vitrine/agreement.hpp"
#include "vitrine/order.hpp"

/// What sellers and presenters agree on, and what presenters see of it.
namespace vitrine {

/// Terms as they were published. `in_force`: whether today's orders are placed under them.
struct PublishedTerms {
  std::string id;
  std::string published_at;  // RFC 3339, UTC
  bool in_force = false;
  Terms terms;

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("published_at", self.published_at);
    field("in_force", self.in_force);
    field("terms", self.terms);
  }
};

/// All versions, oldest first. `earliest`: the first day that the next one may begin on.
struct TermsHistory {
  std::vector<PublishedTerms> versions;
  std::string earliest;

  static constexpr void fields(auto& self, auto&& field) {
    field("versions", self.versions);
    field("earliest", self.earliest);
  }
};

struct AgreementChange {
  std::string at;  // RFC 3339, UTC
  AgreementSide side = AgreementSide::seller;
  AgreementStep step = AgreementStep::apply;
  AgreementStatus status = AgreementStatus::none;  // where it led

  static constexpr void fields(auto& self, auto&& field) {
    field("at", self.at);
    field("side", self.side);
    field("step", self.step);
    field("status", self.status);
  }
};

/// How a seller and a site stand to each other. `presented`: whether the site shows the goods.
struct Agreement {
  std::string seller_id;
  std::string seller_name;
  std::string site_id;
  std::string site_name;
  AgreementStatus status = AgreementStatus::none;
  bool presented = false;
  std::vector<AgreementChange> history;

  static constexpr void fields(auto& self, auto&& field) {
    field("seller_id", self.seller_id);
    field("seller_name", self.seller_name);
    field("site_id", self.site_id);
    field("site_name", self.site_name);
    field("status", self.status);
    field("presented", self.presented);
    field("history", self.history);
  }
};

struct AgreementList {
  std::vector<Agreement> agreements;

  static constexpr void fields(auto& self, auto&& field) { field("agreements", self.agreements); }
};

struct AgreementWish {
  AgreementStep step = AgreementStep::apply;

  static constexpr void fields(auto& self, auto&& field) { field("step", self.step); }
};

/// A seller as a site's presenter sees it.
struct PresentableSeller {
  Agreement agreement;
  TermsHistory terms;
  OperatorFee operator_fee;

  static constexpr void fields(auto& self, auto&& field) {
    field("agreement", self.agreement);
    field("terms", self.terms);
    field("operator_fee", self.operator_fee);
  }
};

struct PresentableSellers {
  std::vector<PresentableSeller> sellers;

  static constexpr void fields(auto& self, auto&& field) { field("sellers", self.sellers); }
};

/// A line of an order without anything of the customer.
struct PresentedLine {
  std::string offer_id;
  std::string product_id;
  std::string title;
  std::int64_t quantity = 0;
  Amount base = 0;
  Amount presenter = 0;

  static constexpr void fields(auto& self, auto&& field) {
    field("offer_id", self.offer_id);
    field("product_id", self.product_id);
    field("title", self.title);
    field("quantity", self.quantity);
    field("base", self.base);
    field("presenter", self.presenter);
  }
};

/// An order that a presenter's site has brought about, without anything of the customer.
/// `presenter`: what it was promised; `left`: what rejection and refunds leave of it.
struct PresentedOrder {
  std::string id;
  std::string site_id;
  std::string seller_id;
  std::string created_at;  // RFC 3339, UTC
  std::string currency;
  OrderStatus status = OrderStatus::placed;
  Amount base = 0;
  Amount presenter = 0;
  Amount left = 0;
  std::vector<PresentedLine> lines;

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id);
    field("site_id", self.site_id);
    field("seller_id", self.seller_id);
    field("created_at", self.created_at);
    field("currency", self.currency);
    field("status", self.status);
    field("base", self.base);
    field("presenter", self.presenter);
    field("left", self.left);
    field("lines", self.lines);
  }
};

/// Oldest first; pass `next` as `after` for the following page.
struct PresentedOrders {
  std::vector<PresentedOrder> orders;
  std::optional<std::string> next;

  static constexpr void fields(auto& self, auto&& field) {
    field("orders", self.orders);
    field("next", self.next);
  }
};

/// What the sales of a month brought the presenter that began on one page (its address without
/// query and fragment; empty: not known), as far as it is left of rejections and refunds.
struct PageEarnings {
  std::string page;
  std::string currency;
  std::int64_t orders = 0;
  Amount presenter = 0;

  static constexpr void fields(auto& self, auto&& field) {
    field("page", self.page);
    field("currency", self.currency);
    field("orders", self.orders);
    field("presenter", self.presenter);
  }
};

/// The best first.
struct EarningPages {
  std::string month;  // 2026-11
  std::vector<PageEarnings> pages;

  static constexpr void fields(auto& self, auto&& field) {
    field("month", self.month);
    field("pages", self.pages);
  }
};

/// Minor units to give back; nothing: all that is left.
struct RefundRequest {
  std::optional<Amount> amount;
  std::string reason;

  static constexpr void fields(auto& self, auto&& field) {
    field("amount", self.amount);
    field("reason", self.reason);
  }
};

/// `left`: what the customer still pays, by who earns it.
struct Refund {
  std::string order_id;
  std::string currency;
  Amount amount = 0;
  Split left;

  static constexpr void fields(auto& self, auto&& field) {
    field("order_id", self.order_id);
    field("currency", self.currency);
    field("amount", self.amount);
    field("left", self.left);
  }
};

}  // namespace vitrine
