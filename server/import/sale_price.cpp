#include "import/sale_price.hpp"

#include <charconv>
#include <chrono>

namespace vitrine {
namespace {

/// Takes pieces off the front of a text.
class Reader {
 public:
  explicit Reader(std::string_view text) : left_(text) {}

  bool done() const { return left_.empty(); }
  bool skip(char c) {
    if (!left_.starts_with(c)) return false;
    left_.remove_prefix(1);
    return true;
  }
  /// A number of exactly so many digits, from 0 to `most`; -1 if there is none.
  int number(std::size_t digits, int most) {
    int value = 0;
    const auto part = left_.substr(0, digits);
    const auto [end, fault] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (part.size() != digits || part.front() == '-' || fault != std::errc() ||
        end != part.data() + part.size() || value > most)
      return -1;
    left_.remove_prefix(digits);
    return value;
  }

 private:
  std::string_view left_;
};

/// Minutes east of UTC: "Z", "+01", "+0100", "+01:00", or nothing for UTC.
std::optional<int> zone(Reader& text) {
  if (text.done() || text.skip('Z')) return 0;
  const int sign = text.skip('-') ? -1 : 1;
  if (sign == 1 && !text.skip('+')) return {};
  const int hours = text.number(2, 14);
  const bool more = text.skip(':') || !text.done();
  const int minutes = more ? text.number(2, 59) : 0;
  if (hours < 0 || minutes < 0) return {};
  return sign * (hours * 60 + minutes);
}

/// An ISO 8601 date, or date and time, in Unix milliseconds; a date alone is its end if that is
/// asked for.
std::optional<std::int64_t> instant(std::string_view part, bool end_of_day) {
  using namespace std::chrono;
  Reader text(part);
  const int y = text.number(4, 9999);
  if (y < 0 || !text.skip('-')) return {};
  const int m = text.number(2, 12);
  if (m < 0 || !text.skip('-')) return {};
  const int d = text.number(2, 31);
  if (d < 0) return {};
  const year_month_day date(year(y), month(static_cast<unsigned>(m)),
                            day(static_cast<unsigned>(d)));
  if (!date.ok()) return {};
  minutes time = sys_days(date).time_since_epoch();
  seconds more{0};
  if (text.skip('T') || text.skip(' ')) {
    const int hour = text.number(2, 23);
    if (hour < 0 || !text.skip(':')) return {};
    const int minute = text.number(2, 59);
    if (minute < 0) return {};
    const int second = text.skip(':') ? text.number(2, 59) : 0;
    if (second < 0) return {};
    const auto east = zone(text);
    if (!east) return {};
    time += hours(hour) + minutes(minute - *east);
    more = seconds(second);
  } else if (end_of_day) {
    time += days(1);
  }
  if (!text.done()) return {};
  return duration_cast<milliseconds>(time + more).count();
}

}  // namespace

std::optional<PriceWindow> parseWindow(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == text.npos) return {};
  const auto from = instant(text.substr(0, slash), false);
  const auto until = instant(text.substr(slash + 1), true);
  if (!from || !until || *from >= *until) return {};
  return PriceWindow{*from, *until};
}

std::optional<SalePrice> readSalePrice(const Row& row, const Money& price) {
  const auto text = row.text("sale_price");
  const auto dates = row.text("sale_price_effective_date");
  if (text.empty()) return {};
  const auto money = parseMoney(text);
  if (!money) row.refuse("sale_price", text, priceHint(text, "9.90 EUR"));
  if (money->currency != price.currency || money->amount >= price.amount)
    row.refuse("sale_price", text, "less than the price, in its currency");
  SalePrice sale{money->amount, {}};
  if (dates.empty()) return sale;
  sale.window = parseWindow(dates);
  if (!sale.window)
    row.refuse("sale_price_effective_date", dates,
               "a start and an end like \"2026-11-27T00:00+0100/2026-11-30T23:59+0100\"");
  return sale;
}

}  // namespace vitrine
