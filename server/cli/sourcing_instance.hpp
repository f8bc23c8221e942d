#pragma once

#include "json.hpp"
#include "vitrine/sourcing.hpp"

namespace vitrine {

/// One instance from a line of JSON: `{lines, owners, zone}`, the format of docs/sourcing.md.
Result<SourcingInstance> sourcingInstance(const Json& json);

}  // namespace vitrine
