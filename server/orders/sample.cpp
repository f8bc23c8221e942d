#include "orders/sample.hpp"

#include <algorithm>

#include "api/profile.hpp"
#include "clock.hpp"
#include "orders/place.hpp"

namespace vitrine {
namespace {

Amount samplePrice(const Seller& seller) {
  Amount price = 1'250;
  for (int digits = *currencyExponent(seller.currency); digits < 2; ++digits) price /= 10;
  for (int digits = *currencyExponent(seller.currency); digits > 2; --digits) price *= 10;
  return price;
}

/// The basket by one profile, its parcel with the first option there is.
Result<Quote> sampleQuote(const Seller& seller, const std::string& profile_id) {
  PreviewLine line{samplePrice(seller), 500, 2, profile_id};
  auto quote = preview({seller, {line}, {seller.country, ""}});
  if (!quote) return quote;
  auto& item = quote->line_items.front();
  item.offer_id = "off_test";
  item.product_id = "pro_test";
  item.sku = "TEST";
  item.title = "Test order: do not send";
  for (auto& group : quote->sellers.front().groups) {
    group.offer_ids = {item.offer_id};
    if (!group.selected_option_id && !group.options.empty())
      group.selected_option_id = group.options.front().id;
  }
  return quote;
}

bool isDelivered(const Quote& quote) {
  return quote.sellers.front().groups.front().selected_option_id.has_value();
}

}  // namespace

Result<SellerOrder> sampleOrder(const Seller& seller, std::int64_t now) {
  auto quote = sampleQuote(seller, seller.shipping_profiles.front().id);
  for (std::size_t i = 1; quote && !isDelivered(*quote) && i < seller.shipping_profiles.size(); ++i)
    quote = sampleQuote(seller, seller.shipping_profiles[i].id);
  if (!quote) return quote.error();
  const Customer customer{
      "site_test",
      "",
      {"Test Customer", "test@customer.example", ""},
      Address{"Test Customer", "1 Test Street", "", "00000", "Test Town", seller.country},
      PaymentMethod::invoice};
  auto order = orderFor(quote->sellers.front(), *quote, customer);
  order.id = "ord_test";
  order.order_group_id = "og_test";
  order.created_at = rfc3339(now);
  order.history = {{OrderStatus::placed, order.created_at}};
  return order;
}

}  // namespace vitrine
