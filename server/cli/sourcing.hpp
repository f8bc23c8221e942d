#pragma once

#include <iosfwd>
#include <string>

#include "json.hpp"
#include "vitrine/sourcing.hpp"

/// Sourcing on the command line: carts in, solutions out, without a data folder. The instance
/// format is that of docs/sourcing.md.
namespace vitrine {

struct SourcingOptions {
  std::string objective = "cost";  // or "all"
  std::int64_t work = 0;           // 0: the library's own limit
  std::int64_t time_ms = 0;        // 0: no limit
  std::string file;
};

/// One instance from a line of JSON: `{lines, owners, zone}`.
Result<SourcingInstance> sourcingInstance(const Json& json);

/// Reads a cart from each line of `in` and writes one line for each objective. `misused` for an
/// unknown objective, `failed` when a line was refused (its error stands in its place).
int sourceCarts(const SourcingOptions& options, std::istream& in, std::ostream& out,
                std::ostream& err);

/// Solves a facility location file (`m n`, then each facility's fee and costs).
int sourceFacilities(const SourcingOptions& options, std::ostream& out, std::ostream& err);

}  // namespace vitrine
