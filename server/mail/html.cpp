#include "html.hpp"

#include "mail/letter.hpp"

namespace vitrine {
namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; }
body { margin: 0; padding: 24px 12px; background: #f4f4f1; color: #1d1d1b;
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
.letter { max-width: 560px; margin: 0 auto; padding: 24px; background: #fff; border-radius: 12px;
  overflow-wrap: anywhere; }
h1 { margin: 0 0 8px; font-size: 22px; line-height: 1.25; }
h2 { margin: 28px 0 4px; padding-top: 20px; border-top: 1px solid #dcdcd6; font-size: 17px; }
p { margin: 8px 0; }
a { color: #14532d; }
table { width: 100%; border-collapse: collapse; margin: 8px 0; }
td { padding: 4px 0; vertical-align: top; text-align: start; }
td.value { padding-inline-start: 16px; text-align: end; white-space: nowrap;
  font-variant-numeric: tabular-nums; }
tr.strong td { font-weight: 600; border-top: 1px solid #dcdcd6; }
.quiet { color: #5f5f58; font-size: 14px; }
.action a { display: inline-block; margin: 8px 0; padding: 11px 20px; border-radius: 8px;
  background: #14532d; color: #fff; font-weight: 600; text-decoration: none; }
@media (prefers-color-scheme: dark) {
  body { background: #141413; color: #ececea; }
  .letter { background: #1f1f1d; }
  h2, tr.strong td { border-color: #3b3b37; }
  a { color: #86d7a5; }
  .quiet { color: #a9a9a1; }
  .action a { background: #86d7a5; color: #10241a; }
}
)";

/// Writes a letter as HTML.
struct Writer {
  std::string html = {};

  void write(std::string_view text) { appendEscaped(html, text); }

  void write(const Phrase& phrase) {
    for (const auto& piece : phrase) {
      if (piece.value) html += "<bdi>";
      write(piece.text);
      if (piece.value) html += "</bdi>";
    }
  }

  void lines(const std::vector<Phrase>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (i > 0) html += "<br>\n";
      write(all[i]);
    }
  }

  void operator()(const Heading& heading) {
    html += heading.level == 1 ? "<h1>" : "<h2>";
    write(heading.text);
    html += heading.level == 1 ? "</h1>\n" : "</h2>\n";
  }

  void operator()(const Paragraph& paragraph) {
    html += paragraph.quiet ? "<p class=\"quiet\">" : "<p>";
    lines(paragraph.lines);
    html += "</p>\n";
  }

  void operator()(const Rows& rows) {
    html += "<table role=\"presentation\">\n";
    for (const auto& row : rows.rows) {
      html += row.strong ? "<tr class=\"strong\"><td>" : "<tr><td>";
      write(row.label);
      if (!row.notes.empty()) {
        html += "<br>\n<span class=\"quiet\">";
        lines(row.notes);
        html += "</span>";
      }
      html += "</td><td class=\"value\">";
      write(row.value);
      html += "</td></tr>\n";
    }
    html += "</table>\n";
  }

  void operator()(const Action& action) {
    html += action.quiet ? "<p class=\"quiet\"><a href=\"" : "<p class=\"action\"><a href=\"";
    write(action.url);
    html += "\">";
    write(action.words);
    html += "</a></p>\n";
  }
};

}  // namespace

std::string asHtml(const Letter& letter) {
  Writer writer;
  writer.html = "<!doctype html>\n<html lang=\"";
  writer.write(letter.language);
  writer.html += letter.right_to_left ? "\" dir=\"rtl\">\n" : "\" dir=\"ltr\">\n";
  writer.html +=
      "<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>";
  writer.write(letter.subject);
  writer.html += "</title>\n<style>";
  writer.html += style;
  writer.html += letter.right_to_left ? "</style>\n</head>\n<body dir=\"rtl\">\n"
                                      : "</style>\n</head>\n<body>\n";
  writer.html += "<div class=\"letter\">\n";
  for (const auto& block : letter.blocks) std::visit(writer, block);
  writer.html += "</div>\n</body>\n</html>\n";
  return std::move(writer.html);
}

}  // namespace vitrine
