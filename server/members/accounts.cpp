#include "members/accounts.hpp"

#include <boost/algorithm/string/case_conv.hpp>

#include "mail/address.hpp"
#include "store/members.hpp"

namespace vitrine {

std::optional<std::string> accountEmail(std::string_view text) {
  auto email = mailbox(text);
  if (email) boost::algorithm::to_lower(*email, std::locale::classic());
  return email;
}

std::optional<std::string> memberName(Database& db, const std::string& owner) {
  if (owner == "operator") return "Operator";
  if (const auto record = findSeller(db, owner)) return record->seller.name;
  return presenterName(db, owner);
}

}  // namespace vitrine
