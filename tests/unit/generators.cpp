#include "unit/generators.hpp"

#include <algorithm>

namespace vitrine::any {
namespace {

const std::vector<std::string> countries{"DE", "AT", "FR"};
const std::vector<std::string> categories{"standard", "reduced", "books"};

std::optional<std::int64_t> maybe(std::int64_t least, std::int64_t most) {
  return oneIn(2) ? std::optional(within(least, most)) : std::nullopt;
}

std::vector<std::string> texts(std::int64_t most) {
  std::vector<std::string> answer(static_cast<std::size_t>(within(0, most)));
  for (auto& one : answer) one = text();
  return answer;
}

Zone zone() {
  Zone answer;
  if (!oneIn(3)) answer.countries.push_back(of(countries));
  if (oneIn(4)) answer.countries.push_back(of(countries));
  if (oneIn(3))
    answer.postcode_prefixes.push_back(of<std::string>({"1", "10", "101", "60", "sw1a"}));
  if (oneIn(5)) answer.postcode_prefixes.push_back(of<std::string>({"6", "2749", "1 0"}));
  if (!oneIn(4)) answer.rate = rate();
  return answer;
}

ShippingMethod method(std::string id) {
  ShippingMethod answer;
  answer.id = std::move(id);
  answer.title = text();
  answer.kind = of({ShippingKind::shipping, ShippingKind::pickup, ShippingKind::local_delivery,
                    ShippingKind::digital});
  answer.min_days = static_cast<std::int32_t>(within(0, 3));
  answer.max_days = answer.min_days + static_cast<std::int32_t>(within(0, 3));
  if (answer.kind == ShippingKind::pickup) answer.pickup_address = text();
  answer.zones.resize(static_cast<std::size_t>(within(1, 3)));
  for (auto& one : answer.zones) one = zone();
  return answer;
}

Offer offer(std::string id, const Seller& seller) {
  Offer answer;
  answer.id = std::move(id);
  answer.seller_id = seller.id;
  answer.sku = text();
  answer.kind = of({OfferKind::sale, OfferKind::service});
  // Equal prices are common, and make the ties that a split has to break.
  answer.price = oneIn(8) ? 0 : oneIn(2) ? of<Amount>({50, 100, 999}) : within(1, 20'000);
  answer.currency = "EUR";
  answer.stock = maybe(0, 500);
  answer.weight = oneIn(5) ? 0 : within(1, 3'000);
  answer.shipping_profile_id = of(seller.shipping_profiles).id;
  answer.tax_category = of(categories);
  if (oneIn(3))
    answer.unit_measure = of<UnitMeasure>({{750'000, MeasureUnit::ml, 1, MeasureUnit::l},
                                           {within(1, 5'000), MeasureUnit::oz, 100, MeasureUnit::g},
                                           {12'000, MeasureUnit::ct, 1, MeasureUnit::ct}});
  return answer;
}

std::vector<Seller> sellers(std::int64_t least, std::int64_t most) {
  std::vector<Seller> answer;
  const auto count = within(least, most);
  for (std::int64_t i = 0; i < count; ++i) answer.push_back(seller("sel_" + std::to_string(i)));
  return answer;
}

}  // namespace

std::int64_t within(std::int64_t least, std::int64_t most) {
  return *rc::gen::inRange(least, most + 1);
}

bool oneIn(int n) { return within(1, n) == n; }

std::string text() {
  static const std::vector<std::string> pieces{
      "a", "Z", "7", " ", "\"", "\\", "/", "\n", "\x01", "ß", "€", "🌱", std::string(1, '\0')};
  std::string answer;
  for (auto left = within(0, 6); left > 0; --left) answer += of(pieces);
  return answer;
}

Destination destination() {
  return {of(countries), of<std::string>({"", "10115", "10 1 15", "6020", "27498", "SW1A 1AA"})};
}

Rate rate() {
  Rate answer;
  answer.base = oneIn(4) ? 0 : within(1, 1'500);
  if (oneIn(3)) answer.per_item = within(1, 300);
  if (oneIn(3)) answer.free_from = within(0, 60'000);
  if (oneIn(3)) {
    std::int64_t up_to = 0;
    for (auto left = within(1, 3); left > 0; --left) {
      up_to += within(1, 10'000);
      answer.weight_tiers.push_back({up_to, within(0, 2'000)});
    }
  }
  if (oneIn(3)) {
    Amount from = 0;
    Amount fee = answer.base;
    for (auto left = within(1, 3); left > 0; --left) {
      from += within(1, 20'000);
      fee = within(0, fee);
      answer.price_tiers.push_back({from, fee});
    }
  }
  if (oneIn(4)) answer.max_weight = within(0, 30'000);
  if (oneIn(4)) answer.min_goods = within(0, 10'000);
  return answer;
}

ShippingProfile profile(std::string id) {
  ShippingProfile answer{std::move(id), text(), {}};
  const auto count = within(1, 3);
  for (std::int64_t i = 0; i < count; ++i)
    answer.methods.push_back(method("m" + std::to_string(i)));
  return answer;
}

Seller seller(std::string id) {
  Seller answer;
  answer.id = std::move(id);
  answer.name = text();
  answer.country = of(countries);
  answer.currency = "EUR";
  answer.prices_include_tax = oneIn(2);
  answer.email = text();
  answer.address = text();
  answer.return_terms = text();
  if (oneIn(2))
    answer.return_policy = {{of(countries)},
                            within(0, 90),
                            of<ReturnFees>({ReturnFees::seller, ReturnFees::customer}),
                            ""};
  for (const auto& country : countries) {
    for (const auto& category : categories) {
      if (oneIn(4)) continue;  // no rate: not taxed
      answer.tax_rates.push_back(
          {country, category, of<std::int64_t>({0, 25'000, 77'777, 190'000})});
    }
  }
  if (oneIn(3)) {
    answer.discounts.push_back({within(0, 20'000), static_cast<std::int32_t>(within(0, 50))});
    if (oneIn(2)) answer.discounts.push_back({30'000, static_cast<std::int32_t>(within(50, 100))});
  }
  const auto count = within(1, 3);
  for (std::int64_t i = 0; i < count; ++i) {
    answer.shipping_profiles.push_back(profile("p" + std::to_string(i)));
  }
  return answer;
}

Goods goods() {
  Goods answer;
  answer.sellers = sellers(1, 3);
  int offers = 0;
  const auto count = within(0, 5);
  for (std::int64_t i = 0; i < count; ++i) {
    // Ids that do not come in order: the snapshot has to sort them.
    Product product{
        "pro_" + std::to_string((i * 7 + 3) % 11), text(), text(), text(), text(), texts(2), {}};
    product.variants.resize(static_cast<std::size_t>(within(0, 2)));
    for (auto& variant : product.variants) {
      variant.id = "var_" + text();
      if (oneIn(2)) variant.options.push_back({text(), text()});
      variant.image = text();
      variant.gtin = text();
      for (auto left = within(0, 3); left > 0; --left) {
        variant.offers.push_back(
            offer("off_" + std::to_string(offers++ * 17 % 97), of(answer.sellers)));
      }
    }
    answer.products.push_back(std::move(product));
  }
  return answer;
}

Shelf Basket::shelf() const {
  Shelf answer;
  for (const auto& seller : sellers)
    answer.sellers.push_back(std::make_shared<const Seller>(seller));
  for (const auto& offer : offers)
    answer.offers.push_back({offer, "pro_" + offer.id, "var_" + offer.id, "", {}, ""});
  return answer;
}

Basket basket() {
  Basket answer;
  answer.sellers = sellers(1, 4);
  answer.request.currency = "EUR";
  answer.request.destination = destination();
  const auto count = within(1, 10);
  for (std::int64_t i = 0; i < count; ++i) {
    answer.offers.push_back(offer("off_" + std::to_string(i), of(answer.sellers)));
    auto& one = answer.offers.back();
    one.stock.reset();
    answer.request.line_items.push_back({one.id, oneIn(10) ? within(1, 400) : within(1, 6)});
    if (oneIn(3)) {
      answer.request.selected_options.push_back(
          {one.seller_id + '/' + one.shipping_profile_id, of<std::string>({"m0", "m1", "m2"})});
    }
  }
  return answer;
}

}  // namespace vitrine::any
