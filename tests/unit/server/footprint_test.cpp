#include "footprint.hpp"

#include <fstream>
#include <string>

#include "unit/catch.hpp"

namespace vitrine {
namespace {

/// KiB of files, the program's own and its libraries', that are mapped to memory of this process.
long ofFiles() {
  std::ifstream status("/proc/self/status");
  std::string word;
  long size = 0;
  while (status >> word && word != "RssFile:") continue;
  status >> size;
  return size;
}

}  // namespace

TEST_CASE("what only the start needed takes no memory afterwards, and the program goes on") {
  const auto before = ofFiles();
  letGoOfStart();
  const auto after = ofFiles();
  INFO(before << " KiB before, " << after << " KiB after");
  CHECK(before > 0);
  CHECK(after < before);
}

}  // namespace vitrine
