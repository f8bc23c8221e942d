#include <chrono>
#include <fstream>

#include "cli/grammar.hpp"
#include "cli/row_error.hpp"
#include "clock.hpp"
#include "crypto.hpp"
#include "import/importer.hpp"
#include "json.hpp"

namespace vitrine {

namespace {

void tellPlace(std::ostream& out, const std::string& file, const RowError& error) {
  out << file << ':' << error.line << ": ";
  if (!error.field.empty()) out << error.field << ": ";
}

}  // namespace

void tellError(std::ostream& out, const std::string& file, const RowError& error) {
  tellPlace(out, file, error);
  if (error.column > 0) out << "(column " << error.column << ") ";
  if (!error.value.empty()) out << '"' << error.value << "\" is refused; ";
  out << "expected: " << error.expected << '\n';
}

namespace {

constexpr std::size_t toldChanges = 50;

void tellChanges(std::ostream& out, const ImportReport& report) {
  for (std::size_t i = 0; i < std::min(report.changes.size(), toldChanges); ++i) {
    const auto& change = report.changes[i];
    out << name(change.kind) << "  " << change.id << "  " << change.title;
    for (std::size_t part = 0; part < change.parts.size(); ++part)
      out << (part == 0 ? "  (" : ", ") << change.parts[part];
    out << (change.parts.empty() ? "\n" : ")\n");
  }
  const auto all = report.added + report.changed + report.gone;
  if (all > static_cast<std::int64_t>(toldChanges))
    out << "… and " << all - static_cast<std::int64_t>(toldChanges) << " more\n";
}

void tellReport(Aside& aside, const std::string& file, const ImportReport& report, bool dry_run) {
  for (const auto& error : report.errors) tellError(aside.err, file, error);
  if (report.refused > static_cast<std::int64_t>(report.errors.size()))
    aside.err << "… and " << report.refused - static_cast<std::int64_t>(report.errors.size())
              << " rows more\n";
  for (const auto& warning : report.warnings) {
    tellPlace(aside.err, file, warning);
    aside.err << '"' << warning.value << "\" leads nowhere yet; expected: " << warning.expected
              << '\n';
  }
  if (!report.kept && !dry_run) {
    aside.err << report.refused << " of " << report.rows
              << " rows are refused, so nothing was imported; correct them or add --keep-good\n";
    return;
  }
  if (dry_run) tellChanges(aside.out, report);
  aside.out << report.rows << " rows: " << report.added << " offers added, " << report.changed
            << " changed, " << report.unchanged << " unchanged, " << report.gone << " gone";
  if (report.refused > 0) aside.out << ", " << report.refused << " refused";
  aside.out << (dry_run ? " (dry run: nothing was imported)\n" : "\n");
}

int importFile(Aside& aside, const std::string& file, ImportOptions options, bool json) {
  const auto path = aside.cwd / file;
  if (!std::filesystem::is_regular_file(path)) {
    aside.err << file << ": there is no such file\n";
    return failed;
  }
  std::ifstream feed(path, std::ios::binary);
  options.images = path.parent_path();
  options.media = aside.config.media();
  const auto now = unixNow();
  auto told = std::chrono::steady_clock::now();
  const auto progress = [&](std::int64_t rows) {
    const auto at = std::chrono::steady_clock::now();
    if (!aside.progress || at - told < std::chrono::seconds(1)) return;
    told = at;
    aside.progress(std::to_string(rows) + " rows read");
  };
  const auto report =
      importFeed(aside.transact, feed, options,
                 {now, [now](std::string_view prefix) { return newId(prefix, now); }, progress});
  if (report.kept) aside.events.catalog_changed = true;
  if (json)
    aside.out << Json::parse(toJson(report)).dump(2) << '\n';
  else
    tellReport(aside, file, report, options.dry_run);
  return report.refused == 0 ? done : failed;
}

}  // namespace

void addImportCommand(Grammar& grammar) {
  struct Given {
    std::string file;
    ImportOptions options;
    bool json = false;
  };
  const auto given = std::make_shared<Given>();
  auto* import = grammar.aside("import", "Import a seller's catalogue", [given](Aside& aside) {
    return importFile(aside, given->file, given->options, given->json);
  });
  auto& options = given->options;
  import->add_option("--seller", options.seller_id, "Seller id")->required();
  import->add_option("FILE", given->file, "The feed; relative image paths start beside it")
      ->required();
  import->add_option("--format", options.format, "What the feed is (default: found out)")
      ->transform(CLI::Transformer(valuesByName<FeedFormat>(), CLI::ignore_case));
  import->add_option("--encoding", options.encoding, "How it is written (default: found out)")
      ->transform(CLI::Transformer(valuesByName<FeedEncoding>(), CLI::ignore_case));
  import->add_flag("--replace", options.replace, "Take from sale what the feed does not name");
  import->add_flag("--keep-good", options.keep_good,
                   "Keep the good rows even if others are refused");
  import->add_flag("--dry-run", options.dry_run, "Only show what would change");
  import->add_flag("--json", given->json, "Report as JSON");
}

}  // namespace vitrine
