#pragma once

#include <array>
#include <istream>
#include <optional>
#include <string>

#include "import/encoding.hpp"
#include "import/feed.hpp"

namespace vitrine {

/// The formats of feeds.
enum class FeedFormat { shopify_csv, google_tsv, google_csv, google_xml, json_lines };
constexpr auto names(FeedFormat) {
  return std::to_array<std::string_view>(
      {"shopify_csv", "google_tsv", "google_csv", "google_xml", "json_lines"});
}

/// What a feed that begins like this is: XML or JSON by its first character, a table by its header.
/// Nothing for anything else.
std::optional<FeedFormat> detectFormat(std::string_view beginning);

struct ReadOptions {
  std::optional<FeedFormat> format;      // nothing: detected
  std::optional<FeedEncoding> encoding;  // nothing: detected
  std::string currency;                  // of prices in formats that do not tell it
};

/// Reads a whole feed; the stream must be able to go back to its start.
void readFeed(std::istream& bytes, const ReadOptions& options, FeedSink& sink);

}  // namespace vitrine
