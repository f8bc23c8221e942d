#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mail/words.hpp"
#include "vitrine/money.hpp"

namespace vitrine {

/// How a language writes what stands in an e-mail: its words, and values by ICU as browsers write
/// them by Intl. A language that there are no words in is English.
class Speech {
 public:
  explicit Speech(std::string_view language);
  ~Speech();
  Speech(const Speech&) = delete;

  const MailWords& words() const { return words_; }
  const std::string& language() const { return language_; }

  /// 1234 cents → "€12.34".
  std::string money(Amount amount, const std::string& currency) const;
  std::string number(std::int64_t count) const;
  /// "2–3 days", and one number where both ends are the same.
  std::string days(std::int32_t min, std::int32_t max) const;
  /// 190000 parts per million → "19%".
  std::string percent(std::int64_t ppm) const;
  std::string list(const std::vector<std::string>& items) const;
  /// ISO 3166-1 alpha-2 → its name.
  std::string country(const std::string& code) const;
  /// RFC 3339 → its date and time in UTC.
  std::string moment(const std::string& time) const;
  /// "2026-11-30" → "30 November 2026".
  std::string day(const std::string& day) const;
  /// "2026-11" → "November 2026".
  std::string month(const std::string& month) const;

 private:
  struct Formats;

  std::string language_;
  const MailWords& words_;
  std::unique_ptr<Formats> formats_;
};

}  // namespace vitrine
