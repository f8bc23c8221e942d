#pragma once

#include <boost/beast/http/status.hpp>
#include <ostream>  // Boost 1.81 forgets it
#include <string_view>

#include "vitrine/result.hpp"

namespace vitrine {

boost::beast::http::status statusOf(Errc code);

/// What a developer can do about it, in English.
std::string_view explain(Errc code);

}  // namespace vitrine
