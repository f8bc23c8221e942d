#pragma once

#include <ostream>

#include "vitrine/result.hpp"

#define CATCH_CONFIG_ENABLE_OPTIONAL_STRINGMAKER

// Catch2 3 (Debian 13, Ubuntu 24.04) and 2 (Debian 12) name their header differently.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

namespace vitrine {

inline std::ostream& operator<<(std::ostream& out, const Error& error) {
  return out << name(error.code) << " at \"" << error.where << '"';
}

}  // namespace vitrine
