#include <fstream>
#include <iostream>
#include <set>
#include <unordered_map>

#include "cli/grammar.hpp"
#include "cli/row_error.hpp"
#include "import/format.hpp"

namespace vitrine {
namespace {

/// What a feed says of a seller is its name, so the rest is the least that a seller needs.
Seller namedSeller(std::size_t number, const std::string& name, const std::string& currency) {
  ShippingMethod method;
  method.id = "standard";
  method.title = "Standard";
  method.zones = {{{}, {}, Rate{}}};
  Seller seller;
  seller.id = "sel_";
  seller.id += std::to_string(number);
  seller.name = name;
  seller.country = "DE";
  seller.currency = currency;
  seller.shipping_profiles = {{"standard", "Standard", {method}}};
  return seller;
}

class Goods {
 public:
  std::optional<RowError> add(FeedRow row) {
    if (currency_.empty()) currency_ = row.price.currency;
    if (row.price.currency != currency_)
      return refused(row, "price", row.price.currency,
                     "the currency of the rows before, " + currency_);
    const auto& seller = sellerOf(row.seller_name.empty() ? "Seller" : row.seller_name);
    auto sku = row.id;
    if (!skus_.insert(seller.id + '\n' + sku).second)
      return refused(row, "id", row.id, "an id that no earlier row of the seller has");
    if (seller.id != sellers_.front().id) sku.insert(0, seller.id + '.');
    auto& product = productOf(row, seller, sku);
    Variant variant{"var_" + sku, std::move(row.options), row.variant_image, row.gtin, {}};
    variant.offers.push_back({"off_" + sku, seller.id, row.id, OfferKind::sale, row.price.amount,
                              currency_, row.stock, row.weight, "standard", row.tax_category,
                              row.unit_measure});
    product.variants.push_back(std::move(variant));
    return {};
  }

  std::vector<std::uint8_t> file(CatalogText text) const {
    return snapshot(currency_.empty() ? "EUR" : currency_, products_, sellers_, text);
  }
  std::size_t size() const { return products_.size(); }

 private:
  const Seller& sellerOf(const std::string& name) {
    const auto [known, fresh] = seller_places_.try_emplace(name, sellers_.size());
    if (fresh) sellers_.push_back(namedSeller(sellers_.size() + 1, name, currency_));
    return sellers_[known->second];
  }
  Product& productOf(FeedRow& row, const Seller& seller, const std::string& sku) {
    const auto group = row.item_group_id.empty() ? "" : seller.id + '\n' + row.item_group_id;
    if (const auto known = groups_.find(group); known != groups_.end() && !group.empty())
      return products_[known->second];
    if (!group.empty()) groups_.emplace(group, products_.size());
    return products_.emplace_back(Product{"pro_" + sku,
                                          row.title,
                                          row.description.text,
                                          row.brand,
                                          row.category,
                                          row.images,
                                          {},
                                          {},
                                          row.description.marks});
  }

  std::string currency_;
  std::vector<Product> products_;
  std::vector<Seller> sellers_;
  std::unordered_map<std::string, std::size_t> seller_places_;
  std::unordered_map<std::string, std::size_t> groups_;
  std::set<std::string> skus_;
};

/// Gathers the good rows and tells the others.
class Gatherer final : public FeedSink {
 public:
  Gatherer(Goods& goods, std::ostream& err, std::string feed)
      : goods_(goods), err_(err), feed_(std::move(feed)) {}

  void take(FeedRow&& row) override {
    if (auto error = goods_.add(std::move(row))) refuse(*std::move(error));
  }
  void refuse(RowError error) override {
    ++refused_;
    tellError(err_, feed_, error);
  }
  std::size_t refused() const { return refused_; }

 private:
  Goods& goods_;
  std::ostream& err_;
  std::string feed_;
  std::size_t refused_ = 0;
};

/// Turns a feed (JSON Lines, as `vitrine import` reads it) into a catalogue file, without a data
/// folder. Ids come from the rows' own, so the same feed gives the same file. Rows with one
/// `item_group_id` are one product; rows with a `seller_name` are that seller's. A refused row is
/// told, and nothing is written.
int writeSnapshot(const std::filesystem::path& feed, const std::filesystem::path& file,
                  CatalogText text, std::ostream& out, std::ostream& err) {
  std::ifstream in(feed, std::ios::binary);
  if (!in) {
    err << feed.string() << ": cannot be read\n";
    return failed;
  }
  Goods goods;
  Gatherer rows(goods, err, feed.string());
  readFeed(in, {FeedFormat::json_lines, {}, ""}, rows);
  if (rows.refused() > 0) {
    err << rows.refused() << " rows are refused, so nothing was written\n";
    return failed;
  }
  if (goods.size() > maxProducts) {
    err << feed.string() << ": more products than one catalogue can hold\n";
    return failed;
  }
  const auto bytes = goods.file(text);
  std::ofstream to(file, std::ios::binary);
  to.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!to.flush()) {
    err << file.string() << ": cannot be written\n";
    return failed;
  }
  out << goods.size() << " products in " << bytes.size() << " bytes\n";
  return done;
}

}  // namespace

void addSnapshotCommand(Grammar& grammar) {
  struct Given {
    std::string in;
    std::string out;
    CatalogText text = CatalogText::words;
  };
  const auto given = std::make_shared<Given>();
  auto* snapshot =
      grammar.alone("snapshot", "Turn a feed into a catalogue file", [given](const Config&) {
        return writeSnapshot(given->in, given->out, given->text, std::cout, std::cerr);
      });
  snapshot->add_option("--in", given->in, "The feed (JSON Lines, Google/ACP feed fields)")
      ->required();
  snapshot->add_option("--out", given->out, "The catalogue file to write")->required();
  snapshot
      ->add_option("--descriptions", given->text,
                   "What it holds of them: full, words (they can be searched), none")
      ->transform(CLI::CheckedTransformer(valuesByName<CatalogText>()))
      ->default_str("words");
}

}  // namespace vitrine
