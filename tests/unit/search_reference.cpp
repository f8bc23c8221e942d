#include "unit/search_reference.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "vitrine/words.hpp"

namespace vitrine::reference {
namespace {

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> answer;
  for (Words words(text); words.next();) answer.push_back(words.folded());
  return answer;
}

std::u32string lettersOf(std::string_view word) {
  std::u32string answer;
  while (!word.empty()) answer += nextCodePoint(word);
  return answer;
}

/// Whether goods of the offer can be collected: by its shipping profile.
bool collects(const Offer& offer, const std::vector<Seller>& sellers) {
  for (const auto& seller : sellers) {
    if (seller.id != offer.seller_id) continue;
    for (const auto& profile : seller.shipping_profiles) {
      if (profile.id != offer.shipping_profile_id) continue;
      for (const auto& method : profile.methods) {
        if (method.kind == ShippingKind::pickup) return true;
      }
    }
  }
  return false;
}

bool collects(const Product& product, const std::vector<Seller>& sellers) {
  for (const auto& variant : product.variants) {
    for (const auto& offer : variant.offers) {
      if (collects(offer, sellers)) return true;
    }
  }
  return false;
}

using Facet = std::function<bool(const Product&)>;

/// One predicate for each filter; options have one for each name.
std::map<std::string, Facet> predicates(const std::vector<Seller>& sellers,
                                        const SearchFilters& filters) {
  const auto oneOf = [](const std::vector<std::string>& values, const std::string& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
  };
  const auto anyOffer = [](const Product& product, auto test) {
    for (const auto& variant : product.variants) {
      if (std::any_of(variant.offers.begin(), variant.offers.end(), test)) return true;
    }
    return false;
  };
  std::map<std::string, Facet> all;
  if (!filters.seller_ids.empty())
    all["sellers"] = [=](const Product& p) {
      return anyOffer(p, [&](const Offer& o) { return oneOf(filters.seller_ids, o.seller_id); });
    };
  if (!filters.brands.empty())
    all["brands"] = [=](const Product& p) { return oneOf(filters.brands, p.brand); };
  if (!filters.categories.empty())
    all["categories"] = [=](const Product& p) { return oneOf(filters.categories, p.category); };
  all["price"] = [=](const Product& p) {
    const auto price = card(p).price;
    return price >= filters.price_min.value_or(0) &&
           price <= filters.price_max.value_or(maxSafeInteger);
  };
  if (filters.available) all["available"] = [](const Product& p) { return card(p).available; };
  if (filters.pickup) all["pickup"] = [=](const Product& p) { return collects(p, sellers); };
  for (const auto& option : filters.options) {
    all["option " + option.name] = [=](const Product& p) {
      for (const auto& variant : p.variants) {
        for (const auto& has : variant.options) {
          for (const auto& wanted : filters.options) {
            if (wanted.name == option.name && has == wanted) return true;
          }
        }
      }
      return false;
    };
  }
  return all;
}

}  // namespace

std::size_t editsBetween(std::string_view one, std::string_view other) {
  const auto a = lettersOf(one);
  const auto b = lettersOf(other);
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

Shop::Shop(std::vector<Product> products) : products_(std::move(products)) {
  for (const auto& product : products_) {
    auto& weights = weights_.emplace_back();
    for (const auto& word : wordsOf(product.title)) weights[word] += 8;
    for (const auto& word : wordsOf(product.brand)) weights[word] += 6;
    for (const auto& word : wordsOf(product.category)) weights[word] += 4;
    for (const auto& variant : product.variants) {
      for (const auto& option : variant.options) {
        for (const auto& word : wordsOf(option.value)) weights.try_emplace(word, 4);
      }
    }
    for (const auto& word : wordsOf(product.description)) weights[word] += 1;
    for (const auto& [word, weight] : weights) terms_.insert(word);
  }
}

std::map<std::string, double> Shop::shares(const Word& word, unsigned edits) const {
  std::map<std::string, double> answer;
  const auto letters = lettersOf(word.text).size();
  for (const auto& term : terms_) {
    double share = 0;
    if (term == word.text)
      share = 1;
    else if (word.beginning && term.starts_with(word.text))
      share = 0.75;
    if (edits >= 1 && letters >= 3 && share < 0.5 && editsBetween(term, word.text) == 1)
      share = 0.5;
    if (edits >= 2 && letters >= 8 && share < 0.25 && editsBetween(term, word.text) == 2)
      share = 0.25;
    if (share > 0) answer[term] = share;
  }
  return answer;
}

std::vector<Shop::Found> Shop::find(const std::vector<Word>& words, unsigned edits) const {
  const auto products = static_cast<double>(products_.size());
  std::vector<double> scores(products_.size());
  std::vector<bool> has(products_.size(), true);
  for (const auto& word : words) {
    const auto matching = shares(word, edits);
    double places = 0;
    std::vector<double> best(products_.size());
    for (std::size_t i = 0; i < products_.size(); ++i) {
      for (const auto& [term, share] : matching) {
        const auto found = weights_[i].find(term);
        if (found == weights_[i].end()) continue;
        ++places;
        best[i] = std::max(best[i], share * found->second);
      }
    }
    const auto idf = std::log2((products + 1) / (std::min(places, products) + 0.5));
    for (std::size_t i = 0; i < products_.size(); ++i) {
      if (best[i] == 0) has[i] = false;
      scores[i] += idf * best[i] / (1.2 + best[i]);
    }
  }
  std::vector<Found> answer;
  for (std::size_t i = 0; i < products_.size(); ++i) {
    if (has[i]) answer.push_back({i, words.empty() ? 0 : scores[i]});
  }
  std::stable_sort(answer.begin(), answer.end(),
                   [](const Found& a, const Found& b) { return a.score > b.score; });
  return answer;
}

std::vector<Shop::Found> Shop::find(std::string_view query) const {
  std::vector<Word> words;
  std::size_t end = 0;
  for (Words each(query); each.next(); end = each.end()) words.push_back({each.folded(), false});
  if (!words.empty()) words.back().beginning = end == query.size();
  auto answer = find(words, 0);
  const auto more = [&](unsigned edits) {
    return std::any_of(words.begin(), words.end(), [&](const Word& word) {
      return shares(word, edits) != shares(word, edits - 1);
    });
  };
  edited_ = false;
  if (answer.size() < 3 && more(1)) {
    answer = find(words, 1);
    edited_ = true;
  }
  if (answer.empty() && more(2)) {
    answer = find(words, 2);
    edited_ = true;
  }
  return answer;
}

std::vector<std::size_t> passing(const std::vector<Product>& products,
                                 const std::vector<Seller>& sellers,
                                 const std::vector<std::size_t>& found,
                                 const SearchFilters& filters) {
  const auto all = predicates(sellers, filters);
  std::vector<std::size_t> answer;
  for (const auto place : found) {
    if (std::all_of(all.begin(), all.end(),
                    [&](const auto& one) { return one.second(products[place]); }))
      answer.push_back(place);
  }
  return answer;
}

SearchFacets facetsOf(const std::vector<Product>& products, const std::vector<Seller>& sellers,
                      const std::vector<std::size_t>& found, const SearchFilters& filters) {
  auto all = predicates(sellers, filters);
  const auto without = [&](const std::string& facet) {
    std::vector<std::size_t> answer;
    for (const auto place : found) {
      if (std::all_of(all.begin(), all.end(), [&](const auto& one) {
            return one.first == facet || one.second(products[place]);
          }))
        answer.push_back(place);
    }
    return answer;
  };
  const auto counted = [](const std::map<std::string, std::int64_t>& counts) {
    std::vector<FacetValue> values;
    for (const auto& [value, count] : counts) {
      if (!value.empty()) values.push_back({value, count});
    }
    return values;
  };
  SearchFacets facets;
  std::map<std::string, std::int64_t> counts;
  for (const auto place : without("sellers")) {
    for (const auto& id : card(products[place]).seller_ids) ++counts[id];
  }
  facets.sellers = counted(counts);
  counts.clear();
  for (const auto place : without("brands")) ++counts[products[place].brand];
  facets.brands = counted(counts);
  counts.clear();
  for (const auto place : without("categories")) ++counts[products[place].category];
  facets.categories = counted(counts);
  std::set<std::string> names;
  for (const auto place : found) {
    for (const auto& variant : products[place].variants) {
      for (const auto& option : variant.options) names.insert(option.name);
    }
  }
  for (const auto& name : names) {
    counts.clear();
    for (const auto place : without("option " + name)) {
      std::set<std::string> values;
      for (const auto& variant : products[place].variants) {
        for (const auto& option : variant.options) {
          if (option.name == name) values.insert(option.value);
        }
      }
      for (const auto& value : values) ++counts[value];
    }
    if (const auto values = counted(counts); !values.empty())
      facets.options.push_back({name, values});
  }
  for (const auto place : without("available"))
    facets.available += card(products[place]).available ? 1 : 0;
  for (const auto place : without("pickup"))
    facets.pickup += collects(products[place], sellers) ? 1 : 0;
  for (const auto place : without("price"))
    facets.price_ranges.push_back({card(products[place]).price, {}, 1});
  return facets;
}

}  // namespace vitrine::reference
