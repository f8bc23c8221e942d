#include <set>

#include "cli/grammar.hpp"
#include "clock.hpp"
#include "crypto.hpp"
#include "import/merging.hpp"
#include "json.hpp"
#include "store/catalogue.hpp"
#include "store/members.hpp"

namespace vitrine {
namespace {

int listProducts(Admin& admin, const std::string& words, bool json) {
  std::set<std::string> currencies;
  for (const auto& record : listSellers(admin.db)) currencies.insert(record.seller.currency);
  auto all = Json::array();
  for (const auto& currency : currencies) {
    for (const auto& product : listProducts(admin.db, currency)) {
      if (product.title.find(words) == product.title.npos) continue;
      if (json) {
        all.push_back(Json::parse(toJson(product)));
        continue;
      }
      admin.out << product.id << "  " << product.title << '\n';
      for (const auto& variant : product.variants) {
        for (const auto& offer : variant.offers) {
          admin.out << "  " << offer.id << "  " << offer.seller_id << "  " << offer.sku;
          for (const auto& option : variant.options) admin.out << "  " << option.value;
          admin.out << '\n';
        }
      }
    }
  }
  if (json) admin.out << all.dump(2) << '\n';
  return done;
}

int splitOffers(Admin& admin, const std::vector<std::string>& offer_ids) {
  const auto now = unixNow();
  const auto product_id = splitProduct(
      admin.db, offer_ids, [now](std::string_view prefix) { return newId(prefix, now); });
  if (!product_id) {
    admin.err << name(product_id.error().code) << " at " << product_id.error().where << '\n';
    return failed;
  }
  admin.events.catalog_changed = true;
  admin.out << Json{{"id", *product_id}}.dump(2) << '\n';
  return done;
}

int joinProducts(Admin& admin, const std::string& from, const std::string& into) {
  if (const auto fault = joinProduct(admin.db, from, into)) {
    const auto& id = fault->where == "from" ? from : into;
    admin.err << id
              << (from == into ? ": two products are expected\n" : ": there is no such product\n");
    return failed;
  }
  admin.events.catalog_changed = true;
  return done;
}

}  // namespace

void addProductCommands(Grammar& grammar) {
  struct Given {
    std::string words;
    std::vector<std::string> offers;
    std::string id;
    std::string into;
    bool json = false;
  };
  const auto given = std::make_shared<Given>();
  auto* product = grammar.family("product", "Products: what the offers of several sellers share");
  auto* list = grammar.command(
      product, "list", "List products with their offers",
      [given](Admin& admin) { return listProducts(admin, given->words, given->json); });
  list->add_option("--title", given->words, "Only those whose title has these words");
  list->add_flag("--json", given->json, "As JSON");

  grammar
      .command(product, "split", "Give offers of one product a product of their own; prints its id",
               [given](Admin& admin) { return splitOffers(admin, given->offers); })
      ->add_option("OFFER", given->offers, "off_…; imports leave them where they are then")
      ->required();

  auto* join = grammar.command(product, "join", "Make one product of two", [given](Admin& admin) {
    return joinProducts(admin, given->id, given->into);
  });
  join->add_option("PRODUCT", given->id, "pro_… that goes")->required();
  join->add_option("--into", given->into, "pro_… that stays, with its words")->required();
}

}  // namespace vitrine
