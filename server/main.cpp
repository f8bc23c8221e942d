// vitrine: one binary, server and command line. `vitrine --help` lists the commands;
// docs/openapi.json the HTTP API.
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <iostream>

#include "app.hpp"
#include "cli/cli.hpp"
#include "crowd/ranking.hpp"
#include "crypto.hpp"
#include "footprint.hpp"
#include "http/control.hpp"
#include "http/listener.hpp"
#include "http/tls.hpp"
#include "log.hpp"
#include "overdue.hpp"
#include "planned.hpp"
#include "retention.hpp"
#include "store/changes.hpp"
#include "telling.hpp"

namespace vitrine {
namespace {

/// A part of the server that must never end: when it does, the server does.
void rethrow(std::exception_ptr failure) {
  if (failure) std::rethrow_exception(failure);
}

/// On SIGHUP new connections get the certificate that then lies in the files; those that are open
/// go on with theirs.
asio::awaitable<void> keepCertificates(App& app, asio::signal_set& hangup) {
  hangup.add(SIGHUP);
  while (true) {
    co_await hangup.async_wait(asio::use_awaitable);
    try {
      app.tls = serverTls(app.config);
      log("info", "certificate_loaded", {{"file", app.config.tls_certificate.string()}});
    } catch (const std::exception& problem) {
      log("error", "certificate_kept", {{"problem", problem.what()}});
    }
  }
}

int serveUntilStopped(Config config) {
  if (config.public_url.empty())
    config.public_url = (config.tls_certificate.empty() ? "http://" : "https://") + config.host +
                        ':' + std::to_string(config.port);
  if (config.public_url.ends_with('/')) config.public_url.pop_back();
  if (config.web.empty())
    config.web = std::filesystem::canonical("/proc/self/exe").parent_path() / "web";

  asio::io_context io(1);
  App app(io, config);
  asio::thread_pool ranker(1);
  if (app.web.empty()) log("warning", "no_browser_side", {{"folder", config.web.string()}});
  auto acceptor = listen(io, app.config);
  const auto start = [&]() -> asio::awaitable<void> {
    co_await app.published.build();
    asio::co_spawn(io, app.published.run(), rethrow);
    asio::co_spawn(io, app.published.tell(), rethrow);
    if (!app.config.store.empty()) asio::co_spawn(io, app.published.watch(), rethrow);
    asio::co_spawn(io, app.dispatcher.run(), rethrow);
    asio::co_spawn(io, app.mailer.run(), rethrow);
    asio::co_spawn(io, keepPlans(app, std::chrono::seconds(5)), rethrow);
    asio::co_spawn(io, keepRanking(app, ranker, std::chrono::hours(1)), rethrow);
    asio::co_spawn(io, keepForgetting(app.writer, config.personal_data_days, std::chrono::hours(1)),
                   rethrow);
    asio::co_spawn(io, keepRejectingUnanswered(app, std::chrono::seconds(5)), rethrow);
    asio::co_spawn(io, keepTelling(app, std::chrono::minutes(10)), rethrow);
    asio::co_spawn(io, app.imports.endLeft(app.config.media(), [&] { app.published.changed(); }),
                   rethrow);
    asio::co_spawn(io, serveControl(app), rethrow);
    asio::co_spawn(io, serve(app, std::move(acceptor)), rethrow);
    log("info", "ready",
        {{"url", app.config.public_url},
         {"listen", app.config.host + ':' + std::to_string(app.config.port)}});
    asio::steady_timer started(io, std::chrono::seconds(1));
    co_await started.async_wait(asio::use_awaitable);
    letGoOfStart();
  };
  asio::co_spawn(io, start(), rethrow);
  asio::signal_set signals(io, SIGINT, SIGTERM);
  signals.async_wait([&](const auto&, int) { io.stop(); });
  asio::signal_set hangup(io);
  if (app.tls) asio::co_spawn(io, keepCertificates(app, hangup), rethrow);
  io.run();
  std::filesystem::remove(app.config.controlSocket());
  return done;
}

int runCommand(const CommandLine& line, const std::vector<std::string>& args) {
  if (const auto code = forward(line.config, args)) return *code;
  Database db(line.config.data, line.config.store, line.config.secret_key);
  int code = failed;
  const auto tell = [](const std::string& text) { std::cerr << text << std::endl; };
  if (line.aside) {
    const auto transact = [&](const auto& work) { db.transaction([&] { work(db); }); };
    Aside aside{transact, line.config, std::filesystem::current_path(), std::cout, std::cerr, tell};
    return line.aside(aside);
  }
  const auto work = [&] {
    Admin admin{db, line.config, std::filesystem::current_path(), std::cout, std::cerr, tell};
    code = line.command(admin);
    if (admin.events.catalog_changed) noteCatalogueChange(db);
  };
  if (line.transacted)
    db.transaction(work);
  else
    work();
  return code;
}

}  // namespace
}  // namespace vitrine

int main(int argc, char** argv) {
  using namespace vitrine;
  try {
    returnLargeBlocks();
    startCrypto();
    const std::vector<std::string> args(argv + 1, argv + argc);
    auto parsed = parseCommandLine(args, std::cout, std::cerr);
    if (const auto* code = std::get_if<int>(&parsed)) return *code;
    const auto& line = std::get<CommandLine>(parsed);
    if (line.alone) return line.alone(line.config);
    return line.command || line.aside ? runCommand(line, args) : serveUntilStopped(line.config);
  } catch (const std::exception& problem) {
    std::cerr << "vitrine: " << problem.what() << '\n';
    return failed;
  }
}
