#include "import/media.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "crypto.hpp"
#include "faults.hpp"
#include "pictures/limits.hpp"
#include "pictures/sizes.hpp"

namespace vitrine {

namespace {

std::string nameOf(const std::string& hash, int width) {
  return hash + '.' + std::to_string(width) + ".webp";
}

/// The name that a file has until it is whole, so that nobody is ever served half a picture.
std::filesystem::path partialOf(std::filesystem::path file) { return file += ".partial"; }

/// The file that a path names beside the feed or below; nothing where it leads elsewhere.
std::optional<std::filesystem::path> beside(const std::filesystem::path& base,
                                            const std::string& path) {
  std::error_code failed;
  const auto folder = std::filesystem::canonical(base, failed);
  const auto file = failed ? folder : std::filesystem::canonical(folder / path, failed);
  if (failed) return {};
  const auto [end, in_file] = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
  return end == folder.end() ? std::optional(file) : std::nullopt;
}

void write(const std::filesystem::path& file, const std::string& content) {
  std::ofstream(partialOf(file), std::ios::binary) << content;
  std::filesystem::rename(partialOf(file), file);
}

}  // namespace

Pictures::Pictures(std::filesystem::path base, std::filesystem::path media, bool only_look,
                   Note note)
    : base_(std::move(base)),
      media_(std::move(media)),
      only_look_(only_look),
      note_(std::move(note)) {}

void removePicture(const std::filesystem::path& media, const std::string& hash) {
  std::error_code ignored;
  for (const auto width : pictureWidths) {
    const auto file = media / nameOf(hash, width);
    std::filesystem::remove(file, ignored);
    std::filesystem::remove(partialOf(file), ignored);
  }
}

void Pictures::undo(std::size_t count) {
  for (; made_.size() > count; made_.pop_back()) removePicture(media_, made_.back());
}

std::optional<std::string> Pictures::store(const std::string& link) {
  if (link.starts_with("https://") || link.starts_with("http://")) return link;
  if (base_.empty() || link.find(':') != link.npos) return {};

  const auto path = beside(base_, link);
  std::error_code failed;
  if (!path || !std::filesystem::is_regular_file(*path, failed) ||
      std::filesystem::file_size(*path, failed) > maxPicture)
    return {};
  std::ifstream file(*path, std::ios::binary);
  const std::string content((std::istreambuf_iterator<char>(file)), {});
  const auto hash = sha256(content).substr(0, 32);
  const auto isThere = [&](int width) {
    return std::filesystem::exists(media_ / nameOf(hash, width));
  };
  if (!std::all_of(pictureWidths.begin(), pictureWidths.end(), isThere)) {
    const auto sizes = pictureSizes(content);
    if (!sizes) return {};
    if (!only_look_) {
      note_(hash);
      made_.push_back(hash);
      std::filesystem::create_directories(media_);
      for (std::size_t i = 0; i < sizes->size(); ++i)
        write(media_ / nameOf(hash, pictureWidths[i]), (*sizes)[i]);
      crashPoint("import.picture");
    }
  }
  return "/v1/media/" + nameOf(hash, pictureWidths.back());
}

}  // namespace vitrine
