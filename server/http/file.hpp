#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vitrine {

/// Bytes to be served, with the compressed forms that were made of them beforehand. `hash` is of
/// the plain bytes, hexadecimal.
struct File {
  std::string type;
  std::string cache;  // Cache-Control
  std::string hash;
  std::string plain;
  std::string brotli;  // empty: not made
  std::string gzip;
};
using SharedFile = std::shared_ptr<const File>;

/// A file of these bytes, compressed with the strongest settings.
SharedFile compressedFile(std::string bytes, std::string type, std::string cache);

/// False where the strongest settings cannot make so few bytes of them. Takes a hundredth of their
/// time: no longer than it takes to make twice the limit of them with fast ones, which are far from
/// half as good.
bool mayCompressTo(std::span<const std::uint8_t> bytes, std::size_t limit);

/// One file from disk; with the ".br" and ".gz" beside it, if they are there. Null when it is not
/// there.
SharedFile loadFile(const std::filesystem::path& path, std::string cache);

/// The browser side by URL path: `v1/` as /v1/…, `docs/` as /docs/…, `checkout/` and `order/` as
/// /assets/….
std::map<std::string, SharedFile, std::less<>> loadWeb(const std::filesystem::path& folder);

std::string readAll(const std::filesystem::path& path);

}  // namespace vitrine
