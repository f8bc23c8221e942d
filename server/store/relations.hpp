#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// What sellers say of how their products stand to each other.
namespace vitrine {

class Database;

/// As the ACP product feed names them: how another product stands to this one.
enum class RelationKind {
  part_of_set,
  required_part,
  often_bought_with,
  substitute,
  different_brand,
  accessory
};
constexpr auto names(RelationKind) {
  return std::to_array<std::string_view>({"part_of_set", "required_part", "often_bought_with",
                                          "substitute", "different_brand", "accessory"});
}

struct Relation {
  RelationKind kind = RelationKind::accessory;
  std::string sku;  // of the other product, the same seller's

  friend bool operator==(const Relation&, const Relation&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("kind", self.kind);
    field("sku", self.sku);
  }
};

/// The same where the other product is there.
struct Related {
  RelationKind kind = RelationKind::accessory;
  std::string product_id;
};

/// By product, in the order in which they are said.
using Relations = std::map<std::string, std::vector<Related>, std::less<>>;

/// Only the seller whose words describe a product says what goes with it.
void saveRelations(Database& db, const std::string& product_id, const std::string& seller_id,
                   const std::vector<Relation>& relations);

/// Whether `saveRelations` would.
bool wouldRelate(Database& db, const std::string& product_id, const std::string& seller_id,
                 const std::vector<Relation>& relations);

/// What is said of all; without what leads to nothing, or to the product itself.
Relations listRelations(Database& db);

}  // namespace vitrine
