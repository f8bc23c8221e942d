#include "durable.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <stdexcept>

namespace vitrine {

void syncToDisk(const std::filesystem::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!synced) throw std::runtime_error(path.string() + ": cannot be written to disk");
}

}  // namespace vitrine
