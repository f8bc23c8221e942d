#include "orders/state_key.hpp"

#include "crypto.hpp"

namespace vitrine {

std::string stateKey(const std::string& order_group_id, const std::string& token) {
  return order_group_id + '.' + base64Url(hmacSha256(token, order_group_id));
}

std::optional<StoredGroup> findGroupByStateKey(Database& db, const std::string& key) {
  const auto dot = key.find('.');
  if (dot == key.npos) return findGroupByToken(db, key);
  auto group = findGroup(db, key.substr(0, dot));
  if (!group || !sameSecret(stateKey(group->id, tokenOfGroup(db, group->id)), key)) return {};
  return group;
}

}  // namespace vitrine
