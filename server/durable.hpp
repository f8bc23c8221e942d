#pragma once

#include <filesystem>

namespace vitrine {

/// Has a file, or the names in a folder, on disk before it returns; throws when that fails.
void syncToDisk(const std::filesystem::path& path);

}  // namespace vitrine
