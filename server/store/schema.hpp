#pragma once

#include <soci/soci.h>

namespace vitrine {

/// Applies the migrations that the database lacks, all in one transaction. Throws when it knows
/// more than we do.
void migrate(soci::session& sql);

/// Whether a SQLite database is one of ours that we can read.
bool knowsSchema(soci::session& sql);

/// PostgreSQL only: waits in the open transaction until no other server is in one; its end passes
/// the turn on.
void takeTurn(soci::session& sql);

}  // namespace vitrine
