#pragma once

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/thread_pool.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include "store/transact.hpp"
#include "store/writer.hpp"
#include "upload.hpp"

namespace vitrine {

namespace asio = boost::asio;

/// The thread on which feeds are imported, one after another. What it does with the database goes
/// through the writer, among the jobs of everybody else.
class Imports {
 public:
  /// Feeds that are uploaded lie in `folder` meanwhile.
  Imports(Writer& writer, std::filesystem::path folder);
  /// Gives up what is under way; the next start ends it.
  ~Imports();

  /// Runs `work` on that thread, and resumes here; throws what it throws.
  asio::awaitable<void> run(std::function<void(const Transact&)> work);

  /// Ends what a server left when it went, at once and then every minute; tells `changed`. `media`
  /// is where imports put pictures.
  asio::awaitable<void> endLeft(std::filesystem::path media, std::function<void()> changed);

  /// A file for a feed; none while there are too many.
  std::shared_ptr<Upload> upload();
  /// Off the caller's thread; false when there is no room.
  asio::awaitable<bool> write(Upload& upload, std::string_view bytes);

 private:
  static constexpr int maxUploads = 8;

  Writer& writer_;
  std::filesystem::path folder_;
  std::shared_ptr<int> uploads_ = std::make_shared<int>(0);
  std::atomic<bool> ending_ = false;
  Transact transact_;
  asio::thread_pool thread_{1};
  asio::thread_pool disk_{1};
};

}  // namespace vitrine
