#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/agreement.hpp"

/// What sellers offer to presenters, what the operator takes, and what seller and site said to each
/// other. Rows are only added.
namespace vitrine {

/// A version of terms or of a fee, oldest first in lists.
template <class T>
struct Version {
  std::string id;
  std::int64_t published_at = 0;  // Unix milliseconds
  T what;
};

void insertTerms(Database& db, const Version<Terms>& version, const std::string& seller_id);
std::vector<Version<Terms>> listTerms(Database& db, const std::string& seller_id);
/// Of those sellers that have any, and the operator's fees.
struct TermsAndFees {
  std::map<std::string, std::vector<Version<Terms>>> terms;  // by seller
  std::vector<Version<OperatorFee>> fees;
};
TermsAndFees listTerms(Database& db, std::span<const std::string> seller_ids);
void insertFee(Database& db, const Version<OperatorFee>& version);
std::vector<Version<OperatorFee>> listFees(Database& db);

/// One step that one side has taken, and where it led.
struct StoredStep {
  std::string id;
  std::string seller_id;
  std::string site_id;
  AgreementSide side = AgreementSide::seller;
  AgreementStep step = AgreementStep::apply;
  AgreementStatus status = AgreementStatus::none;
  std::int64_t taken_at = 0;  // Unix milliseconds
};

void insertStep(Database& db, const StoredStep& step);
/// Of a seller, of a site or of both (an empty id: any), oldest first.
std::vector<StoredStep> listSteps(Database& db, const std::string& seller_id,
                                  const std::string& site_id);
AgreementStatus agreementStatus(Database& db, const std::string& seller_id,
                                const std::string& site_id);
/// Those sellers that the operator has approved, and how each stands with a site.
std::map<std::string, AgreementStatus> approvedWith(Database& db, const std::string& site_id,
                                                    std::span<const std::string> seller_ids);

}  // namespace vitrine
