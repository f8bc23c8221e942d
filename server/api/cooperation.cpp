#include "api/cooperation.hpp"

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "cooperation/agreements.hpp"
#include "cooperation/books.hpp"
#include "cooperation/terms.hpp"
#include "members/notices.hpp"
#include "store/orders.hpp"

namespace vitrine {
namespace {

constexpr int ordersPage = 100;

PresentedOrder presented(Database& db, const SellerOrder& order) {
  PresentedOrder answer;
  answer.id = order.id;
  answer.site_id = order.site_id;
  answer.seller_id = order.seller_id;
  answer.created_at = order.created_at;
  answer.currency = order.currency;
  answer.status = order.status;
  if (!order.shares) return answer;  // from before there were shares
  answer.base = order.shares->base;
  answer.presenter = order.shares->split.presenter;
  answer.left = leftOf(db, order).presenter;
  for (std::size_t i = 0; i < order.shares->lines.size(); ++i) {
    const auto& line = order.line_items[i];
    const auto& share = order.shares->lines[i];
    answer.lines.push_back({line.offer_id, line.product_id, line.title, line.quantity, share.base,
                            share.split.presenter});
  }
  return answer;
}

}  // namespace

Result<TermsHistory> getTerms(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  return termsHistory(work.db, *seller_id, work.now);
}

Result<TermsHistory> publishTerms(Work& work, const Terms& request) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  if (auto fault = publishTerms(work.db, *seller_id, request, work.now)) return *std::move(fault);
  work.events.catalog_changed = true;
  return termsHistory(work.db, *seller_id, work.now);
}

Result<AgreementList> listAgreements(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  const auto seller = findSeller(work.db, *seller_id)->seller;
  AgreementList list;
  for (const auto& site : listSites(work.db))
    list.agreements.push_back(agreementOf(work.db, seller, site, work.now));
  return list;
}

Result<Agreement> sellerStep(Work& work, const AgreementWish& request) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  const auto site = findSite(work.db, work.call.param("site_id"));
  if (!site) return Error{Errc::unknown_site, "site_id"};
  work.events.catalog_changed = true;
  const auto seller = findSeller(work.db, *seller_id)->seller;
  auto agreement = takeStep(work.db, seller, *site, AgreementSide::seller, request.step, work.now);
  const bool accepts = request.step == AgreementStep::accept;
  if (agreement && (accepts || request.step == AgreementStep::decline))
    tellMember(work, site->presenter_id,
               about(accepts ? MailKind::application_accepted : MailKind::application_declined,
                     seller.name, site->name),
               site->presenter_id + "/sites");
  return agreement;
}

Result<Agreement> presenterStep(Work& work, const AgreementWish& request) {
  const auto site = work.ownSite();
  if (!site) return site.error();
  const auto record = findSeller(work.db, work.call.param("seller_id"));
  if (!record) return Error{Errc::not_found, "seller_id"};
  work.events.catalog_changed = true;
  return takeStep(work.db, record->seller, *site, AgreementSide::presenter, request.step, work.now);
}

Result<PresentableSellers> listPresentable(Work& work, const Nothing&) {
  const auto site = work.ownSite();
  if (!site) return site.error();
  PresentableSellers list;
  for (const auto& record : listSellers(work.db)) {
    if (!record.approved) continue;
    list.sellers.push_back({agreementOf(work.db, record.seller, *site, work.now),
                            termsHistory(work.db, record.seller.id, work.now),
                            feeOn(work.db, dayOf(work.now))});
  }
  return list;
}

Result<PresentedOrders> listPresented(Work& work, const Nothing&) {
  const auto presenter_id = work.presenter();
  if (!presenter_id) return presenter_id.error();
  PresentedOrders list;
  for (const auto& order :
       ordersOfPresenter(work.db, *presenter_id, work.call.param("after"), ordersPage))
    list.orders.push_back(presented(work.db, order));
  if (list.orders.size() == ordersPage) list.next = list.orders.back().id;
  return list;
}

Result<EarningPages> listEarningPages(Work& work, const Nothing&) {
  const auto presenter_id = work.presenter();
  if (!presenter_id) return presenter_id.error();
  EarningPages answer{work.call.param("month"), {}};
  const auto span = monthOf(answer.month);
  if (!span) return span.error();
  for (const auto& sum : sumsByPage(work.db, *presenter_id, span->first, span->second))
    answer.pages.push_back({sum.page, sum.currency, sum.orders, sum.amount});
  return answer;
}

Result<Refund> refundOrder(Work& work, const RefundRequest& request) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  const auto order = findOrder(work.db, *seller_id, work.call.param("id"));
  if (!order) return Error{Errc::not_found, "id"};
  const auto amount = bookRefund(work.db, *order, request.amount, request.reason, work.now);
  if (!amount) return amount.error();
  return Refund{order->id, order->currency, *amount, leftOf(work.db, *order)};
}

Result<Statement> sellerStatement(Work& work, const Nothing&) {
  const auto seller_id = work.seller();
  if (!seller_id) return seller_id.error();
  return statementOf(work.db, *seller_id, work.call.param("month"));
}

Result<Statement> presenterStatement(Work& work, const Nothing&) {
  const auto presenter_id = work.presenter();
  if (!presenter_id) return presenter_id.error();
  return statementOf(work.db, *presenter_id, work.call.param("month"));
}

}  // namespace vitrine
