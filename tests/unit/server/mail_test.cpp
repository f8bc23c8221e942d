#include <rapidcheck.h>

#include "crypto.hpp"
#include "mail/address.hpp"
#include "mail/compose.hpp"
#include "mail/email.hpp"
#include "mail/speech.hpp"
#include "mail/words.hpp"
#include "unit/catch.hpp"

namespace vitrine {
namespace {

/// Every space as a plain one, no marks of direction: releases of ICU differ in them.
std::string levelled(std::string text) {
  const auto replace = [&](std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != text.npos; at = text.find(what, at))
      text.replace(at, what.size(), by);
  };
  for (const auto* space : {"\u00A0", "\u202F", "\u2009"}) replace(space, " ");
  for (const auto* mark : {"\u200E", "\u200F", "\u061C"}) replace(mark, "");
  return text;
}

/// What the encoded words of a header say.
std::string decoded(std::string text) {
  std::string said;
  constexpr std::string_view start = "=?UTF-8?B?";
  for (auto at = text.find(start); at != text.npos; at = text.find(start, at)) {
    at += start.size();
    const auto end = text.find("?=", at);
    said += fromBase64(text.substr(at, end - at));
    at = end;
  }
  return said.empty() ? text : said;
}

SellerOrder orderOf(const std::string& name) {
  SellerOrder order;
  order.id = "ord_1";
  order.seller_id = "sel_1";
  order.created_at = "2026-11-22T08:00:00Z";
  order.currency = "EUR";
  order.buyer = {name, "zoe@customer.example", name};
  order.address = Address{name, name, name, "10115", name, "DE"};
  LineItem line;
  line.title = name;
  line.sku = name;
  line.quantity = 2;
  line.unit_price = 1234;
  line.subtotal = 2468;
  order.line_items = {line};
  Fulfillment parcel;
  parcel.title = name;
  parcel.min_days = 2;
  parcel.max_days = 3;
  parcel.amount = 490;
  order.fulfillments = {parcel};
  order.taxes = {{"standard", 190'000, 2486, 472, true}};
  order.totals = {
      {TotalType::subtotal, 2468}, {TotalType::fulfillment, 490}, {TotalType::total, 2958}};
  order.carrier = name;
  order.tracking_number = name;
  order.reason = name;
  return order;
}

/// An e-mail in which every text that somebody else has written is `name`.
MailContent contentOf(MailKind kind, const std::string& language, const std::string& name) {
  MailContent content;
  content.kind = kind;
  content.to = "zoe@customer.example";
  content.language = language;
  content.site_name = name;
  content.order_group_id = "og_1";
  content.url = "https://shop.example/orders/token";
  content.orders = {orderOf(name), orderOf(name)};
  content.sellers = {{"sel_1", name, name, name, name}};
  content.replacement = Replacement{{}, {}, {name, name}, 3000, 42};
  content.total = 5916;
  content.agreed_total = 6000;
  content.member = name;
  content.person = name;
  content.detail = kind == MailKind::account_changed ? "email" : name;
  content.until = "2026-11-22T08:00:00Z";
  return content;
}

constexpr std::size_t kinds = names(MailKind{}).size();
const auto languages = {"en", "de", "fr", "es", "ar"};

template <class F>
void eachMail(const std::string& name, F check) {
  for (std::size_t kind = 0; kind < kinds; ++kind)
    for (const auto* language : languages)
      check(compose(contentOf(static_cast<MailKind>(kind), language, name)));
}

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t times = 0;
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++times;
  return times;
}

}  // namespace

TEST_CASE("money, days and dates in e-mails are written as their language does") {
  const auto said = [](const char* language) {
    const Speech speech(language);
    return levelled(speech.money(123'456, "EUR") + " | " + speech.money(-5, "JPY") + " | " +
                    speech.money(1'234, "KWD") + " | " + speech.days(2, 3) + " | " +
                    speech.days(1, 1) + " | " + speech.percent(55'000) + " | " +
                    speech.country("DE") + " | " + speech.list({"A", "B", "C"}));
  };
  CHECK(said("en") ==
        "€1,234.56 | -¥5 | KWD 1.234 | 2–3 days | 1 day | 5.5% | Germany | A, B, and C");
  CHECK(said("de") ==
        "1.234,56 € | -5 ¥ | 1,234 KWD | 2–3 Tage | 1 Tag | 5,5 % | Deutschland | A, B und C");
  CHECK(said("fr") ==
        "1 234,56 € | -5 JPY | 1,234 KWD | 2–3 jours | 1 jour | 5,5 % | Allemagne | A, B et C");
  CHECK(said("es") ==
        "1234,56 € | -5 JPY | 1,234 KWD | 2-3 días | 1 día | 5,5 % | Alemania | A, B y C");
  const Speech arabic("ar");
  CHECK(levelled(arabic.money(1'234, "EUR")) == "١٢٫٣٤ €");
  CHECK(arabic.country("DE") == "ألمانيا");
  CHECK(levelled(Speech("en").moment("2026-11-22T08:05:00Z")) ==
        "November 22, 2026 at 8:05 AM UTC");
  CHECK(Speech("de").moment("2026-11-22T08:05:00Z") == "22. November 2026 um 08:05 UTC");
  CHECK(Speech("en").month("2026-11") == "November 2026");
  CHECK(levelled(Speech("fr").month("2026-02")) == "février 2026");
  CHECK(Speech("es").month("soon") == "soon");
}

TEST_CASE("a language that e-mails have no words in is English in all") {
  const Speech speech("tlh-Latn-x-qonos");
  CHECK(speech.language() == "en");
  CHECK(&speech.words() == &englishMail);
  CHECK(&Speech("de-AT").words() == &germanMail);
  CHECK(Speech("ar-!").language() == "ar-!");
}

TEST_CASE("every e-mail in every language leaves no place unfilled") {
  eachMail("N", [](const Letter& letter) {
    CHECK(!letter.subject.empty());
    for (const auto& text : {letter.subject, asText(letter)}) {
      CHECK(text.find('{') == text.npos);
      CHECK(text.find('}') == text.npos);
    }
    CHECK(letter.right_to_left == (letter.language == "ar"));
    CHECK((asHtml(letter).find("dir=\"rtl\"") != std::string::npos) == letter.right_to_left);
  });
}

TEST_CASE("services are carried out, with travel, where they take place") {
  auto content = contentOf(MailKind::order_shipped, "en", "N");
  content.orders.pop_back();
  auto& order = content.orders.front();
  order.address = Address{"Zoe", "Street 1", "", "10115", "Berlin", "DE"};
  order.fulfillments = {{"visit", "I come", ShippingKind::visit, {}, 3, 10, 2500, ""}};
  const auto letter = compose(content);
  CHECK(letter.subject == "N has carried out your order.");
  for (const auto* words : {"Services", "Travel", "Where it takes place"})
    CHECK(asText(letter).find(words) != std::string::npos);
  order.fulfillments.push_back({"post", "Post", ShippingKind::shipping, {}, 1, 2, 490, ""});
  CHECK(compose(content).subject == "N has shipped your order.");
}

TEST_CASE("a wished day stands at its line, for the customer and for the seller") {
  for (const auto kind : {MailKind::order_confirmed, MailKind::seller_new_order}) {
    auto content = contentOf(kind, "en", "Help");
    content.orders.front().line_items.front().offer_id = "off_1";
    content.orders.front().appointments = {{"off_1", "2026-12-01", DayPart::morning}};
    CHECK(asText(compose(content)).find("Wished day: December 1, 2026 · Morning") !=
          std::string::npos);
    content.orders.front().appointments.front().offer_id = "off_2";
    CHECK(asText(compose(content)).find("Wished day") == std::string::npos);
  }
}

TEST_CASE("what somebody writes is text in the HTML of every e-mail, and fetches nothing") {
  const std::string hostile =
      "</title></style><script>alert(1)</script><img src=https://x.example/p.gif> \"'&{1}";
  eachMail("N", [](const Letter& letter) {
    CHECK(count(asHtml(letter), "src=") == 0);
    CHECK(count(asHtml(letter), "url(") == 0);
  });
  const auto isLink = [](const Letter& letter) {  // which says nothing of anybody
    const auto& words = wordsIn(letter.language);
    return letter.subject == words.password_subject || letter.subject == words.email_subject;
  };
  eachMail(hostile, [&](const Letter& letter) {
    if (isLink(letter)) return;
    const auto html = asHtml(letter);
    CHECK(count(html, "<script") == 0);
    CHECK(count(html, "<img") == 0);
    CHECK(count(html, "</title>") == 1);
    CHECK(count(html, "</style>") == 1);
    CHECK(count(html, "&lt;script&gt;") > 0);
    CHECK(count(html, "{1}") > 0);
    // What is to be opened, and the server's name.
    CHECK(count(html, "http") <= count(html, "https://x.example/p.gif") + 2);
  });
}

TEST_CASE("values lose line breaks and characters that turn the direction of text") {
  CHECK(cleaned("a\r\nb\tc\x7f") == "a  b c ");
  CHECK(cleaned("a\u202Eb\u2066c\u2069\u0085d\u200F") == "abcd");
  CHECK(cleaned("Ångström العربية 木") == "Ångström العربية 木");
}

TEST_CASE("values are put in their places once") {
  CHECK(textOf(filled("{2} and {1}", {"{2}", "b"})) == "b and {2}");
  CHECK(textOf(filled("nothing", {})) == "nothing");
}

TEST_CASE("a header's text is ASCII in short lines, and says what was meant") {
  startCrypto();
  CHECK(headerText("The Garden") == "The Garden");
  rc::check("any text", [] {
    const auto points = *rc::gen::container<std::vector<unsigned>>(
        rc::gen::oneOf(rc::gen::inRange(1U, 0x7FU), rc::gen::inRange(0xA1U, 0xD7FFU),
                       rc::gen::inRange(0x10000U, 0x10FFFFU)));
    std::string text;
    for (const auto point : points) {
      const auto put = [&](unsigned byte) { text += static_cast<char>(byte); };
      if (point < 0x80) {
        put(point);
      } else if (point < 0x800) {
        put(0xC0 | point >> 6);
        put(0x80 | (point & 0x3F));
      } else if (point < 0x10000) {
        put(0xE0 | point >> 12);
        put(0x80 | (point >> 6 & 0x3F));
        put(0x80 | (point & 0x3F));
      } else {
        put(0xF0 | point >> 18);
        put(0x80 | (point >> 12 & 0x3F));
        put(0x80 | (point >> 6 & 0x3F));
        put(0x80 | (point & 0x3F));
      }
    }
    const auto header = headerText(text);
    std::size_t line = 0;
    for (std::size_t i = 0; i < header.size(); ++i) {
      RC_ASSERT(static_cast<unsigned char>(header[i]) < 0x80);
      if (header[i] == '\r') RC_ASSERT(header.substr(i, 3) == "\r\n ");
      if (header[i] == '\n') RC_ASSERT(header.substr(i - 1, 3) == "\r\n ");
      line = header[i] == '\n' ? 0 : line + 1;
      RC_ASSERT(line <= 77);
    }
    RC_ASSERT(decoded(header) == cleaned(text));
  });
}

TEST_CASE("an address is taken as SMTP takes it, or is none") {
  CHECK(mailbox("zoe@customer.example") == "zoe@customer.example");
  CHECK(mailbox("zoë@customer.example") == "zoë@customer.example");
  CHECK(mailbox("o'neill+a/b=c@x.example") == "o'neill+a/b=c@x.example");
  CHECK(mailbox("a@BÜCHER.example") == "a@xn--bcher-kva.example");
  for (const auto* none :
       {"", "a", "@", "a@", "@b", "a@b@c", "a b@c", "a@b c", "a@b\r\nRCPT TO:<x@y>", "<a@b>",
        "a@b>", "\"a\"@b", ".a@b", "a.@b", "a..b@c", "a@[127.0.0.1]", "a,b@c", "a:b@c", "a@b..c"})
    CHECK(!mailbox(none));
  CHECK(!mailbox(std::string(65, 'a') + "@b.example"));
}

}  // namespace vitrine
