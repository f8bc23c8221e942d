#pragma once

#include <string_view>

/// Faults that tests ask for. The server as it is shipped has empty bodies for these (faults.cpp);
/// the test build has those of tests/faults.
namespace vitrine {

/// A named moment of the work at which the test build can end the process, as kill -9 does.
void crashPoint(std::string_view name);

/// Before SQLite's first connection: the test build puts a disk under it that can be full or fail.
void prepareDisk();

}  // namespace vitrine
