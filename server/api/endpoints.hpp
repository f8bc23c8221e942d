#pragma once

#include <boost/beast/http/verb.hpp>
#include <cstdint>
#include <string_view>
#include <tuple>

#include "api/handlers.hpp"
#include "http/rate_limits.hpp"

/// The JSON routes, declared once: the router dispatches by this table and the contract lists it.
namespace vitrine {

namespace http = boost::beast::http;

/// Who may call. `site` and `session` answer pages of the site's allowed origins; `session` also
/// wants the session's secret, `seller` a seller's key, `presenter` a presenter's, `operator_` the
/// operator's, `key` any key, each as `Authorization: Bearer`. Instead of a key, pages of our own
/// may act for a member of the account that is signed in. `console` answers them alone, `account`
/// also wants somebody signed in.
enum class Access { site, session, link, seller, presenter, operator_, key, console, account };

constexpr bool opensToKeys(Access access) {
  return access == Access::seller || access == Access::presenter || access == Access::operator_ ||
         access == Access::key;
}

/// `once`: needs an `Idempotency-Key` and answers the same key and body with the first answer.
enum class Repeat { safe, once };

constexpr std::uint64_t usualBody = 256 * 1024;

template <class Request, class Response>
struct Endpoint {
  using Run = Result<Response> (*)(Work&, const Request&);
  using Prepare = boost::asio::awaitable<Result<std::string>> (*)(App&, const Call&,
                                                                  const Request&);

  http::verb method;
  std::string_view path;
  Access access;
  Repeat repeat;
  std::string_view summary;
  Run run;
  RequestRate rate = {};
  std::uint64_t max_body = usualBody;  // in bytes; more is read with a seller's key only
  /// What takes long, before the transaction: its outcome waits for `run` as `Work::prepared`.
  Prepare prepare = nullptr;
};

inline constexpr std::tuple endpoints{
    Endpoint{http::verb::post, "/v1/checkout_sessions", Access::site, Repeat::once,
             "Start a checkout", &createSession, RequestRate{2, 60}},
    Endpoint{http::verb::get, "/v1/checkout_sessions/{id}", Access::session, Repeat::safe,
             "The state of a checkout", &getSession},
    Endpoint{http::verb::post, "/v1/checkout_sessions/{id}", Access::session, Repeat::once,
             "Change a checkout", &updateSession},
    Endpoint{http::verb::post, "/v1/checkout_sessions/{id}/complete", Access::session, Repeat::once,
             "Place the order", &completeSession, RequestRate{1, 30}},
    Endpoint{http::verb::post, "/v1/checkout_sessions/{id}/cancel", Access::session, Repeat::once,
             "Give a checkout up", &cancelSession},
    Endpoint{http::verb::get, "/v1/orders/{token}", Access::link, Repeat::safe,
             "What a customer bought, by its link", &getOrderGroup, RequestRate{5, 60}},
    Endpoint{http::verb::post, "/v1/orders/{token}/replacement", Access::link, Repeat::once,
             "The customer's word on other sellers for a rejected order", &answerReplacement},
    Endpoint{http::verb::post, "/v1/orders/{token}/cancel", Access::link, Repeat::once,
             "The customer takes one order of a purchase back, or all, before its seller has taken "
             "it on",
             &cancelOrder},
    Endpoint{http::verb::get, "/v1/order_states/{key}", Access::link, Repeat::safe,
             "How an order stands, without its customer, by its state key or the token of its link",
             &getOrderState, RequestRate{5, 60}},
    Endpoint{http::verb::post, "/v1/orders/{token}/reviews", Access::link, Repeat::safe,
             "Stars and words of the customer on what was shipped, and on its seller; without "
             "stars they are taken back",
             &reviewOrder, RequestRate{1, 40}},
    Endpoint{http::verb::get, "/v1/sites/{site_id}/products/{product_id}/reviews", Access::site,
             Repeat::safe,
             "What is said of a product: reviews, newest first (?after=rev_…), the site's own "
             "word, its sellers' records",
             &listProductReviews, RequestRate{10, 100}},
    Endpoint{http::verb::get, "/v1/seller/reviews", Access::seller, Repeat::safe,
             "What customers say of the seller and its goods, oldest first (?after=rev_…)",
             &listSellerReviews},
    Endpoint{http::verb::post, "/v1/seller/reviews/{id}/answer", Access::seller, Repeat::safe,
             "The seller's public answer to a published review; an empty one takes it back",
             &answerReview},
    Endpoint{http::verb::get, "/v1/seller/orders", Access::seller, Repeat::safe,
             "A seller's inbox, oldest first (?after=ord_…&status=placed&newest_first=true)",
             &listOrders},
    Endpoint{http::verb::get, "/v1/seller/orders/{id}", Access::seller, Repeat::safe,
             "One order of a seller", &getOrder},
    Endpoint{http::verb::post, "/v1/seller/orders/{id}/acknowledge", Access::seller, Repeat::safe,
             "The seller has taken the order on", &acknowledgeOrder},
    Endpoint{http::verb::post, "/v1/seller/orders/{id}/reject", Access::seller, Repeat::safe,
             "The seller will not fulfil the order", &rejectOrder},
    Endpoint{http::verb::post, "/v1/seller/orders/{id}/ship", Access::seller, Repeat::safe,
             "The seller has sent the order", &shipOrder},
    Endpoint{http::verb::get, "/v1/seller/deliveries", Access::seller, Repeat::safe,
             "How the seller's endpoint is doing, and which orders did not reach it",
             &deliveryStatus},
    Endpoint{http::verb::post, "/v1/seller/deliveries/replay", Access::seller, Repeat::safe,
             "Send parked orders to the endpoint again", &replayDeliveries},
    Endpoint{http::verb::post, "/v1/seller/endpoint", Access::seller, Repeat::safe,
             "Change where the seller's orders go", &changeEndpoint},
    Endpoint{http::verb::post, "/v1/seller/endpoint/trial", Access::seller, Repeat::safe,
             "Send a test order (order.test) to the seller's endpoint, and see what it answers",
             &tryEndpoint, RequestRate{0.2, 10}},
    Endpoint{http::verb::post, "/v1/seller/webhook_secret", Access::seller, Repeat::once,
             "A new webhook secret; the old one signs beside it for a day", &rotateWebhookSecret},
    Endpoint{http::verb::post, "/v1/seller/webhook_key", Access::seller, Repeat::once,
             "Ed25519 signatures (v1a) from now on, with a new key; the old one signs beside it",
             &rotateSigningKey},
    Endpoint{http::verb::get, "/v1/seller/profile", Access::seller, Repeat::safe,
             "What the seller says of itself, its taxes, discounts and shipping profiles",
             &getProfile},
    Endpoint{http::verb::post, "/v1/seller/profile", Access::seller, Repeat::safe,
             "Replace all of that", &saveProfile, RequestRate{1, 30}},
    Endpoint{http::verb::post, "/v1/seller/profile/preview", Access::seller, Repeat::safe,
             "The quote of a basket under rules that need not be saved", &previewProfile},
    Endpoint{http::verb::get, "/v1/seller/holiday", Access::seller, Repeat::safe,
             "When the seller takes no orders", &getHoliday},
    Endpoint{http::verb::post, "/v1/seller/holiday", Access::seller, Repeat::safe,
             "Take no orders from a day on, until one or until further notice; without: end that",
             &setHoliday},
    Endpoint{http::verb::get, "/v1/seller/offers", Access::seller, Repeat::safe,
             "The seller's offers by SKU (?search=…&after=SKU)", &listOffers},
    Endpoint{http::verb::post, "/v1/seller/offers", Access::seller, Repeat::safe,
             "Change price and stock of up to 10,000 offers, all or none", &updateOffers,
             RequestRate{5, 50}, 4 * 1024 * 1024},
    Endpoint{http::verb::post, "/v1/seller/offers/{sku}", Access::seller, Repeat::safe,
             "Change price and stock of one offer", &updateOffer},
    Endpoint{http::verb::post, "/v1/seller/imports", Access::seller, Repeat::safe,
             "Import a feed; its pictures are links", &importUpload, RequestRate{0.5, 20},
             16 * 1024 * 1024},
    Endpoint{http::verb::get, "/v1/seller/terms", Access::seller, Repeat::safe,
             "What the seller offers to presenters, and offered before", &getTerms},
    Endpoint{http::verb::post, "/v1/seller/terms", Access::seller, Repeat::once,
             "Publish terms; orders keep those that they were placed under", &publishTerms},
    Endpoint{http::verb::get, "/v1/seller/agreements", Access::seller, Repeat::safe,
             "How the seller and each site stand to each other", &listAgreements},
    Endpoint{http::verb::post, "/v1/seller/agreements/{site_id}", Access::seller, Repeat::safe,
             "Invite, accept, decline, end, block or unblock a site", &sellerStep},
    Endpoint{http::verb::post, "/v1/seller/orders/{id}/refund", Access::seller, Repeat::once,
             "Give the customer a part back, or all; everybody's share goes back with it",
             &refundOrder},
    Endpoint{http::verb::get, "/v1/seller/statements/{month}", Access::seller, Repeat::safe,
             "What the seller's account did in a month (2026-11)", &sellerStatement},
    Endpoint{http::verb::get, "/v1/presenter/sellers", Access::presenter, Repeat::safe,
             "All sellers with their terms, as a site may present them (?site_id=site_…)",
             &listPresentable},
    Endpoint{http::verb::post, "/v1/presenter/sites/{site_id}/agreements/{seller_id}",
             Access::presenter, Repeat::safe,
             "Apply to a seller, accept or decline its invitation, end", &presenterStep},
    Endpoint{http::verb::get, "/v1/presenter/sites/{site_id}/endorsements", Access::presenter,
             Repeat::safe, "What the site recommends, newest first", &listEndorsements},
    Endpoint{http::verb::post, "/v1/presenter/sites/{site_id}/endorsements/{product_id}",
             Access::presenter, Repeat::safe,
             "Recommend a product in a few words; without any the site does not any more",
             &endorse},
    Endpoint{http::verb::get, "/v1/presenter/orders", Access::presenter, Repeat::safe,
             "What the presenter's sites have sold, oldest first (?after=ord_…)", &listPresented},
    Endpoint{http::verb::get, "/v1/presenter/statements/{month}", Access::presenter, Repeat::safe,
             "What the presenter's account did in a month (2026-11)", &presenterStatement},
    Endpoint{http::verb::get, "/v1/presenter/pages/{month}", Access::presenter, Repeat::safe,
             "What the sales of a month (2026-11) earned by the page that they began on",
             &listEarningPages},
    Endpoint{http::verb::get, "/v1/presenter/sites", Access::presenter, Repeat::safe,
             "The presenter's sites", &listPresenterSites},
    Endpoint{http::verb::post, "/v1/presenter/sites", Access::presenter, Repeat::once,
             "A further site of the presenter", &addPresenterSite, RequestRate{0.05, 10}},
    Endpoint{http::verb::post, "/v1/presenter/sites/{site_id}", Access::presenter, Repeat::safe,
             "Change where a site may be, how it sources, and what it discloses",
             &changePresenterSite},
    Endpoint{http::verb::get, "/v1/presenter/sites/{site_id}/products", Access::presenter,
             Repeat::safe,
             "Products that the site could show, with what they earn (?query=…&seller_id=sel_…"
             "&category=…&commission_min=500&others_present=true&offset=24&limit=24)",
             &findPresentableProducts, RequestRate{2, 40}, usualBody, &prepareProducts},
    Endpoint{http::verb::get, "/v1/presenter/sites/{site_id}/retail_prices", Access::presenter,
             Repeat::safe, "Prices that the site sets, and what became of them (?after=pro_…)",
             &listRetailPrices},
    Endpoint{
        http::verb::post, "/v1/presenter/sites/{site_id}/retail_prices", Access::presenter,
        Repeat::safe,
        "Set the price of a product that is sold wholesale, or a margin; without: take it back",
        &changeRetailPrice, RequestRate{2, 60}},
    Endpoint{http::verb::get, "/v1/presenter/sites/{site_id}/retail_prices/history",
             Access::presenter, Repeat::safe,
             "All prices that the site ever set, newest first (?after=…)", &listRetailHistory},
    Endpoint{http::verb::get, "/v1/presenter/sites/{site_id}/arrangement", Access::presenter,
             Repeat::safe, "Which products the site shows, in which order and sections",
             &getArrangement},
    Endpoint{http::verb::post, "/v1/presenter/sites/{site_id}/arrangement", Access::presenter,
             Repeat::safe, "Replace all of that", &arrange},
    Endpoint{http::verb::get, "/v1/presenter/sites/{site_id}/theme", Access::presenter,
             Repeat::safe, "How the site looks: values of custom properties", &getTheme},
    Endpoint{http::verb::post, "/v1/presenter/sites/{site_id}/theme", Access::presenter,
             Repeat::safe, "Replace all of that", &changeTheme},
    Endpoint{http::verb::get, "/v1/presenter/sites/{site_id}/guides", Access::presenter,
             Repeat::safe, "The site's guides, by name", &listSiteGuides},
    Endpoint{http::verb::get, "/v1/presenter/sites/{site_id}/guides/{name}", Access::presenter,
             Repeat::safe, "A guide as its presenter wrote it", &getSiteGuide},
    Endpoint{http::verb::post, "/v1/presenter/sites/{site_id}/guides/{name}", Access::presenter,
             Repeat::safe, "Publish a guide, or replace it; an empty text takes it back",
             &saveSiteGuide, RequestRate{0.5, 20}},
    Endpoint{http::verb::post, "/v1/presenter/sites/{site_id}/guides/{name}/preview",
             Access::presenter, Repeat::safe,
             "How a guide would be read, or what is wrong in which line", &previewSiteGuide,
             RequestRate{1, 30}},
    Endpoint{http::verb::get, "/v1/operator/tasks", Access::operator_, Repeat::safe,
             "How much waits for the operator", &operatorTasks},
    Endpoint{http::verb::get, "/v1/operator/sellers", Access::operator_, Repeat::safe,
             "All sellers, oldest first (?standing=waiting&after=sel_…)", &listSellers},
    Endpoint{http::verb::post, "/v1/operator/sellers/{seller_id}/approval", Access::operator_,
             Repeat::safe, "Let sites show a seller, or not, with the reason that it reads",
             &approveSeller},
    Endpoint{http::verb::post, "/v1/operator/sellers/{seller_id}/replay", Access::operator_,
             Repeat::safe, "Send a seller's parked orders to its endpoint again", &replaySeller},
    Endpoint{http::verb::get, "/v1/operator/sites", Access::operator_, Repeat::safe,
             "All sites, oldest first (?after=site_…)", &listSites},
    Endpoint{http::verb::get, "/v1/operator/sites/{site_id}/retail_prices", Access::operator_,
             Repeat::safe, "Prices that a site sets, and what became of them (?after=pro_…)",
             &listSiteRetailPrices},
    Endpoint{http::verb::get, "/v1/operator/sites/{site_id}/retail_prices/history",
             Access::operator_, Repeat::safe,
             "All prices that a site ever set, newest first (?after=…)", &listSiteRetailHistory},
    Endpoint{http::verb::get, "/v1/operator/accounts", Access::operator_, Repeat::safe,
             "All accounts and whom they act for, oldest first (?after=acc_…)", &listAccounts},
    Endpoint{http::verb::get, "/v1/operator/reviews", Access::operator_, Repeat::safe,
             "Texts of customers that wait, oldest first (?status=declined&after=rev_…)",
             &listReviews},
    Endpoint{http::verb::post, "/v1/operator/reviews/{id}/publish", Access::operator_, Repeat::safe,
             "Show a text to everybody", &publishReview},
    Endpoint{http::verb::post, "/v1/operator/reviews/{id}/decline", Access::operator_, Repeat::safe,
             "Keep a text from everybody but its customer, who reads why", &declineReview},
    Endpoint{http::verb::get,
             "/v1/operator/health",
             Access::operator_,
             Repeat::safe,
             "How store, endpoints and e-mail are doing",
             &getHealth,
             {},
             usualBody,
             &prepareHealth},
    Endpoint{http::verb::post, "/v1/operator/mails/replay", Access::operator_, Repeat::safe,
             "Send parked e-mails again", &replayMails},
    Endpoint{http::verb::get, "/v1/operator/fees", Access::operator_, Repeat::safe,
             "What the operator takes, and took before", &listFees},
    Endpoint{http::verb::post, "/v1/operator/fees", Access::operator_, Repeat::once,
             "Publish a fee; orders keep the one that they were placed under", &publishFee},
    Endpoint{http::verb::get, "/v1/keys", Access::key, Repeat::safe,
             "The caller's keys; an operator's key sees all (?owner=sel_…)", &listKeys},
    Endpoint{http::verb::post, "/v1/keys", Access::key, Repeat::once,
             "A new key; the owner's others end after the overlap", &issueKey},
    Endpoint{http::verb::post, "/v1/keys/{id}/revoke", Access::key, Repeat::safe,
             "End a key at once", &revokeKey},
    Endpoint{http::verb::get, "/v1/accounts", Access::console, Repeat::safe,
             "Whether strangers may make accounts", &getSignUp},
    Endpoint{http::verb::post, "/v1/accounts", Access::console, Repeat::safe,
             "Make an account, and sign in", &createAccount, RequestRate{0.05, 10}, usualBody,
             &prepareAccount},
    Endpoint{http::verb::post, "/v1/sign_in", Access::console, Repeat::safe, "Sign in", &signIn,
             RequestRate{0.2, 20}, usualBody, &prepareSignIn},
    Endpoint{http::verb::post, "/v1/sign_out", Access::console, Repeat::safe, "Sign out", &signOut},
    Endpoint{http::verb::get, "/v1/account", Access::account, Repeat::safe,
             "Who is signed in, and the members that the account acts for", &getAccount},
    Endpoint{http::verb::post, "/v1/account/password", Access::account, Repeat::safe,
             "Change the password; all others who are signed in are signed out", &changePassword,
             RequestRate{0.2, 20}, usualBody, &preparePassword},
    Endpoint{http::verb::post, "/v1/account/sellers", Access::account, Repeat::once,
             "Begin to sell: a new seller, and the account acts for it", &addAccountSeller,
             RequestRate{0.05, 10}},
    Endpoint{http::verb::post, "/v1/account/sites", Access::account, Repeat::once,
             "Begin to present: a new presenter with its first site, and the account acts for it",
             &addAccountSite, RequestRate{0.05, 10}},
};

}  // namespace vitrine
