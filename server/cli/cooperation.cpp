#include "cli/grammar.hpp"
#include "cli/settings.hpp"
#include "clock.hpp"
#include "cooperation/agreements.hpp"
#include "cooperation/terms.hpp"

namespace vitrine {
namespace {

template <class T>
int show(Admin& admin, const T& value) {
  admin.out << Json::parse(toJson(value)).dump(2) << '\n';
  return done;
}

int sellerTerms(Admin& admin, const std::string& seller_id, const std::string& file) {
  if (!findSeller(admin.db, seller_id)) return refuse(admin, Error{Errc::not_found, "seller"});
  const auto now = unixNow();
  if (!file.empty()) {
    const auto terms = readSettings<Terms>(admin, file);
    if (!terms) return failed;
    if (const auto fault = publishTerms(admin.db, seller_id, *terms, now))
      return refuse(admin, *fault);
    admin.events.catalog_changed = true;
  }
  return show(admin, termsHistory(admin.db, seller_id, now));
}

int operatorFee(Admin& admin, const std::string& file) {
  if (!file.empty()) {
    const auto fee = readSettings<OperatorFee>(admin, file);
    if (!fee) return failed;
    if (const auto fault = publishFee(admin.db, *fee, unixNow())) return refuse(admin, *fault);
  }
  auto all = Json::array();
  for (const auto& version : listFees(admin.db))
    all.push_back({{"id", version.id},
                   {"published_at", rfc3339(version.published_at)},
                   {"fee", Json::parse(toJson(version.what))}});
  admin.out << all.dump(2) << '\n';
  return done;
}

int listAgreements(Admin& admin, const std::string& seller_id, const std::string& site_id,
                   bool json) {
  auto all = Json::array();
  const auto now = unixNow();
  for (const auto& record : listSellers(admin.db)) {
    if (!seller_id.empty() && record.seller.id != seller_id) continue;
    for (const auto& site : listSites(admin.db)) {
      if (!site_id.empty() && site.id != site_id) continue;
      const auto agreement = agreementOf(admin.db, record.seller, site, now);
      all.push_back(Json::parse(toJson(agreement)));
      if (!json)
        admin.out << agreement.seller_id << "  " << agreement.site_id << "  "
                  << name(agreement.status) << "  "
                  << (agreement.presented ? "presented" : "not presented") << "  "
                  << agreement.seller_name << "  " << agreement.site_name << '\n';
    }
  }
  if (json) admin.out << all.dump(2) << '\n';
  return done;
}

int takeStep(Admin& admin, const std::string& seller_id, const std::string& site_id,
             AgreementSide side, AgreementStep step) {
  const auto record = findSeller(admin.db, seller_id);
  if (!record) return refuse(admin, Error{Errc::not_found, "seller"});
  const auto site = findSite(admin.db, site_id);
  if (!site) return refuse(admin, Error{Errc::unknown_site, "site"});
  const auto agreement = takeStep(admin.db, record->seller, *site, side, step, unixNow());
  if (!agreement) return refuse(admin, agreement.error());
  admin.events.catalog_changed = true;
  return show(admin, *agreement);
}

}  // namespace

void addCooperationCommands(Grammar& grammar) {
  struct Given {
    std::string seller;
    std::string site;
    std::string file;
    AgreementSide side = AgreementSide::seller;
    AgreementStep step = AgreementStep::invite;
    bool json = false;
  };
  const auto given = std::make_shared<Given>();
  auto* terms = grammar.command(
      grammar.family("seller", ""), "terms",
      "List what a seller offers to presenters, or publish the next version",
      [given](Admin& admin) { return sellerTerms(admin, given->seller, given->file); });
  terms->add_option("--seller", given->seller, "Seller id")->required();
  terms->add_option("--publish", given->file, "JSON file: from, presenting, rules, …");

  grammar
      .command("fee", "List what the operator takes, or publish the next version",
               [given](Admin& admin) { return operatorFee(admin, given->file); })
      ->add_option("--publish", given->file, "JSON file: from, fee_bp, of, per_order");

  auto* agreement = grammar.family("agreement", "Agreements: which sites show which sellers");
  auto* list = grammar.command(
      agreement, "list", "How sellers and sites stand to each other", [given](Admin& admin) {
        return listAgreements(admin, given->seller, given->site, given->json);
      });
  list->add_option("--seller", given->seller, "Only this seller's");
  list->add_option("--site", given->site, "Only this site's");
  list->add_flag("--json", given->json, "As JSON, with their history");

  auto* step =
      grammar.command(agreement, "step", "Take a step for one side", [given](Admin& admin) {
        return takeStep(admin, given->seller, given->site, given->side, given->step);
      });
  step->add_option("STEP", given->step, "apply, invite, accept, decline, end, block, unblock")
      ->required()
      ->transform(CLI::CheckedTransformer(valuesByName<AgreementStep>()));
  step->add_option("--as", given->side, "seller or presenter")
      ->required()
      ->transform(CLI::CheckedTransformer(valuesByName<AgreementSide>()));
  step->add_option("--seller", given->seller, "Seller id")->required();
  step->add_option("--site", given->site, "Site id")->required();
}

}  // namespace vitrine
