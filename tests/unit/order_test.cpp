#include "vitrine/order.hpp"

#include "unit/catch.hpp"
#include "vitrine/checkout.hpp"

namespace vitrine {
namespace {

const Buyer ada{"Ada Lovelace", "ada@example.org", "+44 20 7946 0000"};
const Address home{"Ada Lovelace", "12 St James's Square", "", "SW1Y 4JH", "London", "GB"};

}  // namespace

TEST_CASE(
    "an order moves from placed to acknowledged to shipped, or is rejected before that; cancelled "
    "before its seller has taken it on") {
  using enum OrderStatus;
  struct Row {
    OrderStatus from, to;
    bool allowed;
  };
  const std::vector<Row> table{
      {placed, placed, true},
      {placed, acknowledged, true},
      {placed, shipped, true},
      {placed, rejected, true},
      {placed, cancelled, true},
      {acknowledged, placed, false},
      {acknowledged, acknowledged, true},
      {acknowledged, shipped, true},
      {acknowledged, rejected, true},
      {acknowledged, cancelled, false},
      {shipped, placed, false},
      {shipped, acknowledged, false},
      {shipped, shipped, true},
      {shipped, rejected, false},
      {shipped, cancelled, false},
      {rejected, placed, false},
      {rejected, acknowledged, false},
      {rejected, shipped, false},
      {rejected, rejected, true},
      {rejected, cancelled, false},
      {cancelled, placed, false},
      {cancelled, acknowledged, false},
      {cancelled, shipped, false},
      {cancelled, rejected, false},
      {cancelled, cancelled, true},
  };
  const auto steps = names(OrderStatus{}).size();
  REQUIRE(table.size() == steps * steps);
  for (const auto& row : table) {
    CAPTURE(name(row.from), name(row.to));
    const auto answer = advance(row.from, row.to);
    REQUIRE(static_cast<bool>(answer) == row.allowed);
    if (row.allowed) CHECK(*answer == row.to);
    if (!row.allowed) CHECK(answer.error() == Error{Errc::invalid_transition, "status"});
  }
}

TEST_CASE("a buyer needs a name and an e-mail address, not a telephone") {
  CHECK(check(ada) == std::nullopt);
  CHECK(check(Buyer{"Ada", "a@b", ""}) == std::nullopt);
  CHECK(check(Buyer{"", "a@b", ""}) == Error{Errc::missing_field, "name"});
  CHECK(check(Buyer{"  ", "a@b", ""}) == Error{Errc::missing_field, "name"});
  CHECK(check(Buyer{"Ada", "", ""}) == Error{Errc::missing_field, "email"});
}

TEST_CASE("an e-mail address is one @ between two texts without spaces") {
  for (const auto* email :
       {"ada", "@example.org", "ada@", "ada@@example.org", "a@b@c", "ada @example.org", "@"}) {
    CAPTURE(email);
    CHECK(check(Buyer{"Ada", email, ""}) == Error{Errc::invalid_format, "email"});
  }
}

TEST_CASE("no part of a buyer holds control characters or more than 200 bytes") {
  const std::string most(200, 'a');
  CHECK(check(Buyer{most, "a@b", most}) == std::nullopt);
  CHECK(check(Buyer{most + "a", "a@b", ""}) == Error{Errc::too_large, "name"});
  CHECK(check(Buyer{"Ada", most + "@b", ""}) == Error{Errc::too_large, "email"});
  CHECK(check(Buyer{"Ada", "a@b", most + "a"}) == Error{Errc::too_large, "phone"});
  CHECK(check(Buyer{"Ada\r\nBcc: x", "a@b", ""}) == Error{Errc::invalid_format, "name"});
  CHECK(check(Buyer{"Ada", "a@b\n", ""}) == Error{Errc::invalid_format, "email"});
  CHECK(check(Buyer{"Ada", "a@b", "\x7f"}) == Error{Errc::invalid_format, "phone"});
}

TEST_CASE("a note is at most 2,000 bytes of lines") {
  const auto faultOf = [](std::vector<std::string> texts) {
    std::vector<SellerNote> notes;
    for (auto& text : texts) notes.push_back({"sel_1", std::move(text)});
    return check(notes);
  };
  CHECK_FALSE(faultOf({"", "one\ntwo", std::string(2000, 'x')}));
  CHECK(faultOf({"", std::string(2001, 'x')}) == Error{Errc::too_large, "notes[1].text", 2000});
  for (const char c : {'\0', '\r', '\t', '\x1b', '\x7f'})
    CHECK(faultOf({std::string(1, c)}) == Error{Errc::invalid_format, "notes[0].text"});
  CHECK(faultOf(std::vector<std::string>(101)) == Error{Errc::too_large, "notes"});
}

TEST_CASE("an address needs every part but the second line") {
  CHECK(check(home) == std::nullopt);
  const auto without = [](auto member) {
    Address address = home;
    address.*member = " ";
    return check(address);
  };
  CHECK(without(&Address::name) == Error{Errc::missing_field, "name"});
  CHECK(without(&Address::line1) == Error{Errc::missing_field, "line1"});
  CHECK(without(&Address::postcode) == Error{Errc::missing_field, "postcode"});
  CHECK(without(&Address::city) == Error{Errc::missing_field, "city"});
  CHECK(without(&Address::country) == Error{Errc::invalid_format, "country"});
  CHECK(without(&Address::line2) == std::nullopt);
}

TEST_CASE("an address needs no postcode where the country has none or mail goes without") {
  for (const auto* country : {"IE", "HK", "AE", "AG", "ZW"}) {
    CAPTURE(country);
    CHECK(check(Address{"Ada", "1 Main Street", "", "", "Port", country}) == std::nullopt);
  }
  for (const auto* country : {"DE", "GB", "US", "AT"}) {
    CAPTURE(country);
    CHECK(check(Address{"Ada", "1 Main Street", "", " ", "Port", country}) ==
          Error{Errc::missing_field, "postcode"});
  }
}

TEST_CASE("every part of an address is bounded and free of control characters") {
  for (const auto& [field, member] :
       std::vector<std::pair<std::string, std::string Address::*>>{{"name", &Address::name},
                                                                   {"line1", &Address::line1},
                                                                   {"line2", &Address::line2},
                                                                   {"postcode", &Address::postcode},
                                                                   {"city", &Address::city}}) {
    Address address = home;
    address.*member = std::string(201, 'x');
    CHECK(check(address) == Error{Errc::too_large, field});
    address.*member = "x\ty";
    CHECK(check(address) == Error{Errc::invalid_format, field});
  }
  Address address = home;
  address.country = "gb";
  CHECK(check(address) == Error{Errc::invalid_format, "country"});
}

}  // namespace vitrine
