#include "vitrine/catalog.hpp"

#include <algorithm>

#include "vitrine/catalog_file.hpp"
#include "vitrine/lookup.hpp"
#include "vitrine/search_index.hpp"

namespace vitrine {

bool isService(const Product& product) {
  return !product.variants.empty() && !product.variants.front().offers.empty() &&
         product.variants.front().offers.front().kind == OfferKind::service;
}

ProductCard card(const Product& product) {
  ProductCard answer;
  answer.id = product.id;
  answer.title = product.title;
  answer.brand = product.brand;
  answer.category = product.category;
  answer.variant_count = static_cast<std::int64_t>(product.variants.size());
  answer.rating = product.rating;
  if (isService(product)) answer.kind = OfferKind::service;
  if (!product.images.empty()) answer.image = product.images.front();

  const Offer* cheapest = nullptr;
  const Offer* cheapest_available = nullptr;
  for (const auto& variant : product.variants) {
    if (answer.image.empty()) answer.image = variant.image;
    for (const auto& offer : variant.offers) {
      auto& sellers = answer.seller_ids;
      if (std::find(sellers.begin(), sellers.end(), offer.seller_id) == sellers.end())
        sellers.push_back(offer.seller_id);
      if (cheapest && offer.price != cheapest->price) answer.price_varies = true;
      if (!cheapest || offer.price < cheapest->price) cheapest = &offer;
      if (offer.stock && *offer.stock < 1) continue;
      if (!cheapest_available || offer.price < cheapest_available->price)
        cheapest_available = &offer;
    }
  }
  const auto* shown = cheapest_available ? cheapest_available : cheapest;
  if (shown) {
    answer.price = shown->price;
    answer.currency = shown->currency;
    answer.offer_id = shown->id;
    answer.unit_pricing = unitPricing(shown->price, shown->unit_measure);
  }
  answer.available = cheapest_available != nullptr;
  return answer;
}

const ShelfOffer* Shelf::offer(std::string_view id) const {
  const auto found = std::find_if(offers.begin(), offers.end(),
                                  [&](const ShelfOffer& o) { return o.offer.id == id; });
  return found == offers.end() ? nullptr : &*found;
}

const Seller* Shelf::seller(std::string_view id) const {
  const auto found =
      std::find_if(sellers.begin(), sellers.end(), [&](const auto& s) { return s->id == id; });
  return found == sellers.end() ? nullptr : found->get();
}

namespace {

void put(std::vector<std::uint8_t>& planes, std::size_t i, std::int64_t value) {
  const auto size = planes.size() / sizeof value;
  for (std::size_t k = 0; k < sizeof value; ++k)
    planes[k * size + i] = static_cast<std::uint8_t>(value >> 8 * k);
}

/// Changes one value of a column. The file's own is as narrow as its values allow, so the first
/// change moves it to `own`.
void change(Ints& column, std::vector<std::uint8_t>& own, std::size_t i, std::int64_t value) {
  if (own.empty()) {
    own.resize(std::size_t{column.count} * sizeof value);
    for (std::size_t k = 0; k < column.count; ++k) put(own, k, column[k]);
    column = {0, column.count, sizeof value, own.data()};
  }
  put(own, i, value);
}

}  // namespace

struct Catalog::State {
  CatalogFile file;
  std::optional<SearchIndex> search = {};
  Lookup products = {};  // by id; built when first asked
  Lookup offers = {};
  std::vector<std::uint8_t> prices = {};  // of the offers, in place of the file's once one changed
  std::vector<std::uint8_t> stocks = {};

  std::optional<std::uint32_t> findOffer(std::string_view id) {
    const auto idOf = [&](std::size_t i) { return file.offerId(i); };
    if (!offers.built()) offers.build(file.offers.size(), idOf);
    return offers.find(id, idOf);
  }

  std::string image(std::int64_t place, std::size_t product) const {
    const auto own = file.products.images.length(product);
    if (place < 1) return {};
    if (place > own) return file.images[static_cast<std::size_t>(place) - own - 1];
    return file.images[file.products.images.start(product) + static_cast<std::size_t>(place) - 1];
  }
  std::vector<VariantOption> options(std::size_t variant) const {
    std::vector<VariantOption> answer;
    const auto first = file.variants.options.start(variant);
    for (auto k = first; k < first + file.variants.options.length(variant); ++k) {
      answer.push_back({file.name(file.variants.option_names.at(k)),
                        file.name(file.variants.option_values.at(k))});
    }
    return answer;
  }
  Offer offer(std::size_t i) const {
    const auto& offers = file.offers;
    Offer answer;
    answer.id = file.offerId(i);
    answer.seller_id = file.sellers[offers.sellers.at(i)].id;
    answer.sku = offers.skus[i];
    answer.kind = static_cast<OfferKind>(offers.kinds[i]);
    answer.price = offers.prices[i];
    answer.currency = file.name(offers.currencies.at(i));
    if (const auto stock = offers.stocks[i]; stock >= 0) answer.stock = stock;
    answer.weight = offers.weights[i];
    answer.shipping_profile_id = file.name(offers.profiles.at(i));
    answer.tax_category = file.name(offers.tax_categories.at(i));
    if (const auto place = offers.unit_measures.at(i))
      answer.unit_measure = file.unit_measures[place - 1];
    return answer;
  }

  /// Puts an offer on a shelf, if it is not there.
  void put(Shelf& shelf, std::uint32_t place) const {
    auto found = offer(place);
    if (shelf.offer(found.id)) return;
    const auto variant = file.variants.offers.runOf(place);
    const auto product = file.products.variants.runOf(variant);
    auto& entry = shelf.offers.emplace_back();
    entry.offer = std::move(found);
    entry.product_id = file.productId(product);
    entry.variant_id = file.variantId(variant);
    entry.title = file.title(product);
    entry.category = file.name(file.products.categories.at(product));
    entry.options = options(variant);
    entry.image = image(file.variants.images[variant], product);
    if (entry.image.empty() && file.products.images.length(product) > 0)
      entry.image = image(1, product);
    if (!shelf.seller(entry.offer.seller_id))
      // Without an owner: the catalogue outlives its shelves, and where this file has no RTTI an
      // owner's block would have no type for those who have.
      shelf.sellers.emplace_back(std::shared_ptr<const Seller>(),
                                 &file.sellers[file.offers.sellers.at(place)]);
  }
};

Catalog::Catalog(std::unique_ptr<State> state) : state_(std::move(state)) {}
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;
Catalog::~Catalog() = default;

Result<Catalog> Catalog::open(std::vector<std::uint8_t> bytes) {
  auto file = CatalogFile::open(std::move(bytes));
  if (!file) return file.error();
  return Catalog(std::make_unique<State>(State{*std::move(file)}));
}

Fault Catalog::indexSearch() {
  auto index = SearchIndex::of(state_->file);
  if (!index) return index.error();
  state_->search = *std::move(index);
  return {};
}

const SearchIndex* Catalog::searchIndex() const {
  return state_->search ? &*state_->search : nullptr;
}

std::string_view Catalog::currency() const { return state_->file.currency; }
CatalogText Catalog::text() const { return state_->file.text; }
std::size_t Catalog::size() const { return state_->file.products.size(); }
const std::vector<Seller>& Catalog::sellers() const { return state_->file.sellers; }

Product Catalog::product(std::size_t index) const {
  if (index >= size()) fatal("Catalog::product: index out of range");
  const auto& file = state_->file;
  Product answer;
  answer.id = file.productId(index);
  answer.title = file.title(index);
  answer.description = file.products.descriptions[index];
  if (index < file.products.description_marks.size())
    answer.description_marks = unpackedMarks(file.products.description_marks[index]);
  answer.brand = file.name(file.products.brands.at(index));
  answer.category = file.name(file.products.categories.at(index));
  for (std::uint32_t k = 1; k <= file.products.images.length(index); ++k)
    answer.images.push_back(state_->image(k, index));
  if (index < file.rating_counts.count && file.rating_counts[index] > 0)
    answer.rating = {file.rating_counts[index], file.rating_means[index]};
  const auto first = file.products.variants.start(index);
  for (auto v = first; v < first + file.products.variants.length(index); ++v) {
    auto& variant = answer.variants.emplace_back();
    variant.id = file.variantId(v);
    variant.options = state_->options(v);
    variant.image = state_->image(file.variants.images[v], index);
    variant.gtin = file.variants.gtins[v];
    const auto offer = file.variants.offers.start(v);
    for (auto o = offer; o < offer + file.variants.offers.length(v); ++o)
      variant.offers.push_back(state_->offer(o));
  }
  return answer;
}

ProductCard Catalog::card(std::size_t index) const { return vitrine::card(product(index)); }

namespace {

/// Places of companions of a product: the first ones, or the last, which are shown beside it.
std::vector<std::size_t> companionsIn(const CatalogFile& file, std::size_t index, bool presented) {
  std::vector<std::size_t> answer;
  if (index >= file.companion_runs.size()) return answer;
  const auto first = file.companion_runs.start(index);
  const auto end = first + file.companion_runs.length(index);
  const std::uint32_t last =
      index < file.presented_counts.count
          ? std::min<std::uint32_t>(file.presented_counts.at(index), end - first)
          : 0;
  for (auto k = presented ? end - last : first; k < (presented ? end : end - last); ++k)
    answer.push_back(file.companions.at(k));
  return answer;
}

}  // namespace

std::vector<std::size_t> Catalog::companions(std::size_t index) const {
  return companionsIn(state_->file, index, false);
}

std::vector<std::size_t> Catalog::presented(std::size_t index) const {
  return companionsIn(state_->file, index, true);
}

std::optional<std::size_t> Catalog::find(std::string_view product_id) const {
  const auto idOf = [&](std::size_t i) { return state_->file.productId(i); };
  auto& ids = state_->products;
  if (!ids.built()) ids.build(state_->file.products.size(), idOf);
  return ids.find(product_id, idOf);
}

Shelf Catalog::shelf(std::span<const std::string> offer_ids) const {
  Shelf answer;
  for (const auto& id : offer_ids) {
    if (const auto place = state_->findOffer(id)) state_->put(answer, *place);
  }
  return answer;
}

Shelf Catalog::rivals(std::span<const std::string> offer_ids) const {
  const auto& offers = state_->file.variants.offers;
  Shelf answer;
  for (const auto& id : offer_ids) {
    const auto place = state_->findOffer(id);
    if (!place) continue;
    const auto variant = offers.runOf(*place);
    const auto first = offers.start(variant);
    for (auto k = first; k < first + offers.length(variant); ++k) state_->put(answer, k);
  }
  return answer;
}

bool Catalog::change(const ChangedOffer& change) {
  const auto isFigure = [](std::int64_t value) { return value >= 0 && value <= maxSafeInteger; };
  if (!isFigure(change.price) || !isFigure(change.stock.value_or(0))) return false;
  const auto place = state_->findOffer(change.offer_id);
  if (!place) return false;
  auto& offers = state_->file.offers;
  vitrine::change(offers.prices, state_->prices, *place, change.price);
  vitrine::change(offers.stocks, state_->stocks, *place, change.stock.value_or(-1));
  if (state_->search) state_->search->pricesChanged();
  return true;
}

}  // namespace vitrine
