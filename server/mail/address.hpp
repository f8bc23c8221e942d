#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vitrine {

/// An e-mail address as SMTP takes it: a dot-atom of at most 64 bytes (UTF-8 allowed, RFC 6531),
/// "@" and a domain, whose labels beyond ASCII become A-labels (UTS #46). Nothing for what is none;
/// so there is no line break, space, bracket or quote in it.
std::optional<std::string> mailbox(std::string_view text);

}  // namespace vitrine
