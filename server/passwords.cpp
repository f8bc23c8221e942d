#include "passwords.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "crypto.hpp"

namespace vitrine {
namespace {

constexpr std::size_t least = 10;   // bytes
constexpr std::size_t most = 1024;  // bytes

/// Counts one that waits, until it ends.
class Waiting {
 public:
  explicit Waiting(std::shared_ptr<int> count) : count_(std::move(count)) { ++*count_; }
  ~Waiting() { --*count_; }
  Waiting(const Waiting&) = delete;

 private:
  std::shared_ptr<int> count_;
};

}  // namespace

template <class T, class F>
asio::awaitable<Result<T>> Passwords::beside(F work) {
  if (*waiting_ >= maxWaiting) co_return Error{Errc::unavailable, "password"};
  const Waiting waiting(waiting_);
  const auto run = [&]() -> asio::awaitable<T> { co_return work(); };
  co_return co_await asio::co_spawn(worker_, run(), asio::use_awaitable);
}

asio::awaitable<Result<std::string>> Passwords::hash(std::string password) {
  co_return co_await beside<std::string>([&] { return hashPassword(password); });
}

asio::awaitable<Result<bool>> Passwords::fit(std::string hash, std::string password) {
  co_return co_await beside<bool>([&] {
    if (!hash.empty()) return isPassword(hash, password);
    hashPassword(password);
    return false;
  });
}

Fault checkPassword(const std::string& password, std::string_view where) {
  if (password.size() >= least && password.size() <= most) return {};
  return Error{Errc::out_of_range, std::string(where)};
}

}  // namespace vitrine
