#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vitrine {

/// The pictures of one import. Those beside the feed go into the media folder.
class Pictures {
 public:
  /// Told the hash of a picture before it is made.
  using Note = std::function<void(const std::string& hash)>;

  /// Relative paths start from `base`; without one only links are taken. `only_look`: nothing is
  /// written.
  Pictures(std::filesystem::path base, std::filesystem::path media, bool only_look, Note note);

  /// Where a picture is to be had: a link stays itself; of a local file the sizes that pages show
  /// are made (see `pictureWidths`) under the hash of its content, and it becomes the path of the
  /// widest, "/v1/media/<hash>.1280.webp". Nothing for other schemes, missing files, files over
  /// 8 MiB and anything that is no sound WebP, JPEG or PNG picture.
  std::optional<std::string> store(const std::string& link);

  /// How many were made so far.
  std::size_t made() const { return made_.size(); }
  /// Takes out what was made after the first `count`.
  void undo(std::size_t count);

 private:
  std::filesystem::path base_;
  std::filesystem::path media_;
  bool only_look_;
  Note note_;
  std::vector<std::string> made_;  // hashes
};

/// Takes a picture out of the media folder, whatever of it is there.
void removePicture(const std::filesystem::path& media, const std::string& hash);

}  // namespace vitrine
