#include "vectors/vectors.hpp"

#include <set>

#include "../../widget/outcome.hpp"
#include "unit/catch.hpp"
#include "vitrine/commands.hpp"

namespace vitrine {
namespace {

const std::filesystem::path folder = VECTORS_DIR;

Catalog opened() {
  auto catalog = Catalog::open(vectors::snapshotOf(vectors::catalogFile(folder)));
  if (!catalog || catalog->indexSearch())
    throw std::logic_error("the vectors' catalogue does not open");
  return *std::move(catalog);
}

}  // namespace

TEST_CASE("every golden vector is answered byte for byte") {
  const auto catalog = opened();
  const auto all = vectors::load(folder);
  REQUIRE(all.size() >= 40);
  for (const auto& vector : all) {
    DYNAMIC_SECTION(vector.file << ": " << vector.name) {
      const auto answer = call(catalog, vector.command, JsonSource(vector.request));
      CHECK(outcome(answer) == dump(vector.response));
    }
  }
}

TEST_CASE("every golden vector has a name of its own, and every command has vectors") {
  std::set<std::string> seen;
  std::set<std::string> answered;
  std::set<std::string> refused;
  for (const auto& vector : vectors::load(folder)) {
    CAPTURE(vector.name);
    CHECK(seen.insert(vector.name).second);
    (vector.response.at("ok").get<bool>() ? answered : refused).insert(vector.command);
  }
  const auto covered = [&](std::string_view command) {
    CAPTURE(command);
    CHECK(answered.contains(std::string(command)));
    CHECK(refused.contains(std::string(command)));
  };
  std::apply([&](const auto&... rows) { (covered(rows.name), ...); }, commands);
}

TEST_CASE("the sellers of the vectors' catalogue pass the import's check") {
  for (const auto& seller : vectors::catalogFile(folder).sellers)
    CHECK(checkProfiles(seller.shipping_profiles) == std::nullopt);
}

}  // namespace vitrine
