#include "vitrine/catalog_file.hpp"

#include <algorithm>

namespace vitrine {

std::string TermColumns::operator[](std::size_t i) const {
  std::string word;
  if (i >= size()) return word;
  TermSpelling terms(*this, i / stride);
  for (auto left = i % stride + 1; left > 0 && terms.next(); --left) terms.spell(word);
  return word;
}

std::string CatalogFile::name(std::size_t i) const {
  const auto form = static_cast<NameForm>(names.forms[i]);
  if (form == NameForm::text) return std::string(names.texts.body(i));
  auto word = terms[names.terms[names.term_runs.start(i)]];
  const auto raised = form == NameForm::upper ? word.size() : std::min<std::size_t>(word.size(), 1);
  for (std::size_t k = 0; form != NameForm::lower && k < raised; ++k) {
    if (word[k] >= 'a' && word[k] <= 'z') word[k] = static_cast<char>(word[k] - 0x20);
  }
  return word;
}

std::string CatalogFile::title(std::size_t product) const {
  std::string answer;
  const auto first = products.titles.start(product);
  const auto end = first + products.titles.length(product);
  for (auto k = first; k < end; ++k) {
    if (k > first) answer += ' ';
    answer += name(products.title_words.at(k));
  }
  return answer;
}

std::string CatalogFile::productId(std::size_t product) const {
  return idOr(products.ids, product, "pro_", offersOf(product).first);
}

std::string CatalogFile::variantId(std::size_t variant) const {
  return idOr(variants.ids, variant, "var_", variants.offers.start(variant));
}

std::string CatalogFile::offerId(std::size_t offer) const {
  return idOr(offers.ids, offer, "off_", offer);
}

std::string CatalogFile::idOr(const Texts& ids, std::size_t i, std::string_view prefix,
                              std::size_t offer) const {
  auto id = ids[i];
  if (!id.empty()) return id;
  id = prefix;
  id += offers.skus[offer];
  return id;
}

}  // namespace vitrine
