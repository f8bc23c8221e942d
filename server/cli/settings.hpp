#pragma once

#include <filesystem>
#include <optional>

#include "cli/cli.hpp"
#include "http/file.hpp"
#include "json.hpp"

namespace vitrine {

/// A settings file as its type; says what is wrong with it otherwise.
template <class T>
std::optional<T> readSettings(Admin& admin, const std::string& file) {
  const auto path = admin.cwd / file;
  if (!std::filesystem::is_regular_file(path)) {
    admin.err << file << ": there is no such file\n";
    return {};
  }
  auto settings = fromJson<T>(readAll(path));
  if (!settings) {
    admin.err << file << ": " << name(settings.error().code) << " at " << settings.error().where
              << '\n';
    return {};
  }
  return *std::move(settings);
}

/// Says why what the command line asks for is refused.
inline int refuse(Admin& admin, const std::string& why) {
  admin.err << why << '\n';
  return failed;
}

/// The same, with the code and the path that the API would answer.
inline int refuse(Admin& admin, const Error& error) {
  admin.err << name(error.code) << " at " << error.where;
  if (error.limit) admin.err << ", the limit is " << *error.limit;
  admin.err << '\n';
  return failed;
}

}  // namespace vitrine
