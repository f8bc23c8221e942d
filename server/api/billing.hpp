#pragma once

#include "cooperation/invoices.hpp"

namespace vitrine {

/// How a member is billed; nothing where it has not said so.
struct BillingState {
  std::optional<Billing> billing;

  static constexpr void fields(auto& self, auto&& field) { field("billing", self.billing); }
};

/// The documents of a month, once it is over.
struct InvoiceDocuments {
  std::string month;
  std::vector<InvoiceDocument> documents;

  static constexpr void fields(auto& self, auto&& field) {
    field("month", self.month);
    field("documents", self.documents);
  }
};

}  // namespace vitrine
