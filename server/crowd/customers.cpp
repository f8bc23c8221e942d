#include "crowd/customers.hpp"

#include <algorithm>

namespace vitrine {
namespace {

/// Letters and digits alone, capitals made small: what stays the same however it is typed.
std::string plain(const std::string& text) {
  std::string answer;
  for (const char c : text) {
    const bool capital = c >= 'A' && c <= 'Z';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (capital || letter) answer += capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return answer;
}

std::string markOf(const std::string& email) {
  const auto at = std::min(email.rfind('@'), email.size());
  const auto name = email.substr(0, std::min(email.find('+'), at));
  auto mark = plain(name);
  mark += '@';
  mark += plain(email.substr(at));
  return mark;
}

}  // namespace

std::uint32_t Customers::known(std::string mark) {
  const auto next = static_cast<std::uint32_t>(joined_.size());
  const auto [found, added] = marks_.emplace(std::move(mark), next);
  if (added) joined_.push_back(next);
  return who(found->second);
}

std::uint32_t Customers::who(std::uint32_t number) const {
  while (joined_[number] != number) number = joined_[number];
  return number;
}

std::uint32_t Customers::of(const std::string& email) { return known(markOf(email)); }

std::uint32_t Customers::of(const Buyer& buyer, const std::optional<Address>& address) {
  const auto one = of(buyer.email);
  if (!address) return one;
  auto mark = plain(address->country);
  for (const auto* part : {&address->postcode, &address->city, &address->line1, &address->line2}) {
    mark += ' ';
    mark += plain(*part);
  }
  const auto other = known(std::move(mark));
  // The lower number, so that chains stay short.
  const auto kept = std::min(one, other);
  joined_[std::max(one, other)] = kept;
  return kept;
}

}  // namespace vitrine
