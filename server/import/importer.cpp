#include "import/importer.hpp"

#include <algorithm>
#include <set>

#include "import/characters.hpp"
#include "import/media.hpp"
#include "import/read_ahead.hpp"
#include "store/catalogue.hpp"
#include "store/feeds.hpp"
#include "store/members.hpp"
#include "store/prices.hpp"
#include "store/services.hpp"

namespace vitrine {
namespace {

constexpr std::size_t maxTold = 1000;
constexpr std::int64_t progressEvery = 4096;

class Import : public FeedSink {
 public:
  Import(Database& db, const ImportOptions& options, const ImportContext& context,
         const Seller& seller)
      : db_(db),
        options_(options),
        context_(context),
        seller_(seller),
        pictures_(options.images, options.media, options.dry_run) {}

  ImportReport run(std::istream& feed) {
    feed_ = beginFeed(db_, seller_.id, context_.now);
    has_plans_ = hasPlannedPrices(db_);
    ReadAhead(feed, {options_.format, options_.encoding, seller_.currency}).into(*this);
    if (options_.replace && report_.refused == 0) replaceTheRest();
    report_.kept = !options_.dry_run && (report_.refused == 0 || options_.keep_good);
    if (report_.kept) pictures_.keep();
    return std::move(report_);
  }

  void take(FeedRow&& row) override {
    count();
    const auto known = findBySku(db_, seller_.id, row.id);
    if (known && known->feed == feed_)
      return refuse(row, "id", row.id, "an id that no earlier row has");
    if (row.price.currency != seller_.currency)
      return refuse(row, "price", row.price.currency,
                    std::string("the seller's currency, ") + seller_.currency);
    named_.insert(row.kind);
    if (known && known->offer.kind != row.kind)
      return refuse(row, "kind", std::string(name(row.kind)),
                    std::string(name(known->offer.kind)) + ", as so far, or another id");
    if (!knowsProfile(row))
      return refuse(row, "shipping_label", row.shipping_label,
                    row.kind == OfferKind::service
                        ? "the id of one of the seller's profiles for services"
                        : "the id of one of the seller's shipping profiles");
    for (const auto& target : row.attached_to)
      if (target.starts_with("pro_") && !kindOfProduct(db_, target))
        return refuse(row, "attached_to", target, "the id of a product that is offered");
    openGroup(row);
    if (group_.kind.value_or(row.kind) != row.kind)
      return refuse(row, "item_group_id", row.item_group_id,
                    "goods and services in groups of their own");
    if (!known && group_.variants >= maxVariants)
      return refuse(
          row, "item_group_id", row.item_group_id,
          std::string("at most ").append(std::to_string(maxVariants)) + " variants of one product");
    const auto made = pictures_.made();
    if (!storeImages(row)) return pictures_.undo(made);
    save(row, known);
  }

  void refuse(RowError error) override {
    count();
    tell(std::move(error));
  }

 private:
  void count() {
    if (++report_.rows % progressEvery == 0 && context_.progress) context_.progress(report_.rows);
  }

  void tell(RowError error) {
    ++report_.refused;
    if (report_.errors.size() < maxTold) report_.errors.push_back(std::move(error));
  }

  void refuse(const FeedRow& row, const char* field, const std::string& value,
              std::string expected) {
    tell({row.line, 0, field, shortened(value), std::move(expected)});
  }

  void note(ChangeKind kind, const std::string& sku, const std::string& title,
            std::vector<std::string> parts = {}) {
    ++(kind == ChangeKind::added  ? report_.added
       : kind == ChangeKind::gone ? report_.gone
                                  : report_.changed);
    if (options_.dry_run && report_.changes.size() < maxTold)
      report_.changes.push_back({kind, sku, title, std::move(parts)});
  }

  /// Without one in the feed it is the first for what the row is.
  bool knowsProfile(FeedRow& row) const {
    const auto& profiles = seller_.shipping_profiles;
    const auto found =
        std::find_if(profiles.begin(), profiles.end(), [&](const ShippingProfile& p) {
          return isForServices(p) == (row.kind == OfferKind::service) &&
                 (row.shipping_label.empty() || p.id == row.shipping_label);
        });
    if (found == profiles.end()) return false;
    row.shipping_label = found->id;
    return true;
  }

  /// Remembers the group of the last row, as its rows mostly stand together.
  void openGroup(const FeedRow& row) {
    if (!group_.id.empty() && group_.id == row.item_group_id) return;
    group_ = {row.item_group_id, {}, {}, 0};
    if (row.item_group_id.empty()) return;
    group_.known = findItemGroup(db_, seller_.id, row.item_group_id);
    if (!group_.known) return;
    group_.kind = kindOfProduct(db_, group_.known->product_id);
    group_.variants = countVariants(db_, group_.known->product_id);
  }

  /// The rows of an item group belong to one product: the one that another seller brought, when a
  /// GTIN or MPN of any row leads there. What stood apart before moves.
  void gather(VariantPlace& place, const ItemGroup& group) {
    if (place.product_id == group.product_id) return;
    if (place.seller_id == seller_.id) {
      moveVariant(db_, place, group.product_id);
      place.product_id = group.product_id;
    } else if (group.seller_id == seller_.id) {
      joinProducts(db_, group.product_id, place.product_id);
    }
  }

  void save(FeedRow& row, const std::optional<KnownOffer>& known) {
    auto key = row.brand.empty() || row.mpn.empty() ? "" : row.brand + '\n' + row.mpn;
    const auto by_gtin = row.gtin.empty()                         ? std::nullopt
                         : known && known->place.gtin == row.gtin ? std::optional(known->place)
                                                                  : findByGtin(db_, row.gtin);
    const auto by_key = key.empty() ? std::nullopt : findByBrandMpn(db_, key);
    const bool placed = known && known->placed;  // by the operator
    const auto group = placed ? std::nullopt : group_.known;

    std::optional<VariantPlace> place;
    if (placed) place = known->place;
    if (!place) place = by_gtin;
    if (!place && by_key && (row.gtin.empty() || by_key->gtin.empty())) place = by_key;
    if (!place && known) place = known->place;
    if (place && group) gather(*place, *group);
    if (!place) {
      place = VariantPlace{group ? group->product_id : context_.new_id("pro_"),
                           context_.new_id("var_"), seller_.id, ""};
      ++group_.variants;
    }
    // What another variant has stays there.
    if (by_key && by_key->variant_id != place->variant_id) key.clear();
    if (by_gtin && by_gtin->variant_id != place->variant_id) row.gtin.clear();

    bool words = false;
    // The first row of a group speaks for the product; the others bring their variant only.
    const bool first = !group || group->feed != feed_;
    if (first)
      words = saveProduct(db_,
                          {place->product_id,
                           row.title,
                           row.description.text,
                           row.brand,
                           row.category,
                           row.images,
                           {},
                           {},
                           row.description.marks},
                          seller_.id);
    if (first && row.kind == OfferKind::service)
      words |= saveAttachments(db_, place->product_id, row.attached_to);
    words |= saveVariant(db_, {place->variant_id, row.options, row.variant_image, row.gtin, {}},
                         place->product_id, key, seller_.id);
    if (!row.item_group_id.empty() && !placed &&
        (first || group->product_id != place->product_id)) {
      saveItemGroup(db_, seller_.id, row.item_group_id, place->product_id, feed_);
      if (!group || group->product_id != place->product_id)
        group_.variants = countVariants(db_, place->product_id);
      group_.known = ItemGroup{place->product_id, place->seller_id, feed_};
      group_.kind = row.kind;
    }
    saveOffer(row, *place, known, words);
  }

  struct Prices {
    Amount now = 0;
    std::vector<PlannedPrice> later;
  };
  Prices pricesOf(const FeedRow& row) const {
    const auto usual = row.price.amount;
    if (!row.sale) return {usual, {}};
    if (!row.sale->window) return {row.sale->price, {}};
    const auto& [from, until] = *row.sale->window;
    if (until <= context_.now) return {usual, {}};
    if (from <= context_.now) return {row.sale->price, {{until, usual}}};
    return {usual, {{from, row.sale->price}, {until, usual}}};
  }

  void saveOffer(const FeedRow& row, const VariantPlace& place,
                 const std::optional<KnownOffer>& known, bool words) {
    const auto prices = pricesOf(row);
    const Offer offer{known ? known->offer.id : context_.new_id("off_"),
                      seller_.id,
                      row.id,
                      row.kind,
                      prices.now,
                      row.price.currency,
                      row.stock,
                      row.weight,
                      row.shipping_label,
                      row.tax_category,
                      row.unit_measure};
    if (known && known->offer == offer && known->place.variant_id == place.variant_id)
      nameOffer(db_, offer.id, feed_);
    else
      vitrine::saveOffer(db_, offer, place.variant_id, feed_);
    if (!prices.later.empty() || (known && has_plans_)) {
      planPrices(db_, offer.id, prices.later);
      has_plans_ = true;
    }
    if (!known) return note(ChangeKind::added, row.id, row.title);
    std::vector<std::string> parts;
    if (offer.price != known->offer.price) parts.push_back("price");
    if (offer.stock != known->offer.stock) parts.push_back("stock");
    if (offer.weight != known->offer.weight || offer.tax_category != known->offer.tax_category ||
        offer.shipping_profile_id != known->offer.shipping_profile_id ||
        offer.unit_measure != known->offer.unit_measure)
      parts.push_back("terms");
    if (words || place.variant_id != known->place.variant_id ||
        place.product_id != known->place.product_id)
      parts.push_back("product");
    if (parts.empty())
      ++report_.unchanged;
    else
      note(ChangeKind::changed, row.id, row.title, std::move(parts));
  }

  /// Puts where the pictures are to be had in the place of what the feed says.
  bool storeImages(FeedRow& row) {
    const auto store = [&](std::string& image) {
      auto stored = pictures_.store(image);
      if (stored)
        image = *std::move(stored);
      else
        refuse(row, "image_link", image,
               "an https link, or a WebP, JPEG or PNG file beside the feed");
      return stored.has_value();
    };
    return std::all_of(row.images.begin(), row.images.end(), store) &&
           (row.variant_image.empty() || store(row.variant_image));
  }

  void replaceTheRest() {
    if (report_.rows == 0) return tell({1, 0, "", "", "at least one row to replace the others"});
    // A feed of goods says nothing of services, nor one of services of goods.
    for (const auto kind : {OfferKind::sale, OfferKind::service})
      if (!named_.contains(kind)) nameAll(db_, seller_.id, kind, feed_);
    removeUnnamed(db_, seller_.id, feed_, [&](const std::string& sku, const std::string& title) {
      note(ChangeKind::gone, sku, title);
    });
  }

  Database& db_;
  const ImportOptions& options_;
  const ImportContext& context_;
  const Seller& seller_;
  Pictures pictures_;
  ImportReport report_;
  std::int64_t feed_ = 0;   // the number of this import
  bool has_plans_ = false;  // any offer of anybody
  std::set<OfferKind> named_;
  struct {
    std::string id;
    std::optional<ItemGroup> known;
    std::optional<OfferKind> kind;  // of its product's offers; nothing: it has none
    std::int64_t variants = 0;      // of its product
  } group_;
};

}  // namespace

ImportReport importFeed(Database& db, std::istream& feed, const ImportOptions& options,
                        const ImportContext& context) {
  const auto record = findSeller(db, options.seller_id);
  ImportReport report;
  if (!record) {
    report.refused = 1;
    report.errors.push_back({0, 0, "seller", options.seller_id, "the id of a known seller"});
    return report;
  }
  db.attempt([&] {
    report = Import(db, options, context, record->seller).run(feed);
    return report.kept;
  });
  return report;
}

}  // namespace vitrine
