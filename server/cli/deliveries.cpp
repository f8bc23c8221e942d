#include "cli/grammar.hpp"
#include "clock.hpp"
#include "dispatch/webhook.hpp"
#include "json.hpp"
#include "orders/redelivery.hpp"
#include "store/delivery_log.hpp"
#include "store/members.hpp"
#include "store/outbox.hpp"

namespace vitrine {
namespace {

constexpr int mostParked = 1000;

bool isSeller(Admin& admin, const std::string& seller_id) {
  if (findSeller(admin.db, seller_id)) return true;
  admin.err << seller_id << ": there is no such seller\n";
  return false;
}

int listParked(Admin& admin, const std::string& seller_id, bool json) {
  if (!seller_id.empty() && !isSeller(admin, seller_id)) return failed;
  auto all = Json::array();
  const DeliveryWish wish{seller_id, DeliveryState::parked, ""};
  for (const auto& parked : listDeliveries(admin.db, wish, mostParked)) {
    const auto at = rfc3339(parked.at);
    all.push_back({{"id", parked.id},
                   {"seller_id", parked.seller_id},
                   {"attempts", parked.attempts},
                   {"outcome", parked.outcome},
                   {"parked_at", at}});
    if (!json)
      admin.out << parked.id << "  " << parked.seller_id << "  " << at << "  " << parked.attempts
                << " attempts, the last: " << parked.outcome << '\n';
  }
  if (json) admin.out << all.dump(2) << '\n';
  return done;
}

int replayParked(Admin& admin, const std::string& seller_id, const std::string& id) {
  if (!isSeller(admin, seller_id)) return failed;
  if (!id.empty() && redeliver(admin.db, seller_id, id, unixNow())) {
    admin.err << id << ": no such delivery of this seller can be sent again\n";
    return failed;
  }
  const auto count = id.empty() ? replay(admin.db, seller_id, "", unixNow()) : 1;
  admin.events.deliveries_due = count > 0;
  admin.out << count << " due again\n";
  return done;
}

int rotateSecret(Admin& admin, const std::string& seller_id, bool ed25519) {
  if (!isSeller(admin, seller_id)) return failed;
  const auto secret = ed25519 ? newSigningKey() : newWebhookSecret();
  const auto until = unixNow() + secretOverlap;
  rotateSecret(admin.db, seller_id, secret, until);
  Json told{{"old_until", rfc3339(until)}};
  if (ed25519)
    told["webhook_public_key"] = publicSigningKey(secret);
  else
    told["webhook_secret"] = secret;
  admin.out << told.dump(2) << '\n';
  return done;
}

}  // namespace

void addDeliveryCommands(Grammar& grammar) {
  struct Given {
    std::string seller;
    std::string id;
    bool ed25519 = false;
    bool json = false;
  };
  const auto given = std::make_shared<Given>();
  auto* secret = grammar.command(
      grammar.family("seller", ""), "secret",
      "Give a seller a new webhook secret; the old one signs beside it a day",
      [given](Admin& admin) { return rotateSecret(admin, given->seller, given->ed25519); });
  secret->add_option("--seller", given->seller, "Seller id")->required();
  secret->add_flag("--ed25519", given->ed25519,
                   "Sign with an Ed25519 key (v1a) from now on; prints the public one");

  auto* delivery = grammar.family("delivery", "Deliveries of orders to sellers' endpoints");
  auto* parked = grammar.command(
      delivery, "parked", "List those that were given up; the orders are in the inboxes",
      [given](Admin& admin) { return listParked(admin, given->seller, given->json); });
  parked->add_option("--seller", given->seller, "Only this seller's");
  parked->add_flag("--json", given->json, "As JSON");

  auto* replay = grammar.command(
      delivery, "replay", "Send a seller's parked deliveries again, or a delivered one",
      [given](Admin& admin) { return replayParked(admin, given->seller, given->id); });
  replay->add_option("--seller", given->seller, "Seller id")->required();
  replay->add_option("--id", given->id, "Only this one (whk_…)");
}

}  // namespace vitrine
