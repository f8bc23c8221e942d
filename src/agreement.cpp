#include "vitrine/agreement.hpp"

#include <algorithm>

namespace vitrine {

Result<AgreementStatus> advance(AgreementStatus from, AgreementStep step, AgreementSide side,
                                Presenting presenting, AgreementStatus before_block) {
  using enum AgreementStatus;
  const bool seller = side == AgreementSide::seller;
  const bool idle = from == none || from == ended;
  const Error refused{Errc::invalid_transition, "step"};
  switch (step) {
    case AgreementStep::apply:
      if (seller || !idle || presenting == Presenting::by_invitation) return refused;
      return presenting == Presenting::open ? active : applied;
    case AgreementStep::invite:
      if (!seller || !idle) return refused;
      return invited;
    case AgreementStep::accept:
      if (from != (seller ? applied : invited)) return refused;
      return active;
    case AgreementStep::decline:
      if (from != (seller ? applied : invited)) return refused;
      return ended;
    case AgreementStep::end:
      // What everybody may present is presented without a word; ending that is a word.
      if (from == active || (from == none && presenting == Presenting::open)) return ended;
      return refused;
    case AgreementStep::block:
      if (!seller || from == blocked) return refused;
      return blocked;
    case AgreementStep::unblock:
      if (!seller || from != blocked) return refused;
      return before_block;
  }
  fatal("a step of an agreement without a rule");
}

bool mayPresent(const Terms& terms, AgreementStatus status, std::string_view country) {
  const auto& where = terms.territories;
  if (!where.empty() && std::find(where.begin(), where.end(), country) == where.end()) return false;
  if (status == AgreementStatus::active) return true;
  return terms.presenting == Presenting::open && status != AgreementStatus::ended &&
         status != AgreementStatus::blocked;
}

}  // namespace vitrine
