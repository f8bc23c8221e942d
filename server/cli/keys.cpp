#include "store/keys.hpp"

#include <algorithm>
#include <iostream>

#include "cli/grammar.hpp"
#include "clock.hpp"
#include "dispatch/webhook.hpp"
#include "json.hpp"
#include "store/members.hpp"

namespace vitrine {
namespace {

int listKeys(Admin& admin, const std::string& owner, bool json) {
  auto all = Json::array();
  for (const auto& key : listKeys(admin.db, owner)) {
    const auto ends_at = key.ends_at == 0 ? std::string() : rfc3339(key.ends_at);
    all.push_back({{"id", key.id},
                   {"scope", std::string(name(key.scope))},
                   {"owner", key.owner},
                   {"created_at", rfc3339(key.created_at)}});
    if (key.ends_at != 0) all.back()["ends_at"] = ends_at;
    if (!json)
      admin.out << key.id << "  " << key.owner << "  " << rfc3339(key.created_at)
                << (ends_at.empty() ? "" : "  ends ") << ends_at << '\n';
  }
  if (json) admin.out << all.dump(2) << '\n';
  return done;
}

int issueKey(Admin& admin, const std::string& owner, std::int64_t overlap_hours) {
  const auto scope = scopeOf(admin.db, owner);
  if (!scope) {
    admin.err << owner << ": sel_…, pre_… or operator is expected\n";
    return failed;
  }
  const auto issued = issueKey(admin.db, *scope, owner, overlap_hours * 60 * 60 * 1000, unixNow());
  admin.out << Json{{"id", issued.key.id}, {"owner", owner}, {"api_key", issued.text}}.dump(2)
            << '\n';
  return done;
}

int revokeKey(Admin& admin, const std::string& id) {
  const auto keys = listKeys(admin.db, "");
  if (std::none_of(keys.begin(), keys.end(), [&](const Key& key) { return key.id == id; })) {
    admin.err << id << ": there is no such key\n";
    return failed;
  }
  endKey(admin.db, id, unixNow());
  return done;
}

int renewSecretKey(const Config& config) {
  Database db(config.data, config.store, config.secret_key, true);
  auto all = Json::array();
  db.transaction([&] {
    for (const auto& record : listSellers(db)) {
      const auto secret = newWebhookSecret();
      rotateSecret(db, record.seller.id, secret, 0);
      all.push_back({{"seller_id", record.seller.id}, {"webhook_secret", secret}});
    }
  });
  std::cout << all.dump(2) << '\n';
  return done;
}

}  // namespace

void addKeyCommands(Grammar& grammar) {
  struct Given {
    std::string owner;
    std::string id;
    std::int64_t overlap_hours = 24;
    bool json = false;
  };
  const auto given = std::make_shared<Given>();
  auto* key = grammar.family("key", "Keys of the API: of sellers, presenters and the operator");
  auto* list =
      grammar.command(key, "list", "List keys, without their texts",
                      [given](Admin& admin) { return listKeys(admin, given->owner, given->json); });
  list->add_option("--owner", given->owner, "Only those of sel_…, pre_… or operator");
  list->add_flag("--json", given->json, "As JSON");

  auto* issue = grammar.command(
      key, "issue", "Give an owner a new key; prints it, once",
      [given](Admin& admin) { return issueKey(admin, given->owner, given->overlap_hours); });
  issue->add_option("--owner", given->owner, "sel_…, pre_… or operator")->required();
  issue->add_option("--overlap-hours", given->overlap_hours, "How long the others go on")
      ->check(CLI::Range(0, 30 * 24))
      ->capture_default_str();

  grammar
      .command(key, "revoke", "End a key at once",
               [given](Admin& admin) { return revokeKey(admin, given->id); })
      ->add_option("ID", given->id, "key_…")
      ->required();

  grammar.onStore(grammar.alone(
      grammar.family("secret-key", "The key that secrets in the database are sealed under"),
      "renew", "After its loss, servers stopped: a new one, and new webhook secrets for all",
      renewSecretKey));
}

}  // namespace vitrine
