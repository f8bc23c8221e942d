#pragma once

#include <set>
#include <string>
#include <string_view>

#include "store/members.hpp"
#include "store/writer.hpp"

namespace vitrine {

/// Notes that a page of a presenter loads its site's tag: once for each site, so that loading it
/// costs the database nothing. On the io_context's thread.
class TagWatch {
 public:
  explicit TagWatch(Writer& writer) : writer_(writer) {}

  /// A page of that origin has fetched the site's manifest. Ours, such as the preview, do not
  /// count.
  void loaded(const Site& site, std::string_view origin);

 private:
  Writer& writer_;
  std::set<std::string> known_;
};

}  // namespace vitrine
