#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/work.hpp"
#include "mail/content.hpp"

/// Prices that are not as their presenters set them, as sellers have changed their terms or prices.
namespace vitrine {

/// A price that a presenter said for a product on a site.
struct SetPrice {
  std::string site_id;
  std::string product_id;
};

/// A presenter whose prices were not looked at on that day yet, and all that it has set; an empty
/// id: there is none.
struct PresenterPrices {
  std::string presenter_id;
  std::vector<SetPrice> prices;
};
PresenterPrices pricesToLookAt(Database& db, const std::string& day);

/// What a price has become on a day; nothing while it is as it was set.
std::optional<MovedPrice> movedPrice(Database& db, const SetPrice& set, const std::string& day);

/// Has the presenter's people told of what has moved since they were last told, in one e-mail, and
/// notes that the day is done.
void tellMovedPrices(Work& work, const std::string& presenter_id,
                     const std::vector<MovedPrice>& moved);

}  // namespace vitrine
