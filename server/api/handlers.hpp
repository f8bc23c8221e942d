#pragma once

#include <boost/asio/awaitable.hpp>

#include "api/accounts.hpp"
#include "api/appearance.hpp"
#include "api/billing.hpp"
#include "api/cooperation.hpp"
#include "api/deliveries.hpp"
#include "api/guides.hpp"
#include "api/health.hpp"
#include "api/keys.hpp"
#include "api/market.hpp"
#include "api/offers.hpp"
#include "api/operator.hpp"
#include "api/order_state.hpp"
#include "api/passkeys.hpp"
#include "api/profile.hpp"
#include "api/related.hpp"
#include "api/retail.hpp"
#include "api/reviews.hpp"
#include "api/setup.hpp"
#include "api/sites.hpp"
#include "api/team.hpp"
#include "vitrine/checkout.hpp"
#include "vitrine/order_group.hpp"

namespace vitrine {

class App;
struct Call;
struct Work;

/// The body of a request that has none.
struct Nothing {
  static constexpr void fields(auto&, auto&&) {}
};

/// What the handlers of the same routes find as `Work::prepared`: the hash of a new password, or
/// the stored one that the given password was found to fit.
boost::asio::awaitable<Result<std::string>> prepareAccount(App&, const Call&, const NewAccount&);
boost::asio::awaitable<Result<std::string>> prepareSignIn(App&, const Call&, const SignIn&);
boost::asio::awaitable<Result<std::string>> preparePassword(App&, const Call&,
                                                            const PasswordChange&);
boost::asio::awaitable<Result<std::string>> prepareReset(App&, const Call&, const PasswordReset&);
boost::asio::awaitable<Result<std::string>> prepareEmail(App&, const Call&, const EmailChange&);
boost::asio::awaitable<Result<std::string>> preparePasskey(App&, const Call&, const PasskeyStart&);

/// Limits how many e-mails an address gets.
boost::asio::awaitable<Result<std::string>> prepareForgotten(App&, const Call&,
                                                             const ForgottenPassword&);
boost::asio::awaitable<Result<std::string>> prepareResend(App&, const Call&, const Nothing&);
boost::asio::awaitable<Result<std::string>> prepareInvitation(App&, const Call&,
                                                              const InvitationWish&);

/// How the server's parts are doing that only its main thread may ask.
boost::asio::awaitable<Result<std::string>> prepareHealth(App&, const Call&, const Nothing&);

/// The report of an import, as JSON.
boost::asio::awaitable<Result<std::string>> prepareImport(App&, const Call&, const Nothing&);

/// What the presenter's search has found, as JSON; it takes the goods from memory.
boost::asio::awaitable<Result<std::string>> prepareProducts(App&, const Call&, const Nothing&);

/// What goes with a product, as JSON, from memory.
boost::asio::awaitable<Result<std::string>> prepareRelated(App&, const Call&, const Nothing&);

Result<SignUp> getSignUp(Work&, const Nothing&);
Result<Account> createAccount(Work&, const NewAccount&);
Result<Account> signIn(Work&, const SignIn&);
Result<Nothing> signOut(Work&, const Nothing&);
Result<Account> getAccount(Work&, const Nothing&);
Result<Account> changePassword(Work&, const PasswordChange&);
Result<Nothing> forgetPassword(Work&, const ForgottenPassword&);
Result<Account> resetPassword(Work&, const PasswordReset&);
Result<Account> changeEmail(Work&, const EmailChange&);
Result<Account> resendConfirmation(Work&, const Nothing&);
Result<Account> confirmEmail(Work&, const LinkToken&);
Result<Account> chooseMails(Work&, const MailChoice&);
Result<Unsubscribed> unsubscribe(Work&, const Nothing&);

Result<PasskeyChallenge> challengeSignIn(Work&, const Nothing&);
Result<Account> signInByPasskey(Work&, const PasskeySignIn&);
Result<PasskeyList> listPasskeys(Work&, const Nothing&);
Result<PasskeyChallenge> challengePasskey(Work&, const PasskeyStart&);
Result<PasskeyList> addPasskey(Work&, const PasskeyRegistration&);
Result<PasskeyList> removePasskey(Work&, const Nothing&);

Result<InvitationOffer> lookAtInvitation(Work&, const LinkToken&);
Result<AccountMember> acceptInvitation(Work&, const LinkToken&);
Result<Team> getTeam(Work&, const Nothing&);
Result<Invitation> invite(Work&, const InvitationWish&);
Result<Team> revokeInvitation(Work&, const Nothing&);
Result<Team> changeRight(Work&, const RightChange&);
Result<Team> removeTeammate(Work&, const Nothing&);
Result<Nothing> leaveTeam(Work&, const Nothing&);

Result<AccountMember> addAccountSeller(Work&, const Seller&);
Result<Site> addAccountSite(Work&, const Site&);

Result<CheckoutSession> createSession(Work&, const CheckoutCreate&);
Result<CheckoutSession> getSession(Work&, const Nothing&);
Result<CheckoutSession> updateSession(Work&, const CheckoutUpdate&);
Result<CheckoutSession> completeSession(Work&, const CheckoutComplete&);
Result<CheckoutSession> cancelSession(Work&, const Nothing&);

Result<OrderGroup> getOrderGroup(Work&, const Nothing&);
Result<OrderGroup> answerReplacement(Work&, const ReplacementAnswer&);
Result<OrderGroup> cancelOrder(Work&, const Cancellation&);
Result<OrderGroup> acceptAppointments(Work&, const AppointmentAcceptance&);
Result<OrderState> getOrderState(Work&, const Nothing&);

Result<OrderGroup> reviewOrder(Work&, const ReviewWish&);
Result<ProductReviews> listProductReviews(Work&, const Nothing&);
Result<RelatedList> listRelated(Work&, const Nothing&);
Result<SellerReviews> listSellerReviews(Work&, const Nothing&);
Result<SellerReview> answerReview(Work&, const ReviewAnswer&);
Result<EndorsementList> listEndorsements(Work&, const Nothing&);
Result<EndorsementList> endorse(Work&, const EndorsementWish&);

Result<OrderList> listOrders(Work&, const Nothing&);
Result<SellerOrder> getOrder(Work&, const Nothing&);
Result<SellerOrder> acknowledgeOrder(Work&, const Nothing&);
Result<SellerOrder> rejectOrder(Work&, const Rejection&);
Result<SellerOrder> shipOrder(Work&, const Shipment&);
Result<SellerOrder> answerAppointments(Work&, const AppointmentReply&);

Result<DeliveryStatus> deliveryStatus(Work&, const Nothing&);
Result<DeliveryLog> listDeliveries(Work&, const Nothing&);
Result<Replayed> replayDeliveries(Work&, const ReplayRequest&);
Result<RotatedSecret> rotateWebhookSecret(Work&, const Nothing&);
Result<RotatedSigningKey> rotateSigningKey(Work&, const Nothing&);

Result<DeliveryStatus> changeEndpoint(Work&, const EndpointWish&);
Result<EndpointTrial> tryEndpoint(Work&, const Nothing&);

Result<SellerSetup> getSellerSetup(Work&, const Nothing&);
Result<PresenterSetup> getPresenterSetup(Work&, const Nothing&);

Result<Seller> getProfile(Work&, const Nothing&);
Result<Seller> saveProfile(Work&, const Seller&);
Result<HolidayState> getHoliday(Work&, const Nothing&);
Result<HolidayState> setHoliday(Work&, const HolidayWish&);
Result<Quote> previewProfile(Work&, const ProfilePreview&);

Result<SellerOffers> listOffers(Work&, const Nothing&);
Result<OffersUpdated> updateOffers(Work&, const OfferUpdates&);
Result<OffersUpdated> updateOffer(Work&, const OfferTerms&);
Result<SellerService> getService(Work&, const Nothing&);
Result<ImportReport> importUpload(Work&, const Nothing&);

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
Result<BillingState> getBilling(Work&, const Nothing&);
Result<BillingState> changeBilling(Work&, const Billing&);
Result<InvoiceDocuments> listDocuments(Work&, const Nothing&);
Result<EarningPages> listEarningPages(Work&, const Nothing&);
Result<RetailPrices> listRetailPrices(Work&, const Nothing&);
Result<RetailHistory> listRetailHistory(Work&, const Nothing&);
Result<RetailProduct> changeRetailPrice(Work&, const RetailChange&);
Result<SiteList> listPresenterSites(Work&, const Nothing&);
Result<Site> addPresenterSite(Work&, const Site&);
Result<Site> changePresenterSite(Work&, const SiteChange&);
Result<FoundProducts> findPresentableProducts(Work&, const Nothing&);
Result<SiteArrangement> getArrangement(Work&, const Nothing&);
Result<SiteArrangement> arrange(Work&, const Arrangement&);
Result<SiteTheme> getTheme(Work&, const Nothing&);
Result<SiteTheme> changeTheme(Work&, const SiteTheme&);
Result<GuideList> listSiteGuides(Work&, const Nothing&);
Result<WrittenGuide> getSiteGuide(Work&, const Nothing&);
Result<GuideReading> previewSiteGuide(Work&, const GuideText&);
Result<GuideReading> saveSiteGuide(Work&, const GuideText&);

Result<KeyList> listKeys(Work&, const Nothing&);
Result<NewKey> issueKey(Work&, const KeyWish&);
Result<KeyState> revokeKey(Work&, const Nothing&);

Result<OperatorTasks> operatorTasks(Work&, const Nothing&);
Result<ListedSellers> listSellers(Work&, const Nothing&);
Result<ListedSeller> approveSeller(Work&, const Approval&);
Result<ListedSites> listSites(Work&, const Nothing&);
Result<SitePrices> listSitePrices(Work&, const Nothing&);
Result<RetailPrices> listSiteRetailPrices(Work&, const Nothing&);
Result<RetailHistory> listSiteRetailHistory(Work&, const Nothing&);
Result<ListedAccounts> listAccounts(Work&, const Nothing&);
Result<ListedReviews> listReviews(Work&, const Nothing&);
Result<ListedReview> publishReview(Work&, const Nothing&);
Result<ListedReview> declineReview(Work&, const ReviewRefusal&);
Result<FeeHistory> listFees(Work&, const Nothing&);
Result<FeeHistory> publishFee(Work&, const OperatorFee&);
Result<DeliveryLog> listAllDeliveries(Work&, const Nothing&);
Result<Health> getHealth(Work&, const Nothing&);
Result<Replayed> replaySeller(Work&, const Nothing&);
Result<Replayed> replayMails(Work&, const Nothing&);

}  // namespace vitrine
