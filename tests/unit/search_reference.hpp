#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "vitrine/search.hpp"

/// Search as its documentation says it, by going through everything: what the index must agree
/// with.
namespace vitrine::reference {

/// Edits between two words: optimal string alignment over letters.
std::size_t editsBetween(std::string_view one, std::string_view other);

class Shop {
 public:
  explicit Shop(std::vector<Product> products);

  struct Found {
    std::size_t product;
    double score;
  };
  /// Every product that a query finds, the best first.
  std::vector<Found> find(std::string_view query) const;
  bool edited() const { return edited_; }

  const std::vector<Product>& products() const { return products_; }
  const std::set<std::string>& terms() const { return terms_; }

 private:
  /// What a word counts for in one product, by BM25F's weighted sum over fields.
  using Weights = std::map<std::string, double>;
  struct Word {
    std::string text;
    bool beginning = false;
  };

  std::map<std::string, double> shares(const Word& word, unsigned edits) const;
  std::vector<Found> find(const std::vector<Word>& words, unsigned edits) const;

  std::vector<Product> products_;
  std::vector<Weights> weights_;
  std::set<std::string> terms_;
  mutable bool edited_ = false;
};

/// How many of the products have each value, by the facet's definition.
SearchFacets facetsOf(const std::vector<Product>& products, const std::vector<Seller>& sellers,
                      const std::vector<std::size_t>& found, const SearchFilters& filters);

/// Which of the found pass all filters.
std::vector<std::size_t> passing(const std::vector<Product>& products,
                                 const std::vector<Seller>& sellers,
                                 const std::vector<std::size_t>& found,
                                 const SearchFilters& filters);

}  // namespace vitrine::reference
