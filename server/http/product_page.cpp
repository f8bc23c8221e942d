#include "http/product_page.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <tuple>

#include "cooperation/statement.hpp"
#include "html.hpp"
#include "mail/speech.hpp"
#include "vitrine/commands.hpp"

namespace vitrine {
namespace {

using Json = nlohmann::ordered_json;

struct PageWords {
  std::string_view language;
  std::string_view buy;
  std::string_view sold_out;
};

/// Of a site's language; English where there are none.
const PageWords& wordsIn(std::string_view language) {
  static constexpr auto all = std::to_array<PageWords>({{"en", "Buy", "Sold out"},
                                                        {"ar", "شراء", "نفدت الكمية"},
                                                        {"de", "Kaufen", "Ausverkauft"},
                                                        {"es", "Comprar", "Agotado"},
                                                        {"fr", "Acheter", "Épuisé"}});
  const auto found = std::find_if(all.begin(), all.end(), [&](const PageWords& words) {
    return words.language == language.substr(0, 2);
  });
  return found == all.end() ? all.front() : *found;
}

/// Puts markup together. What is not markup goes through `text`.
struct Markup {
  std::string html = {};

  Markup& operator<<(std::string_view markup) {
    html += markup;
    return *this;
  }
  Markup& text(std::string_view text) {
    appendEscaped(html, text);
    return *this;
  }
};

bool isLink(std::string_view url) { return url.starts_with("https:") || url.starts_with("http:"); }

/// The smallest form of a picture of ours that is large enough for a list.
std::string small(const std::string& image, const Config& config) {
  constexpr std::string_view large = ".1280.webp";
  if (!image.starts_with(config.public_url + "/v1/media/") || !image.ends_with(large)) return image;
  return image.substr(0, image.size() - large.size()).append(".320.webp");
}

std::string sellerName(const Catalog& catalog, std::string_view id) {
  for (const auto& seller : catalog.sellers())
    if (seller.id == id) return seller.name;
  return {};
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

/// What `web/structured-data.ts` makes of a product too, for pages that describe it themselves.
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
      one["seller"] = {{"@type", "Organization"},
                       {"name", sellerName(*site.catalog, offer.seller_id)}};
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

void appendPicture(Markup& page, std::string_view image, std::string_view size) {
  if (!isLink(image)) return;
  page << "<img src=\"";
  page.text(image) << "\" alt=\"\" width=\"" << size << "\" height=\"" << size
                   << "\" loading=\"lazy\">";
}

/// A row for each seller of each variant, the cheapest first.
void appendOffers(Markup& page, const SiteView& site, const Product& product,
                  const Config& config) {
  const Speech speech(site.site.language);
  const auto& words = wordsIn(site.site.language);
  page << "<table>\n";
  for (const auto& variant : product.variants) {
    std::vector<const Offer*> offers;
    for (const auto& offer : variant.offers) offers.push_back(&offer);
    std::stable_sort(offers.begin(), offers.end(), [](const Offer* one, const Offer* other) {
      return one->price < other->price;
    });
    for (const auto* offer : offers) {
      page << "<tr><th scope=\"row\">";
      page.text(nameOf(product, variant)) << "</th><td>";
      page.text(sellerName(*site.catalog, offer->seller_id)) << "</td><td>";
      page.text(speech.money(offer->price, offer->currency)) << "</td><td>";
      if (available(*offer)) {
        page << "<a href=\"";
        page.text(buyLink(site, *offer, config)) << "\">" << words.buy << "</a>";
      } else {
        page << words.sold_out;
      }
      page << "</td></tr>\n";
    }
  }
  page << "</table>\n";
}

/// The head up to where a page's own description follows.
void appendHead(Markup& page, const SiteView& site, std::string_view title, std::string_view path,
                const Config& config) {
  const auto& language = site.site.language;
  page << "<!doctype html>\n<html lang=\"";
  page.text(language) << (language.starts_with("ar") ? "\" dir=\"rtl\"" : "\"")
                      << ">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width\">\n"
                         "<meta name=\"color-scheme\" content=\"light dark\">\n<title>";
  page.text(title) << "</title>\n<link rel=\"canonical\" href=\"";
  page.text(config.public_url) << "/sites/" << site.site.id;
  page.text(path) << "\">\n<link rel=\"stylesheet\" href=\"/assets/product/style.css\">\n"
                  << "<script type=\"module\" async src=\"/v1/vitrine.js\"></script>\n";
}

}  // namespace

std::optional<std::string> productPage(const SiteView& site, std::string_view product_id,
                                       const Config& config) {
  const auto index = site.catalog->find(product_id);
  if (!index) return {};
  const auto product = site.catalog->product(*index);
  const auto& [id, name, origins] =
      std::tie(site.site.id, site.site.name, site.site.allowed_origins);
  Markup page;
  appendHead(page, site, product.title + " – " + name, "/products/" + product.id, config);
  page << "<meta property=\"og:title\" content=\"";
  page.text(product.title) << "\">\n";
  if (!product.images.empty() && isLink(product.images.front())) {
    page << "<meta property=\"og:image\" content=\"";
    page.text(product.images.front()) << "\">\n";
  }
  page << "<script type=\"application/ld+json\">" << scriptText(described(site, product, config))
       << "</script>\n</head>\n<body data-vitrine-site=\"" << id << "\">\n<header><a href=\"";
  page.text(origins.empty() ? config.public_url : origins.front()) << "\">";
  page.text(name) << "</a><vitrine-cart-button></vitrine-cart-button></header>\n"
                  << "<main>\n<h1>";
  page.text(product.title) << "</h1>\n<vitrine-product product=\"";
  page.text(product.id) << "\">\n";
  if (!product.images.empty()) appendPicture(page, product.images.front(), "480");
  page << "<p class=\"description\">";
  page.text(product.description) << "</p>\n";
  appendOffers(page, site, product, config);
  page << "</vitrine-product></main>\n</body>\n</html>\n";
  return std::move(page.html);
}

std::string shopPage(const SiteView& site, const Config& config) {
  Markup page;
  appendHead(page, site, site.site.name, "/shop", config);
  page << "</head>\n<body>\n<main>\n<h1>";
  page.text(site.site.name) << "</h1>\n<vitrine-store site=\"" << site.site.id << "\">\n"
                            << shelfMarkup(site, config)
                            << "</vitrine-store></main>\n</body>\n</html>\n";
  return std::move(page.html);
}

std::string shelfMarkup(const SiteView& site, const Config& config) {
  Markup list;
  list << "<ul>\n";
  const auto shelf = products(*site.catalog, {});
  for (const auto& card : shelf ? shelf->products : std::vector<ProductCard>()) {
    list << "  <li><a href=\"";
    list.text(config.public_url) << "/sites/" << site.site.id << "/products/";
    list.text(card.id) << "\">";
    appendPicture(list, small(card.image, config), "160");
    list << "<br>";
    list.text(card.title) << "</a>";
    for (const auto& seller : card.seller_ids) {
      list << (&seller == &card.seller_ids.front() ? "<br><small>" : ", ");
      list.text(sellerName(*site.catalog, seller));
    }
    list << (card.seller_ids.empty() ? "</li>\n" : "</small></li>\n");
  }
  list << "</ul>\n";
  return std::move(list.html);
}

}  // namespace vitrine
