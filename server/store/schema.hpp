#pragma once

#include <soci/soci.h>

namespace vitrine {

/// Applies the migrations that the database lacks, all in one transaction. Throws when it knows
/// more than we do.
void migrate(soci::session& sql);

}  // namespace vitrine
