#include "cli/commands.hpp"
#include "clock.hpp"
#include "dispatch/webhook.hpp"
#include "json.hpp"
#include "store/members.hpp"
#include "store/outbox.hpp"

namespace vitrine {
namespace {

constexpr int most = 1000;

bool isSeller(Admin& admin, const std::string& seller_id) {
  if (findSeller(admin.db, seller_id)) return true;
  admin.err << seller_id << ": there is no such seller\n";
  return false;
}

}  // namespace

int listParked(Admin& admin, const std::string& seller_id, bool json) {
  if (!seller_id.empty() && !isSeller(admin, seller_id)) return failed;
  auto all = Json::array();
  for (const auto& parked : parkedDeliveries(admin.db, seller_id, most)) {
    const auto at = rfc3339(parked.parked_at);
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
  const auto count = replay(admin.db, seller_id, id, unixNow());
  if (!id.empty() && count == 0) {
    admin.err << id << ": no such delivery of this seller is parked\n";
    return failed;
  }
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

}  // namespace vitrine
