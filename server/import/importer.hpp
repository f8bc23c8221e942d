#pragma once

#include <filesystem>
#include <functional>
#include <istream>

#include "import/format.hpp"
#include "import/placing.hpp"
#include "import/report.hpp"
#include "store/transact.hpp"

namespace vitrine {

struct ImportOptions {
  std::string seller_id;
  std::optional<FeedFormat> format;      // nothing: detected
  std::optional<FeedEncoding> encoding;  // nothing: detected
  bool replace = false;    // what the feed does not name is taken from sale; of goods, services or
                           // both, as the feed has rows of
  bool keep_good = false;  // the good rows are kept even if others are refused
  bool dry_run = false;    // everything is undone in the end
  std::filesystem::path images;  // what relative image paths start from; empty: links only
  std::filesystem::path media;   // where copies of them go
};

/// What an import needs of the world around it.
struct ImportContext {
  std::int64_t now = 0;  // Unix milliseconds
  NewId new_id;
  std::function<void(std::int64_t rows)> progress;  // told every few thousand rows
};

/// Brings a feed into the catalogue, as far as memory goes row by row. A known SKU is updated. A
/// new one joins the variant of its GTIN, else of its brand and MPN, else the product of its item
/// group, else it opens a product; all rows of an item group end in one product. With an error
/// nothing is kept, unless `keep_good`; then nothing is taken from sale either.
///
/// Works in short transactions (see store/imports.hpp), so not on the thread that runs them: until
/// the whole feed is read nothing can be seen, then one makes it certain and what is new seen, and
/// what changes follows offer by offer. Waits while another import is under way.
ImportReport importFeed(const Transact& transact, std::istream& feed, const ImportOptions& options,
                        const ImportContext& context);

/// Ends the import that a server left when it went: one that was accepted is completed, another
/// one leaves nothing. Does nothing while another server is at work on it. Whether anything was
/// completed.
bool endLeftImport(const Transact& transact, const std::filesystem::path& media, std::int64_t now,
                   const NewId& new_id);

}  // namespace vitrine
