#include "upload.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

namespace vitrine {

Upload::Upload(const std::filesystem::path& folder) : folder_(folder) {
  auto name = (folder / "upload-XXXXXX").string();
  file_ = mkostemp(name.data(), O_CLOEXEC);
  if (file_ < 0) throw std::system_error(errno, std::generic_category(), "upload");
  unlink(name.c_str());
}

Upload::~Upload() { close(file_); }

bool Upload::write(std::string_view bytes) {
  std::error_code unknown;
  const auto space = std::filesystem::space(folder_, unknown);
  if (!unknown && space.available < bytes.size() + reserve) return false;
  while (!bytes.empty()) {
    const auto size = ::write(file_, bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(size));
  }
  return true;
}

std::filesystem::path Upload::path() const { return "/proc/self/fd/" + std::to_string(file_); }

}  // namespace vitrine
