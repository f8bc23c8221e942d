#pragma once

#include <functional>

#include "store/database.hpp"

namespace vitrine {

/// Runs short work in a transaction of its own, which is on disk when it returns. Throws what the
/// work throws, and keeps nothing of it then; the work may be run twice.
using Transact = std::function<void(const std::function<void(Database&)>& work)>;

}  // namespace vitrine
