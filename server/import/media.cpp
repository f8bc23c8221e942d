#include "import/media.hpp"

#include <fstream>
#include <iterator>

#include "crypto.hpp"

namespace vitrine {
namespace {

constexpr std::uintmax_t maxImage = 8 * 1024 * 1024;

std::string endingOf(std::string_view content) {
  using namespace std::literals;
  if (content.starts_with("\xFF\xD8\xFF"sv)) return ".jpg";
  if (content.starts_with("\x89PNG\r\n\x1A\n"sv)) return ".png";
  if (content.starts_with("RIFF"sv) && content.substr(8).starts_with("WEBP"sv)) return ".webp";
  return "";
}

}  // namespace

std::optional<std::string> storeImage(const std::string& link, const std::filesystem::path& base,
                                      const std::filesystem::path& media, bool only_look) {
  if (link.starts_with("https://") || link.starts_with("http://")) return link;
  if (base.empty() || link.find(':') != link.npos) return {};

  const auto path = base / link;
  std::error_code failed;
  if (!std::filesystem::is_regular_file(path, failed) ||
      std::filesystem::file_size(path, failed) > maxImage)
    return {};
  std::ifstream file(path, std::ios::binary);
  const std::string content((std::istreambuf_iterator<char>(file)), {});
  const auto ending = content.size() < 12 ? "" : endingOf(content);
  if (ending.empty()) return {};

  const auto name = sha256(content).substr(0, 32) + ending;
  const auto target = media / name;
  if (!only_look && !std::filesystem::exists(target)) {
    std::filesystem::create_directories(media);
    // Under another name first, so that nobody is ever served half a picture.
    const auto partial = media / (name + ".partial");
    std::ofstream(partial, std::ios::binary) << content;
    std::filesystem::rename(partial, target);
  }
  return "/v1/media/" + name;
}

}  // namespace vitrine
