#include "import/html.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>
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

/// Hears what libxml2 finds in a text; a tree is never made, so nothing grows with its depth.
class Listener {
 public:
  void begin(std::string_view name) {
    if (isHidden(name)) ++hidden_;
    if (hidden_ > 0 || isInline(name)) return;
    if (isOneOf(name, {"td", "th"})) {
      text_ += ' ';
      return;
    }
    finish();
    if (name == "li") kind_ = TextBlock::Kind::list_item;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
      kind_ = TextBlock::Kind::heading;
  }

  void end(std::string_view name) {
    if (isHidden(name)) {
      if (hidden_ > 0) --hidden_;
      return;
    }
    if (hidden_ > 0 || isInline(name) || isOneOf(name, {"td", "th"})) return;
    finish();
    if (!isOneOf(name, {"p", "br", "div"})) kind_ = TextBlock::Kind::paragraph;
  }

  void characters(std::string_view text) {
    if (hidden_ == 0) text_ += text;
  }

  std::vector<TextBlock> blocks() {
    finish();
    return std::move(blocks_);
  }

 private:
  void finish() {
    std::string words;
    bool space = false;
    const auto clean = withoutUnseen(text_);
    text_.clear();
    for (std::size_t i = 0; i < clean.size(); ++i) {
      const bool no_break = clean[i] == '\xC2' && i + 1 < clean.size() && clean[i + 1] == '\xA0';
      if (no_break) ++i;
      if (no_break || clean[i] == ' ' || clean[i] == '\n' || clean[i] == '\t' || clean[i] == '\r') {
        space = !words.empty();
        continue;
      }
      if (std::exchange(space, false)) words += ' ';
      words += clean[i];
    }
    if (words.empty()) return;
    blocks_.push_back({kind_, std::move(words)});
    kind_ = TextBlock::Kind::paragraph;
  }

  std::vector<TextBlock> blocks_;
  std::string text_;
  TextBlock::Kind kind_ = TextBlock::Kind::paragraph;
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

std::vector<TextBlock> readHtml(std::string_view html) {
  auto sax = handler();
  Listener listener;
  const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> parser(
      htmlCreatePushParserCtxt(&sax, &listener, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8),
      &htmlFreeParserCtxt);
  if (!parser) throw std::bad_alloc();
  htmlCtxtUseOptions(parser.get(), HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  htmlParseChunk(parser.get(), html.data(), static_cast<int>(html.size()), 1);
  return listener.blocks();
}

std::string plainText(const std::vector<TextBlock>& blocks) {
  std::string text;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool item = blocks[i].kind == TextBlock::Kind::list_item;
    const bool after_item = i > 0 && blocks[i - 1].kind == TextBlock::Kind::list_item;
    if (i > 0) text += item && after_item ? "\n" : "\n\n";
    if (item) text += "• ";
    text += blocks[i].text;
  }
  return text;
}

std::string readDescription(const Row& row, std::string_view name) {
  const auto raw = row.raw(name, maxHtml);
  if (!looksLikeHtml(raw)) return row.text(name, maxDescription);
  if (!isUtf8(raw) || raw.find('\0') != raw.npos) row.refuse(name, raw, textFault(raw));
  auto text = plainText(readHtml(raw));
  if (text.size() > maxDescription) row.refuse(name, text, "at most 10000 bytes of text");
  return text;
}

}  // namespace vitrine
