#pragma once

#include <string>

#include "cooperation/invoices.hpp"

namespace vitrine {

/// An invoice or credit note as XML: OASIS UBL 2.1 with the core of EN 16931. Texts are in English;
/// what XML cannot say of a name (control characters) is left out.
std::string ubl(const Invoice& invoice);

}  // namespace vitrine
