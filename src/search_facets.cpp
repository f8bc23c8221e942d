#include "vitrine/search_facets.hpp"

#include <algorithm>

namespace vitrine {
namespace {

/// One bit for each filter that a product fails.
enum Failure : std::uint32_t {
  seller = 1,
  brand = 2,
  category = 4,
  price = 8,
  unavailable = 16,
  no_pickup = 32,
  option = 64,  // and the bits above, one for each option name that is filtered
};

/// The filters by the file's own numbers.
class Filters {
 public:
  Filters(const SearchIndex& index, const SearchFilters& asked)
      : file_(index.file()), asked_(asked) {
    for (std::uint32_t i = 0; i < file_.sellers.size(); ++i) {
      const auto& ids = asked.seller_ids;
      if (std::find(ids.begin(), ids.end(), file_.sellers[i].id) != ids.end())
        sellers_.push_back(i);
    }
    const auto place = [&](const std::string& text) { return index.name(text); };
    for (const auto& text : asked.brands) brands_.push_back(place(text));
    for (const auto& text : asked.categories) categories_.push_back(place(text));
    for (const auto& asked_option : asked.options) {
      const auto name = place(asked_option.name);
      auto group = std::find_if(options_.begin(), options_.end(),
                                [&](const Group& g) { return g.name == name; });
      if (group == options_.end()) group = options_.insert(options_.end(), Group{name, {}});
      group->values.push_back(place(asked_option.value));
    }
  }

  std::uint32_t failures(std::uint32_t product, const Traits& traits) const {
    std::uint32_t failed = 0;
    const auto fails = [&](std::uint32_t bit, bool passed) { failed |= passed ? 0 : bit; };
    if (!asked_.seller_ids.empty()) fails(Failure::seller, soldByAny(product));
    if (!brands_.empty()) fails(Failure::brand, has(brands_, file_.products.brands.at(product)));
    if (!categories_.empty())
      fails(Failure::category, has(categories_, file_.products.categories.at(product)));
    fails(Failure::price, traits.price >= asked_.price_min.value_or(0) &&
                              traits.price <= asked_.price_max.value_or(maxSafeInteger));
    fails(Failure::unavailable, traits.available || !asked_.available);
    fails(Failure::no_pickup, traits.pickup || !asked_.pickup);
    auto bit = static_cast<std::uint32_t>(Failure::option);
    for (const auto& group : options_) {
      fails(bit, hasOption(product, group));
      if (bit < 1U << 31) bit <<= 1;
    }
    return failed;
  }

  /// The bit of the filter on one option name; 0 where there is none.
  std::uint32_t bitOf(std::uint32_t option_name) const {
    auto bit = static_cast<std::uint32_t>(Failure::option);
    for (const auto& group : options_) {
      if (group.name == option_name) return bit;
      if (bit < 1U << 31) bit <<= 1;
    }
    return 0;
  }

 private:
  struct Group {
    std::uint32_t name;
    std::vector<std::uint32_t> values;
  };

  static bool has(const std::vector<std::uint32_t>& values, std::uint32_t value) {
    return std::find(values.begin(), values.end(), value) != values.end();
  }
  bool soldByAny(std::uint32_t product) const {
    const auto [first, last] = file_.offersOf(product);
    for (auto offer = first; offer < last; ++offer) {
      if (has(sellers_, file_.offers.sellers.at(offer))) return true;
    }
    return false;
  }
  bool hasOption(std::uint32_t product, const Group& group) const {
    const auto [first, last] = file_.optionsOf(product);
    for (auto i = first; i < last; ++i) {
      if (file_.variants.option_names.at(i) == group.name &&
          has(group.values, file_.variants.option_values.at(i)))
        return true;
    }
    return false;
  }

  const CatalogFile& file_;
  const SearchFilters& asked_;
  std::vector<std::uint32_t> sellers_;
  std::vector<std::uint32_t> brands_;
  std::vector<std::uint32_t> categories_;
  std::vector<Group> options_;
};

/// The counts of one search.
class Counts {
 public:
  Counts(const SearchIndex& index, const Filters& filters)
      : file_(index.file()),
        filters_(filters),
        tally_(index.rows),
        sellers_(file_.sellers.size()),
        ranges_(file_.price_steps.size() + 1) {}

  void add(std::uint32_t product, const Traits& traits, std::uint32_t failed) {
    // A facet passes over its own filter, and over no other.
    const auto counts = [&](std::uint32_t bit) { return (failed & ~bit) == 0; };
    if (counts(Failure::brand))
      tally_.count(Tally::brands, file_.products.brands.at(product), product);
    if (counts(Failure::category))
      tally_.count(Tally::categories, file_.products.categories.at(product), product);
    if (counts(Failure::price)) {
      const auto& steps = file_.price_steps;
      ++ranges_[static_cast<std::size_t>(
          std::upper_bound(steps.begin(), steps.end(), traits.price) - steps.begin())];
    }
    if (counts(Failure::unavailable) && traits.available) ++available_;
    if (counts(Failure::no_pickup) && traits.pickup) ++pickup_;
    if (counts(Failure::seller)) addSellers(product);
    const auto [first, last] = file_.optionsOf(product);
    for (auto i = first; i < last; ++i) {
      const auto name = file_.variants.option_names.at(i);
      if (failed == 0 || counts(filters_.bitOf(name)))
        tally_.count(name, file_.variants.option_values.at(i), product);
    }
  }

  SearchFacets facets() const {
    SearchFacets answer;
    std::vector<std::uint64_t> order;  // the counts, and of equal ones the more frequent names
    for (std::uint32_t i = 0; i < sellers_.size(); ++i)
      order.push_back(orderOf(sellers_[i].count, i));
    sortFirst(order, order.size());
    for (const auto key : order) {
      const auto& seller = sellers_[~static_cast<std::uint32_t>(key)];
      if (seller.count > 0)
        answer.sellers.push_back(
            {file_.sellers[~static_cast<std::uint32_t>(key)].id, seller.count});
    }
    order.clear();
    const auto& rows = tally_.rows();
    for (std::uint32_t i = 0; i < rows.size(); ++i)
      order.push_back(std::uint64_t{rows[i].count} << 40 |
                      std::uint64_t{~rows[i].value & placeBits} << 20 | i);
    sortFirst(order, order.size());
    for (const auto key : order) {
      const auto& row = rows[key & placeBits];
      const auto value = file_.name(row.value);
      auto* values = row.group == Tally::brands       ? &answer.brands
                     : row.group == Tally::categories ? &answer.categories
                                                      : &optionFacet(answer, row.group);
      if (!value.empty()) values->push_back({value, row.count});
    }
    const auto& steps = file_.price_steps;
    for (std::size_t i = 0; i < ranges_.size(); ++i) {
      auto& range = answer.price_ranges.emplace_back();
      range.from = i == 0 ? 0 : steps[i - 1];
      if (i < steps.size()) range.to = steps[i] - 1;
      range.count = ranges_[i];
    }
    answer.available = available_;
    answer.pickup = pickup_;
    return answer;
  }

 private:
  static constexpr std::uint32_t placeBits = 0xFFFFF;

  static std::uint64_t orderOf(std::uint32_t count, std::uint32_t place) {
    return std::uint64_t{count} << 32 | ~place;
  }
  struct SellerCount {
    std::uint32_t count = 0;
    std::uint32_t product = maxProducts;  // counted last
  };

  void addSellers(std::uint32_t product) {
    const auto [first, last] = file_.offersOf(product);
    for (auto offer = first; offer < last; ++offer) {
      auto& seller = sellers_[file_.offers.sellers.at(offer)];
      if (std::exchange(seller.product, product) != product) ++seller.count;
    }
  }
  std::vector<FacetValue>& optionFacet(SearchFacets& answer, std::uint32_t name_place) const {
    const auto name = file_.name(name_place);
    for (auto& facet : answer.options) {
      if (facet.name == name) return facet.values;
    }
    return answer.options.emplace_back(OptionFacet{name, {}}).values;
  }

  const CatalogFile& file_;
  const Filters& filters_;
  Tally tally_;
  std::vector<SellerCount> sellers_;
  std::vector<std::int64_t> ranges_;
  std::int64_t available_ = 0;
  std::int64_t pickup_ = 0;
};

}  // namespace

void Tally::count(std::uint32_t group, std::uint32_t value, std::uint32_t product) {
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

Traits traitsOf(const SearchIndex& index, std::uint32_t product) {
  const auto& offers = index.file().offers;
  Traits traits;
  bool priced = false;
  const auto [first, last] = index.file().offersOf(product);
  for (auto i = first; i < last; ++i) {
    const auto price = offers.prices[i];
    const bool available = offers.stocks[i] != 0;
    traits.pickup = traits.pickup || index.hasPickup(offers.sellers.at(i));
    // As on its card: the lowest of what can be bought, or of all where nothing can.
    if (!priced || (available && !traits.available) ||
        (available == traits.available && price < traits.price))
      traits.price = price;
    priced = true;
    traits.available = traits.available || available;
  }
  return traits;
}

SearchFacets applyFilters(const SearchIndex& index, const SearchFilters& asked,
                          std::vector<Hit>& hits) {
  const Filters filters(index, asked);
  Counts counts(index, filters);
  std::size_t kept = 0;
  for (const auto hit : hits) {
    const auto traits = traitsOf(index, hit.product);
    const auto failed = filters.failures(hit.product, traits);
    counts.add(hit.product, traits, failed);
    if (failed == 0) hits[kept++] = hit;
  }
  hits.resize(kept);
  return counts.facets();
}

}  // namespace vitrine
