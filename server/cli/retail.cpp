#include "cli/grammar.hpp"
#include "cli/settings.hpp"
#include "clock.hpp"
#include "cooperation/retail_list.hpp"
#include "cooperation/statement.hpp"

namespace vitrine {
namespace {

struct RetailGiven {
  std::string site;
  std::string product;
  std::string price;
  std::optional<std::int64_t> margin_bp;
  std::string from;
  bool back = false;
  bool history = false;
  bool json = false;
};

std::string wishText(const RetailWish& wish, const std::string& currency) {
  if (wish.price) return decimal(*wish.price, currency) + ' ' + currency;
  if (wish.margin_bp) return "wholesale price and " + std::to_string(*wish.margin_bp) + " bp";
  return "taken back";
}

void tellWord(Admin& admin, const RetailWordShown& word, const std::string& currency) {
  admin.out << word.from << "  " << (word.product.id.empty() ? "all others" : word.product.id)
            << "  " << wishText(word.wish, currency);
  if (!word.product.title.empty()) admin.out << "  " << Json(word.product.title);
  admin.out << '\n';
}

int setPrice(Admin& admin, const RetailGiven& given) {
  const auto site = findSite(admin.db, given.site);
  if (!site) return refuse(admin, Error{Errc::unknown_site, "site"});
  if (given.price.empty() && !given.margin_bp && !given.back)
    return refuse(admin, "one of --price, --margin and --back is needed");
  RetailChange change;
  change.product_id = given.product;
  change.from = given.from;
  change.margin_bp = given.margin_bp;
  if (!given.price.empty()) {
    auto money = parseMoney(given.price);
    if (!money) return refuse(admin, given.price + ": an amount is expected, like 12.90 EUR");
    change.price = *std::move(money);
  }
  const auto changed = changeRetail(admin.db, *site, change, unixNow());
  if (!changed) return refuse(admin, changed.error());
  admin.events.catalog_changed = true;
  admin.out << Json::parse(toJson(*changed)).dump(2) << '\n';
  return done;
}

template <class T>
int tellAll(Admin& admin, const std::vector<T>& all) {
  auto list = Json::array();
  for (const auto& one : all) list.push_back(Json::parse(toJson(one)));
  admin.out << list.dump(2) << '\n';
  return done;
}

int listPrices(Admin& admin, const RetailGiven& given) {
  const auto site = findSite(admin.db, given.site);
  if (!site) return refuse(admin, Error{Errc::unknown_site, "site"});
  if (given.history) {
    std::vector<RetailWordShown> words;
    for (std::optional<std::string> after = ""; after;) {
      auto page = retailHistory(admin.db, *site, *after);
      words.insert(words.end(), page->words.begin(), page->words.end());
      after = page->next;
    }
    if (given.json) return tellAll(admin, words);
    for (const auto& word : words) tellWord(admin, word, site->currency);
    return done;
  }
  std::vector<RetailProduct> products;
  for (std::optional<std::string> after = ""; after;) {
    auto page = retailPrices(admin.db, *site, *after, unixNow());
    products.insert(products.end(), page.products.begin(), page.products.end());
    after = page.next;
  }
  if (given.json) return tellAll(admin, products);
  for (const auto& product : products) {
    tellWord(admin, product.word, site->currency);
    for (const auto& offer : product.offers)
      admin.out << "    " << offer.offer_id << "  " << decimal(offer.retail.price, site->currency)
                << "  " << name(offer.retail.fit) << '\n';
  }
  return done;
}

}  // namespace

void addRetailCommands(Grammar& grammar) {
  const auto given = std::make_shared<RetailGiven>();
  auto* price = grammar.family("price", "Prices that a site's presenter sets on wholesale goods");
  auto* set = grammar.command(price, "set", "Set a price or a margin, or take it back",
                              [given](Admin& admin) { return setPrice(admin, *given); });
  set->add_option("--product", given->product, "Product id; without: all that have no price");
  auto* amount = set->add_option("--price", given->price, "As customers see it, like 12.90 EUR");
  auto* margin = set->add_option("--margin", given->margin_bp,
                                 "On the wholesale price, in hundredths of a percent");
  auto* back = set->add_flag("--back", given->back, "The seller's own price again");
  amount->excludes(margin)->excludes(back);
  margin->excludes(back);
  set->add_option("--from", given->from, "Its first day, like 2026-12-24; without: now");
  auto* list = grammar.command(price, "list", "List what is set, and what became of it",
                               [given](Admin& admin) { return listPrices(admin, *given); });
  list->add_flag("--history", given->history, "All that was ever said, newest first");
  list->add_flag("--json", given->json, "As JSON");
  for (auto* command : {set, list})
    command->add_option("--site", given->site, "Site id")->required();
}

}  // namespace vitrine
