#include "import/csv.hpp"

#include <csv.h>

#include <algorithm>
#include <exception>
#include <set>
#include <stdexcept>
#include <utility>

#include "import/characters.hpp"

namespace vitrine {
namespace {

constexpr std::size_t maxCell = 16 * 1024 * 1024;
constexpr std::size_t maxColumns = 1000;

void* grow(void* cell, std::size_t size) {
  return size > maxCell ? nullptr : std::realloc(cell, size);
}

int noSpace(unsigned char) { return 0; }

/// libcsv's callbacks, made into records.
class Table {
 public:
  Table(char delimiter, std::string (*name)(std::string_view),
        const std::function<void(Record&)>& take, const std::function<void(RowError)>& refuse)
      : name_(name), take_(take), refuse_(refuse) {
    const int strict = delimiter == '\t' ? 0 : CSV_STRICT;
    if (csv_init(&parser_, static_cast<unsigned char>(strict | CSV_STRICT_FINI | CSV_REPALL_NL)))
      throw std::runtime_error("libcsv does not start");
    csv_set_delim(&parser_, static_cast<unsigned char>(delimiter));
    csv_set_space_func(&parser_, noSpace);  // spaces around cells are looked after later
    csv_set_realloc_func(&parser_, grow);
    csv_set_blk_size(&parser_, 1024 * 1024);  // a cell grows by this much
  }
  ~Table() { csv_free(&parser_); }
  Table(const Table&) = delete;

  void read(FeedText& text) {
    for (auto piece = text.next(); !piece.empty(); piece = text.next()) {
      const auto read = csv_parse(&parser_, piece.data(), piece.size(), onCell, onRow, this);
      if (thrown_) std::rethrow_exception(thrown_);
      if (too_wide_) return;
      if (read == piece.size()) continue;
      return broken();
    }
    // libcsv lets a quote of a TSV end with the file.
    constexpr int in_cell = 2;
    if (parser_.quoted != 0 && parser_.pstate == in_cell) return broken();
    if (csv_fini(&parser_, onCell, onRow, this) != 0) return broken();
    if (thrown_) std::rethrow_exception(thrown_);
  }

 private:
  // Nothing may be thrown through libcsv.
  template <class F>
  static void guarded(void* self, F work) {
    auto& table = *static_cast<Table*>(self);
    if (table.thrown_ || table.too_wide_) return;
    try {
      work(table);
    } catch (...) {
      table.thrown_ = std::current_exception();
    }
  }
  static void onCell(void* cell, std::size_t size, void* self) {
    guarded(self, [&](Table& table) { table.cell({static_cast<char*>(cell), size}); });
  }
  static void onRow(int end, void* self) {
    guarded(self, [&](Table& table) { table.endOfLine(end); });
  }

  void cell(std::string_view value) {
    lines_inside_ += std::count(value.begin(), value.end(), '\n');
    if (labels_.empty() || count_ < record_.fields.size()) {
      if (labels_.empty() && count_ < maxColumns)
        header_.emplace_back(value);
      else if (!labels_.empty())
        record_.fields[count_].value.assign(value);
    }
    ++count_;
    any_ = any_ || !value.empty();
  }

  void endOfLine(int end) {
    const bool second_half = end == '\n' && last_end_ == '\r' && count_ == 0;
    last_end_ = end;
    if (second_half) return;
    const auto line = line_;
    line_ += 1 + std::exchange(lines_inside_, 0);
    const auto count = std::exchange(count_, 0);
    if (!std::exchange(any_, false)) return;  // a line without anything in it
    if (count > maxColumns && labels_.empty()) return tooWide(count);
    if (labels_.empty()) return begin();
    record_.line = line;
    if (count == labels_.size()) return take_(record_);
    auto expected = std::to_string(labels_.size()).append(" cells, as the header has");
    refuse_({line, 0, "", std::to_string(count).append(" cells"), std::move(expected)});
  }

  /// Nothing of such a table is read.
  void tooWide(std::size_t count) {
    refuse_({1, 0, "", std::to_string(count).append(" columns"),
             std::string("at most ").append(std::to_string(maxColumns)) +
                 " columns; nothing after this is read"});
    too_wide_ = true;
  }

  void begin() {
    labels_ = std::move(header_);
    std::set<std::string_view> seen;
    for (auto& label : labels_) {
      names_.push_back(name_(label));
      label = shortened(label);  // a message can say it
    }
    TableHead head;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const auto column = static_cast<std::int64_t>(i) + 1;
      record_.fields.push_back({names_[i], labels_[i], "", column, true});
      head.push_back({names_[i], labels_[i], column});
      if (!names_[i].empty() && !seen.insert(names_[i]).second)
        refuse_({1, column, labels_[i], "", "each column once"});
    }
    record_.head = std::make_shared<const TableHead>(std::move(head));
  }

  void broken() {
    const auto column = static_cast<std::int64_t>(count_) + 1;
    const bool known = !labels_.empty() && count_ < labels_.size();
    const std::string_view start(reinterpret_cast<const char*>(parser_.entry_buf),
                                 std::min<std::size_t>(parser_.entry_pos, 100));
    const bool too_large = csv_error(&parser_) == CSV_ENOMEM;
    refuse_({line_ + lines_inside_, column, known ? labels_[count_] : "", shortened(start),
             too_large ? "a cell of at most 16 MiB (is its quote ever closed?)"
                       : "quotes around the whole cell, doubled inside it, and closed; nothing "
                         "after this is read"});
  }

  std::string (*name_)(std::string_view);
  const std::function<void(Record&)>& take_;
  const std::function<void(RowError)>& refuse_;
  csv_parser parser_{};
  std::exception_ptr thrown_;
  std::vector<std::string> header_;
  std::vector<std::string> labels_;
  std::vector<std::string> names_;
  Record record_;
  std::int64_t line_ = 1;
  std::int64_t lines_inside_ = 0;  // line ends inside the row's cells so far
  std::size_t count_ = 0;          // cells of the row so far
  bool too_wide_ = false;          // the table
  bool any_ = false;               // whether one of them has anything in it
  int last_end_ = 0;
};

}  // namespace

std::string fieldName(std::string_view label) {
  std::string name;
  for (const char c : trimmed(label)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (c >= 'A' && c <= 'Z')
      name += static_cast<char>(c - 'A' + 'a');
    else if (letter || static_cast<unsigned char>(c) >= 0x80)
      name += c;
    else if (!name.empty() && name.back() != '_')
      name += '_';
  }
  if (name.ends_with('_')) name.pop_back();
  if (name.starts_with("g_")) name.erase(0, 2);  // "g:price"
  return name;
}

void readTable(FeedText& text, char delimiter, std::string (*name)(std::string_view),
               const std::function<void(Record&)>& take,
               const std::function<void(RowError)>& refuse) {
  Table(delimiter, name, take, refuse).read(text);
}

}  // namespace vitrine
