#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "cli/cli.hpp"
#include "vitrine/fields.hpp"

namespace vitrine {

/// The command line being put together. Each topic adds its commands; what their options are read
/// into belongs to the functions that run them.
class Grammar {
 public:
  Grammar(CLI::App& app, CommandLine& line) : app_(app), line_(line) {}

  Config& config() { return line_.config; }
  /// Commands that begin with one word; topics may share a family.
  CLI::App* family(const char* name, const char* what);
  /// A command without a database.
  CLI::App* alone(CLI::App* parent, const char* name, const char* what,
                  std::function<int(const Config&)> run);
  CLI::App* alone(const char* name, const char* what, std::function<int(const Config&)> run) {
    return alone(&app_, name, what, std::move(run));
  }
  /// A command on the data folder's database; with nothing to run, it is to be served.
  CLI::App* command(CLI::App* parent, const char* name, const char* what,
                    std::function<int(Admin&)> run);
  CLI::App* command(const char* name, const char* what, std::function<int(Admin&)> run) {
    return command(&app_, name, what, std::move(run));
  }
  /// A command that takes long, and so must not hold the database.
  CLI::App* aside(CLI::App* parent, const char* name, const char* what,
                  std::function<int(Aside&)> run);
  CLI::App* aside(const char* name, const char* what, std::function<int(Aside&)> run) {
    return aside(&app_, name, what, std::move(run));
  }
  /// Lets a command of either kind say where the database is.
  CLI::App* onStore(CLI::App* command);
  /// The command, a long one, sees to its transactions itself.
  void untransacted(CLI::App* command);

 private:
  CLI::App& app_;
  CommandLine& line_;
};

/// The wire names of an enumeration, for CLI11.
template <Named E>
std::map<std::string, E> valuesByName() {
  std::map<std::string, E> values;
  for (std::size_t i = 0; i < names(E{}).size(); ++i)
    values.emplace(names(E{})[i], static_cast<E>(i));
  return values;
}

void addServeCommand(Grammar& grammar);
void addAccountCommands(Grammar& grammar);
void addSellerCommands(Grammar& grammar);
void addDeliveryCommands(Grammar& grammar);
void addMailCommands(Grammar& grammar);
void addSiteCommands(Grammar& grammar);
void addCooperationCommands(Grammar& grammar);
void addGuideCommands(Grammar& grammar);
void addLedgerCommands(Grammar& grammar);
void addImportCommand(Grammar& grammar);
void addProductCommands(Grammar& grammar);
void addRankingCommands(Grammar& grammar);
void addOrderCommands(Grammar& grammar);
void addCustomerCommands(Grammar& grammar);
void addRetailCommands(Grammar& grammar);
void addReviewCommands(Grammar& grammar);
void addEndorsementCommands(Grammar& grammar);
void addKeyCommands(Grammar& grammar);
void addBackupCommands(Grammar& grammar);
void addSnapshotCommand(Grammar& grammar);
void addSourcingCommands(Grammar& grammar);

}  // namespace vitrine
