#include "http/control.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <iostream>
#include <mutex>
#include <sstream>

#include "async.hpp"
#include "cli/cli.hpp"
#include "json.hpp"
#include "log.hpp"
#include "store/changes.hpp"

namespace vitrine {
namespace {

using local = asio::local::stream_protocol;
constexpr std::size_t maxWish = 64 * 1024 * 1024;  // an answer may be longer: it lists all orders

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

/// A line of the answer: how far the work is, or in the end its outcome.
struct News {
  std::optional<std::string> progress;
  std::optional<Outcome> outcome;
  static constexpr void fields(auto& self, auto&& field) {
    field("progress", self.progress);
    field("outcome", self.outcome);
  }
};

std::string lineOf(const News& news) { return toJson(news) + '\n'; }

/// What the writer's thread says last, for the one that passes it on.
class Progress {
 public:
  void tell(const std::string& line) {
    const std::lock_guard lock(mutex_);
    line_ = line;
  }
  std::optional<std::string> next() {
    const std::lock_guard lock(mutex_);
    return std::exchange(line_, std::nullopt);
  }

 private:
  std::mutex mutex_;
  std::optional<std::string> line_;
};

/// Runs a command on the writer, or beside it, and tells the caller now and then how far it is.
asio::awaitable<void> runCommand(App& app, const CommandLine& line, const std::string& cwd,
                                 Outcome& outcome, local::socket& caller) {
  std::ostringstream out;
  std::ostringstream err;
  Events events;
  Progress progress;
  const auto work = [&](Database& db) {
    out.str("");
    err.str("");
    Admin admin{db, app.config, cwd, out, err, [&](const auto& news) { progress.tell(news); }};
    outcome.exit_code = line.command(admin);
    events = admin.events;
    if (events.catalog_changed) noteCatalogueChange(db);
    return outcome.exit_code == done || events.catalog_changed;
  };
  const auto apart = [&](const Transact& transact) {
    Aside aside{transact, app.config, cwd,
                out,      err,        [&](const auto& news) { progress.tell(news); }};
    outcome.exit_code = line.aside(aside);
    events = aside.events;
  };
  const auto executor = co_await asio::this_coro::executor;
  asio::steady_timer look(executor);
  bool ended = false;
  const auto how = line.transacted ? Writer::Way::together : Writer::Way::bare;
  auto run = line.aside ? app.imports.run(apart) : inStore(app.writer, work, how);
  asio::co_spawn(executor, std::move(run), [&](std::exception_ptr failure) {
    ended = true;
    look.cancel();
    if (!failure) return app.after(events);
    outcome.exit_code = failed;
    try {
      std::rethrow_exception(failure);
    } catch (const std::exception& problem) {
      err << problem.what() << '\n';
    }
  });
  while (!ended) {
    look.expires_after(std::chrono::seconds(1));
    co_await look.async_wait(asio::as_tuple(asio::use_awaitable));
    const auto news = progress.next();
    if (ended || !news) continue;
    const auto text = lineOf({news, {}});
    // A caller that hangs up does not end the work.
    co_await asio::async_write(caller, asio::buffer(text), asio::as_tuple(asio::use_awaitable));
  }
  outcome.out = out.str();
  outcome.err = err.str();
}

asio::awaitable<void> runWish(App& app, local::socket socket) {
  std::string line;
  co_await asio::async_read_until(socket, asio::dynamic_buffer(line, maxWish), '\n',
                                  asio::use_awaitable);
  Outcome outcome;
  if (const auto wish = fromJson<Wish>(line)) {
    std::ostringstream out;
    std::ostringstream err;
    const auto parsed = parseCommandLine(wish->args, out, err);
    if (const auto* code = std::get_if<int>(&parsed)) {
      outcome = {*code, out.str(), err.str()};
    } else if (const auto& command = std::get<CommandLine>(parsed);
               command.command || command.aside) {
      co_await runCommand(app, command, wish->cwd, outcome, socket);
    }
  }
  const auto text = lineOf({{}, outcome});
  co_await asio::async_write(socket, asio::buffer(text), asio::use_awaitable);
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
  std::string unread;
  while (true) {
    const auto size = asio::read_until(socket, asio::dynamic_buffer(unread), '\n', failure);
    const auto news = fromJson<News>(unread.substr(0, size));
    if (!news) {
      std::cerr << "the server went away during the command\n";
      return failed;
    }
    if (news->progress) std::cerr << *news->progress << std::endl;
    if (const auto& outcome = news->outcome) {
      std::cout << outcome->out;
      std::cerr << outcome->err;
      return outcome->exit_code;
    }
    unread.erase(0, size);
  }
}

}  // namespace vitrine
