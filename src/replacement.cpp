#include "vitrine/replacement.hpp"

namespace vitrine {

Fault check(const ReplacementTerms& terms) {
  if (terms.up_to < 0 || terms.up_to > maxSafeInteger) return Error{Errc::out_of_range, "up_to"};
  return {};
}

}  // namespace vitrine
