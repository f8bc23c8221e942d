#include "import/relations.hpp"

#include <algorithm>

namespace vitrine {
namespace {

constexpr const char* idField = "related_product_id";
constexpr const char* kindField = "relationship_type";

RelationKind kindOf(const Row& row, const std::string& text) {
  constexpr auto known = names(RelationKind{});
  const auto found = std::find(known.begin(), known.end(), text);
  if (found != known.end()) return static_cast<RelationKind>(found - known.begin());
  std::string expected;
  for (const auto& each : known) expected.append(expected.empty() ? "" : ", ").append(each);
  row.refuse(kindField, text, std::move(expected));
}

}  // namespace

std::vector<Relation> readRelations(const Row& row) {
  const auto skus = row.texts(idField);
  const auto kinds = row.texts(kindField);
  if (skus.empty() && kinds.empty()) return {};
  if (skus.empty()) row.refuse(idField, "", "the id of another product of yours");
  if (skus.size() > maxRelations)
    row.refuse(idField, skus.back(),
               std::string("at most ").append(std::to_string(maxRelations)) + " products");
  if (kinds.size() != 1 && kinds.size() != skus.size())
    row.refuse(kindField, kinds.empty() ? "" : kinds.back(),
               "one type for all products, or one for each");
  std::vector<Relation> relations;
  for (std::size_t i = 0; i < skus.size(); ++i) {
    if (skus[i] == row.text("id"))
      row.refuse(idField, skus[i], "the id of another product than this");
    relations.push_back({kindOf(row, kinds[kinds.size() == 1 ? 0 : i]), skus[i]});
  }
  return relations;
}

}  // namespace vitrine
