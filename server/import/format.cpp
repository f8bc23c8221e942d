#include "import/format.hpp"

#include <algorithm>

#include "import/characters.hpp"
#include "import/csv.hpp"
#include "import/json_lines.hpp"
#include "import/shopify.hpp"
#include "import/xml.hpp"

namespace vitrine {
namespace {

constexpr std::size_t looked_at = 64 * 1024;

std::string beginningOf(std::istream& bytes) {
  const auto start = bytes.tellg();
  std::string text(looked_at, '\0');
  bytes.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(bytes.gcount()));
  bytes.clear();
  bytes.seekg(start);
  return text;
}

bool isUtf16(std::string_view beginning) {
  return beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF");
}

}  // namespace

std::optional<FeedFormat> detectFormat(std::string_view beginning) {
  if (beginning.starts_with("\xEF\xBB\xBF")) beginning.remove_prefix(3);
  beginning = beginning.substr(std::min(beginning.find_first_not_of(" \t\r\n"), beginning.size()));
  const auto first = isUtf16(beginning) ? beginning.substr(2) : beginning;
  if (first.substr(0, 2).find('<') != first.npos) return FeedFormat::google_xml;
  if (beginning.starts_with('{')) return FeedFormat::json_lines;
  const auto header = beginning.substr(0, beginning.find_first_of("\r\n"));
  const char delimiter = header.find('\t') != header.npos ? '\t' : ',';
  bool handle = false;
  bool id = false;
  for (std::size_t start = 0; start <= header.size();) {
    const auto end = std::min(header.find(delimiter, start), header.size());
    const auto name = shopifyName(header.substr(start, end - start));
    handle = handle || name == "handle";
    id = id || name == "id";
    start = end + 1;
  }
  if (handle && delimiter == ',') return FeedFormat::shopify_csv;
  if (!id) return {};
  return delimiter == ',' ? FeedFormat::google_csv : FeedFormat::google_tsv;
}

void readFeed(std::istream& bytes, const ReadOptions& options, FeedSink& sink) {
  const auto refuse = [&](RowError error) { sink.refuse(std::move(error)); };
  const auto beginning = beginningOf(bytes);
  const auto format = options.format ? options.format : detectFormat(beginning);
  if (isUtf16(beginning) && format != FeedFormat::google_xml)
    return refuse({1, 0, "", "UTF-16", "UTF-8 or Windows-1252; in UTF-16 XML alone is read"});
  if (!format) {
    const auto line = beginning.substr(0, beginning.find_first_of("\r\n"));
    return refuse({1, 0, "", shortened(line),
                   "Shopify's product CSV, a Google Merchant feed (TSV, CSV, RSS, Atom) or JSON "
                   "Lines; --format names it"});
  }
  const auto take = [&](const Record& record) {
    auto row = readFeedRow(record);
    if (auto* error = std::get_if<RowError>(&row))
      refuse(std::move(*error));
    else
      sink.take(std::get<FeedRow>(std::move(row)));
  };
  if (*format == FeedFormat::google_xml) return readXml(bytes, options.encoding, take, refuse);
  FeedText text(bytes, options.encoding ? *options.encoding : detectEncoding(bytes));
  switch (*format) {
    case FeedFormat::shopify_csv:
      return readShopify(text, options.currency, sink);
    case FeedFormat::google_tsv:
      return readTable(text, '\t', fieldName, take, refuse);
    case FeedFormat::google_csv:
      return readTable(text, ',', fieldName, take, refuse);
    default:
      return readJsonLines(text, take, refuse);
  }
}

}  // namespace vitrine
