#pragma once

#include <soci/soci.h>

#include "secret_key.hpp"

namespace vitrine {

/// The key that a store seals its secrets under, read from the file. A store without one yet takes
/// the file's, or that of a new file, and seals what it has. Another key than the store's is
/// `SecretKeyMissing`; with `renew` it becomes the store's, and what was sealed is gone: sellers
/// have no webhook secrets then, and retried requests no kept answers.
SecretKey keyOfStore(soci::session& sql, const std::filesystem::path& file, bool renew);

}  // namespace vitrine
