#include "store/terms.hpp"

#include "store/remembered.hpp"
#include "store/sql.hpp"

namespace vitrine {
namespace {

const std::string operator_party = "operator";

template <class T>
void insertVersion(Database& db, const Version<T>& version, const std::string& party) {
  const long long published_at = version.published_at;
  run(db, "INSERT INTO terms (id, party, published_at, body) VALUES (:id, :party, :at, :body)",
      version.id, party, published_at, toJson(version.what));
}

template <class T>
std::vector<Version<T>> listVersions(Database& db, const std::string& party) {
  std::string id, body;
  long long published_at = 0;
  Bound rows(db, "SELECT id, published_at, body FROM terms WHERE party = :party ORDER BY id",
             party);
  rows.into(id).into(published_at).into(body);
  std::vector<Version<T>> answer;
  rows.each([&] { answer.push_back({id, published_at, *remembered<T, stored<T>>(body)}); });
  return answer;
}

}  // namespace

void insertTerms(Database& db, const Version<Terms>& version, const std::string& seller_id) {
  insertVersion(db, version, seller_id);
}

std::vector<Version<Terms>> listTerms(Database& db, const std::string& seller_id) {
  return listVersions<Terms>(db, seller_id);
}

TermsAndFees listTerms(Database& db, std::span<const std::string> seller_ids) {
  std::vector<std::string> parties(seller_ids.begin(), seller_ids.end());
  parties.push_back(operator_party);
  const Listed few(parties);
  std::string party, id, body;
  long long published_at = 0;
  TermsAndFees answer;
  Bound(db,
        "SELECT party, id, published_at, body FROM terms WHERE party IN " + in(few) +
            " ORDER BY party, id",
        few)
      .into(party)
      .into(id)
      .into(published_at)
      .into(body)
      .each([&] {
        if (party == operator_party)
          answer.fees.push_back(
              {id, published_at, *remembered<OperatorFee, stored<OperatorFee>>(body)});
        else
          answer.terms[party].push_back(
              {id, published_at, *remembered<Terms, stored<Terms>>(body)});
      });
  return answer;
}

void insertFee(Database& db, const Version<OperatorFee>& version) {
  insertVersion(db, version, operator_party);
}

std::vector<Version<OperatorFee>> listFees(Database& db) {
  return listVersions<OperatorFee>(db, operator_party);
}

void insertStep(Database& db, const StoredStep& step) {
  const std::string side(name(step.side));
  const std::string taken(name(step.step));
  const std::string status(name(step.status));
  const long long at = step.taken_at;
  run(db,
      "INSERT INTO agreement_steps (id, seller_id, site_id, side, step, status, taken_at) "
      "VALUES (:id, :seller, :site, :side, :step, :status, :at)",
      step.id, step.seller_id, step.site_id, side, taken, status, at);
}

std::vector<StoredStep> listSteps(Database& db, const std::string& seller_id,
                                  const std::string& site_id) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT id, seller_id, site_id, side, step, status, taken_at "
                           "FROM agreement_steps WHERE (seller_id = :seller OR :any = '') "
                           "AND (site_id = :site OR :any2 = '') ORDER BY id",
       soci::use(seller_id), soci::use(seller_id), soci::use(site_id), soci::use(site_id));
  std::vector<StoredStep> answer;
  for (const auto& row : rows)
    answer.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2),
                      named<AgreementSide>(row.get<std::string>(3)),
                      named<AgreementStep>(row.get<std::string>(4)),
                      named<AgreementStatus>(row.get<std::string>(5)), row.get<long long>(6)});
  return answer;
}

AgreementStatus agreementStatus(Database& db, const std::string& seller_id,
                                const std::string& site_id) {
  const auto last = one<std::string>(
      db,
      "SELECT status FROM agreement_steps WHERE seller_id = :seller AND site_id = :site "
      "ORDER BY id DESC LIMIT 1",
      seller_id, site_id);
  return last ? named<AgreementStatus>(*last) : AgreementStatus::none;
}

std::map<std::string, AgreementStatus> approvedWith(Database& db, const std::string& site_id,
                                                    std::span<const std::string> seller_ids) {
  const Listed few(seller_ids);
  std::string seller_id;
  std::optional<std::string> status;
  std::map<std::string, AgreementStatus> answer;
  Bound(db,
        "SELECT id, (SELECT status FROM agreement_steps WHERE seller_id = sellers.id AND "
        "site_id = :site ORDER BY agreement_steps.id DESC LIMIT 1) FROM sellers "
        "WHERE approved = 1 AND id IN " +
            in(few),
        site_id, few)
      .into(seller_id)
      .into(status)
      .each([&] {
        answer[seller_id] = status ? named<AgreementStatus>(*status) : AgreementStatus::none;
      });
  return answer;
}

}  // namespace vitrine
