#include "http/product_page.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "api/related.hpp"
#include "cooperation/statement.hpp"
#include "html.hpp"
#include "http/structured_data.hpp"
#include "mail/speech.hpp"
#include "vitrine/commands.hpp"

namespace vitrine {
namespace {

struct PageWords {
  std::string_view language;
  std::string_view buy;
  std::string_view sold_out;
  std::string_view no_product;
  std::string_view no_shop;
  std::string_view why;
  std::string_view shop;
  std::string_view needed;
  std::string_view goes_with;
};

/// Of a language; English where there are none.
const PageWords& pageWordsIn(std::string_view language) {
  static constexpr auto all = std::to_array<PageWords>({
      {"en", "Buy", "Sold out", "This product is not here", "There is no shop here",
       "It may have been taken out, or the link is not complete.", "Go to the shop",
       "You will also need", "Goes with it"},
      {"ar", "شراء", "نفدت الكمية", "هذا المنتج غير موجود هنا", "لا يوجد متجر هنا",
       "ربما أُزيل، أو أن الرابط غير مكتمل.", "إلى المتجر", "يلزم معه أيضًا", "يناسبه"},
      {"de", "Kaufen", "Ausverkauft", "Dieses Produkt gibt es hier nicht", "Hier ist kein Shop",
       "Vielleicht wurde es entfernt, oder der Link ist nicht vollständig.", "Zum Shop",
       "Das braucht es dazu", "Das passt dazu"},
      {"es", "Comprar", "Agotado", "Este producto no está aquí", "Aquí no hay ninguna tienda",
       "Puede que se haya retirado o que el enlace esté incompleto.", "Ir a la tienda",
       "También hace falta", "Va bien con esto"},
      {"fr", "Acheter", "Épuisé", "Ce produit ne se trouve pas ici", "Il n’y a pas de boutique ici",
       "Il a peut-être été retiré, ou le lien est incomplet.", "Aller à la boutique",
       "Il faut aussi", "Va bien avec"},
  });
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

std::string sellerName(const Catalog& catalog, std::string_view id) {
  const auto* seller = sellerOf(catalog, id);
  return seller ? seller->name : std::string();
}

/// The smallest form of a picture of ours that is large enough for a list.
std::string small(const std::string& image, const Config& config) {
  constexpr std::string_view large = ".1280.webp";
  if (!image.starts_with(config.public_url + "/v1/media/") || !image.ends_with(large)) return image;
  return image.substr(0, image.size() - large.size()).append(".320.webp");
}

void appendPicture(Markup& page, std::string_view image, std::string_view size) {
  if (!isLink(image)) return;
  page << "<img src=\"";
  page.text(image) << "\" alt=\"\" width=\"" << size << "\" height=\"" << size
                   << "\" loading=\"lazy\">";
}

/// What tells a variant from the others: "24 cm, oak"; of the only one, the product's name.
std::string chosenOf(const Product& product, const Variant& variant) {
  std::string chosen;
  for (const auto& option : variant.options)
    chosen.append(chosen.empty() ? "" : ", ").append(option.value);
  return product.variants.size() > 1 && !chosen.empty() ? chosen : product.title;
}

/// A row for each seller of each variant, the cheapest first.
void appendOffers(Markup& page, const SiteView& site, const Product& product,
                  const Config& config) {
  const Speech speech(site.site.language);
  const auto& words = pageWordsIn(site.site.language);
  page << "<table>\n";
  for (const auto& variant : product.variants) {
    std::vector<const Offer*> offers;
    for (const auto& offer : variant.offers) offers.push_back(&offer);
    std::stable_sort(offers.begin(), offers.end(), [](const Offer* one, const Offer* other) {
      return one->price < other->price;
    });
    for (const auto* offer : offers) {
      page << "<tr><th scope=\"row\">";
      page.text(chosenOf(product, variant)) << "</th><td>";
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

/// Links to the pages of other products, where there are any.
void appendRelated(Markup& page, const SiteView& site, std::string_view title,
                   const std::vector<ProductCard>& cards, const Config& config) {
  if (cards.empty()) return;
  page << "<h2>" << title << "</h2>\n<ul class=\"related\">\n";
  for (const auto& card : cards) {
    page << "<li><a href=\"";
    page.text(config.public_url) << "/sites/" << site.site.id << "/products/" << card.id << "\">";
    page.text(card.title) << "</a> ";
    page.text(Speech(site.site.language).money(card.price, site.site.currency)) << "</li>\n";
  }
  page << "</ul>\n";
}

/// A page up to what only it has in its head; `title` is markup.
Markup begun(std::string_view language, std::string_view title) {
  Markup page;
  page << "<!doctype html>\n<html lang=\"";
  page.text(language) << (language.starts_with("ar") ? "\" dir=\"rtl\"" : "\"")
                      << ">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width\">\n"
                         "<meta name=\"color-scheme\" content=\"light dark\">\n<title>"
                      << title
                      << "</title>\n<link rel=\"stylesheet\" href=\"/assets/product/style.css\">\n";
  return page;
}

/// The same of a site's page at `path` below the site's own, with the shop in it.
Markup begun(const SiteView& site, std::string_view title, std::string_view path,
             const Config& config) {
  Markup page = begun(site.site.language, title);
  page << "<link rel=\"canonical\" href=\"";
  page.text(config.public_url) << "/sites/" << site.site.id;
  page.text(path) << "\">\n<script type=\"module\" async src=\"/v1/vitrine.js\"></script>\n";
  return page;
}

/// Where a site's shop stands, as far as it is known.
std::string_view homeOf(const SiteView& site, const Config& config) {
  const auto& origins = site.site.allowed_origins;
  return origins.empty() ? std::string_view(config.public_url) : origins.front();
}

}  // namespace

std::string missingPage(const SiteView* site, std::string_view reader, const Config& config) {
  const auto& words = pageWordsIn(site ? std::string_view(site->site.language) : reader);
  const auto title = site ? words.no_product : words.no_shop;
  Markup page = begun(words.language, title);
  page << "</head>\n<body>\n<main class=\"missing\">\n<h1>" << title << "</h1>\n<p>" << words.why
       << "</p>\n";
  if (site) {
    page << "<p><a class=\"to-shop\" href=\"";
    page.text(homeOf(*site, config)) << "\">" << words.shop << "</a></p>\n";
  }
  page << "</main>\n</body>\n</html>\n";
  return std::move(page.html);
}

std::optional<std::string> productPage(const SiteView& site, std::string_view product_id,
                                       const Config& config) {
  const auto index = site.catalog->find(product_id);
  if (!index) return {};
  const auto product = site.catalog->product(*index);
  const auto& [id, name] = std::tie(site.site.id, site.site.name);
  Markup page = begun(site, Markup().text(product.title).text(" – ").text(name).html,
                      "/products/" + product.id, config);
  page << "<meta property=\"og:title\" content=\"";
  page.text(product.title) << "\">\n";
  if (!product.images.empty() && isLink(product.images.front())) {
    page << "<meta property=\"og:image\" content=\"";
    page.text(product.images.front()) << "\">\n";
  }
  page << "<script type=\"application/ld+json\">" << structuredData(site, product, config)
       << "</script>\n</head>\n<body data-vitrine-site=\"" << id << "\">\n<header><a href=\"";
  page.text(homeOf(site, config)) << "\">";
  page.text(name) << "</a><vitrine-cart-button></vitrine-cart-button></header>\n"
                  << "<main>\n<vitrine-product heading-level=\"1\" product=\"";
  page.text(product.id) << "\">\n<h1>";
  page.text(product.title) << "</h1>\n";
  if (!product.images.empty()) appendPicture(page, product.images.front(), "480");
  page << "<p class=\"description\">";
  page.text(product.description) << "</p>\n";
  appendOffers(page, site, product, config);
  const auto related = relatedOf(site, product.id);
  const auto& words = pageWordsIn(site.site.language);
  appendRelated(page, site, words.needed, related.required, config);
  appendRelated(page, site, words.goes_with, related.others, config);
  page << "</vitrine-product></main>\n</body>\n</html>\n";
  return std::move(page.html);
}

std::string shopPage(const SiteView& site, const Config& config) {
  Markup page = begun(site, Markup().text(site.site.name).html, "/shop", config);
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
