#include "mail/address.hpp"

#include <unicode/bytestream.h>
#include <unicode/idna.h>

#include <algorithm>
#include <memory>

namespace vitrine {
namespace {

constexpr std::size_t maxLocal = 64;
constexpr std::size_t maxDomain = 255;

bool isAtom(char each) {
  const auto byte = static_cast<unsigned char>(each);
  constexpr std::string_view marks = "!#$%&'*+-/=?^_`{|}~.";
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= 'a' && byte <= 'z') || byte >= 0x80 || marks.find(each) != marks.npos;
}

}  // namespace

std::optional<std::string> mailbox(std::string_view text) {
  const auto sign = text.find('@');
  if (sign == text.npos || sign == 0 || sign > maxLocal || text.size() - sign - 1 > maxDomain)
    return {};
  const auto local = text.substr(0, sign);
  if (!std::all_of(local.begin(), local.end(), isAtom) || local.front() == '.' ||
      local.back() == '.' || local.find("..") != local.npos)
    return {};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::IDNA> idna(
      icu::IDNA::createUTS46Instance(UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI, status));
  if (U_FAILURE(status)) return {};
  std::string address(text.substr(0, sign + 1));
  icu::StringByteSink<std::string> sink(&address);
  icu::IDNAInfo info;
  idna->nameToASCII_UTF8({text.data() + sign + 1, static_cast<int32_t>(text.size() - sign - 1)},
                         sink, info, status);
  if (U_FAILURE(status) || info.hasErrors()) return {};
  return address;
}

}  // namespace vitrine
