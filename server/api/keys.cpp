#include "api/keys.hpp"

#include <algorithm>

#include "api/handlers.hpp"
#include "api/work.hpp"
#include "clock.hpp"
#include "store/keys.hpp"

namespace vitrine {
namespace {

constexpr std::int64_t hour = 60LL * 60 * 1000;
constexpr std::int64_t mostHours = 30 * 24;

KeyState stateOf(const Key& key) {
  KeyState state{key.id, std::string(name(key.scope)), key.owner, rfc3339(key.created_at), {}};
  if (key.ends_at != 0) state.ends_at = rfc3339(key.ends_at);
  return state;
}

bool mayManage(const Key& holder, const std::string& owner) {
  return holder.scope == KeyScope::operator_ || holder.owner == owner;
}

}  // namespace

Result<KeyList> listKeys(Work& work, const Nothing&) {
  const auto holder = work.key();
  if (!holder) return holder.error();
  const auto& wanted = work.call.param("owner");
  const bool all = holder->scope == KeyScope::operator_;
  if (!all && !wanted.empty() && wanted != holder->owner) return Error{Errc::not_found, "owner"};
  KeyList list;
  for (const auto& key : listKeys(work.db, all ? wanted : holder->owner))
    list.keys.push_back(stateOf(key));
  return list;
}

Result<NewKey> issueKey(Work& work, const KeyWish& wish) {
  const auto holder = work.key();
  if (!holder) return holder.error();
  const auto owner = wish.owner.value_or(holder->owner);
  if (!mayManage(*holder, owner)) return Error{Errc::not_found, "owner"};
  const auto scope = scopeOf(work.db, owner);
  if (!scope) return Error{Errc::not_found, "owner"};
  if (wish.overlap_hours < 0 || wish.overlap_hours > mostHours)
    return Error{Errc::out_of_range, "overlap_hours"};
  const auto issued = issueKey(work.db, *scope, owner, wish.overlap_hours * hour, work.now);
  return NewKey{stateOf(issued.key), issued.text};
}

Result<KeyState> revokeKey(Work& work, const Nothing&) {
  const auto holder = work.key();
  if (!holder) return holder.error();
  const bool all = holder->scope == KeyScope::operator_;
  auto keys = listKeys(work.db, all ? "" : holder->owner);
  const auto key = std::find_if(keys.begin(), keys.end(),
                                [&](const Key& each) { return each.id == work.call.param("id"); });
  if (key == keys.end()) return Error{Errc::not_found, "id"};
  endKey(work.db, key->id, work.now);
  if (key->ends_at == 0 || key->ends_at > work.now) key->ends_at = work.now;
  return stateOf(*key);
}

}  // namespace vitrine
