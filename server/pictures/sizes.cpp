#include "pictures/sizes.hpp"

#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "pictures/limits.hpp"

namespace vitrine {
namespace {

constexpr timeval patience{30, 0};  // for the helper's next bytes
constexpr std::size_t maxAnswer = 16 * 1024 * 1024;

/// The helper, with one socket for its standard input and output. Ended with this, if need be.
class Helper {
 public:
  Helper() {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
      throw std::system_error(errno, std::generic_category(), "socketpair");
    socket_ = ends[0];
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const auto path =
        std::filesystem::canonical("/proc/self/exe").parent_path() / "vitrine-pictures";
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    std::string name("vitrine-pictures");
    std::array<char*, 2> arguments{name.data(), nullptr};
    std::array<char*, 1> nothing{nullptr};
    const int failed =
        posix_spawn(&process_, path.c_str(), &actions, nullptr, arguments.data(), nothing.data());
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (failed == 0) return;
    close(socket_);
    throw std::system_error(failed, std::generic_category(), path.string());
  }

  ~Helper() {
    close(socket_);
    if (process_ == 0) return;
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
  }
  Helper(const Helper&) = delete;

  void send(const std::string& bytes) {
    for (std::size_t sent = 0; sent < bytes.size();) {
      const auto size = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
      if (size <= 0) break;  // it has seen enough
      sent += static_cast<std::size_t>(size);
    }
    shutdown(socket_, SHUT_WR);
  }

  /// Whether it could begin at all; asked once it has answered.
  bool worked() {
    int status = 0;
    close(std::exchange(socket_, -1));
    kill(process_, SIGKILL);  // where it has not ended yet
    waitpid(std::exchange(process_, 0), &status, 0);
    return !WIFEXITED(status) || WEXITSTATUS(status) != notLockedIn;
  }

  std::string receive() {
    std::string answer;
    std::array<char, 64 * 1024> piece;
    while (answer.size() <= maxAnswer) {
      const auto size = recv(socket_, piece.data(), piece.size(), 0);
      if (size <= 0) break;
      answer.append(piece.data(), static_cast<std::size_t>(size));
    }
    return answer;
  }

 private:
  int socket_ = -1;
  pid_t process_ = 0;
};

}  // namespace

std::optional<std::vector<std::string>> pictureSizes(const std::string& content) {
  Helper helper;
  helper.send(content);
  const auto answer = helper.receive();
  if (!helper.worked()) throw std::runtime_error("vitrine-pictures cannot lock itself in");
  std::vector<std::string> sizes;
  std::size_t at = 0;
  while (sizes.size() < pictureWidths.size()) {
    std::size_t length = 0;
    if (answer.size() - at < 4) return {};
    for (std::size_t k = 4; k-- > 0;)
      length = length << 8 | static_cast<unsigned char>(answer[at + k]);
    at += 4;
    if (length == 0 || answer.size() - at < length) return {};
    sizes.push_back(answer.substr(at, length));
    at += length;
  }
  return at == answer.size() ? std::optional(std::move(sizes)) : std::nullopt;
}

}  // namespace vitrine
