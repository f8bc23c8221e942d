#include "vitrine/search_terms.hpp"

#include <algorithm>
#include <bit>
#include <deque>
#include <unordered_map>
#include <utility>

#include "vitrine/words.hpp"

namespace vitrine {
namespace {

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

/// What a term is looked up by while its place is not known yet.
struct Found {
  std::uint32_t described = 0;  // products whose description has it
  std::uint32_t last = 0;       // of these, + 1
};
using Dictionary = std::unordered_map<std::string, Found>;

Dictionary dictionaryOf(const ProductList& products, const NameTable& names, bool descriptions) {
  Dictionary dictionary;
  for (const auto& name : names.all()) {
    if (name.searched == 0) continue;
    for (Words words(name.text); words.next();) dictionary.try_emplace(words.folded());
  }
  std::uint32_t place = 0;
  if (descriptions) {
    for (const auto& product : products) {
      ++place;
      for (Words words(product.description); words.next();) {
        auto& found = dictionary[words.folded()];
        if (std::exchange(found.last, place) != place) ++found.described;
      }
    }
  }
  return dictionary;
}

/// A term and how often something has it.
struct Counted {
  std::uint32_t term;
  std::uint32_t count;
};

/// Turns terms into each once, ascending.
void count(std::vector<std::uint32_t>& terms, std::vector<Counted>& counts) {
  std::sort(terms.begin(), terms.end());
  counts.clear();
  for (const auto term : terms) {
    if (counts.empty() || counts.back().term != term) counts.push_back({term, 0});
    ++counts.back().count;
  }
}

/// Counts, per term, what one product's own fields and its description hold.
class ProductTerms {
  auto textOf() const {
    return [this](std::size_t i) -> const std::string& { return words_[i]; };
  }

 public:
  ProductTerms(const NameTable& names, const std::vector<std::string>& words)
      : names_(names), words_(words) {
    places_.build(static_cast<std::uint32_t>(words.size()), textOf());
  }

  std::uint32_t place(std::string_view word) const { return *places_.find(word, textOf()); }

  /// Terms of title, brand, category and options.
  const std::vector<Counted>& own(const Product& product) {
    terms_.clear();
    const auto add = [&](std::string_view text) {
      const auto terms = names_.termsOf(names_[names_.place(text)]);
      terms_.insert(terms_.end(), terms.begin(), terms.end());
    };
    for (const auto word : wordsOfTitle(product.title)) add(word);
    add(product.brand);
    add(product.category);
    for (const auto& variant : product.variants) {
      for (const auto& option : variant.options) add(option.value);
    }
    count(terms_, own_);
    return own_;
  }

  const std::vector<Counted>& described(const Product& product) {
    terms_.clear();
    for (Words words(product.description); words.next();) terms_.push_back(place(words.folded()));
    count(terms_, described_);
    return described_;
  }

 private:
  const NameTable& names_;
  const std::vector<std::string>& words_;
  Lookup places_;
  std::vector<std::uint32_t> terms_;
  std::vector<Counted> own_;
  std::vector<Counted> described_;
};

/// Where runs of these sizes start, and where the last one ends.
std::vector<std::uint32_t> startsOf(const std::vector<std::uint32_t>& sizes) {
  std::vector<std::uint32_t> starts{0};
  std::uint64_t sum = 0;
  for (const auto size : sizes) {
    sum += size;
    if (sum > 0xFFFFFFFF) fatal("snapshot: more words than it can count");
    starts.push_back(static_cast<std::uint32_t>(sum));
  }
  return starts;
}

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

NameTable::NameTable(const ProductList& products) {
  std::deque<Name> names;  // which do not move
  std::unordered_map<std::string_view, Name*> known;
  const auto show = [&](std::string_view text, NameUse use, bool searched) {
    auto found = known.find(text);
    if (found == known.end()) {
      names.emplace_back().text = text;
      found = known.emplace(names.back().text, &names.back()).first;
    }
    auto& name = *found->second;
    ++name.uses;
    name.searched += searched;
    name.use = std::min(name.use, use);
  };
  for (const auto& product : products) {
    for (const auto word : wordsOfTitle(product.title)) show(word, NameUse::title, true);
    show(product.brand, NameUse::brand, true);
    show(product.category, NameUse::category, true);
    for (const auto& variant : product.variants) {
      for (const auto& option : variant.options) {
        show(option.name, NameUse::option, false);
        show(option.value, NameUse::option, true);
      }
      for (const auto& offer : variant.offers) {
        for (const auto* text : {&offer.currency, &offer.shipping_profile_id, &offer.tax_category})
          show(*text, NameUse::term_of_offer, false);
      }
    }
  }
  known = {};
  names_.reserve(names.size());
  for (; !names.empty(); names.pop_front()) names_.push_back(std::move(names.front()));
  std::sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) {
    if (a.use != b.use) return a.use < b.use;
    if (std::bit_width(a.uses) != std::bit_width(b.uses)) return a.uses > b.uses;
    return a.text < b.text;
  });
  places_.build(static_cast<std::uint32_t>(names_.size()),
                [&](std::size_t i) -> const std::string& { return names_[i].text; });
}

std::uint32_t NameTable::place(std::string_view text) const {
  return *places_.find(text, [&](std::size_t i) -> const std::string& { return names_[i].text; });
}

TermTable termsOf(const ProductList& products, NameTable& names, bool descriptions) {
  TermTable table;
  std::vector<std::uint32_t> sizes;
  {
    auto dictionary = dictionaryOf(products, names, descriptions);
    std::vector<std::pair<std::string, std::uint32_t>> sorted;
    sorted.reserve(dictionary.size());
    while (!dictionary.empty()) {
      auto node = dictionary.extract(dictionary.begin());
      sorted.emplace_back(std::move(node.key()), node.mapped().described);
    }
    std::sort(sorted.begin(), sorted.end());
    for (auto& [word, described] : sorted) {
      table.words.push_back(std::move(word));
      sizes.push_back(described);
    }
  }
  ProductTerms terms(names, table.words);
  std::vector<std::uint32_t> uses(table.words.size());  // of terms outside of descriptions
  for (auto& name : names.all()) {
    if (name.searched == 0) continue;
    for (Words words(name.text); words.next();) {
      names.addTerm(name, terms.place(words.folded()));
      uses[names.termsOf(name).back()] += name.searched;
    }
    if (name.term_count == 1)
      name.form = formOf(name.text, table.words[names.termsOf(name).front()]);
  }

  // Those that mention a term once stand at the beginning of its run, the others at the end.
  const auto runs = startsOf(sizes);
  table.mentioning.resize(runs.back());
  auto once = runs;
  auto often = std::vector<std::uint32_t>(runs.begin() + 1, runs.end());
  auto echoes = startsOf(uses);  // by term and product, then none for further places in them
  table.echoes.resize((std::size_t{echoes.back()} + 3) / 4);
  static const std::vector<Counted> nothing;
  std::uint32_t place = 0;
  for (const auto& product : products) {
    const auto& own = terms.own(product);
    const auto& described = descriptions ? terms.described(product) : nothing;
    auto next = own.begin();
    for (const auto& [term, count] : described) {
      while (next != own.end() && next->term < term) ++echoes[(next++)->term];
      if (next != own.end() && next->term == term) {
        const auto echo = echoes[(next++)->term]++;
        table.echoes[echo / 4] |=
            static_cast<std::uint8_t>(std::min(count, weight::mentions) << echo % 4 * 2);
      } else if (count < weight::mentions) {
        table.mentioning[once[term]++] = place;
      } else {
        table.mentioning[--often[term]] = place;
      }
    }
    for (; next != own.end(); ++next) ++echoes[next->term];
    ++place;
  }
  for (std::size_t term = 0; term < table.words.size(); ++term) {
    const auto all = std::span(table.mentioning);
    std::reverse(all.begin() + often[term], all.begin() + runs[term + 1]);
    table.mentions.push_back({all.subspan(runs[term], once[term] - runs[term]),
                              all.subspan(often[term], runs[term + 1] - often[term])});
  }
  return table;
}

std::vector<Amount> priceSteps(const ProductList& products) {
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
