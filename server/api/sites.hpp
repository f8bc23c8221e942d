#pragma once

#include "store/members.hpp"

/// The sites of a presenter, as it keeps them.
namespace vitrine {

struct SiteList {
  std::vector<Site> sites;

  static constexpr void fields(auto& self, auto&& field) { field("sites", self.sites); }
};

/// What is to be otherwise; what is left out stays. Currency and country are for ever.
struct SiteChange {
  std::optional<std::string> name;
  std::optional<std::string> language;
  std::optional<std::vector<std::string>> allowed_origins;
  std::optional<SourcingPolicy> sourcing;
  std::optional<bool> discloses_shares;

  static constexpr void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("language", self.language);
    field("allowed_origins", self.allowed_origins);
    field("sourcing", self.sourcing);
    field("discloses_shares", self.discloses_shares);
  }
};

}  // namespace vitrine
