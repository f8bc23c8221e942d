#include "cooperation/moved_prices.hpp"

#include <algorithm>
#include <set>

#include "cooperation/terms.hpp"
#include "members/accounts.hpp"
#include "members/notices.hpp"
#include "store/arrangements.hpp"
#include "store/catalogue.hpp"
#include "store/retail.hpp"

namespace vitrine {
namespace {

constexpr std::size_t mostShown = 20;  // prices in one e-mail

/// What somebody is told once: the same product moved again is news.
std::string newsOf(const MovedPrice& price) {
  std::string text(price.site);
  for (const std::string& part :
       {price.product_id, std::string(name(price.fit)), std::to_string(price.now.value_or(-1))}) {
    text += '\n';
    text += part;
  }
  return text;
}

}  // namespace

PresenterPrices pricesToLookAt(Database& db, const std::string& day) {
  PresenterPrices answer{presenterToTell(db, day).value_or(""), {}};
  if (answer.presenter_id.empty()) return answer;
  for (const auto& site : listSites(db)) {
    if (site.presenter_id != answer.presenter_id) continue;
    std::set<std::string> products;
    for (const auto& word : listRetail(db, site.id)) products.insert(word.product_id);
    products.erase("");  // a margin for all others moves with what it is of
    for (const auto& product_id : products) answer.prices.push_back({site.id, product_id});
  }
  return answer;
}

std::optional<MovedPrice> movedPrice(Database& db, const SetPrice& set, const std::string& day) {
  const auto wish = findRetail(db, set.site_id, set.product_id, day);
  const auto site = findSite(db, set.site_id);
  const auto named = nameOfProduct(db, set.product_id);
  if ((!wish.price && !wish.margin_bp) || !site || !named) return {};
  MovedPrice moved{set.product_id, named->title, site->name,       site->currency,
                   wish.price,     {},           RetailFit::listed};
  bool wholesale = false;
  const auto goods = loadProduct(db, set.product_id);
  for (const auto& entry : goods.offers) {
    const auto& offer = entry.offer;
    if (offer.currency != site->currency) continue;
    const auto terms = termsOn(db, offer.seller_id, day);
    const auto* rule = ruleFor(terms, set.product_id, entry.category, day);
    if (!rule || !rule->wholesale) continue;
    wholesale = true;
    const auto price = retailPrice(*rule->wholesale, wish, *goods.seller(offer.seller_id), offer);
    if (!price || price->fit == RetailFit::wished) continue;
    moved.now = price->price;
    moved.fit = price->fit;
    return moved;
  }
  return wholesale ? std::nullopt : std::optional(std::move(moved));
}

void tellMovedPrices(Work& work, const std::string& presenter_id,
                     const std::vector<MovedPrice>& moved) {
  const auto before = pricesTold(work.db, presenter_id);
  auto content = about(MailKind::prices_moved, memberName(work.db, presenter_id).value_or(""));
  std::vector<std::string> told;
  for (const auto& price : moved) {
    told.push_back(newsOf(price));
    if (std::find(before.begin(), before.end(), told.back()) != before.end()) continue;
    ++content.count;
    if (content.prices.size() < mostShown) content.prices.push_back(price);
  }
  notePricesTold(work.db, presenter_id, dayOf(work.now), told);
  if (content.count > 0)
    tellMember(work, presenter_id, std::move(content), presenter_id + "/sites");
}

}  // namespace vitrine
