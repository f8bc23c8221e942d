#include "mail/speech.hpp"

#include <unicode/datefmt.h>
#include <unicode/listformatter.h>
#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/numberrangeformatter.h>
#include <unicode/timezone.h>

#include <ctime>
#include <iomanip>
#include <sstream>
#include <stdexcept>

namespace vitrine {
namespace {

using icu::number::FormattedNumber;
using icu::number::LocalizedNumberFormatter;
using icu::number::NumberFormatter;
using icu::number::Precision;

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

/// An integer of units as a decimal, exactly: 1234 with two decimals → "12.34".
std::string decimal(std::int64_t units, int decimals) {
  auto digits = std::to_string(units < 0 ? -units : units);
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - places, 1, '.');
  if (units < 0) digits.insert(0, 1, '-');
  return digits;
}

std::string written(const LocalizedNumberFormatter& format, const std::string& number) {
  UErrorCode status = U_ZERO_ERROR;
  const auto text = format.formatDecimal(number, status).toString(status);
  check(status);
  return utf8(text);
}

}  // namespace

struct Speech::Formats {
  icu::Locale locale;
  LocalizedNumberFormatter number;
};

Speech::Speech(std::string_view language)
    : language_(hasWords(language) ? language : "en"), words_(wordsIn(language_)) {
  UErrorCode status = U_ZERO_ERROR;
  auto locale = icu::Locale::forLanguageTag(language_, status);
  if (U_FAILURE(status)) locale = icu::Locale(language_.substr(0, language_.find('-')).c_str());
  formats_ = std::make_unique<Formats>(Formats{locale, NumberFormatter::withLocale(locale)});
}

Speech::~Speech() = default;

std::string Speech::money(Amount amount, const std::string& currency) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto places = currencyExponent(currency).value_or(2);
  const icu::CurrencyUnit unit(icu::StringPiece(currency), status);
  check(status);
  const auto format = formats_->number.unit(unit).precision(Precision::fixedFraction(places));
  return written(format, decimal(amount, places));
}

std::string Speech::number(std::int64_t count) const {
  return written(formats_->number, std::to_string(count));
}

std::string Speech::days(std::int32_t min, std::int32_t max) const {
  const auto day =
      NumberFormatter::with().unit(icu::MeasureUnit::getDay()).unitWidth(UNUM_UNIT_WIDTH_FULL_NAME);
  if (min >= max) return written(day.locale(formats_->locale), std::to_string(max));
  UErrorCode status = U_ZERO_ERROR;
  const auto text = icu::number::NumberRangeFormatter::withLocale(formats_->locale)
                        .numberFormatterBoth(day)
                        .formatFormattableRange(min, max, status)
                        .toString(status);
  check(status);
  return utf8(text);
}

std::string Speech::percent(std::int64_t ppm) const {
  const auto format =
      formats_->number.unit(icu::MeasureUnit::getPercent()).precision(Precision::maxFraction(2));
  return written(format, decimal(ppm, 4));
}

std::string Speech::list(const std::vector<std::string>& items) const {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::ListFormatter> format(
      icu::ListFormatter::createInstance(formats_->locale, status));
  check(status);
  std::vector<icu::UnicodeString> texts;
  for (const auto& item : items) texts.push_back(icu::UnicodeString::fromUTF8(item));
  icu::UnicodeString text;
  format->format(texts.data(), static_cast<int32_t>(texts.size()), text, status);
  check(status);
  return utf8(text);
}

std::string Speech::country(const std::string& code) const {
  icu::UnicodeString name;
  icu::Locale("", code.c_str()).getDisplayCountry(formats_->locale, name);
  return name.isEmpty() ? code : utf8(name);
}

std::string Speech::moment(const std::string& time) const {
  std::tm parts{};
  std::istringstream reading(time);
  reading >> std::get_time(&parts, "%Y-%m-%dT%H:%M:%SZ");
  if (!reading) return time;
  const std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateTimeInstance(
      icu::DateFormat::kLong, icu::DateFormat::kShort, formats_->locale));
  if (!format) return time;
  format->setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString text;
  format->format(static_cast<UDate>(timegm(&parts)) * 1000, text);
  return utf8(text) + " UTC";
}

std::string Speech::day(const std::string& day) const {
  std::tm parts{};
  std::istringstream reading(day);
  reading >> std::get_time(&parts, "%Y-%m-%d");
  if (!reading) return day;
  const std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createDateInstance(icu::DateFormat::kLong, formats_->locale));
  if (!format) return day;
  format->setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString text;
  format->format(static_cast<UDate>(timegm(&parts)) * 1000, text);
  return utf8(text);
}

std::string Speech::month(const std::string& month) const {
  std::tm parts{};
  std::istringstream reading(month + "-01");
  reading >> std::get_time(&parts, "%Y-%m-%d");
  if (!reading) return month;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createInstanceForSkeleton("yMMMM", formats_->locale, status));
  check(status);
  format->setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString text;
  format->format(static_cast<UDate>(timegm(&parts)) * 1000, text);
  return utf8(text);
}

}  // namespace vitrine
