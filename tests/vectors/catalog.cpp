// Writes the snapshot of catalog.json to standard output, for the runs of the golden vectors
// outside this process.
#include <cstdio>

#include "vectors.hpp"

int main() {
  const auto bytes = vitrine::vectors::snapshotOf(vitrine::vectors::catalogFile(VECTORS_DIR));
  return std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() ? 0 : 1;
}
