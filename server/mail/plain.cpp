#include <algorithm>

#include "mail/letter.hpp"

namespace vitrine {
namespace {

/// Writes a letter as plain text. Where the letter is read from right to left, values stand between
/// U+2068 and U+2069.
struct Writer {
  bool right_to_left;
  std::string text = {};

  void write(const Phrase& phrase) {
    for (const auto& piece : phrase) {
      const bool isolated = right_to_left && piece.value;
      if (isolated) text += "\u2068";
      text += piece.text;
      if (isolated) text += "\u2069";
    }
  }

  void line(const Phrase& phrase, std::string_view before = "") {
    text += before;
    write(phrase);
    text += '\n';
  }

  void operator()(const Heading& heading) {
    const auto start = text.size();
    write(heading.text);
    const auto length = text.size() - start;
    text += '\n';
    text.append(std::min<std::size_t>(length, 60), heading.level == 1 ? '=' : '-');
    text += '\n';
  }

  void operator()(const Paragraph& paragraph) {
    for (const auto& each : paragraph.lines) line(each);
  }

  void operator()(const Rows& rows) {
    for (const auto& row : rows.rows) {
      write(row.label);
      text += ": ";
      line(row.value);
      for (const auto& note : row.notes) line(note, "  ");
    }
  }

  void operator()(const Action& action) {
    text += action.words;
    text += ":\n";
    text += action.url;
    text += '\n';
  }
};

}  // namespace

std::string asText(const Letter& letter) {
  Writer writer{letter.right_to_left};
  for (const auto& block : letter.blocks) {
    if (!writer.text.empty()) writer.text += '\n';
    std::visit(writer, block);
  }
  return std::move(writer.text);
}

}  // namespace vitrine
