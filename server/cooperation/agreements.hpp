#pragma once

#include "api/cooperation.hpp"
#include "store/members.hpp"

/// How sellers and sites stand to each other.
namespace vitrine {

TermsHistory termsHistory(Database& db, const std::string& seller_id, std::int64_t now);

/// With all that was said.
Agreement agreementOf(Database& db, const Seller& seller, const Site& site, std::int64_t now);

/// Takes a step of one side. `invalid_transition` where it does not fit.
Result<Agreement> takeStep(Database& db, const Seller& seller, const Site& site, AgreementSide side,
                           AgreementStep step, std::int64_t now);

}  // namespace vitrine
