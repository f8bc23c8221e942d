#include "cli/grammar.hpp"

namespace vitrine {
namespace {

std::string isStore(const std::string& text) {
  const bool known = text.starts_with("postgres://") || text.starts_with("postgresql://");
  return known ? "" : "a URL of PostgreSQL is expected, like postgres://user@host/vitrine";
}

}  // namespace

CLI::App* Grammar::family(const char* name, const char* what) {
  const auto known =
      app_.get_subcommands([name](const CLI::App* other) { return other->get_name() == name; });
  if (!known.empty()) return known.front();
  return app_.add_subcommand(name, what)->require_subcommand(1);
}

CLI::App* Grammar::alone(CLI::App* parent, const char* name, const char* what,
                         std::function<int(const Config&)> run) {
  auto* added = parent->add_subcommand(name, what);
  added->callback([this, run = std::move(run)] { line_.alone = run; });
  return added;
}

CLI::App* Grammar::command(CLI::App* parent, const char* name, const char* what,
                           std::function<int(Admin&)> run) {
  auto* added = parent->add_subcommand(name, what);
  added->callback([this, run = std::move(run)] { line_.command = run; });
  return onStore(added);
}

CLI::App* Grammar::aside(CLI::App* parent, const char* name, const char* what,
                         std::function<int(Aside&)> run) {
  auto* added = parent->add_subcommand(name, what);
  added->callback([this, run = std::move(run)] { line_.aside = run; });
  return onStore(added);
}

CLI::App* Grammar::onStore(CLI::App* command) {
  auto& config = line_.config;
  command->add_option("--data", config.data, "Data folder")->capture_default_str();
  command
      ->add_option("--store", config.store,
                   "Database: postgres://… (default: SQLite in the data folder)")
      ->envname("VITRINE_STORE")
      ->check(isStore);
  command
      ->add_option("--secret-key", config.secret_key,
                   "File of the key that secrets are sealed under (default: secret.key in the "
                   "data folder)")
      ->envname("VITRINE_SECRET_KEY");
  return command;
}

void Grammar::untransacted(CLI::App* command) {
  command->preparse_callback([this](std::size_t) { line_.transacted = false; });
}

}  // namespace vitrine
