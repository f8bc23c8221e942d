#include "vitrine/search.hpp"

#include <set>

#include "unit/catch.hpp"
#include "unit/generators.hpp"
#include "unit/search_goods.hpp"
#include "unit/search_reference.hpp"
#include "vitrine/search_facets.hpp"
#include "vitrine/search_query.hpp"
#include "vitrine/words.hpp"

namespace vitrine {
namespace {

using goods::Goods;
using goods::Maker;
using goods::opened;

SearchAnswer answer(const Catalog& catalog, const SearchRequest& request) {
  auto result = search(catalog, request);
  REQUIRE(result);
  return *std::move(result);
}

SearchRequest asking(std::string query, std::int64_t limit = 200) {
  SearchRequest request;
  request.query = std::move(query);
  request.limit = limit;
  return request;
}

std::vector<std::string> ids(const SearchAnswer& answer) {
  std::vector<std::string> all;
  for (const auto& hit : answer.hits) all.push_back(hit.product_id);
  return all;
}

std::vector<std::string> idsOf(const std::vector<Product>& products,
                               const std::vector<std::size_t>& places) {
  std::vector<std::string> all;
  for (const auto place : places) all.push_back(products[place].id);
  return all;
}

template <class T>
std::vector<T> sorted(std::vector<T> values) {
  std::sort(values.begin(), values.end());
  return values;
}

/// What people type: a word, two, a beginning, a slip, words with a sign behind.
std::string typed(Maker& maker) {
  switch (maker.number(0, 6)) {
    case 0:
      return maker.word();
    case 1:
      return maker.word() + ' ' + maker.word();
    case 2:
      return maker.word().substr(0, static_cast<std::size_t>(maker.number(1, 3)));
    case 3:
      return maker.misspelled(maker.word());
    case 4:
      return maker.misspelled(maker.word()) + ' ' + maker.misspelled(maker.word());
    case 5:
      return maker.word() + ' ' + maker.word() + ' ' + maker.word().substr(0, 2);
    default:
      return maker.word() + ' ';
  }
}

Product titled(std::string id, std::string title, std::string description = "") {
  Product product;
  product.id = std::move(id);
  product.title = std::move(title);
  product.description = std::move(description);
  return product;
}

Catalog withTitles(const std::vector<std::string>& titles) {
  Goods goods;
  for (std::size_t i = 0; i < titles.size(); ++i)
    goods.products.push_back(titled("pro_" + std::to_string(i), titles[i]));
  return opened(goods);
}

}  // namespace

TEST_CASE("a search finds what going through everything finds") {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    Maker maker(seed);
    const auto goods = maker.goods(seed == 1 ? 1 : maker.number(2, 120));
    const auto catalog = opened(goods);
    const reference::Shop shop(goods.products);
    for (int i = 0; i < 60; ++i) {
      const auto query = typed(maker);
      CAPTURE(seed, query);
      std::set<std::size_t> expected;
      for (const auto& one : shop.find(query)) expected.insert(one.product);
      std::set<std::size_t> found;
      SearchQuery searched(*catalog.searchIndex(), query);
      for (const auto& hit : searched.all()) found.insert(hit.product);
      CHECK(found == expected);
      CHECK(searched.edited() == shop.edited());
      std::set<std::size_t> without_scores;
      SearchQuery again(*catalog.searchIndex(), query);
      eachOf(again.products(), [&](std::uint32_t product) { without_scores.insert(product); });
      CHECK(without_scores == expected);
      CHECK(again.edited() == shop.edited());
    }
  }
}

TEST_CASE("one edit finds the terms that brute force finds, whatever is edited where") {
  Maker maker(7);
  const auto goods = maker.goods(300);
  const auto catalog = opened(goods);
  const reference::Shop shop(goods.products);
  const Spelling& spelling = catalog.searchIndex()->spelling();
  const auto& terms = catalog.searchIndex()->file().terms;
  std::size_t wrong = 0;
  std::size_t near = 0;
  for (int i = 0; i < 400; ++i) {
    auto word = maker.misspelled(maker.word());
    if (maker.number(0, 3) == 0) word = maker.misspelled(word);
    Words folded(word);
    if (!folded.next()) continue;
    word = folded.folded();
    for (const unsigned most : {1U, 2U}) {
      if (most == 2 && i % 20 != 0) continue;
      std::set<std::string> expected;
      for (const auto& term : shop.terms()) {
        const auto edits = reference::editsBetween(term, word);
        if (edits > 0 && edits <= most) expected.insert(term);
      }
      std::set<std::string> found;
      const auto list = spelling.near(word, most);
      for (const auto& one : list) {
        found.insert(terms[one.term]);
        if (reference::editsBetween(terms[one.term], word) != one.edits) ++wrong;
      }
      near += found.size();
      if (found != expected || found.size() != list.size()) ++wrong;
    }
  }
  CHECK(near > 200);
  CHECK(wrong == 0);
}

TEST_CASE("letters that are no ASCII are edited like others") {
  const auto catalog = withTitles({"ёлка", "елки", "ёлкы большая", "cafж", "żółw", "日本"});
  CHECK(answer(catalog, asking("ёкла ")).total == 1);
  CHECK(answer(catalog, asking("cafe ")).total == 1);
  CHECK(answer(catalog, asking("zolw ")).total == 1);
  CHECK(answer(catalog, asking("本")).total == 1);
}

TEST_CASE("the first ten are BM25F's first ten") {
  Maker maker(11);
  const auto goods = maker.goods(300);
  const auto catalog = opened(goods);
  const reference::Shop shop(goods.products);
  int same = 0;
  constexpr int queries = 100;
  for (int i = 0; i < queries; ++i) {
    const auto query = typed(maker);
    std::vector<std::size_t> expected;
    for (const auto& one : shop.find(query)) expected.push_back(one.product);
    expected.resize(std::min<std::size_t>(expected.size(), 10));
    same += ids(answer(catalog, asking(query, 10))) == idsOf(goods.products, expected) ? 1 : 0;
  }
  CAPTURE(same);
  CHECK(same >= queries * 95 / 100);
}

TEST_CASE("the quick way to the first products finds the first of all") {
  for (unsigned seed = 21; seed < 25; ++seed) {
    Maker maker(seed);
    const auto goods = maker.goods(maker.number(1, 400));
    const auto catalog = opened(goods);
    for (int i = 0; i < 150; ++i) {
      const auto query = typed(maker);
      const auto limit = maker.number(0, 30);
      CAPTURE(seed, query, limit);
      std::vector<std::string> quick;
      for (const auto place : searchPlaces(catalog, query, static_cast<std::size_t>(limit)))
        quick.push_back(catalog.card(place).id);
      CHECK(quick == ids(answer(catalog, asking(query, limit))));
    }
  }
}

TEST_CASE("what was searched before changes no answer") {
  Maker maker(29);
  const auto goods = maker.goods(300);
  const auto catalog = opened(goods);
  for (int i = 0; i < 60; ++i) {
    const auto query = typed(maker);
    CAPTURE(query);
    CHECK(searchPlaces(catalog, query, 24) == searchPlaces(opened(goods), query, 24));
  }
}

TEST_CASE("filters whose facets nobody asks for keep the same products") {
  Maker maker(36);
  const auto goods = maker.goods(200);
  const auto catalog = opened(goods);
  const auto& index = *catalog.searchIndex();
  for (int i = 0; i < 120; ++i) {
    const auto query = maker.number(0, 2) == 0 ? "" : typed(maker);
    const auto any = [&] { return goods.products[static_cast<std::size_t>(maker.number(0, 199))]; };
    SearchFilters filters;
    if (maker.number(0, 1) == 0) filters.categories = {any().category, any().category};
    if (maker.number(0, 1) == 0) filters.brands = {any().brand, any().brand, "nobody's"};
    if (maker.number(0, 3) == 0) filters.available = true;
    const auto sort =
        maker.number(0, 1) == 0 ? SearchSort::price_ascending : SearchSort::price_descending;
    const auto page = [&](std::uint32_t facets, std::size_t offset, std::size_t limit) {
      SearchQuery searched(index, query);
      return findPage(index, searched, conditionsOf(index, filters), {sort, offset, limit, facets});
    };
    const auto all = page(facet::all, 0, 200);
    const auto offset = static_cast<std::size_t>(maker.number(0, 40));
    const auto limit = static_cast<std::size_t>(maker.number(0, 9));
    const auto few = page(0, offset, limit);
    CAPTURE(query, offset, limit);
    CHECK(few.total == all.total);
    const auto from = std::min(offset, all.places.size());
    const auto to = std::min(offset + limit, all.places.size());
    CHECK(few.places ==
          std::vector<std::uint32_t>(all.places.begin() + static_cast<std::ptrdiff_t>(from),
                                     all.places.begin() + static_cast<std::ptrdiff_t>(to)));
    const auto pairs = [](const FacetCounts& counts) {
      std::vector<std::pair<std::uint32_t, std::uint32_t>> values;
      for (const auto& [value, count] : counts.brands) values.push_back({value, count});
      return values;
    };
    CHECK(pairs(page(facet::brands, 0, 1).facets) == pairs(all.facets));
  }
}

TEST_CASE("terms are read as they were, in whatever letters they are written") {
  Goods goods;
  const std::vector<std::string> titles = {"łódź 10 100 1000 Ωμέγα ωμέγαλο", "товар товары 北京",
                                           "b banana bananas bandana band ba", ""};
  std::string many;
  for (int i = 0; i < 700; ++i) many += " stronglein" + std::to_string(i * i);
  for (const auto& title : titles) goods.products.push_back(titled("pro_" + title, title));
  goods.products.push_back(titled("pro_many", "many", many));
  const auto catalog = opened(goods);
  const auto& terms = catalog.searchIndex()->file().terms;
  std::set<std::string> expected;
  for (const auto& product : goods.products) {
    for (const auto& text : {product.title, product.description}) {
      for (Words words(text); words.next();) expected.insert(words.folded());
    }
  }
  std::vector<std::string> read;
  for (std::size_t i = 0; i < terms.size(); ++i) read.push_back(terms[i]);
  CHECK(read == std::vector<std::string>(expected.begin(), expected.end()));
  for (std::uint32_t i = 0; i < terms.size(); ++i) CHECK(catalog.searchIndex()->find(read[i]) == i);
}

TEST_CASE("words that most descriptions have are found with rare ones") {
  Goods goods;
  for (int i = 0; i < 5000; ++i) {
    std::string text = i % 3 == 0 ? "common common" : "common";
    if (i % 611 == 5) text += " rare";
    if (i % 1000 == 7) text += " rarer rarer";
    goods.products.push_back(titled("pro_" + std::to_string(i), "x", text));
  }
  const auto catalog = opened(goods);
  CHECK(answer(catalog, asking("common ")).total == 5000);
  CHECK(answer(catalog, asking("common rare ")).total == 9);
  CHECK(answer(catalog, asking("rarer common ")).total == 5);
  CHECK(ids(answer(catalog, asking("rare common ", 3))) ==
        std::vector<std::string>{"pro_1227", "pro_3060", "pro_4893"});
}

TEST_CASE("filters and facets agree with counting") {
  for (unsigned seed = 31; seed < 35; ++seed) {
    Maker maker(seed);
    const auto goods = maker.goods(120);
    const auto catalog = opened(goods);
    const reference::Shop shop(goods.products);
    for (int i = 0; i < 30; ++i) {
      SearchRequest request = asking(maker.number(0, 2) == 0 ? "" : typed(maker));
      auto& filters = request.filters;
      if (maker.number(0, 3) == 0) filters.seller_ids = {"sel_Bert", "sel_nobody"};
      if (maker.number(0, 3) == 0) filters.categories = {"Wood", "Schön"};
      if (maker.number(0, 3) == 0)
        filters.brands = {goods.products[static_cast<std::size_t>(i)].brand};
      if (maker.number(0, 3) == 0) filters.price_min = 500;
      if (maker.number(0, 3) == 0) filters.price_max = 1500;
      if (maker.number(0, 3) == 0) filters.available = true;
      if (maker.number(0, 3) == 0) filters.pickup = true;
      if (maker.number(0, 3) == 0)
        filters.options = {{"size", "M"}, {"size", "L"}, {"colour", "red"}};
      CAPTURE(seed, toJson(request));

      std::vector<std::size_t> found;
      for (const auto& one : shop.find(request.query)) found.push_back(one.product);
      const auto expected = reference::passing(goods.products, goods.sellers, found, filters);
      const auto got = answer(catalog, request);
      CHECK(sorted(ids(got)) == sorted(idsOf(goods.products, expected)));
      CHECK(got.total == static_cast<std::int64_t>(expected.size()));

      const auto facets = reference::facetsOf(goods.products, goods.sellers, found, filters);
      const auto same = [](std::vector<FacetValue> one, std::vector<FacetValue> other) {
        for (auto* list : {&one, &other})
          std::sort(list->begin(), list->end(),
                    [](const auto& a, const auto& b) { return a.value < b.value; });
        return one == other;
      };
      CHECK(same(got.facets.sellers, facets.sellers));
      CHECK(same(got.facets.brands, facets.brands));
      CHECK(same(got.facets.categories, facets.categories));
      CHECK(got.facets.available == facets.available);
      CHECK(got.facets.pickup == facets.pickup);
      REQUIRE(got.facets.options.size() == facets.options.size());
      for (const auto& option : facets.options) {
        const auto& all = got.facets.options;
        const auto found_option = std::find_if(
            all.begin(), all.end(), [&](const auto& one) { return one.name == option.name; });
        REQUIRE(found_option != all.end());
        CHECK(same(found_option->values, option.values));
      }
      for (const auto& range : got.facets.price_ranges) {
        const auto count = std::count_if(
            facets.price_ranges.begin(), facets.price_ranges.end(), [&](const PriceRange& one) {
              return one.from >= range.from && one.from <= range.to.value_or(maxSafeInteger);
            });
        CHECK(range.count == count);
      }
    }
  }
}

TEST_CASE("goods can be collected by their shipping profile, not by their seller") {
  Maker maker(37);
  auto goods = maker.goods(2);
  for (std::size_t i = 0; i < 2; ++i) {
    Offer offer;
    offer.id = "off_" + std::to_string(i);
    offer.seller_id = "sel_Bert";
    offer.shipping_profile_id = i == 0 ? "p" : "q";
    goods.products[i].variants = {{"var_" + std::to_string(i), {}, "", "", {offer}}};
  }
  auto request = asking("");
  request.filters.pickup = true;
  const auto found = answer(opened(goods), request);
  CHECK(ids(found) == std::vector<std::string>{"pro_1"});
  CHECK(found.facets.pickup == 1);
  CHECK(found.facets.sellers == std::vector<FacetValue>{{"sel_Bert", 1}});
}

TEST_CASE("pages put together are the whole answer, by relevance and by price") {
  Maker maker(41);
  const auto goods = maker.goods(150);
  const auto catalog = opened(goods);
  for (const auto sort :
       {SearchSort::relevance, SearchSort::price_ascending, SearchSort::price_descending}) {
    for (const auto& query : {std::string(), maker.word()}) {
      auto request = asking(query);
      request.sort = sort;
      const auto whole = answer(catalog, request);
      std::vector<std::string> pages;
      request.limit = 7;
      for (; request.offset < whole.total; request.offset += request.limit) {
        for (const auto& id : ids(answer(catalog, request))) pages.push_back(id);
      }
      CHECK(pages == ids(whole));
      for (std::size_t i = 1; i < whole.hits.size(); ++i) {
        const auto before = whole.hits[i - 1].product.price;
        const auto price = whole.hits[i].product.price;
        if (sort == SearchSort::price_ascending) CHECK(before <= price);
        if (sort == SearchSort::price_descending) CHECK(before >= price);
      }
    }
  }
}

TEST_CASE("without a query the products stand in the site's order") {
  const auto catalog = withTitles({"c", "a", "b"});
  CHECK(ids(answer(catalog, asking(""))) == std::vector<std::string>{"pro_0", "pro_1", "pro_2"});
  CHECK(ids(answer(catalog, asking(" ,"))) == std::vector<std::string>{"pro_0", "pro_1", "pro_2"});
}

TEST_CASE("a title counts more than a brand, a category, a description") {
  Goods goods;
  for (const auto* where : {"description", "category", "brand", "title"}) {
    auto product = titled(where, "x");
    const std::string place = where;
    (place == "title"      ? product.title
     : place == "brand"    ? product.brand
     : place == "category" ? product.category
                           : product.description) = "Larch";
    goods.products.push_back(product);
  }
  CHECK(ids(answer(opened(goods), asking("larch"))) ==
        std::vector<std::string>{"title", "brand", "category", "description"});
}

TEST_CASE("the word as typed comes before those that it begins, and those before slips") {
  const auto catalog = withTitles({"sawx", "sawdust", "saw"});
  CHECK(ids(answer(catalog, asking("saw"))) == std::vector<std::string>{"pro_2", "pro_0", "pro_1"});
  CHECK(ids(answer(withTitles({"law", "saw", "sawdust"}), asking("saw"))) ==
        std::vector<std::string>{"pro_1", "pro_2", "pro_0"});
}

TEST_CASE("titles come with what was found in them marked, and are whole") {
  const auto catalog = withTitles({"Große  Säge, 240 mm", "Sägen"});
  const auto hits = answer(catalog, asking("grosse SAGE ")).hits;
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].title ==
        std::vector<TextPart>{{"Große", true}, {"  ", false}, {"Säge", true}, {", 240 mm", false}});
  Maker maker(51);
  const auto goods = maker.goods(100);
  const auto shop = opened(goods);
  for (int i = 0; i < 50; ++i) {
    for (const auto& hit : answer(shop, asking(typed(maker))).hits) {
      std::string title;
      for (const auto& part : hit.title) title += part.text;
      CHECK(title == hit.product.title);
    }
  }
}

TEST_CASE("what cannot be searched for is refused with its place") {
  const auto catalog = withTitles({"a"});
  auto request = asking("a");
  request.limit = 201;
  CHECK(search(catalog, request).error() == Error{Errc::out_of_range, "limit"});
  request.limit = -1;
  CHECK(search(catalog, request).error() == Error{Errc::out_of_range, "limit"});
  request.limit = 1;
  request.offset = -1;
  CHECK(search(catalog, request).error() == Error{Errc::out_of_range, "offset"});
  CHECK(search(catalog, asking("a b c d e f g h i j k l m")).error() ==
        Error{Errc::too_large, "query", 12});
  CHECK(searchPlaces(catalog, "a b c d e f g h i j k l m", 5).empty());
  CHECK(answer(catalog, asking("a b c d e f g h i j k l")).total == 0);
  request = asking("a");
  request.offset = maxSafeInteger;
  CHECK(answer(catalog, request).hits.empty());
}

TEST_CASE("a catalogue that was not made ready says so") {
  auto catalog = Catalog::open(snapshot("EUR", {}, {}));
  REQUIRE(catalog);
  CHECK(search(*catalog, asking("a")).error() == Error{Errc::unavailable, ""});
  CHECK(searchPlaces(*catalog, "a", 5).empty());
  CHECK_FALSE(catalog->indexSearch());
  CHECK(answer(*catalog, asking("a")).total == 0);
}

TEST_CASE("descriptions are searched as far as the file has them") {
  Goods goods;
  goods.products = {titled("pro_1", "Board", "made of larch")};
  CHECK(answer(opened(goods, CatalogText::full), asking("larch")).total == 1);
  CHECK(answer(opened(goods, CatalogText::words), asking("larch")).total == 1);
  CHECK(answer(opened(goods, CatalogText::none), asking("larch")).total == 0);
  CHECK(opened(goods, CatalogText::full).product(0).description == "made of larch");
  CHECK(opened(goods, CatalogText::words).product(0).description.empty());
}

TEST_CASE("any text can be searched for") {
  Maker maker(61);
  const auto catalog = opened(maker.goods(50));
  REQUIRE(rc::check([&] {
    std::string query;
    for (auto left = any::within(0, 12); left > 0; --left)
      query += any::oneIn(3) ? any::text() : std::string(1, static_cast<char>(any::within(0, 255)));
    const auto found = search(catalog, asking(query, 5));
    RC_ASSERT((found ? Errc::too_large : found.error().code) == Errc::too_large);
  }));
}

}  // namespace vitrine
