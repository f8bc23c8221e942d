#pragma once

#include <chrono>
#include <functional>

#include "import/importer.hpp"
#include "store/imports.hpp"

/// How an import ends, in transactions so short that nobody waits for them.
namespace vitrine {

/// How long a transaction of an import may work before it commits.
class ShortTime {
 public:
  bool isOver() const {
    return std::chrono::steady_clock::now() - began_ > std::chrono::milliseconds(10);
  }

 private:
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

void keepWaiting(Database& db, std::int64_t import, std::int64_t number, const Waiting& waiting);

using Gone = std::function<void(const std::string& sku, const std::string& title)>;

/// Tells `gone` of each of the seller's offers that the import replaces and has not named; of an
/// accepted one they are taken from sale.
void eachGone(const Transact& transact, const OpenImport& import, const Gone& gone);

/// Does what an accepted import has left for later.
void completeImport(const Transact& transact, const OpenImport& import, std::int64_t now,
                    const NewId& new_id, const Gone& gone);

/// Leaves nothing of an import that was not accepted, nor of the pictures that it made.
void undoImport(const Transact& transact, const OpenImport& import,
                const std::filesystem::path& media);

}  // namespace vitrine
