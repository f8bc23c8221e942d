#include "vitrine/search_facets.hpp"

#include <algorithm>
#include <functional>

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
  template <class F>
  void each(F visit) const {
    constexpr std::uint32_t placeBits = 0xFFFFF;
    std::vector<std::uint64_t> order;
    order.reserve(rows_.size());
    for (std::uint32_t i = 0; i < rows_.size(); ++i)
      order.push_back(std::uint64_t{rows_[i].count} << 40 |
                      std::uint64_t{~rows_[i].value & placeBits} << 20 | (i & placeBits));
    sortFirst(order, order.size());
    for (const auto key : order) visit(rows_[key & placeBits]);
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
      tally_.count(Tally::brands, traits_.brands.small(product), product);
    if (counts(facet::categories, Failure::category))
      tally_.count(Tally::categories, traits_.categories.small(product), product);
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
    tally_.each([&](const Tally::Row& row) {
      if (row.group == Tally::brands)
        counts_.brands.push_back({row.value, row.count});
      else if (row.group == Tally::categories)
        counts_.categories.push_back({row.value, row.count});
      else
        counts_.options.push_back({row.group, row.value, row.count});
    });
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

/// Keeps the greatest of many numbers: those that come in later must be greater than the least
/// of the first.
class Greatest {
 public:
  explicit Greatest(std::size_t limit) : limit_(limit) { kept_.reserve(std::min(2 * limit, room)); }

  void add(std::uint64_t value) {
    if (value <= least_ || limit_ == 0) return;
    kept_.push_back(value);
    if (kept_.size() < 2 * limit_) return;
    std::nth_element(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(limit_ - 1),
                     kept_.end(), std::greater<>());
    kept_.resize(limit_);
    least_ = kept_.back();
  }
  std::vector<std::uint64_t> take() {
    sortFirst(kept_, limit_);
    return std::move(kept_);
  }

 private:
  static constexpr std::size_t room = 1024;

  std::size_t limit_;
  std::uint64_t least_ = 0;
  std::vector<std::uint64_t> kept_;
};

/// The order by price as one number, the greatest first.
std::uint64_t orderOf(const TraitColumns& traits, SearchSort sort, std::uint32_t product) {
  constexpr Amount most = (Amount{1} << 40) - 1;  // 24 bits are for the place
  const auto price = std::min(traits.prices[product], most);
  const auto ordered = sort == SearchSort::price_descending ? price : most - price;
  return static_cast<std::uint64_t>(ordered) << 24 | entryOf(product, 0);
}

/// Applies conditions on brand and category, whose facets are not counted, to all at once, and
/// drops them.
void narrow(ProductBits& found, const SearchIndex& index, std::uint32_t facets, Conditions& asked) {
  const auto keep = [&](std::uint32_t bit, std::vector<std::uint32_t>& values, auto groups) {
    if (values.empty() || (facets & bit) != 0) return;
    auto others = noProducts(index);
    for (const auto value : values) {
      for (const auto product : groups().of(value)) add(others, product);
    }
    keepCommon(found, others);
    values.clear();
  };
  const auto& traits = index.traits();
  keep(
      facet::brands, asked.brands, [&]() -> auto& { return traits.withBrand(); });
  keep(
      facet::categories, asked.categories, [&]() -> auto& { return traits.inCategory(); });
}

}  // namespace

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
  FoundPage answer;
  auto conditions = asked;
  std::vector<Hit> hits;
  ProductBits found;
  if (page.sort == SearchSort::relevance) {
    hits = query.all();
  } else {  // nobody asks for scores
    found = query.products();
    narrow(found, index, page.facets, conditions);
  }
  const Filters filters(index, conditions);
  Counting counting(index, filters, page.facets);
  Greatest first(std::min<std::size_t>(page.offset, maxProducts) + page.limit);
  const auto& traits = index.traits();
  const auto take = [&](std::uint32_t product, std::uint64_t order) {
    const auto failed = filters.failures(product);
    counting.add(product, failed);
    if (failed != 0) return;
    ++answer.total;
    first.add(order);
  };
  for (const auto& hit : hits) take(hit.product, rankOf(hit));
  eachOf(found, [&](std::uint32_t product) { take(product, orderOf(traits, page.sort, product)); });
  answer.facets = counting.take();
  const auto order = first.take();
  for (auto i = page.offset; i < order.size(); ++i)
    answer.places.push_back(productOf(static_cast<Entry>(order[i])));
  return answer;
}

}  // namespace vitrine
