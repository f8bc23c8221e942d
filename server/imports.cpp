#include "imports.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <future>
#include <stdexcept>

#include "clock.hpp"
#include "crypto.hpp"
#include "import/importer.hpp"
#include "log.hpp"

namespace vitrine {

Imports::Imports(Writer& writer, std::filesystem::path folder)
    : writer_(writer),
      folder_(std::move(folder)),
      transact_([this](const std::function<void(Database&)>& work) {
        if (ending_) throw std::runtime_error("the server stops");
        const auto ended = std::make_shared<std::promise<void>>();  // outlives its last word
        const auto job = [&](Database& db) {
          work(db);
          return true;
        };
        const auto done = [ended](std::exception_ptr failure) {
          if (failure)
            ended->set_exception(failure);
          else
            ended->set_value();
        };
        writer_.post(job, done);
        ended->get_future().get();
      }) {}

Imports::~Imports() {
  ending_ = true;
  thread_.join();
  disk_.join();
}

asio::awaitable<void> Imports::run(std::function<void(const Transact&)> work) {
  const auto here = [&]() -> asio::awaitable<void> {
    work(transact_);
    co_return;
  };
  co_await asio::co_spawn(thread_, here(), asio::use_awaitable);
}

std::shared_ptr<Upload> Imports::upload() {
  if (*uploads_ == maxUploads) return nullptr;
  auto file = std::make_unique<Upload>(folder_);
  ++*uploads_;
  return {file.release(), [uploads = uploads_](Upload* gone) {
            --*uploads;
            delete gone;
          }};
}

asio::awaitable<bool> Imports::write(Upload& upload, std::string_view bytes) {
  bool written = false;
  const auto there = [&]() -> asio::awaitable<void> {
    written = upload.write(bytes);
    co_return;
  };
  co_await asio::co_spawn(disk_, there(), asio::use_awaitable);
  co_return written;
}

asio::awaitable<void> Imports::endLeft(std::filesystem::path media, std::function<void()> changed) {
  asio::steady_timer timer(co_await asio::this_coro::executor);
  while (true) {
    try {
      bool ended = false;
      const auto work = [&](const Transact& transact) {
        const auto now = unixNow();
        ended = endLeftImport(transact, media, now,
                              [now](std::string_view prefix) { return newId(prefix, now); });
      };
      co_await run(work);
      if (ended) changed();
    } catch (const std::exception& failed) {
      log("error", "import_not_ended", {{"problem", failed.what()}});
    }
    timer.expires_after(std::chrono::minutes(1));
    co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
  }
}

}  // namespace vitrine
