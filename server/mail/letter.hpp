#pragma once

#include <string>
#include <variant>
#include <vector>

#include "mail/phrase.hpp"

namespace vitrine {

struct Heading {
  Phrase text;
  int level = 2;  // 1: the letter's own
};

struct Paragraph {
  std::vector<Phrase> lines;
  bool quiet = false;
};

/// A thing and its amount. `notes` stand below the thing.
struct Row {
  Phrase label;
  std::vector<Phrase> notes;
  Phrase value;
  bool strong = false;
};

struct Rows {
  std::vector<Row> rows;
};

/// A link that one presses.
struct Action {
  std::string words;
  std::string url;  // our own
  bool quiet = false;
};

/// An e-mail before it is written as text or HTML, in the order of its blocks.
struct Letter {
  std::string subject;
  std::string language;  // BCP 47
  bool right_to_left = false;
  std::string unsubscribe = {};  // a link that ends such letters; empty: none does
  std::vector<std::variant<Heading, Paragraph, Rows, Action>> blocks;
};

std::string asText(const Letter& letter);

/// A whole page that fetches nothing. Everything in it is escaped here and nowhere else.
std::string asHtml(const Letter& letter);

}  // namespace vitrine
