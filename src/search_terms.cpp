#include "vitrine/search_terms.hpp"

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "vitrine/mentions.hpp"
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

void putVarint(std::vector<std::uint8_t>& out, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) out.push_back(static_cast<std::uint8_t>(value | 0x80));
  out.push_back(static_cast<std::uint8_t>(value));
}

/// Adds bits to bytes, the low ones first.
class BitWriter {
 public:
  explicit BitWriter(std::vector<std::uint8_t>& bytes) : bytes_(bytes) {}

  void put(std::uint32_t value, std::uint32_t width) {
    for (; width > 0; --width, value >>= 1, ++used_) {
      if (used_ % 8 == 0) bytes_.push_back(0);
      bytes_.back() |= static_cast<std::uint8_t>((value & 1) << used_ % 8);
    }
  }
  std::size_t size() const { return used_; }

 private:
  std::vector<std::uint8_t>& bytes_;
  std::size_t used_ = 0;  // bits
};

/// See mentions.hpp.
void put(BitWriter& out, const std::vector<std::uint32_t>& places, std::uint32_t products) {
  const auto count = static_cast<std::uint32_t>(places.size());
  if (count == 0) return;
  const auto width = lowBits(count, products);
  auto numbers = places;
  for (auto i = count; count <= shortMentions && i > 1; --i) numbers[i - 1] -= numbers[i - 2] + 1;
  for (const auto number : numbers) out.put(number, width);
  std::uint32_t above = 0;
  for (const auto number : numbers) {
    const auto high = number >> width;
    for (auto zeros = high - above; zeros > 0; --zeros) out.put(0, 1);
    out.put(1, 1);
    if (count > shortMentions) above = high;
  }
}

/// Counts, per term, what one product's own fields and its description hold.
class ProductTerms {
 public:
  ProductTerms(const NameTable& names, const std::unordered_map<std::string, std::uint32_t>& ids)
      : names_(names), ids_(ids) {}

  /// Terms of title, brand, category and options, each once, in the order of their first place.
  const std::vector<std::uint32_t>& own(const Product& product) {
    own_.clear();
    const auto add = [&](std::int64_t name) {
      for (const auto term : names_[name].terms) {
        if (std::find(own_.begin(), own_.end(), term) == own_.end()) own_.push_back(term);
      }
    };
    for (const auto name : names_.placesOfTitle(product.title)) add(name);
    add(names_.place(product.brand));
    add(names_.place(product.category));
    for (const auto& variant : product.variants) {
      for (const auto& option : variant.options) add(names_.place(option.value));
    }
    return own_;
  }

  std::map<std::uint32_t, std::uint32_t> described(const Product& product) const {
    std::map<std::uint32_t, std::uint32_t> counts;
    for (Words words(product.description); words.next();) ++counts[ids_.at(words.folded())];
    return counts;
  }

 private:
  const NameTable& names_;
  const std::unordered_map<std::string, std::uint32_t>& ids_;
  std::vector<std::uint32_t> own_;
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
  ProductTerms terms(names, ids);
  std::size_t bits = 0;
  for (std::uint32_t i = 0; i < products.size(); ++i) {
    auto described = descriptions ? terms.described(products[i]) : decltype(terms.described({})){};
    for (const auto term : terms.own(products[i])) {
      const auto found = described.find(term);
      const auto count = found == described.end() ? 0 : std::min(found->second, weight::mentions);
      if (found != described.end()) described.erase(found);
      if (bits % 8 == 0) table.echoes.push_back(0);
      table.echoes.back() |= static_cast<std::uint8_t>(count << bits % 8);
      bits += 2;
    }
    for (const auto& [term, count] : described)
      (count < weight::mentions ? table.mentions[term].once : table.mentions[term].often)
          .push_back(i);
  }
  return table;
}

PackedMentions packMentions(const std::vector<Mentions>& terms, std::uint32_t products) {
  PackedMentions packed;
  BitWriter out(packed.mentions);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (i % Runs::stride == 0) {
      packed.tally_sizes.push_back(0);
      packed.mention_sizes.push_back(0);
    }
    const auto& [once, often] = terms[i];
    const auto bytes = packed.tallies.size();
    const auto bits = out.size();
    putVarint(packed.tallies, static_cast<std::uint32_t>(once.size() << 1 | !often.empty()));
    if (!often.empty()) putVarint(packed.tallies, static_cast<std::uint32_t>(often.size()));
    put(out, often, products);
    put(out, once, products);
    packed.tally_sizes.back() += static_cast<std::int64_t>(packed.tallies.size() - bytes);
    packed.mention_sizes.back() += static_cast<std::int64_t>(out.size() - bits);
  }
  return packed;
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
