#pragma once

#include "api/endpoints/customers.hpp"
#include "api/endpoints/operator.hpp"
#include "api/endpoints/people.hpp"
#include "api/endpoints/presenters.hpp"
#include "api/endpoints/sellers.hpp"

/// The JSON routes, declared once: the router dispatches by this table and the contract lists it.
namespace vitrine {

inline constexpr auto endpoints = std::tuple_cat(
    customerEndpoints, sellerEndpoints, presenterEndpoints, operatorEndpoints, peopleEndpoints);

}  // namespace vitrine
