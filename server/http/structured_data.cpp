#include "http/structured_data.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cooperation/statement.hpp"

namespace vitrine {
namespace {

using Json = nlohmann::ordered_json;

/// In the vocabulary's words: a window of days, or none.
Json described(const ReturnPolicy& policy) {
  Json data{{"@type", "MerchantReturnPolicy"}, {"applicableCountry", policy.countries}};
  const bool taken = policy.days > 0;
  data["returnPolicyCategory"] = taken ? "https://schema.org/MerchantReturnFiniteReturnWindow"
                                       : "https://schema.org/MerchantReturnNotPermitted";
  if (taken) {
    data["merchantReturnDays"] = policy.days;
    data["returnFees"] = policy.paid_by == ReturnFees::seller
                             ? "https://schema.org/FreeReturn"
                             : "https://schema.org/ReturnFeesCustomerResponsibility";
  }
  if (!policy.url.empty()) data["merchantReturnLink"] = policy.url;
  return data;
}

Json described(const SiteView& site, const Product& product, const Config& config) {
  const auto picture = [](Json& data, std::string_view image) {
    if (isLink(image)) data["image"].push_back(image);
  };
  const auto sold = [&](Json& data, const Variant& variant) {
    if (!variant.gtin.empty()) data["gtin"] = variant.gtin;
    for (const auto& offer : variant.offers) {
      Json one{{"@type", "Offer"}};
      if (!offer.sku.empty()) one["sku"] = offer.sku;
      one["url"] = buyLink(site, offer, config);
      one["price"] = decimal(offer.price, offer.currency);
      one["priceCurrency"] = offer.currency;
      one["availability"] = available(offer) ? "https://schema.org/InStock"  //
                                             : "https://schema.org/OutOfStock";
      if (const auto* seller = sellerOf(*site.catalog, offer.seller_id)) {
        one["seller"] = {{"@type", "Organization"}, {"name", seller->name}};
        if (seller->return_policy)
          one["hasMerchantReturnPolicy"] = described(*seller->return_policy);
      }
      data["offers"].push_back(std::move(one));
    }
  };
  const bool several = product.variants.size() > 1;
  Json data{{"@context", "https://schema.org"},
            {"@type", several ? "ProductGroup" : "Product"},
            {several ? "productGroupID" : "productID", product.id},
            {"name", product.title}};
  if (!product.description.empty()) data["description"] = product.description;
  if (!product.category.empty()) data["category"] = product.category;
  if (!product.brand.empty()) data["brand"] = {{"@type", "Brand"}, {"name", product.brand}};
  for (const auto& image : product.images) picture(data, image);
  if (product.rating)
    data["aggregateRating"] = {{"@type", "AggregateRating"},
                               {"ratingValue", static_cast<double>(product.rating->mean) / 100},
                               {"ratingCount", product.rating->count},
                               {"bestRating", 5},
                               {"worstRating", 1}};
  if (!several) {
    for (const auto& variant : product.variants) sold(data, variant);
    return data;
  }
  for (const auto& variant : product.variants) {
    Json one{{"@type", "Product"}, {"productID", variant.id}, {"name", nameOf(product, variant)}};
    picture(one, variant.image);
    sold(one, variant);
    for (const auto& option : variant.options) {
      const auto& known = data["variesBy"];
      if (std::find(known.begin(), known.end(), option.name) == known.end())
        data["variesBy"].push_back(option.name);
      one["additionalProperty"].push_back(
          {{"@type", "PropertyValue"}, {"name", option.name}, {"value", option.value}});
    }
    data["hasVariant"].push_back(std::move(one));
  }
  return data;
}

/// As the text of a script: nothing in it can end the element.
std::string scriptText(const Json& data) {
  std::string text;
  // Sellers' words are UTF-8, which the store has checked.
  for (const char each : data.dump(-1, ' ', false, Json::error_handler_t::replace)) {
    if (each == '<')
      text += "\\u003c";
    else
      text += each;
  }
  return text;
}

}  // namespace

const Seller* sellerOf(const Catalog& catalog, std::string_view id) {
  const auto& sellers = catalog.sellers();
  const auto found = std::find_if(sellers.begin(), sellers.end(),
                                  [&](const Seller& seller) { return seller.id == id; });
  return found == sellers.end() ? nullptr : &*found;
}

bool available(const Offer& offer) { return !offer.stock || *offer.stock > 0; }

std::string buyLink(const SiteView& site, const Offer& offer, const Config& config) {
  return std::string(config.public_url)
      .append("/sites/")
      .append(site.site.id)
      .append("/buy/")
      .append(offer.id)
      .append(":1");
}

std::string nameOf(const Product& product, const Variant& variant) {
  std::string name = product.title;
  for (const auto& option : variant.options) name.append(", ").append(option.value);
  return name;
}

bool isLink(std::string_view url) { return url.starts_with("https:") || url.starts_with("http:"); }

std::string structuredData(const SiteView& site, const Product& product, const Config& config) {
  return scriptText(described(site, product, config));
}

}  // namespace vitrine
