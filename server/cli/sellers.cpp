#include "members/sellers.hpp"

#include "cli/grammar.hpp"
#include "cli/settings.hpp"
#include "clock.hpp"
#include "dispatch/endpoint_url.hpp"
#include "store/keys.hpp"
#include "vitrine/seller.hpp"

namespace vitrine {
namespace {

std::string endpointFault(const Admin& admin, const std::string& url) {
  if (url.empty()) return "";
  if (!parseEndpoint(url)) return url + ": an http or https URL is expected";
  if (checkEndpoint(url, admin.config.allow_insecure_endpoints))
    admin.err << "note: plain http, and addresses inside a network, are only served with "
                 "`serve --allow-insecure-endpoints`\n";
  return "";
}

int addSeller(Admin& admin, const std::string& settings, const std::string& endpoint) {
  auto seller = readSettings<Seller>(admin, settings);
  if (!seller) return failed;
  if (const auto fault = check(*seller))
    return refuse(admin, settings + ": " + std::string(name(fault->code)) + " at " + fault->where);
  if (const auto fault = endpointFault(admin, endpoint); !fault.empty())
    return refuse(admin, fault);
  const auto record = addSeller(admin.db, *std::move(seller), endpoint, true, unixNow());
  const auto& id = record.seller.id;
  const auto api_key = issueKey(admin.db, KeyScope::seller, id, 0, unixNow()).text;
  admin.events.catalog_changed = true;
  admin.out
      << Json{{"id", id}, {"api_key", api_key}, {"webhook_secret", record.webhook_secret}}.dump(2)
      << '\n';
  return done;
}

int listSellers(Admin& admin, bool json) {
  auto all = Json::array();
  for (const auto& record : listSellers(admin.db)) {
    const auto& seller = record.seller;
    all.push_back({{"id", seller.id},
                   {"name", seller.name},
                   {"country", seller.country},
                   {"endpoint", record.endpoint_url},
                   {"approved", record.approved}});
    if (!json)
      admin.out << seller.id << "  " << seller.country << "  " << seller.name << "  "
                << (record.endpoint_url.empty() ? "(inbox)" : record.endpoint_url)
                << (record.approved          ? ""
                    : record.refusal.empty() ? "  (waits for approval)"
                                             : "  (refused)")
                << '\n';
  }
  if (json) admin.out << all.dump(2) << '\n';
  return done;
}

int changeEndpoint(Admin& admin, const std::string& seller_id, const std::string& url) {
  if (!findSeller(admin.db, seller_id))
    return refuse(admin, seller_id + ": there is no such seller");
  if (const auto fault = endpointFault(admin, url); !fault.empty()) return refuse(admin, fault);
  setEndpoint(admin.db, seller_id, url);
  return done;
}

int approve(Admin& admin, const std::string& seller_id, bool approved, const std::string& reason) {
  const auto record = findSeller(admin.db, seller_id);
  if (!record) return refuse(admin, seller_id + ": there is no such seller");
  const Call nobody;
  Work work{admin.db, admin.config, nobody, unixNow()};
  decideOn(work, *record, approved, approved ? "" : reason);
  admin.events = work.events;
  return done;
}

int changeAnswer(Admin& admin, const std::string& seller_id, std::int64_t minutes) {
  if (!findSeller(admin.db, seller_id))
    return refuse(admin, seller_id + ": there is no such seller");
  setAnswerMinutes(admin.db, seller_id, minutes);
  return done;
}

}  // namespace

void addSellerCommands(Grammar& grammar) {
  struct Given {
    std::string settings;
    std::string endpoint;
    std::string seller;
    std::string reason;
    std::int64_t minutes = 0;
    bool approved = false;
    bool json = false;
  };
  const auto given = std::make_shared<Given>();
  auto* seller = grammar.family("seller", "Sellers: who own products and fulfil orders");

  auto* add = grammar.command(
      seller, "add", "Add a seller; prints its id and its keys, once",
      [given](Admin& admin) { return addSeller(admin, given->settings, given->endpoint); });
  add->add_option("--settings", given->settings,
                  "JSON file: name, country, currency, taxes, shipping profiles")
      ->required();
  add->add_option("--endpoint", given->endpoint,
                  "URL that gets its orders (none: it reads its inbox)");

  grammar
      .command(seller, "list", "List the sellers",
               [given](Admin& admin) { return listSellers(admin, given->json); })
      ->add_flag("--json", given->json, "As JSON");

  auto* endpoint = grammar.command(
      seller, "endpoint", "Change where a seller's orders go",
      [given](Admin& admin) { return changeEndpoint(admin, given->seller, given->endpoint); });
  endpoint->add_option("--seller", given->seller, "Seller id")->required();
  endpoint->add_option("--url", given->endpoint, "The new URL; empty: the inbox only")->required();

  auto* approval =
      grammar.command(seller, "approve", "Let sites show a seller who signed up, or no longer",
                      [given](Admin& admin) {
                        return approve(admin, given->seller, given->approved, given->reason);
                      });
  approval->add_option("--seller", given->seller, "Seller id")->required();
  approval->add_flag("--yes,!--no", given->approved, "They may, or may not")->required();
  approval->add_option("--reason", given->reason,
                       "Why not, which the seller reads; without it, the seller waits on");

  auto* answer = grammar.command(
      seller, "answer", "Change how long a seller may take to answer an order",
      [given](Admin& admin) { return changeAnswer(admin, given->seller, given->minutes); });
  answer->add_option("--seller", given->seller, "Seller id")->required();
  answer
      ->add_option("--within", given->minutes,
                   "Minutes; an order that was not answered then counts as rejected (0: no limit)")
      ->required()
      ->check(CLI::Range(0, 525'600));
}

}  // namespace vitrine
