#pragma once

#include <cstdint>
#include <string>

#include "api/work.hpp"
#include "store/members.hpp"

namespace vitrine {

/// Adds a seller whose settings are right (see `check`), with a new id and webhook secret.
/// `endpoint_url`: empty for none. One who is not `approved` is shown by no site until the operator
/// says so.
SellerRecord addSeller(Database& db, Seller seller, const std::string& endpoint_url, bool approved,
                       std::int64_t now);

/// The operator's word: sites may show a seller, or not. It is told. `refusal`: why not; empty: it
/// waits.
void decideOn(Work& work, const SellerRecord& record, bool approved, const std::string& refusal);

}  // namespace vitrine
