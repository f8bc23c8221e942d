#pragma once

#include "api/cooperation.hpp"
#include "api/deliveries.hpp"
#include "api/keys.hpp"
#include "api/offers.hpp"
#include "api/reviews.hpp"
#include "vitrine/checkout.hpp"

namespace vitrine {

struct Work;

/// The body of a request that has none.
struct Nothing {
  static constexpr void fields(auto&, auto&&) {}
};

Result<CheckoutSession> createSession(Work&, const CheckoutCreate&);
Result<CheckoutSession> getSession(Work&, const Nothing&);
Result<CheckoutSession> updateSession(Work&, const CheckoutUpdate&);
Result<CheckoutSession> completeSession(Work&, const CheckoutComplete&);
Result<CheckoutSession> cancelSession(Work&, const Nothing&);

Result<OrderGroup> getOrderGroup(Work&, const Nothing&);
Result<OrderGroup> answerReplacement(Work&, const ReplacementAnswer&);

Result<OrderGroup> reviewOrder(Work&, const ReviewWish&);
Result<ProductReviews> listProductReviews(Work&, const Nothing&);
Result<SellerReviews> listSellerReviews(Work&, const Nothing&);
Result<SellerReview> answerReview(Work&, const ReviewAnswer&);
Result<EndorsementList> listEndorsements(Work&, const Nothing&);
Result<EndorsementList> endorse(Work&, const EndorsementWish&);

Result<OrderList> listOrders(Work&, const Nothing&);
Result<SellerOrder> getOrder(Work&, const Nothing&);
Result<SellerOrder> acknowledgeOrder(Work&, const Nothing&);
Result<SellerOrder> rejectOrder(Work&, const Rejection&);
Result<SellerOrder> shipOrder(Work&, const Shipment&);

Result<DeliveryStatus> deliveryStatus(Work&, const Nothing&);
Result<Replayed> replayDeliveries(Work&, const ReplayRequest&);
Result<RotatedSecret> rotateWebhookSecret(Work&, const Nothing&);
Result<RotatedSigningKey> rotateSigningKey(Work&, const Nothing&);

Result<OffersUpdated> updateOffers(Work&, const OfferUpdates&);
Result<OffersUpdated> updateOffer(Work&, const OfferTerms&);
Result<ImportReport> importUpload(Work&, const FeedUpload&);

Result<TermsHistory> getTerms(Work&, const Nothing&);
Result<TermsHistory> publishTerms(Work&, const Terms&);
Result<AgreementList> listAgreements(Work&, const Nothing&);
Result<Agreement> sellerStep(Work&, const AgreementWish&);
Result<Refund> refundOrder(Work&, const RefundRequest&);
Result<Statement> sellerStatement(Work&, const Nothing&);
Result<PresentableSellers> listPresentable(Work&, const Nothing&);
Result<Agreement> presenterStep(Work&, const AgreementWish&);
Result<PresentedOrders> listPresented(Work&, const Nothing&);
Result<Statement> presenterStatement(Work&, const Nothing&);

Result<KeyList> listKeys(Work&, const Nothing&);
Result<NewKey> issueKey(Work&, const KeyWish&);
Result<KeyState> revokeKey(Work&, const Nothing&);

}  // namespace vitrine
