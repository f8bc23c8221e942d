#include "import/importer.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <span>
#include <thread>

#include "clock.hpp"
#include "faults.hpp"
#include "import/characters.hpp"
#include "import/media.hpp"
#include "import/read_ahead.hpp"
#include "import/settling.hpp"
#include "store/imports.hpp"
#include "store/members.hpp"

namespace vitrine {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t maxTold = 1000;
constexpr std::size_t together = 1024;  // rows that are read before they are stored
constexpr auto lookAgain = 100ms;       // while another import is under way
constexpr auto sign = 10s;              // after which others hear of work that is no storing

void tell(ImportReport& report, RowError error) {
  ++report.refused;
  if (report.errors.size() < maxTold) report.errors.push_back(std::move(error));
}

/// Counts a change; a dry run also tells it.
void note(ImportReport& report, OfferChange change, bool told) {
  ++(change.kind == ChangeKind::added  ? report.added
     : change.kind == ChangeKind::gone ? report.gone
                                       : report.changed);
  if (told && report.changes.size() < maxTold) report.changes.push_back(std::move(change));
}

class Import {
 public:
  Import(const Transact& transact, const ImportOptions& options, const ImportContext& context)
      : transact_(transact),
        options_(options),
        context_(context),
        pictures_(options.images, options.media, options.dry_run, [this](const std::string& hash) {
          transact_([&](Database& db) { notePicture(db, import_.number, hash); });
        }) {}

  ImportReport run(std::istream& feed) {
    if (!open()) {
      tell(report_, {0, 0, "seller", options_.seller_id, "the id of a known seller"});
      return std::move(report_);
    }
    try {
      ReadAhead ahead(feed, {options_.format, options_.encoding, currency_});
      for (auto rows = ahead.next(together); !rows.empty(); rows = ahead.next(together))
        store(rows);
      if (options_.replace && report_.rows == 0)
        tell(report_, {1, 0, "", "", "at least one row to replace the others"});
      end();
    } catch (...) {
      leave();
      throw;
    }
    return std::move(report_);
  }

 private:
  /// Waits until no other import is under way. False for an unknown seller.
  bool open() {
    while (true) {
      bool known = false;
      bool opened = false;
      transact_([&](Database& db) {
        const auto record = findSeller(db, options_.seller_id);
        known = record.has_value();
        opened = known && !findImport(db);
        if (!opened) return;
        currency_ = record->seller.currency;
        import_.number = openImport(db, options_.seller_id, unixNow());
      });
      if (opened || !known) {
        import_.seller_id = options_.seller_id;
        return known;
      }
      endLeftImport(transact_, options_.media, context_.now, context_.new_id);
      std::this_thread::sleep_for(lookAgain);
    }
  }

  void store(std::vector<ReadAhead::Item>& items) {
    auto heard = std::chrono::steady_clock::now();
    for (auto& item : items) {
      auto* row = std::get_if<FeedRow>(&item);
      if (!row) continue;
      for (const auto& relation : row->relations) related_.emplace(relation.sku, row->line);
      table_ = row->table;
      if (auto error = storeImages(*row)) item = *std::move(error);
      if (std::chrono::steady_clock::now() - heard < sign) continue;
      transact_([&](Database& db) { workOnImport(db, import_.number, unixNow()); });
      heard = std::chrono::steady_clock::now();
    }
    for (std::size_t done = 0; done < items.size();) {
      ImportReport after;
      std::size_t reached = 0;
      transact_([&](Database& db) {
        after = report_;
        reached = storeSome(db, std::span(items).subspan(done), after);
      });
      report_ = std::move(after);
      done += reached;
      crashPoint("import.stored");
    }
    if (context_.progress) context_.progress(report_.rows);
  }

  /// Answers how many of the rows there was time for.
  std::size_t storeSome(Database& db, std::span<const ReadAhead::Item> items,
                        ImportReport& report) {
    const ShortTime time;
    const auto now = unixNow();
    workOnImport(db, import_.number, now);
    const auto record = findSeller(db, import_.seller_id);
    Placing placing(db, record.value().seller, import_.number, context_.now, context_.new_id,
                    leaving_);
    std::size_t done = 0;
    for (; done < items.size() && !time.isOver(); ++done) {
      ++report.rows;
      if (const auto* error = std::get_if<RowError>(&items[done])) {
        tell(report, *error);
        continue;
      }
      const auto& row = std::get<FeedRow>(items[done]);
      named_.insert(row.kind);
      auto prepared = placing.prepare(row);
      if (auto* error = std::get_if<RowError>(&prepared)) {
        tell(report, std::move(*error));
        continue;
      }
      auto& [change, waiting] = std::get<Placing::Prepared>(prepared);
      if (waiting) keepWaiting(db, import_.number, report.rows, *waiting);
      if (change)
        note(report, *std::move(change), options_.dry_run);
      else
        ++report.unchanged;
    }
    return done;
  }

  /// Puts where the pictures are to be had in the place of what the feed says.
  std::optional<RowError> storeImages(FeedRow& row) {
    const auto made = pictures_.made();
    std::optional<RowError> error;
    const auto store = [&](std::string& image, const char* field) {
      if (error || image.empty()) return;
      if (auto stored = pictures_.store(image))
        image = *std::move(stored);
      else
        error = refused(row, field, image,
                        "an https link, or a WebP, JPEG or PNG file beside the feed");
    };
    const bool has_own = !row.images.empty() && row.images.front() == row.variant_image;
    for (std::size_t i = 0; i < row.images.size(); ++i)
      store(row.images[i], i == 0 || !has_own ? "image_link" : "additional_image_link");
    store(row.variant_image, has_own ? "image_link" : "variant_image");
    if (error) pictures_.undo(made);
    return error;
  }

  /// Tells of relations that lead to nothing: they show nothing until the seller offers it.
  void tellDangling() {
    for (auto next = related_.cbegin(); next != related_.cend();) {
      std::vector<RowError> found;
      auto at = next;
      transact_([&](Database& db) {
        const ShortTime time;
        found.clear();
        at = next;
        do {
          if (!findBySku(db, import_.seller_id, at->first))
            found.push_back(refused(at->second, table_, "related_product_id", at->first,
                                    "the id of a product that you offer"));
        } while (++at != related_.cend() && !time.isOver());
      });
      next = at;
      for (auto& warning : found)
        if (report_.warnings.size() < maxTold) report_.warnings.push_back(std::move(warning));
    }
  }

  void end() {
    tellDangling();
    const bool replaces = options_.replace && report_.refused == 0;
    report_.kept = !options_.dry_run && (report_.refused == 0 || options_.keep_good);
    const Gone gone = [&](const std::string& sku, const std::string& title) {
      note(report_, {ChangeKind::gone, sku, title, {}}, options_.dry_run);
    };
    // A feed of goods says nothing of services, nor one of services of goods.
    if (replaces) import_.replaces.assign(named_.begin(), named_.end());
    if (replaces && options_.dry_run) eachGone(transact_, import_, gone);
    if (!report_.kept) return undoImport(transact_, import_, options_.media);
    transact_([&](Database& db) {
      workOnImport(db, import_.number, unixNow());
      acceptImport(db, import_.number, import_.replaces);
    });
    import_.accepted = true;
    crashPoint("import.accepted");
    completeImport(transact_, import_, context_.now, context_.new_id, gone);
  }

  /// After a failure. What cannot be undone now is when the next import begins.
  void leave() noexcept {
    try {
      if (!import_.accepted) undoImport(transact_, import_, options_.media);
    } catch (...) {
    }
  }

  const Transact& transact_;
  const ImportOptions& options_;
  const ImportContext& context_;
  Pictures pictures_;
  OpenImport import_;
  std::string currency_;
  Leaving leaving_;
  std::set<OfferKind> named_;
  RowHead table_;
  std::map<std::string, std::int64_t> related_;  // SKUs, and the first line that names each
  ImportReport report_;
};

}  // namespace

ImportReport importFeed(const Transact& transact, std::istream& feed, const ImportOptions& options,
                        const ImportContext& context) {
  return Import(transact, options, context).run(feed);
}

}  // namespace vitrine
