#pragma once

#include <boost/asio/awaitable.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app.hpp"

/// Commands while the server runs: the command line hands them to it over a socket in the data
/// folder that only the operator can open, so that one process alone works with the database.
namespace vitrine {

/// Runs the commands that arrive until the io_context stops.
asio::awaitable<void> serveControl(App& app);

/// Has the server on this data folder run the command line; prints what it printed and answers its
/// exit code. Nothing when no server runs there.
std::optional<int> forward(const Config& config, const std::vector<std::string>& args);

}  // namespace vitrine
