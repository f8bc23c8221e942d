#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "vitrine/order.hpp"

namespace vitrine {

/// Tells customers apart: orders with one e-mail address (what follows a "+" in it left out), or to
/// one postal address, are of one customer. Numbers only, kept in memory while a ranking is made.
class Customers {
 public:
  /// The customer of an order; a number that a later order may join with another.
  std::uint32_t of(const Buyer& buyer, const std::optional<Address>& address);
  /// The customer of an e-mail address.
  std::uint32_t of(const std::string& email);
  /// What both numbers of one customer lead to.
  std::uint32_t who(std::uint32_t number) const;

 private:
  std::uint32_t known(std::string mark);

  std::map<std::string, std::uint32_t> marks_;
  std::vector<std::uint32_t> joined_;
};

}  // namespace vitrine
