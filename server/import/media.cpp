#include "import/media.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "crypto.hpp"
#include "pictures/limits.hpp"
#include "pictures/sizes.hpp"

namespace vitrine {

Pictures::Pictures(std::filesystem::path base, std::filesystem::path media, bool only_look)
    : base_(std::move(base)), media_(std::move(media)), only_look_(only_look) {}

Pictures::~Pictures() { undo(0); }

void Pictures::undo(std::size_t count) {
  std::error_code ignored;
  for (; made_.size() > count; made_.pop_back()) std::filesystem::remove(made_.back(), ignored);
}

std::optional<std::string> Pictures::store(const std::string& link) {
  if (link.starts_with("https://") || link.starts_with("http://")) return link;
  if (base_.empty() || link.find(':') != link.npos) return {};

  const auto path = base_ / link;
  std::error_code failed;
  if (!std::filesystem::is_regular_file(path, failed) ||
      std::filesystem::file_size(path, failed) > maxPicture)
    return {};
  std::ifstream file(path, std::ios::binary);
  const std::string content((std::istreambuf_iterator<char>(file)), {});
  const auto hash = sha256(content).substr(0, 32);
  const auto nameOf = [&](int width) { return hash + '.' + std::to_string(width) + ".webp"; };
  const auto isThere = [&](int width) { return std::filesystem::exists(media_ / nameOf(width)); };
  if (!std::all_of(pictureWidths.begin(), pictureWidths.end(), isThere)) {
    const auto sizes = pictureSizes(content);
    if (!sizes) return {};
    for (std::size_t i = 0; i < sizes->size(); ++i)
      write(media_ / nameOf(pictureWidths[i]), (*sizes)[i]);
  }
  return "/v1/media/" + nameOf(pictureWidths.back());
}

void Pictures::write(const std::filesystem::path& file, const std::string& content) {
  if (only_look_ || std::filesystem::exists(file)) return;
  std::filesystem::create_directories(media_);
  // Under another name first, so that nobody is ever served half a picture.
  auto partial = file;
  partial += ".partial";
  std::ofstream(partial, std::ios::binary) << content;
  std::filesystem::rename(partial, file);
  made_.push_back(file);
}

}  // namespace vitrine
