#pragma once

#include <boost/asio/ssl/context.hpp>
#include <memory>

#include "config.hpp"

namespace vitrine {

/// What connections are greeted with, read from the files that the configuration names; nothing
/// when it names none. Throws, with what is wrong, when the files are no certificate and its key.
std::shared_ptr<boost::asio::ssl::context> serverTls(const Config& config);

}  // namespace vitrine
