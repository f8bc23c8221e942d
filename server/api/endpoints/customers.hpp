#pragma once

#include "api/endpoint.hpp"

/// What customers and the pages of sites call.
namespace vitrine {

inline constexpr std::tuple customerEndpoints{
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
    Endpoint{http::verb::post, "/v1/orders/{token}/appointments", Access::link, Repeat::once,
             "The customer agrees to the days that the giver of services proposed",
             &acceptAppointments},
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
    Endpoint{http::verb::get, "/v1/sites/{site_id}/products/{product_id}/related", Access::site,
             Repeat::safe,
             "What its seller says goes with a product: what it cannot do without, and what goes "
             "well with it",
             &listRelated, RequestRate{10, 100}, usualBody, &prepareRelated},
};

}  // namespace vitrine
