#pragma once

#include <string>

#include "api/reviews.hpp"
#include "store/endorsements.hpp"
#include "store/members.hpp"
#include "vitrine/manifest.hpp"
#include "vitrine/result.hpp"

/// What presenters recommend on their sites, and what they would earn of it.
namespace vitrine {

/// That a recommendation may have, in characters, and that pages are told of at first.
inline constexpr std::size_t maxEndorsement = 300;
inline constexpr std::size_t maxRecommended = 200;

/// Recommends a product, in the place of what the site said of it before; an empty text takes that
/// back. `unknown_product` for one that the site does not show, `own_product` for one that the
/// presenter alone sells, and the faults of `checkText`.
Fault endorse(Database& db, const Site& site, const std::string& product_id,
              const std::string& text, std::int64_t now);

EndorsementList endorsementsOf(Database& db, const std::string& site_id);

/// As the product's view shows it, with what the presenter earns where the site discloses that.
std::optional<ShownEndorsement> shownEndorsement(Database& db, const Site& site,
                                                 const std::string& product_id, std::int64_t now);

}  // namespace vitrine
