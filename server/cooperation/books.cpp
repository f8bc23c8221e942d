#include "cooperation/books.hpp"

#include <limits>

#include "store/members.hpp"

namespace vitrine {
namespace {

constexpr std::size_t maxReason = 500;

Transfer transferOf(TransferKind kind, const SellerOrder& order, std::string note = "") {
  Transfer transfer;
  transfer.kind = kind;
  transfer.currency = order.currency;
  transfer.order_id = order.id;
  transfer.note = std::move(note);
  return transfer;
}

std::string presenterOf(Database& db, const SellerOrder& order) {
  return findSite(db, order.site_id)->presenter_id;
}

/// From the customers to those who earn of an order; the other way round for a negative split.
Transfer splitOf(Transfer transfer, const SellerOrder& order, const std::string& presenter_id,
                 const Split& split) {
  transfer.entries = {{customersAccount, -sum(split)},
                      {order.seller_id, split.seller},
                      {presenter_id, split.presenter},
                      {operatorAccount, split.operator_fee}};
  return transfer;
}

void bookSplit(Database& db, Transfer transfer, const SellerOrder& order, const Split& split,
               std::int64_t now) {
  post(db, splitOf(std::move(transfer), order, presenterOf(db, order), split), now);
}

void collect(Database& db, const SellerOrder& order, Amount amount, std::int64_t now) {
  auto transfer = transferOf(TransferKind::collection, order);
  transfer.entries = {{order.seller_id, -amount}, {customersAccount, amount}};
  post(db, std::move(transfer), now);
}

bool isMember(Database& db, const std::string& account) {
  return account == operatorAccount || findSeller(db, account) || presenterName(db, account);
}

Fault check(Database& db, const Payment& payment) {
  if (!isMember(db, payment.from)) return Error{Errc::not_found, "from"};
  if (!isMember(db, payment.to)) return Error{Errc::not_found, "to"};
  if (payment.from == payment.to) return Error{Errc::out_of_range, "to"};
  if (!currencyExponent(payment.money.currency)) return Error{Errc::invalid_format, "currency"};
  if (payment.money.amount <= 0 || payment.money.amount > maxSafeInteger)
    return Error{Errc::out_of_range, "amount"};
  if (payment.note.size() > maxReason) return Error{Errc::too_large, "note"};
  return {};
}

/// Who has paid is owed that much more, who was paid that much less.
void book(Database& db, TransferKind kind, const Payment& payment, std::int64_t now) {
  Transfer transfer;
  transfer.kind = kind;
  transfer.currency = payment.money.currency;
  transfer.note = payment.note;
  transfer.entries = {{payment.from, payment.money.amount}, {payment.to, -payment.money.amount}};
  post(db, std::move(transfer), now);
}

}  // namespace

void bookSales(Database& db, const std::vector<SellerOrder>& orders,
               const std::string& presenter_id, std::int64_t now) {
  std::vector<Transfer> sales;
  for (const auto& order : orders)
    sales.push_back(
        splitOf(transferOf(TransferKind::sale, order), order, presenter_id, order.shares->split));
  post(db, std::move(sales), now);
}

void bookCollection(Database& db, const SellerOrder& order, std::int64_t now) {
  collect(db, order, sum(leftOf(db, order)), now);
}

void bookRejection(Database& db, const SellerOrder& order, std::int64_t now) {
  bookSplit(db, transferOf(TransferKind::rejection, order), order, -leftOf(db, order), now);
}

void bookCancellation(Database& db, const SellerOrder& order, std::int64_t now) {
  bookSplit(db, transferOf(TransferKind::cancellation, order), order, -leftOf(db, order), now);
}

Split leftOf(Database& db, const SellerOrder& order) {
  return {movedOf(db, order.id, order.seller_id), movedOf(db, order.id, presenterOf(db, order)),
          movedOf(db, order.id, operatorAccount)};
}

Result<Amount> bookRefund(Database& db, const SellerOrder& order, std::optional<Amount> amount,
                          const std::string& note, std::int64_t now) {
  if (note.size() > maxReason) return Error{Errc::too_large, "reason"};
  if (!stands(order.status) || !order.shares) return Error{Errc::invalid_transition, "status"};
  const auto left = leftOf(db, order);
  if (!amount && sum(left) == 0) return Error{Errc::refund_exceeds_charge, "amount", 0};
  const auto back = refundSplit(left, amount.value_or(sum(left)));
  if (!back) return back.error();
  bookSplit(db, transferOf(TransferKind::refund, order, note), order, -*back, now);
  // The seller has the customer's money, and gives it back.
  if (order.status == OrderStatus::shipped) collect(db, order, -sum(*back), now);
  return sum(*back);
}

Fault bookPayout(Database& db, const Payment& payment, std::int64_t now) {
  if (auto fault = check(db, payment)) return fault;
  const auto owed =
      balanceOf(db, payment.to, payment.money.currency, std::numeric_limits<std::int64_t>::max());
  if (payment.money.amount > owed)
    return Error{Errc::payout_exceeds_balance, "amount", std::max<Amount>(0, owed)};
  book(db, TransferKind::payout, payment, now);
  return {};
}

Fault bookAdjustment(Database& db, const Payment& payment, std::int64_t now) {
  if (auto fault = check(db, payment)) return fault;
  if (payment.note.find_first_not_of(' ') == std::string::npos)
    return Error{Errc::missing_field, "note"};
  book(db, TransferKind::adjustment, payment, now);
  return {};
}

}  // namespace vitrine
