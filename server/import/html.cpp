#include "import/html.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "import/characters.hpp"
#include "import/row.hpp"

namespace vitrine {
namespace {

constexpr std::size_t maxHtml = 256 * 1024;

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool isHidden(std::string_view name) {
  return isOneOf(name, {"script", "style",     "head",  "title",    "textarea", "select",
                        "button", "iframe",    "frame", "noframes", "noscript", "noembed",
                        "object", "applet",    "embed", "svg",      "math",     "template",
                        "xmp",    "plaintext", "audio", "video",    "canvas"});
}

/// Elements inside a line; every other one ends it.
bool isInline(std::string_view name) {
  return isOneOf(
      name,
      {"a",    "abbr",   "acronym", "b",   "bdi", "bdo",   "big",  "cite", "code", "del",  "dfn",
       "em",   "font",   "i",       "ins", "kbd", "label", "mark", "q",    "s",    "samp", "small",
       "span", "strike", "strong",  "sub", "sup", "time",  "tt",   "u",    "var",  "wbr",  "img"});
}

bool isStrong(std::string_view name) { return isOneOf(name, {"b", "strong"}); }
bool isEmphasis(std::string_view name) { return isOneOf(name, {"em", "i"}); }
bool isList(std::string_view name) { return isOneOf(name, {"ul", "ol", "menu", "dir"}); }

/// Hears what libxml2 finds in a text; a tree is never made, so nothing grows with its depth.
class Listener {
 public:
  void begin(std::string_view name) {
    if (isHidden(name)) ++hidden_;
    if (hidden_ > 0) return;
    if (isStrong(name)) ++strong_;
    if (isEmphasis(name)) ++emphasis_;
    if (isInline(name)) return;
    if (isOneOf(name, {"td", "th"})) return take(" ");
    finish();
    if (isList(name)) next_ = name == "ol" ? 1 : 0;
    if (name == "li") kind_ = next_ > 0 ? TextMarkKind::numbered : TextMarkKind::item;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
      kind_ = TextMarkKind::heading;
  }

  void end(std::string_view name) {
    if (isHidden(name)) {
      if (hidden_ > 0) --hidden_;
      return;
    }
    if (hidden_ > 0) return;
    if (isStrong(name) && strong_ > 0) --strong_;
    if (isEmphasis(name) && emphasis_ > 0) --emphasis_;
    if (isInline(name) || isOneOf(name, {"td", "th"})) return;
    finish();
    if (isList(name)) next_ = 0;
    if (!isOneOf(name, {"p", "br", "div"})) kind_ = {};
  }

  void characters(std::string_view text) {
    if (hidden_ == 0) take(text);
  }

  RichText read() {
    finish();
    return std::move(read_);
  }

 private:
  struct Words {
    std::string text;
    bool strong = false;
    bool emphasis = false;
  };

  void take(std::string_view text) {
    const bool strong = strong_ > 0;
    const bool emphasis = emphasis_ > 0;
    if (words_.empty() || words_.back().strong != strong || words_.back().emphasis != emphasis)
      words_.push_back({"", strong, emphasis});
    words_.back().text += text;
  }

  /// Writes the line that was heard, if it says anything.
  void finish() {
    std::string line;
    std::vector<TextMark> marks;
    bool space = false;
    for (const auto& words : words_) {
      const auto from = line.size() + (space ? 1 : 0);
      append(line, space, withoutUnseen(words.text));
      if (line.size() <= from) continue;
      const auto start = utf16Length(std::string_view(line).substr(0, from));
      const auto length = utf16Length(std::string_view(line).substr(from));
      if (words.strong) marks.push_back({TextMarkKind::strong, start, length});
      if (words.emphasis) marks.push_back({TextMarkKind::emphasis, start, length});
    }
    words_.clear();
    if (line.empty()) return;
    write(line, marks);
    kind_ = {};
  }

  /// Adds words with one space for any white space between them; `space`: one is still to come.
  static void append(std::string& line, bool& space, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool no_break = text[i] == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
      if (no_break) ++i;
      if (no_break || text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r') {
        space = !line.empty();
        continue;
      }
      if (std::exchange(space, false)) line += ' ';
      line += text[i];
    }
  }

  void write(const std::string& line, const std::vector<TextMark>& marks) {
    const bool item = kind_ == TextMarkKind::item || kind_ == TextMarkKind::numbered;
    std::string before;
    if (!read_.text.empty()) before = item && after_item_ ? "\n" : "\n\n";
    if (kind_ == TextMarkKind::item) before += "• ";
    if (kind_ == TextMarkKind::numbered) before += std::to_string(next_++) + ". ";
    const auto start = length_ + utf16Length(before);
    const auto length = utf16Length(line);
    if (kind_) read_.marks.push_back({*kind_, start, length});
    for (const auto& mark : marks)
      read_.marks.push_back({mark.kind, start + mark.start, mark.length});
    read_.text += before;
    read_.text += line;
    length_ = start + length;
    after_item_ = item;
  }

  RichText read_;
  std::int64_t length_ = 0;  // of its text
  std::vector<Words> words_;
  std::optional<TextMarkKind> kind_;
  std::int64_t next_ = 0;  // number of a numbered list's next item; 0: the list has bullets
  bool after_item_ = false;
  int strong_ = 0;  // open elements that make words strong
  int emphasis_ = 0;
  int hidden_ = 0;  // open elements whose content is left out
};

std::string_view view(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

Listener& listener(void* context) { return *static_cast<Listener*>(context); }

xmlSAXHandler handler() {
  xmlSAXHandler handler{};
  handler.startElement = [](void* to, const xmlChar* name, const xmlChar**) {
    listener(to).begin(view(name));
  };
  handler.endElement = [](void* to, const xmlChar* name) { listener(to).end(view(name)); };
  handler.characters = [](void* to, const xmlChar* text, int size) {
    listener(to).characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
  };
  handler.ignorableWhitespace = handler.characters;
  return handler;
}

bool looksLikeHtml(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  for (auto at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const auto tag = text.substr(at + 1);
    if (tag.size() > 1 && tag[0] == '/' && letter(tag[1])) return true;
    if (tag.starts_with("br") || tag.starts_with("BR") || tag.starts_with("!--")) return true;
  }
  return false;
}

}  // namespace

RichText readHtml(std::string_view html) {
  auto sax = handler();
  Listener listener;
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
      htmlCreatePushParserCtxt(&sax, &listener, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8),
      &htmlFreeParserCtxt);
  if (!parser) throw std::bad_alloc();
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  htmlParseChunk(parser.get(), html.data(), static_cast<int>(html.size()), 1);
  return listener.read();
}

RichText readDescription(const Row& row, std::string_view name) {
  const auto raw = row.raw(name, maxHtml);
  if (!looksLikeHtml(raw)) return {row.text(name, maxDescription), {}};
  if (!isUtf8(raw) || raw.find('\0') != raw.npos) row.refuse(name, raw, textFault(raw));
  auto read = readHtml(raw);
  if (read.text.size() > maxDescription) row.refuse(name, read.text, "at most 10000 bytes of text");
  return read;
}

}  // namespace vitrine
