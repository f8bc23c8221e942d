#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/deliveries.hpp"
#include "store/members.hpp"

/// How far members have come who are setting themselves up.
namespace vitrine {

struct SellerSetup {
  bool business = false;  // what customers must know: an address and an e-mail
  bool products = false;  // there are any
  bool terms = false;     // that presenters can read
  EndpointState endpoint = EndpointState::none;
  SellerStanding standing = SellerStanding::waiting;

  static constexpr void fields(auto& self, auto&& field) {
    field("business", self.business);
    field("products", self.products);
    field("terms", self.terms);
    field("endpoint", self.endpoint);
    field("standing", self.standing);
  }
};

struct SiteSetup {
  std::string site_id;
  bool arranged = false;                   // products are picked, ordered or hidden
  bool look = false;                       // it has one of its own
  std::optional<std::string> tag_seen_on;  // the first day that a page of the site loaded the tag

  static constexpr void fields(auto& self, auto&& field) {
    field("site_id", self.site_id);
    field("arranged", self.arranged);
    field("look", self.look);
    field("tag_seen_on", self.tag_seen_on);
  }
};

/// Of each site of a presenter, oldest first.
struct PresenterSetup {
  std::vector<SiteSetup> sites;

  static constexpr void fields(auto& self, auto&& field) { field("sites", self.sites); }
};

}  // namespace vitrine
