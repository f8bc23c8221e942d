#pragma once

#include "vitrine/terms.hpp"

/// How a seller and a site come together.
namespace vitrine {

enum class AgreementStatus { none, applied, invited, active, ended, blocked };
constexpr auto names(AgreementStatus) {
  return std::to_array<std::string_view>(
      {"none", "applied", "invited", "active", "ended", "blocked"});
}

enum class AgreementStep { apply, invite, accept, decline, end, block, unblock };
constexpr auto names(AgreementStep) {
  return std::to_array<std::string_view>(
      {"apply", "invite", "accept", "decline", "end", "block", "unblock"});
}

enum class AgreementSide { seller, presenter };
constexpr auto names(AgreementSide) {
  return std::to_array<std::string_view>({"seller", "presenter"});
}

/// Where a step of one side leads. Presenters apply, and are in at once where everybody may
/// present; sellers invite, block and unblock; each side accepts or declines what the other one
/// asked, and ends what there is. Unblocking leads back to what was `before_block`. Any other step
/// is `invalid_transition`.
Result<AgreementStatus> advance(AgreementStatus from, AgreementStep step, AgreementSide side,
                                Presenting presenting,
                                AgreementStatus before_block = AgreementStatus::none);

/// Whether a site of this country shows the seller's goods.
bool mayPresent(const Terms& terms, AgreementStatus status, std::string_view country);

}  // namespace vitrine
