#include "http/permalink.hpp"

#include <algorithm>
#include <charconv>

namespace vitrine {
namespace {

/// An id as we make them; also what may stand in a URL as it is.
bool isId(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

Result<CartLine> readItem(std::string_view item) {
  const auto colon = item.find(':');
  if (colon == std::string_view::npos || !isId(item.substr(0, colon)))
    return Error{Errc::invalid_format, ""};
  CartLine line{std::string(item.substr(0, colon)), 0};
  const auto* end = item.data() + item.size();
  const auto read = std::from_chars(item.data() + colon + 1, end, line.quantity);
  if (read.ec == std::errc::result_out_of_range) return Error{Errc::out_of_range, "quantity"};
  if (read.ec != std::errc{} || read.ptr != end) return Error{Errc::invalid_format, "quantity"};
  return line;
}

}  // namespace

Result<std::vector<CartLine>> readItems(std::string_view items) {
  std::vector<CartLine> lines;
  for (std::size_t begin = 0; begin <= items.size();) {
    const auto end = std::min(items.find(',', begin), items.size());
    auto line = readItem(items.substr(begin, end - begin));
    if (!line) return at(element("line_items", lines.size()), line.error());
    lines.push_back(*std::move(line));
    if (lines.size() > maxLines) break;
    begin = end + 1;
  }
  if (const auto fault = check(lines)) return *fault;
  return lines;
}

std::string checkoutTarget(std::string_view site_id, const std::vector<CartLine>& line_items,
                           std::string_view country, std::string_view language) {
  std::string target = "/checkout/";
  target.append(site_id).append("#lines=");
  for (const auto& line : line_items) {
    if (&line != &line_items.front()) target += ',';
    target.append(line.offer_id).append(":").append(std::to_string(line.quantity));
  }
  target.append("&country=").append(country).append("&language=").append(language);
  return target;
}

std::string damagedTarget(std::string_view site_id, const Error& fault, std::string_view language) {
  std::string target = "/checkout/";
  target.append(site_id).append("#damaged=").append(name(fault.code));
  target.append("&path=").append(fault.where);  // of our own making: an index and a field's name
  target.append("&language=").append(language);
  return target;
}

}  // namespace vitrine
