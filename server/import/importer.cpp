#include "import/importer.hpp"

#include <algorithm>
#include <istream>
#include <set>

#include "import/media.hpp"
#include "store/catalogue.hpp"
#include "store/members.hpp"

namespace vitrine {
namespace {

constexpr std::size_t maxLine = 256 * 1024;

class Import {
 public:
  Import(Database& db, const ImportOptions& options, const NewId& new_id, const Seller& seller)
      : db_(db), options_(options), new_id_(new_id), seller_(seller) {}

  ImportReport run(std::istream& feed) {
    std::string text;
    for (std::int64_t line = 1; std::getline(feed, text); ++line) {
      if (line == 1 && text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
      if (text.ends_with('\r')) text.pop_back();
      if (text.find_first_not_of(" \t") == text.npos) continue;
      ++report_.rows;
      if (text.size() > maxLine) {
        report_.errors.push_back({line, "", "", "a line of at most 256 KiB"});
        continue;
      }
      auto row = readFeedRow(text, line);
      if (auto* error = std::get_if<RowError>(&row)) {
        report_.errors.push_back(std::move(*error));
      } else {
        add(std::get<FeedRow>(std::move(row)), line);
      }
    }
    report_.kept = report_.errors.empty() || options_.keep_good;
    return std::move(report_);
  }

 private:
  void add(FeedRow row, std::int64_t line) {
    const auto refuse = [&](const char* field, const std::string& value, std::string expected) {
      report_.errors.push_back({line, field, value, std::move(expected)});
    };
    if (!seen_.insert(row.id).second) return refuse("id", row.id, "an id that no earlier row has");
    if (row.price.currency != seller_.currency)
      return refuse("price", row.price.currency, "the seller's currency, " + seller_.currency);
    if (!knowsProfile(row.shipping_label))
      return refuse("shipping_label", row.shipping_label,
                    "the id of one of the seller's shipping profiles");
    for (auto& image : row.images) {
      auto stored = storeImage(image, options_.images, options_.media);
      if (!stored)
        return refuse("image_link", image,
                      "an https link, or a WebP, JPEG or PNG file beside the feed");
      image = *std::move(stored);
    }
    save(row);
  }

  bool knowsProfile(std::string& label) const {
    const auto& profiles = seller_.shipping_profiles;
    if (label.empty()) label = profiles.front().id;
    return std::any_of(profiles.begin(), profiles.end(),
                       [&](const ShippingProfile& p) { return p.id == label; });
  }

  void save(const FeedRow& row) {
    std::string brand_mpn = row.brand.empty() || row.mpn.empty() ? "" : row.brand + '\n' + row.mpn;
    const auto own = placeBySku(db_, seller_.id, row.id);
    ++(own ? report_.updated : report_.added);
    const auto named = brand_mpn.empty() ? std::nullopt : placeByBrandMpn(db_, brand_mpn);
    auto place = row.gtin.empty() ? std::nullopt : placeByGtin(db_, row.gtin);
    if (!place) place = named;
    if (place && own) place->offer_id = own->offer_id;
    if (!place) place = own;
    if (!place) {
      const auto known = row.item_group_id.empty()
                             ? std::nullopt
                             : productOfGroup(db_, seller_.id, row.item_group_id);
      place = VariantPlace{known ? *known : new_id_("pro_"), new_id_("var_"), ""};
    }
    // The GTIN decides; a brand and MPN that belong to another variant stay there.
    if (named && named->variant_id != place->variant_id) brand_mpn.clear();
    if (place->offer_id.empty()) place->offer_id = new_id_("off_");

    Product product{place->product_id, row.title, row.description, row.brand, row.category,
                    row.images,        {}};
    // The first row of a group speaks for the product; the others bring their variant only.
    if (row.item_group_id.empty() || groups_.insert(row.item_group_id).second)
      saveProduct(db_, product, seller_.id);
    if (!row.item_group_id.empty())
      setProductOfGroup(db_, seller_.id, row.item_group_id, place->product_id);
    Variant variant{
        place->variant_id, row.options, row.images.empty() ? "" : row.images.front(), row.gtin, {}};
    saveVariant(db_, variant, place->product_id, brand_mpn, seller_.id);
    Offer offer{place->offer_id,    seller_.id, row.id,     OfferKind::sale,    row.price.amount,
                row.price.currency, row.stock,  row.weight, row.shipping_label, row.tax_category};
    saveOffer(db_, offer, place->variant_id);
  }

  Database& db_;
  const ImportOptions& options_;
  const NewId& new_id_;
  const Seller& seller_;
  ImportReport report_;
  std::set<std::string> seen_;
  std::set<std::string> groups_;
};

}  // namespace

ImportReport importFeed(Database& db, std::istream& feed, const ImportOptions& options,
                        const NewId& new_id) {
  const auto record = findSeller(db, options.seller_id);
  if (!record) {
    ImportReport report;
    report.errors.push_back({0, "seller", options.seller_id, "the id of a known seller"});
    return report;
  }
  ImportReport report;
  db.attempt([&] {
    report = Import(db, options, new_id, record->seller).run(feed);
    return report.kept;
  });
  return report;
}

}  // namespace vitrine
