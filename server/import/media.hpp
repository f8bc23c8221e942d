#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace vitrine {

/// Where a picture is to be had: a link stays itself; a local file is copied into `media` under the
/// hash of its content and becomes the path "/v1/media/<hash>.<ending>". Nothing for other schemes,
/// missing files, files over 8 MiB and anything that is not WebP, JPEG or PNG by its first bytes.
/// An empty `base`: links only. `only_look`: nothing is written.
std::optional<std::string> storeImage(const std::string& link, const std::filesystem::path& base,
                                      const std::filesystem::path& media, bool only_look = false);

}  // namespace vitrine
