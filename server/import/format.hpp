#pragma once

#include <array>
#include <istream>
#include <optional>
#include <string>

#include "import/encoding.hpp"
#include "import/feed.hpp"

namespace vitrine {

/// The formats of feeds.
enum class Format { shopify_csv, google_tsv, google_csv, google_xml, json_lines };
constexpr auto names(Format) {
  return std::to_array<std::string_view>(
      {"shopify-csv", "google-tsv", "google-csv", "google-xml", "json-lines"});
}

/// What a feed that begins like this is: XML or JSON by its first character, a table by its header.
/// Nothing for anything else.
std::optional<Format> detectFormat(std::string_view beginning);

struct ReadOptions {
  std::optional<Format> format;      // nothing: detected
  std::optional<Encoding> encoding;  // nothing: detected
  std::string currency;              // of prices in formats that do not tell it
};

/// Reads a whole feed; the stream must be able to go back to its start.
void readFeed(std::istream& bytes, const ReadOptions& options, FeedSink& sink);

}  // namespace vitrine
