#include "import/xml.hpp"

#include <libxml/xmlreader.h>

#include <set>
#include <stdexcept>

#include "import/characters.hpp"

namespace vitrine {
namespace {

constexpr std::string_view googleNames = "http://base.google.com/ns/1.0";
constexpr std::string_view atomNames = "http://www.w3.org/2005/Atom";

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

int readBytes(void* stream, char* buffer, int size) {
  auto& bytes = *static_cast<std::istream*>(stream);
  bytes.read(buffer, size);
  return static_cast<int>(bytes.gcount());
}

/// The first complaint of libxml2.
struct Complaint {
  std::string message;
  std::int64_t line = 0;
};

void onComplaint(void* out, xmlErrorPtr error) {
  auto& complaint = *static_cast<Complaint*>(out);
  if (!complaint.message.empty() || error->level < XML_ERR_ERROR) return;
  complaint.message = trimmed(error->message ? error->message : "not well-formed");
  complaint.line = error->line;
}

class Items {
 public:
  Items(std::istream& bytes, std::optional<FeedEncoding> encoding) {
    const auto named = encoding ? std::string(name(*encoding)) : std::string();
    reader_ = xmlReaderForIO(readBytes, nullptr, &bytes, nullptr,
                             named.empty() ? nullptr : named.c_str(), XML_PARSE_NONET);
    if (!reader_) throw std::runtime_error("libxml2 does not start");
    xmlTextReaderSetStructuredErrorHandler(reader_, onComplaint, &complaint_);
  }
  ~Items() { xmlFreeTextReader(reader_); }
  Items(const Items&) = delete;

  void read(const std::function<void(Record&)>& take, const std::function<void(RowError)>& refuse) {
    while (const auto state = xmlTextReaderRead(reader_)) {
      if (state < 0) {
        if (complaint_.message.empty()) complaint_.message = "not well-formed";
        return refuse({complaint_.line != 0 ? complaint_.line : line(), 0, "",
                       shortened(complaint_.message),
                       "well-formed XML; nothing after this is read"});
      }
      switch (xmlTextReaderNodeType(reader_)) {
        case XML_READER_TYPE_DOCUMENT_TYPE:
        case XML_READER_TYPE_ENTITY_REFERENCE:
          return refuse({line(), 0, "", std::string(view(xmlTextReaderConstName(reader_))),
                         "XML without a document type and its entities; nothing is read"});
        case XML_READER_TYPE_ELEMENT:
          begin();
          break;
        case XML_READER_TYPE_END_ELEMENT:
          end(take);
          break;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
          if (open_) record_.fields.back().value += view(xmlTextReaderConstValue(reader_));
          break;
        default:
          break;
      }
    }
    if (!any_) refuse({1, 0, "", "", "an RSS or Atom document with items"});
  }

 private:
  /// Nodes count lines in 16 bits; after that the parser's place, which is a little ahead, must do.
  std::int64_t line() const {
    const auto of_node = xmlGetLineNo(xmlTextReaderCurrentNode(reader_));
    return of_node > 0 && of_node < 65535 ? of_node : xmlTextReaderGetParserLineNumber(reader_);
  }

  void begin() {
    const auto depth = xmlTextReaderDepth(reader_);
    const auto local = view(xmlTextReaderConstLocalName(reader_));
    const auto space = view(xmlTextReaderConstNamespaceUri(reader_));
    const bool closed = xmlTextReaderIsEmptyElement(reader_) == 1;
    const bool plain = space.empty() || space == atomNames;
    if (item_depth_ < 0) {
      if (closed || !plain || (local != "item" && local != "entry")) return;
      item_depth_ = depth;
      record_ = {line(), {}};
      any_ = true;
    } else if (depth == item_depth_ + 1) {
      // The names of Google win over the plain ones, which RSS and Atom demand beside them.
      open_ = !closed && (plain || space == googleNames) && keeps(local, plain);
      if (open_) record_.fields.push_back({local, local, "", 0, true});
    } else if (open_) {
      record_.fields.back().is_text = false;  // an element with elements in it
    }
  }

  bool keeps(std::string_view local, bool plain) {
    if (plain) return !google_.contains(local);
    if (google_.insert(local).second)
      std::erase_if(record_.fields, [&](const Field& field) { return field.name == local; });
    return true;
  }

  void end(const std::function<void(Record&)>& take) {
    const auto depth = xmlTextReaderDepth(reader_);
    if (depth == item_depth_ + 1) open_ = false;
    if (depth != item_depth_) return;
    item_depth_ = -1;
    google_.clear();
    take(record_);
  }

  xmlTextReaderPtr reader_ = nullptr;
  Complaint complaint_;
  Record record_;
  int item_depth_ = -1;
  bool open_ = false;  // inside a field
  bool any_ = false;
  std::set<std::string_view> google_;  // names of the item so far
};

}  // namespace

void readXml(std::istream& bytes, std::optional<FeedEncoding> encoding,
             const std::function<void(Record&)>& take,
             const std::function<void(RowError)>& refuse) {
  Items(bytes, encoding).read(take, refuse);
}

}  // namespace vitrine
