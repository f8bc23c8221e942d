#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "mail/letter.hpp"

namespace vitrine {

/// An e-mail as it is handed over: the envelope, the header's fields (RFC 5322, ASCII but for
/// addresses beyond it, folded) and two writings of the same.
struct Email {
  std::string from;  // addresses, see `mailbox`
  std::string to;
  std::vector<std::string> fields;  // "Name: value", without a line break at the end
  std::string text;
  std::string html;
};

/// `id`: of the mail. `from`, `to`: of `mailbox`. `queued_at`: Unix milliseconds.
Email emailOf(const Letter& letter, const std::string& id, const std::string& site_name,
              const std::string& from, const std::string& to, std::int64_t queued_at);

/// A text as a header may have it: as it is, or as encoded words of RFC 2047 on lines of their own.
/// A line break becomes a space.
std::string headerText(std::string_view text);

}  // namespace vitrine
