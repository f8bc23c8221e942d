#pragma once

#include <filesystem>
#include <string>

#include "store/database.hpp"

namespace vitrine {

/// Copies a SQLite store, outside of a transaction, to a file that must not be there yet; it is
/// whole and on disk, or not there. Answers what is wrong, or nothing. Throws on I/O errors.
std::string backUp(Database& db, const std::filesystem::path& file);

/// Makes a data folder's database of such a file. Refuses where a database is already, and what is
/// damaged or no store of Vitrine's.
std::string restore(const std::filesystem::path& file, const std::filesystem::path& folder);

}  // namespace vitrine
