#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "guides/fault.hpp"
#include "vitrine/guide.hpp"

/// The notation of needs in a guide: a line for each need, and below it lines of what would do.
///
///     12 m² decking
///     - Larch board, 4 m = 0.58 m²
///     40 screws 5×60
///     - Decking screw (box of 50) = 50
///     [ ] 3 h help
///     - Assembly at your place = 1 h
namespace vitrine {

/// What would do, in the presenter's words, not looked up yet.
struct WrittenChoice {
  int line = 0;
  std::string goods;            // a title or an id
  std::int64_t content = 1000;  // thousandths of the need's unit
};

struct WrittenNeed {
  int line = 0;
  std::string name;
  std::string unit;
  std::int64_t amount = 0;  // thousandths of the unit
  std::vector<WrittenChoice> choices;
  bool optional = false;
};

/// Reads a block of needs whose first line is the article's line `first`; what is wrong joins
/// `faults`, and what it is wrong with is left out.
std::vector<WrittenNeed> readNeeds(std::string_view text, int first, GuideFaults& faults);

}  // namespace vitrine
