#include "mail/words.hpp"

namespace vitrine {
namespace {

const MailWords* find(std::string_view language) {
  const auto first = language.substr(0, language.find('-'));
  if (first == "ar") return &arabicMail;
  if (first == "de") return &germanMail;
  if (first == "en") return &englishMail;
  if (first == "es") return &spanishMail;
  if (first == "fr") return &frenchMail;
  return nullptr;
}

}  // namespace

bool hasWords(std::string_view language) { return find(language) != nullptr; }

const MailWords& wordsIn(std::string_view language) {
  const auto* words = find(language);
  return words ? *words : englishMail;
}

}  // namespace vitrine
