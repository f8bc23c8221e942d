#include "vitrine/search_terms.hpp"

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "vitrine/words.hpp"

namespace vitrine {
namespace {

std::vector<std::string> foldedWords(std::string_view text) {
  std::vector<std::string> answer;
  for (Words words(text); words.next();) answer.push_back(words.folded());
  return answer;
}

/// How `text` comes from its one term, so that it need not be kept.
NameForm formOf(std::string_view text, std::string_view term) {
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto raised = [&](char c) { return lower(c) ? static_cast<char>(c - 0x20) : c; };
  if (text.size() != term.size()) return NameForm::text;
  if (text == term) return NameForm::lower;
  if (text[0] == raised(term[0]) && text.substr(1) == term.substr(1)) return NameForm::capitalized;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != raised(term[i])) return NameForm::text;
  }
  return NameForm::upper;
}

/// Counts, per term, what one product's own fields and its description hold.
class ProductTerms {
 public:
  ProductTerms(const NameTable& names, const std::unordered_map<std::string, std::uint32_t>& ids)
      : names_(names), ids_(ids) {}

  /// Terms of title, brand, category and options, as often as they stand there.
  std::vector<std::uint32_t> own(const Product& product) const {
    std::vector<std::uint32_t> own;
    const auto add = [&](std::int64_t name) {
      own.insert(own.end(), names_[name].terms.begin(), names_[name].terms.end());
    };
    for (const auto name : names_.placesOfTitle(product.title)) add(name);
    add(names_.place(product.brand));
    add(names_.place(product.category));
    for (const auto& variant : product.variants) {
      for (const auto& option : variant.options) add(names_.place(option.value));
    }
    return own;
  }

  std::map<std::uint32_t, std::uint32_t> described(const Product& product) const {
    std::map<std::uint32_t, std::uint32_t> counts;
    for (Words words(product.description); words.next();) ++counts[ids_.at(words.folded())];
    return counts;
  }

 private:
  const NameTable& names_;
  const std::unordered_map<std::string, std::uint32_t>& ids_;
};

}  // namespace

std::vector<std::string_view> wordsOfTitle(std::string_view title) {
  std::vector<std::string_view> answer;
  for (auto space = title.find(' '); space != title.npos; space = title.find(' ')) {
    answer.push_back(title.substr(0, space));
    title.remove_prefix(space + 1);
  }
  answer.push_back(title);
  return answer;
}

NameTable::NameTable(std::span<const Product> products) {
  std::map<std::string, Name, std::less<>> names;
  const auto show = [&](const std::string& text, NameUse use) -> Name& {
    auto& name = names[text];
    ++name.uses;
    name.use = std::min(name.use, use);
    return name;
  };
  const auto search = [&](std::string_view text, NameUse use) {
    show(std::string(text), use).searched = true;
  };
  for (const auto& product : products) {
    for (const auto word : wordsOfTitle(product.title)) search(word, NameUse::title);
    search(product.brand, NameUse::brand);
    search(product.category, NameUse::category);
    for (const auto& variant : product.variants) {
      for (const auto& option : variant.options) {
        show(option.name, NameUse::option);
        search(option.value, NameUse::option);
      }
      for (const auto& offer : variant.offers) {
        for (const auto* text : {&offer.currency, &offer.shipping_profile_id, &offer.tax_category})
          show(*text, NameUse::term_of_offer);
      }
    }
  }
  for (auto& [text, name] : names) {
    name.text = text;
    names_.push_back(std::move(name));
  }
  std::stable_sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) {
    if (a.use != b.use) return a.use < b.use;
    return std::bit_width(a.uses) > std::bit_width(b.uses);
  });
  for (std::size_t i = 0; i < names_.size(); ++i)
    places_[names_[i].text] = static_cast<std::int64_t>(i);
}

std::int64_t NameTable::place(std::string_view text) const { return places_.find(text)->second; }

std::vector<std::int64_t> NameTable::placesOfTitle(std::string_view title) const {
  std::vector<std::int64_t> answer;
  for (const auto word : wordsOfTitle(title)) answer.push_back(place(word));
  return answer;
}

TermTable termsOf(std::span<const Product> products, NameTable& names, bool descriptions) {
  TermTable table;
  std::unordered_map<std::string, std::uint32_t> ids;
  for (const auto& name : names.all()) {
    if (!name.searched) continue;
    for (auto& word : foldedWords(name.text)) ids.emplace(std::move(word), 0);
  }
  if (descriptions) {
    for (const auto& product : products) {
      for (Words words(product.description); words.next();) ids.emplace(words.folded(), 0);
    }
  }
  for (const auto& [word, id] : ids) table.words.push_back(word);
  std::sort(table.words.begin(), table.words.end());
  for (std::uint32_t i = 0; i < table.words.size(); ++i) ids[table.words[i]] = i;
  for (auto& name : names.all()) {
    if (!name.searched) continue;
    const auto words = foldedWords(name.text);
    for (const auto& word : words) name.terms.push_back(ids[word]);
    if (words.size() == 1) name.form = formOf(name.text, words.front());
  }

  table.mentions.resize(table.words.size());
  std::vector<std::vector<std::uint8_t>> echoes(table.words.size());  // by product, then none
  std::vector<std::size_t> again(table.words.size());  // further places in the same products
  ProductTerms terms(names, ids);
  for (std::uint32_t i = 0; i < products.size(); ++i) {
    auto described = descriptions ? terms.described(products[i]) : decltype(terms.described({})){};
    std::map<std::uint32_t, std::size_t> places;
    for (const auto term : terms.own(products[i])) ++places[term];
    for (const auto& [term, count] : places) {
      const auto found = described.find(term);
      const auto mentions =
          found == described.end() ? 0 : std::min(found->second, weight::mentions);
      if (found != described.end()) described.erase(found);
      echoes[term].push_back(static_cast<std::uint8_t>(mentions));
      again[term] += count - 1;
    }
    for (const auto& [term, count] : described)
      (count < weight::mentions ? table.mentions[term].once : table.mentions[term].often)
          .push_back(i);
  }
  std::size_t bits = 0;
  for (std::size_t term = 0; term < echoes.size(); ++term) {
    echoes[term].resize(echoes[term].size() + again[term]);
    for (const auto mentions : echoes[term]) {
      if (bits % 8 == 0) table.echoes.push_back(0);
      table.echoes.back() |= static_cast<std::uint8_t>(mentions << bits % 8);
      bits += 2;
    }
  }
  return table;
}

std::vector<Amount> priceSteps(std::span<const Product> products) {
  constexpr std::size_t ranges = 5;
  std::vector<Amount> prices;
  for (const auto& product : products) prices.push_back(card(product).price);
  std::sort(prices.begin(), prices.end());
  std::vector<Amount> steps;
  for (std::size_t i = 1; i < ranges && !prices.empty(); ++i) {
    const auto quantile = prices[prices.size() * i / ranges];
    Amount step = 1;
    while (step <= maxSafeInteger / 10 && step * 10 <= quantile) step *= 10;
    if (step * 5 <= quantile)
      step *= 5;
    else if (step * 2 <= quantile)
      step *= 2;
    if (step > prices.front() && (steps.empty() || step > steps.back())) steps.push_back(step);
  }
  return steps;
}

}  // namespace vitrine
