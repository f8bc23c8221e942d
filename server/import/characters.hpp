#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vitrine {

/// Whether a character changes how other text is read without being seen: controls other than tab
/// and line ends, bidirectional overrides, zero-width spaces, tags. The marks and joiners that
/// scripts need (U+061C, U+200C to U+200F) are none.
bool isUnseen(std::uint32_t code);

bool isUtf8(std::string_view text);

/// Whether nothing of a text can be seen: spaces of all kinds, joiners, fillers, marks of
/// direction.
bool isBlank(std::string_view text);

/// What is wrong with a text as such: not UTF-8, or an unseen character. Empty: nothing.
std::string textFault(std::string_view text);

/// `text` without its unseen characters; it must be UTF-8.
std::string withoutUnseen(std::string_view text);

/// Without spaces, tabs and line ends around it.
std::string_view trimmed(std::string_view text);

/// At most 60 bytes of a value, to be put into a message; U+FFFD stands for what cannot be shown.
std::string shortened(std::string_view text);

}  // namespace vitrine
