#include "api/billing.hpp"

#include <limits>

#include "api/handlers.hpp"
#include "api/work.hpp"

namespace vitrine {

Result<BillingState> getBilling(Work& work, const Nothing&) {
  const auto holder = work.key();
  if (!holder) return holder.error();
  return BillingState{billingAt(work.db, holder->owner, std::numeric_limits<std::int64_t>::max())};
}

Result<BillingState> changeBilling(Work& work, const Billing& request) {
  const auto holder = work.key();
  if (!holder) return holder.error();
  if (auto faults = check(request); !faults.empty()) {
    work.further.assign(faults.begin() + 1, faults.end());
    return faults.front();
  }
  insertBilling(work.db, holder->owner, request, work.now);
  return BillingState{request};
}

Result<InvoiceDocuments> listDocuments(Work& work, const Nothing&) {
  const auto holder = work.key();
  if (!holder) return holder.error();
  const auto& month = work.call.param("month");
  auto documents = invoicesOf(work.db, holder->owner, month, work.now);
  if (!documents) return documents.error();
  return InvoiceDocuments{month, *std::move(documents)};
}

}  // namespace vitrine
