#include "vitrine/search_facets.hpp"

#include <algorithm>

namespace vitrine {
namespace {

/// Names of the file and how many products have them, in groups: brands, categories, or the options
/// of one name.
class Tally {
 public:
  static constexpr std::uint32_t brands = 0xFFFFFFFF;
  static constexpr std::uint32_t categories = 0xFFFFFFFE;

  struct Row {
    std::uint32_t group = 0;
    std::uint32_t value = 0;
    std::uint32_t count = 0;
    std::uint32_t product = maxProducts;  // counted last
    std::uint32_t next = 0;               // another row of the same value, place + 1
  };

  explicit Tally(std::vector<std::uint32_t>& rows_of) : rows_of_(rows_of) {}
  ~Tally() {
    for (const auto& row : rows_) rows_of_[row.value] = 0;
  }
  Tally(const Tally&) = delete;

  /// Counts a product once for each value.
  void count(std::uint32_t group, std::uint32_t value, std::uint32_t product) {
    auto* link = &rows_of_[value];
    while (*link != 0 && rows_[*link - 1].group != group) link = &rows_[*link - 1].next;
    if (*link == 0) {
      *link = static_cast<std::uint32_t>(rows_.size() + 1);
      rows_.push_back({group, value, 1, product, 0});
      return;
    }
    auto& row = rows_[*link - 1];
    if (std::exchange(row.product, product) != product) ++row.count;
  }

  /// The greatest counts first; of equal ones the more frequent names.
  std::vector<Row> sorted() const {
    constexpr std::uint32_t placeBits = 0xFFFFF;
    std::vector<std::uint64_t> order;
    order.reserve(rows_.size());
    for (std::uint32_t i = 0; i < rows_.size(); ++i)
      order.push_back(std::uint64_t{rows_[i].count} << 40 |
                      std::uint64_t{~rows_[i].value & placeBits} << 20 | (i & placeBits));
    sortFirst(order, order.size());
    std::vector<Row> answer;
    answer.reserve(order.size());
    for (const auto key : order) answer.push_back(rows_[key & placeBits]);
    return answer;
  }

 private:
  std::vector<std::uint32_t>& rows_of_;  // by value: place + 1; all zero between queries
  std::vector<Row> rows_;
};

/// The chosen counts of one search.
class Counting {
 public:
  Counting(const SearchIndex& index, const Filters& filters, std::uint32_t facets)
      : file_(index.file()),
        traits_(index.traits()),
        filters_(filters),
        facets_(facets),
        tally_(index.rows),
        sellers_(wants(facet::sellers) ? file_.sellers.size() : 0) {
    if (wants(facet::price_ranges)) counts_.price_ranges.resize(file_.price_steps.size() + 1);
  }

  void add(std::uint32_t product, std::uint32_t failed) {
    if ((failed & (failed - 1)) != 0) return;  // two filters are failed
    // A facet passes over its own filter, and over no other.
    const auto counts = [&](std::uint32_t facet, std::uint32_t bit) {
      return wants(facet) && (failed & ~bit) == 0;
    };
    if (counts(facet::brands, Failure::brand))
      tally_.count(Tally::brands, traits_.brands[product], product);
    if (counts(facet::categories, Failure::category))
      tally_.count(Tally::categories, traits_.categories[product], product);
    if (counts(facet::price_ranges, Failure::price)) {
      const auto& steps = file_.price_steps;
      const auto step = std::upper_bound(steps.begin(), steps.end(), traits_.prices[product]);
      ++counts_.price_ranges[static_cast<std::size_t>(step - steps.begin())];
    }
    const auto flags = traits_.flags[product];
    if (counts(facet::available, Failure::unavailable))
      counts_.available += (flags & TraitColumns::available) != 0 ? 1 : 0;
    if (counts(facet::pickup, Failure::no_pickup))
      counts_.pickup += (flags & TraitColumns::pickup) != 0 ? 1 : 0;
    if (counts(facet::sellers, Failure::seller)) addSellers(product);
    if (wants(facet::options)) addOptions(product, failed);
  }

  FacetCounts take() {
    for (const auto& row : tally_.sorted()) {
      if (row.group == Tally::brands)
        counts_.brands.push_back({row.value, row.count});
      else if (row.group == Tally::categories)
        counts_.categories.push_back({row.value, row.count});
      else
        counts_.options.push_back({row.group, row.value, row.count});
    }
    std::vector<std::uint64_t> order;
    for (std::uint32_t i = 0; i < sellers_.size(); ++i) {
      if (sellers_[i].count > 0) order.push_back(std::uint64_t{sellers_[i].count} << 32 | ~i);
    }
    sortFirst(order, order.size());
    for (const auto key : order)
      counts_.sellers.push_back(
          {~static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32)});
    return std::move(counts_);
  }

 private:
  struct SellerCount {
    std::uint32_t count = 0;
    std::uint32_t product = maxProducts;  // counted last
  };

  bool wants(std::uint32_t facet) const { return (facets_ & facet) != 0; }

  void addSellers(std::uint32_t product) {
    const auto [first, last] = file_.offersOf(product);
    for (auto offer = first; offer < last; ++offer) {
      auto& seller = sellers_[file_.offers.sellers.at(offer)];
      if (std::exchange(seller.product, product) != product) ++seller.count;
    }
  }
  void addOptions(std::uint32_t product, std::uint32_t failed) {
    const auto [first, last] = file_.optionsOf(product);
    for (auto i = first; i < last; ++i) {
      const auto name = file_.variants.option_names.at(i);
      if (failed == 0 || (failed & ~filters_.bitOf(name)) == 0)
        tally_.count(name, file_.variants.option_values.at(i), product);
    }
  }

  const CatalogFile& file_;
  const TraitColumns& traits_;
  const Filters& filters_;
  const std::uint32_t facets_;
  Tally tally_;
  std::vector<SellerCount> sellers_;
  FacetCounts counts_;
};

/// The order of the answer as one number, the greatest first.
std::uint64_t orderOf(const TraitColumns& traits, SearchSort sort, Hit hit) {
  constexpr Amount most = (Amount{1} << 40) - 1;  // 24 bits are for the place
  const auto price = std::min(traits.prices[hit.product], most);
  const auto ordered = sort == SearchSort::price_descending ? price : most - price;
  return static_cast<std::uint64_t>(ordered) << 24 | entryOf(hit.product, 0);
}

}  // namespace

FacetCounts applyFilters(const SearchIndex& index, const Conditions& asked, std::uint32_t facets,
                         std::vector<Hit>& hits) {
  const Filters filters(index, asked);
  Counting counting(index, filters, facets);
  std::size_t kept = 0;
  for (const auto hit : hits) {
    const auto failed = filters.failures(hit.product);
    counting.add(hit.product, failed);
    if (failed == 0) hits[kept++] = hit;
  }
  hits.resize(kept);
  return counting.take();
}

SearchFacets facetsOf(const CatalogFile& file, const FacetCounts& counts) {
  SearchFacets answer;
  for (const auto& [place, count] : counts.sellers)
    answer.sellers.push_back({file.sellers[place].id, count});
  const auto add = [&](std::uint32_t place, std::uint32_t count, std::vector<FacetValue>& to) {
    auto value = file.name(place);
    if (!value.empty()) to.push_back({std::move(value), count});
  };
  for (const auto& [place, count] : counts.brands) add(place, count, answer.brands);
  for (const auto& [place, count] : counts.categories) add(place, count, answer.categories);
  for (const auto& option : counts.options) {
    const auto name = file.name(option.name);
    auto facet = std::find_if(answer.options.begin(), answer.options.end(),
                              [&](const OptionFacet& one) { return one.name == name; });
    if (facet == answer.options.end())
      facet = answer.options.insert(answer.options.end(), OptionFacet{name, {}});
    add(option.value, option.count, facet->values);
  }
  const auto& steps = file.price_steps;
  for (std::size_t i = 0; i < counts.price_ranges.size(); ++i) {
    auto& range = answer.price_ranges.emplace_back();
    range.from = i == 0 ? 0 : steps[i - 1];
    if (i < steps.size()) range.to = steps[i] - 1;
    range.count = counts.price_ranges[i];
  }
  answer.available = counts.available;
  answer.pickup = counts.pickup;
  return answer;
}

FoundPage findPage(const SearchIndex& index, SearchQuery& query, const Conditions& asked,
                   const PageRequest& page) {
  auto hits = query.all();
  FoundPage answer;
  answer.facets = applyFilters(index, asked, page.facets, hits);
  answer.total = static_cast<std::uint32_t>(hits.size());
  std::vector<std::uint64_t> order;
  order.reserve(hits.size());
  const auto& traits = index.traits();
  for (const auto& hit : hits)
    order.push_back(page.sort == SearchSort::relevance ? rankOf(hit)
                                                       : orderOf(traits, page.sort, hit));
  const auto first = std::min(page.offset, order.size());
  sortFirst(order, first + page.limit);
  for (auto i = first; i < order.size(); ++i)
    answer.places.push_back(productOf(static_cast<Entry>(order[i])));
  return answer;
}

}  // namespace vitrine
