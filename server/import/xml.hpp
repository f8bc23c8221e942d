#pragma once

#include <functional>
#include <istream>
#include <optional>

#include "import/encoding.hpp"
#include "import/record.hpp"
#include "vitrine/fields.hpp"

namespace vitrine {

/// Reads the items of an RSS 2.0 or the entries of an Atom 1.0 document (Google Merchant feeds: the
/// `g:` names), one by one in bounded memory. `encoding` replaces the document's own word for it. A
/// document type, and with it every entity of its own, is refused; so is what is not well-formed.
/// Nothing after such a fault is read.
void readXml(std::istream& bytes, std::optional<FeedEncoding> encoding,
             const std::function<void(Record&)>& take, const std::function<void(RowError)>& refuse);

}  // namespace vitrine
