#include "json.hpp"

#include "unit/catch.hpp"
#include "unit/generators.hpp"
#include "vitrine/checkout.hpp"
#include "vitrine/commands.hpp"

namespace vitrine {
namespace {

template <class T>
Error refused(std::string_view text) {
  const auto answer = fromJson<T>(text);
  REQUIRE_FALSE(answer);
  return answer.error();
}

template <class T>
void requireRoundTrip(const T& value) {
  const auto text = toJson(value);
  const auto back = fromJson<T>(text);
  if (!back)
    RC_FAIL(std::string(name(back.error().code)) + " at " + back.error().where + " in " + text);
  RC_ASSERT(*back == value);
  RC_ASSERT(toJson(*back) == text);
}

std::string nested(int depth) {
  const auto n = static_cast<std::size_t>(depth);
  return std::string(n, '[') + std::string(n, ']');
}

const std::string wish = R"({"currency":"EUR","destination":{"country":"DE"},"line_items":)";

}  // namespace

TEST_CASE("a value is written with its fields in the order of their declaration, without spaces") {
  CHECK(toJson(Money{-5, "EUR"}) == R"({"amount":-5,"currency":"EUR"})");
  CHECK(toJson(CartUpdate{{{{"a", 1}}}, {}}) ==
        R"({"cart":{"line_items":[{"offer_id":"a","quantity":1}]},"line_items":[]})");
}

TEST_CASE("an optional that is absent is left out, and one that is null is absent") {
  CHECK(toJson(Message{}).find("limit") == std::string::npos);
  CHECK(fromJson<Zone>(R"({"rate":null})")->rate == std::nullopt);
  CHECK(fromJson<Zone>(R"({})")->rate == std::nullopt);
  CHECK(fromJson<Zone>(R"({"rate":{}})")->rate == Rate{});
}

TEST_CASE("what may be left out keeps its initial value, but is not null") {
  const auto seller =
      fromJson<Seller>(R"({"name":"W","country":"DE","currency":"EUR","shipping_profiles":[]})");
  REQUIRE(seller);
  CHECK(seller->prices_include_tax);
  CHECK(refused<Destination>(R"({"country":"DE","postcode":null})") ==
        Error{Errc::wrong_kind, "postcode"});
}

TEST_CASE("keys may come in any order") {
  CHECK(*fromJson<Money>(R"( { "currency" : "EUR" , "amount" : 5 } )") == Money{5, "EUR"});
}

TEST_CASE("an unknown key is named with its path") {
  CHECK(refused<Money>(R"({"amount":1,"currency":"EUR","price":2})") ==
        Error{Errc::unknown_field, "price"});
  CHECK(refused<QuoteRequest>(
            wish + R"([{"offer_id":"a","quantity":1},{"offer_id":"b","quantity":1,"price":1}]})") ==
        Error{Errc::unknown_field, "line_items[1].price"});
  CHECK(refused<SellersRequest>(R"({"a":1})") == Error{Errc::unknown_field, "a"});
  CHECK(refused<SellersRequest>(R"({"":1})") == Error{Errc::unknown_field, ""});
}

TEST_CASE("a missing key is named with its path") {
  CHECK(refused<Money>(R"({"amount":1})") == Error{Errc::missing_field, "currency"});
  CHECK(refused<QuoteRequest>(wish + R"([{"offer_id":"a","quantity":1},{"offer_id":"b"}]})") ==
        Error{Errc::missing_field, "line_items[1].quantity"});
  CHECK(refused<QuoteRequest>(R"({"currency":"EUR","destination":{},"line_items":[]})") ==
        Error{Errc::missing_field, "destination.country"});
}

TEST_CASE("a key that comes twice is refused, also with the same value and deep inside") {
  CHECK(refused<Money>(R"({"amount":1,"amount":1,"currency":"EUR"})") ==
        Error{Errc::duplicate_field, "amount"});
  CHECK(refused<Money>(R"({"amount":1,"\u0061mount":2,"currency":"EUR"})") ==
        Error{Errc::duplicate_field, "amount"});
  CHECK(refused<QuoteRequest>(
            wish +
            R"([{"offer_id":"a","quantity":1},{"offer_id":"b","quantity":1,"quantity":2}]})") ==
        Error{Errc::duplicate_field, "line_items[1].quantity"});
  CHECK(refused<QuoteRequest>(R"({"destination":{"country":"DE","country":"DE"}})") ==
        Error{Errc::duplicate_field, "destination.country"});
}

TEST_CASE("the same key in two objects is no duplicate") {
  CHECK(fromJson<QuoteRequest>(
      wish + R"([{"offer_id":"a","quantity":1},{"offer_id":"b","quantity":1}]})"));
}

TEST_CASE("a value of another kind is named with its path") {
  const auto lines = [](const std::string& list) {
    return refused<QuoteRequest>(wish + list + "}");
  };
  CHECK(lines("{}") == Error{Errc::wrong_kind, "line_items"});
  CHECK(lines("null") == Error{Errc::wrong_kind, "line_items"});
  CHECK(lines("[[]]") == Error{Errc::wrong_kind, "line_items[0]"});
  CHECK(lines("[null]") == Error{Errc::wrong_kind, "line_items[0]"});
  CHECK(lines(R"([{"offer_id":1,"quantity":1}])") ==
        Error{Errc::wrong_kind, "line_items[0].offer_id"});
  for (const auto* quantity :
       {R"("1")", "true", "null", "[]", "{}", "1.5", "0.1", "-0.5", "1e-1"}) {
    CAPTURE(quantity);
    CHECK(lines(R"([{"offer_id":"a","quantity":1},{"offer_id":"b","quantity":)" +
                std::string(quantity) + "}]") == Error{Errc::wrong_kind, "line_items[1].quantity"});
  }
  CHECK(refused<Money>("[]") == Error{Errc::wrong_kind, ""});
  CHECK(refused<Money>("null") == Error{Errc::wrong_kind, ""});
  CHECK(refused<Money>(R"("EUR")") == Error{Errc::wrong_kind, ""});
  CHECK(refused<bool>("1") == Error{Errc::wrong_kind, ""});
  CHECK(refused<bool>(R"("true")") == Error{Errc::wrong_kind, ""});
}

TEST_CASE("an integer may be spelt with a point or an exponent, as in JavaScript") {
  CHECK(*fromJson<std::int64_t>("2.0") == 2);
  CHECK(*fromJson<std::int64_t>("2e3") == 2000);
  CHECK(*fromJson<std::int64_t>("-0") == 0);
  CHECK(*fromJson<std::int64_t>("-0.0") == 0);
}

TEST_CASE("an integer beyond 2^53 - 1 is out of range, however it is spelt") {
  CHECK(*fromJson<std::int64_t>("9007199254740991") == maxSafeInteger);
  CHECK(*fromJson<std::int64_t>("-9007199254740991") == -maxSafeInteger);
  CHECK(*fromJson<std::int64_t>("9007199254740991.0") == maxSafeInteger);
  for (const auto* number : {"9007199254740992", "-9007199254740992", "9007199254740993",
                             "9223372036854775807", "9223372036854775808", "-9223372036854775808",
                             "-9223372036854775809", "18446744073709551615", "18446744073709551616",
                             "9007199254740992.0", "1e16", "-1e300", "1e308"}) {
    CAPTURE(number);
    CHECK(refused<std::int64_t>(number) == Error{Errc::out_of_range, ""});
  }
  CHECK(refused<QuoteRequest>(wish + R"([{"offer_id":"a","quantity":9007199254740992}]})") ==
        Error{Errc::out_of_range, "line_items[0].quantity"});
}

TEST_CASE("an integer beyond its member is out of range") {
  CHECK(*fromJson<std::int32_t>("2147483647") == 2147483647);
  CHECK(refused<std::int32_t>("2147483648") == Error{Errc::out_of_range, ""});
  CHECK(refused<std::int32_t>("-2147483649") == Error{Errc::out_of_range, ""});
}

TEST_CASE("a choice that is none is out of range, and a number is no choice") {
  CHECK(*fromJson<ShippingKind>(R"("pickup")") == ShippingKind::pickup);
  CHECK(refused<ShippingKind>(R"("Pickup")") == Error{Errc::out_of_range, ""});
  CHECK(refused<ShippingKind>(R"("")") == Error{Errc::out_of_range, ""});
  CHECK(refused<ShippingKind>("1") == Error{Errc::wrong_kind, ""});
  CHECK(refused<CheckoutUpdate>(R"({"payment_method":"card"})") ==
        Error{Errc::out_of_range, "payment_method"});
}

TEST_CASE("text that is not JSON is malformed") {
  for (const auto* text : {"",        " ",        "{",        "[1,]",    "{\"a\":1,}",   "{'a':1}",
                           "{a:1}",   "nul",      "01",       "+1",      ".5",           "5.",
                           "1e",      "NaN",      "Infinity", "\"\\x\"", "\"\\ud800\"",  "\"a\nb\"",
                           "[1] [2]", "// no\n1", "/**/1",    "[1]]",    "\"unfinished", "1 2"}) {
    CAPTURE(text);
    const auto answer = parseJson(text);
    REQUIRE_FALSE(answer);
    CHECK(answer.error() == Error{Errc::malformed_json, ""});
  }
}

TEST_CASE("a byte order mark is malformed") {
  CHECK(parseJson("\xEF\xBB\xBF{}").error() == Error{Errc::malformed_json, ""});
  CHECK(parseJson("\xEF\xBB\xBF").error() == Error{Errc::malformed_json, ""});
  CHECK(parseJson("\"\xEF\xBB\xBF\""));
}

TEST_CASE("bytes that are not UTF-8 are malformed") {
  for (const auto* bytes :
       {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80", "\xe2\x82"}) {
    const auto answer = parseJson('"' + std::string(bytes) + '"');
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == Errc::malformed_json);
  }
  CHECK(parseJson("\"\xf0\x9f\x8c\xb1\""));
}

TEST_CASE("a NUL ends nothing: what follows it counts") {
  using namespace std::string_literals;
  for (const auto& text : {"{}\0"s, "{}\0{}"s, "\0{}"s, "[1,\0 2]"s, "\"a\0b\""s}) {
    const auto answer = parseJson(text);
    REQUIRE_FALSE(answer);
    CHECK(answer.error() == Error{Errc::malformed_json, ""});
  }
  CHECK(*fromJson<std::string>(R"("a\u0000b")") == "a\0b"s);
}

TEST_CASE("32 levels of nesting are read, 33 are not") {
  CHECK(parseJson(nested(32)));
  CHECK_FALSE(parseJson(nested(33)));
  CHECK(parseJson(nested(1'000'000)).error().code == Errc::malformed_json);
  CHECK(parseJson(std::string(1'000'000, '[')).error().code == Errc::malformed_json);
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  CHECK(parseJson(objects).error().code == Errc::malformed_json);
}

TEST_CASE("each object of a long list takes as long as the first") {
  std::string text("[{}");
  for (int i = 1; i < 100'000; ++i) text += ",{}";  // minutes, if it went through those before
  CHECK(parseJson(text + "]")->size() == 100'000);
}

TEST_CASE("no text makes the reader do anything but answer") {
  const std::vector<std::string> pieces{
      "{", "}",    "[",    "]",  ",",   ":",    "\"", "\"offer_id\"", "\"quantity\"", "1", "-", ".",
      "e", "null", "true", "\\", "\\u", "d83c", " ",  "\xff",         "line_items"};
  REQUIRE(rc::check([&] {
    std::string text = any::oneIn(2) ? wish : "";
    for (auto left = any::within(0, 30); left > 0; --left) text += any::of(pieces);
    const auto answer = fromJson<QuoteRequest>(text);
    RC_ASSERT(answer || !name(answer.error().code).empty());
  }));
}

TEST_CASE("values are read back as they were written") {
  REQUIRE(rc::check([] {
    const auto goods = any::goods();
    for (const auto& product : goods.products) requireRoundTrip(product);
    for (const auto& product : goods.products) requireRoundTrip(card(product));
    for (const auto& seller : goods.sellers) requireRoundTrip(seller);
  }));
}

TEST_CASE("quotes, their requests and sessions are read back as they were written") {
  REQUIRE(rc::check([] {
    const auto basket = any::basket();
    requireRoundTrip(basket.request);
    const auto answer = quote(basket.request, basket.shelf());
    RC_ASSERT(static_cast<bool>(answer));
    requireRoundTrip(*answer);
    CheckoutSession session{
        .id = any::text(), .site_id = any::text(), .quote = *answer, .messages = answer->messages};
    if (any::oneIn(2)) session.secret = any::text();
    if (any::oneIn(2)) session.buyer = Buyer{any::text(), any::text(), any::text()};
    if (any::oneIn(2)) session.order = OrderLink{any::text(), any::text()};
    session.status =
        any::of({CheckoutStatus::incomplete, CheckoutStatus::completed, CheckoutStatus::canceled});
    requireRoundTrip(session);
    SellerOrder order{
        .id = any::text(), .buyer = {any::text(), "", ""}, .line_items = answer->line_items};
    order.status = any::of({OrderStatus::placed, OrderStatus::shipped, OrderStatus::cancelled});
    if (any::oneIn(2)) order.address = Address{any::text(), any::text(), "", any::text(), "", "DE"};
    requireRoundTrip(OrderEvent{"order.created", any::text(), order});
    requireRoundTrip(OrderList{{order}, any::oneIn(2) ? std::optional(any::text()) : std::nullopt});
  }));
}

TEST_CASE("a tree's text that is not UTF-8 is written with U+FFFD in its place") {
  CHECK(dump(Json("\xff")) == "\"\xef\xbf\xbd\"");
}

}  // namespace vitrine
