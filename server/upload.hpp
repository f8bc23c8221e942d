#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace vitrine {

/// A long body on its way in: a file without a name, which goes with the process.
class Upload {
 public:
  static constexpr std::uint64_t reserve = 64 * 1024 * 1024;  // bytes of the disk it leaves free

  /// Throws when the folder takes no file.
  explicit Upload(const std::filesystem::path& folder);
  ~Upload();
  Upload(const Upload&) = delete;

  /// False when there is no room.
  bool write(std::string_view bytes);

  /// By which this process can open it, as often as it likes.
  std::filesystem::path path() const;

 private:
  std::filesystem::path folder_;
  int file_;
};

}  // namespace vitrine
