#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "vitrine/catalog_file.hpp"

namespace vitrine {

/// Finds terms that are spelled almost like a word. An edit inserts, leaves out or replaces a
/// letter, or swaps two neighbours; no letter takes part in two (optimal string alignment). Worked
/// out when the first word is not found as it is.
class Spelling {
 public:
  explicit Spelling(const TermColumns& terms);

  struct Near {
    std::uint32_t term = 0;
    unsigned edits = 0;  // 1 or 2
  };
  /// The terms up to `most` (1 or 2) edits away; not the word itself.
  std::vector<Near> near(std::string_view word, unsigned most) const;

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(offsets_.size() - 1); }
  std::string_view term(std::uint32_t i) const {
    return {spelled_.data() + offsets_[i], offsets_[i + 1] - offsets_[i]};
  }
  std::size_t bucketOf(std::string_view tail) const;
  std::pair<std::uint32_t, std::uint32_t> beginningWith(std::string_view prefix) const;
  void lookUp(std::string_view word, std::vector<Near>& found) const;
  template <class F>
  void scan(std::string_view word, unsigned most, std::uint32_t count, F place,
            std::vector<Near>& found) const;

  std::string spelled_;                 // all terms, one behind the other
  std::vector<std::uint32_t> offsets_;  // into it, and its end
  std::vector<std::uint32_t> by_tail_;  // ASCII terms by the bucket of what follows their head
  std::vector<std::uint32_t> buckets_;  // where each begins, and their end
  unsigned bucket_shift_ = 0;
  std::vector<std::uint32_t> foreign_;  // terms that are not ASCII alone
};

/// The number of letters in UTF-8.
std::size_t lettersOf(std::string_view word);

}  // namespace vitrine
