#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <memory>
#include <string>

#include "vitrine/result.hpp"

namespace vitrine {

namespace asio = boost::asio;

/// Passwords and their hashes, one after the other on a thread of its own: a hash takes 64 MiB and
/// about a tenth of a second, which neither requests nor the database wait for. Asked on the
/// io_context's thread.
class Passwords {
 public:
  static constexpr int maxWaiting = 16;

  /// `unavailable` while too many wait.
  asio::awaitable<Result<std::string>> hash(std::string password);
  /// Whether the password is the hash's; one of no account (empty) takes as long. `unavailable`
  /// while too many wait.
  asio::awaitable<Result<bool>> fit(std::string hash, std::string password);

 private:
  template <class T, class F>
  asio::awaitable<Result<T>> beside(F work);

  asio::thread_pool worker_{1};
  /// Shared: when the server stops, requests in the middle end after this is gone.
  std::shared_ptr<int> waiting_ = std::make_shared<int>(0);
};

/// `out_of_range` for a password of less than 10 or more than 1024 bytes.
Fault checkPassword(const std::string& password, std::string_view where);

}  // namespace vitrine
