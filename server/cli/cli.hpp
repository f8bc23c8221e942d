#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <variant>
#include <vector>

#include "api/work.hpp"
#include "config.hpp"
#include "store/transact.hpp"

namespace vitrine {

enum ExitCode { done = 0, failed = 1, misused = 2 };

/// What a command of the command line works with: the data folder's database, opened by itself or
/// by the server that runs on it.
struct Admin {
  Database& db;
  const Config& config;
  std::filesystem::path cwd;  // of the person who called; relative file names start here
  std::ostream& out;
  std::ostream& err;
  std::function<void(const std::string& line)> progress;  // told how far long work is; may be none
  Events events = {};
};

/// The same for a command that takes long: it works with the database in short transactions, and
/// not on the thread that runs them.
struct Aside {
  Transact transact;
  const Config& config;
  std::filesystem::path cwd;
  std::ostream& out;
  std::ostream& err;
  std::function<void(const std::string& line)> progress;
  Events events = {};
};

/// A command line, understood: either the server is to run, or a command on the data folder.
struct CommandLine {
  Config config;
  std::function<int(Admin&)> command;  // with the next empty: serve
  std::function<int(Aside&)> aside;
  bool transacted = true;                   // whether that is one transaction
  std::function<int(const Config&)> alone;  // a command that needs no open database
};

/// Reads the arguments (without the program's name). Writes help and faults to the streams and
/// answers an exit code where there is nothing more to do.
std::variant<int, CommandLine> parseCommandLine(const std::vector<std::string>& args,
                                                std::ostream& out, std::ostream& err);

}  // namespace vitrine
