#include "store/backup.hpp"

#include <filesystem>
#include <iostream>

#include "cli/grammar.hpp"

namespace vitrine {
namespace {

int backUpStore(Admin& admin, const std::string& file) {
  const auto fault = backUp(admin.db, admin.cwd / file);
  if (fault.empty()) return done;
  admin.err << fault << '\n';
  return failed;
}

int restoreStore(const Config& config, const std::string& file) {
  if (!config.store.empty()) {
    std::cerr << "the store is PostgreSQL: use pg_dump and pg_restore\n";
    return failed;
  }
  const auto fault = restore(file, config.data);
  if (fault.empty()) {
    const auto key = config.secret_key.empty() ? config.data / "secret.key" : config.secret_key;
    if (!std::filesystem::exists(key))
      std::cerr << "note: copy the secret.key of the old data folder to " << key.string()
                << " before the server starts\n";
    return done;
  }
  std::cerr << fault << '\n';
  return failed;
}

}  // namespace

void addBackupCommands(Grammar& grammar) {
  const auto file = std::make_shared<std::string>();
  auto* backup =
      grammar.command("backup", "Copy the database to a file, also while the server runs",
                      [file](Admin& admin) { return backUpStore(admin, *file); });
  backup->add_option("FILE", *file, "The new file")->required();
  grammar.untransacted(backup);

  grammar
      .onStore(grammar.alone("restore", "Make the data folder's database of a backup",
                             [file](const Config& config) { return restoreStore(config, *file); }))
      ->add_option("FILE", *file, "The backup")
      ->required();
}

}  // namespace vitrine
