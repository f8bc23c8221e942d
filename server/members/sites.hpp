#pragma once

#include <cstdint>
#include <string>

#include "store/members.hpp"

namespace vitrine {

/// What is wrong with a site's settings, with the path to it: a name, ISO codes, origins as
/// browsers send them (scheme, host, and a port that is not the scheme's own), sellers that exist.
Fault checkSite(Database& db, const Site& site);

/// The page that a site was shown on, as it is kept: origin and path, without what could tell a
/// person, so that parts of the path that are long or have an "@" become a "*".
/// `forbidden_origin` for pages of others, `invalid_format` for what is no address or has a query
/// or a fragment, `too_large` beyond 1,000 bytes.
Result<std::string> pageOf(const Site& site, const std::string& public_url,
                           const std::string& address);

/// Adds a site whose settings are right, with a new id. `presenter_id`: empty for a new presenter,
/// which is called like its site.
Site addSite(Database& db, Site site, const std::string& presenter_id, std::int64_t now);

}  // namespace vitrine
