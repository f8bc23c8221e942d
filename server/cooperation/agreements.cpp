#include "cooperation/agreements.hpp"

#include <algorithm>

#include "clock.hpp"
#include "cooperation/terms.hpp"
#include "crypto.hpp"

namespace vitrine {

TermsHistory termsHistory(Database& db, const std::string& seller_id, std::int64_t now) {
  TermsHistory history{{}, earliestTerms(db, seller_id, now)};
  PublishedTerms* in_force = nullptr;
  const auto versions = listTerms(db, seller_id);
  history.versions.reserve(versions.size());
  for (const auto& version : versions) {
    history.versions.push_back({version.id, rfc3339(version.published_at), false, version.what});
    if (version.what.from <= dayOf(now)) in_force = &history.versions.back();
  }
  if (in_force) in_force->in_force = true;
  return history;
}

Agreement agreementOf(Database& db, const Seller& seller, const Site& site, std::int64_t now) {
  Agreement agreement;
  agreement.seller_id = seller.id;
  agreement.seller_name = seller.name;
  agreement.site_id = site.id;
  agreement.site_name = site.name;
  agreement.presented = presents(db, site, seller.id, now);
  for (const auto& step : listSteps(db, seller.id, site.id)) {
    agreement.status = step.status;
    agreement.history.push_back({rfc3339(step.taken_at), step.side, step.step, step.status});
  }
  return agreement;
}

namespace {

/// How both stood to each other when the seller last blocked the site.
AgreementStatus beforeBlock(const std::vector<StoredStep>& steps) {
  const auto block = std::find_if(steps.rbegin(), steps.rend(), [](const StoredStep& each) {
    return each.step == AgreementStep::block;
  });
  if (block == steps.rend() || block + 1 == steps.rend()) return AgreementStatus::none;
  return (block + 1)->status;
}

}  // namespace

Result<Agreement> takeStep(Database& db, const Seller& seller, const Site& site, AgreementSide side,
                           AgreementStep step, std::int64_t now) {
  const auto steps = listSteps(db, seller.id, site.id);
  const auto from = steps.empty() ? AgreementStatus::none : steps.back().status;
  const auto presenting = termsOn(db, seller.id, dayOf(now)).presenting;
  const auto to = advance(from, step, side, presenting, beforeBlock(steps));
  if (!to) return to.error();
  insertStep(db, {newId("agr_", now), seller.id, site.id, side, step, *to, now});
  return agreementOf(db, seller, site, now);
}

}  // namespace vitrine
