#include "http/control.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <iostream>
#include <sstream>

#include "async.hpp"
#include "cli/cli.hpp"
#include "json.hpp"
#include "log.hpp"

namespace vitrine {
namespace {

using local = asio::local::stream_protocol;
constexpr std::size_t maxLine = 64 * 1024 * 1024;

/// A command line on its way to the server.
struct Wish {
  std::vector<std::string> args;
  std::string cwd;
  static constexpr void fields(auto& self, auto&& field) {
    field("args", self.args);
    field("cwd", self.cwd);
  }
};

struct Outcome {
  std::int32_t exit_code = failed;
  std::string out;
  std::string err;
  static constexpr void fields(auto& self, auto&& field) {
    field("exit_code", self.exit_code);
    field("out", self.out);
    field("err", self.err);
  }
};

asio::awaitable<void> runWish(App& app, local::socket socket) {
  std::string line;
  co_await asio::async_read_until(socket, asio::dynamic_buffer(line, maxLine), '\n',
                                  asio::use_awaitable);
  Outcome outcome;
  std::ostringstream out;
  std::ostringstream err;
  if (const auto wish = fromJson<Wish>(line)) {
    auto parsed = parseCommandLine(wish->args, out, err);
    if (const auto* code = std::get_if<int>(&parsed)) {
      outcome.exit_code = *code;
    } else if (const auto& command = std::get<CommandLine>(parsed).command) {
      Events events;
      try {
        co_await inStore(app.writer, [&](Database& db) {
          Admin admin{db, app.config, wish->cwd, out, err};
          outcome.exit_code = command(admin);
          events = admin.events;
          return outcome.exit_code == done || events.catalog_changed;
        });
        app.after(events);
      } catch (const std::exception& problem) {
        outcome.exit_code = failed;
        err << problem.what() << '\n';
      }
    }
  }
  outcome.out = out.str();
  outcome.err = err.str();
  co_await asio::async_write(socket, asio::buffer(toJson(outcome) + '\n'), asio::use_awaitable);
}

}  // namespace

asio::awaitable<void> serveControl(App& app) {
  const auto path = app.config.controlSocket();
  std::filesystem::remove(path);  // left by a server that was killed
  const auto executor = co_await asio::this_coro::executor;
  local::acceptor acceptor(executor, local::endpoint(path.string()));
  std::filesystem::permissions(
      path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  while (true) {
    auto [failure, socket] = co_await acceptor.async_accept(asio::as_tuple(asio::use_awaitable));
    if (failure) co_return;
    const auto ended = [](std::exception_ptr) {};  // a caller that hangs up concerns nobody else
    asio::co_spawn(executor, runWish(app, std::move(socket)), ended);
  }
}

std::optional<int> forward(const Config& config, const std::vector<std::string>& args) {
  asio::io_context io;
  local::socket socket(io);
  boost::system::error_code failure;
  socket.connect(local::endpoint(config.controlSocket().string()), failure);
  if (failure) return {};
  const Wish wish{args, std::filesystem::current_path().string()};
  asio::write(socket, asio::buffer(toJson(wish) + '\n'));
  std::string line;
  asio::read_until(socket, asio::dynamic_buffer(line, maxLine), '\n', failure);
  const auto outcome = fromJson<Outcome>(line);
  if (!outcome) {
    std::cerr << "the server went away during the command\n";
    return failed;
  }
  std::cout << outcome->out;
  std::cerr << outcome->err;
  return outcome->exit_code;
}

}  // namespace vitrine
