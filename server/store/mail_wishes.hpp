#pragma once

#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/fields.hpp"

/// E-mails that are part of no contract, which whoever gets them may turn off.
namespace vitrine {

/// `statements`: a month's statement is ready. `prices`: sellers have moved prices that a presenter
/// set.
enum class MailTopic { statements, prices };
constexpr auto names(MailTopic) {
  return std::to_array<std::string_view>({"statements", "prices"});
}

/// `receiver`: an account (`acc_…`), or a seller that nobody acts for.
bool wantsMails(Database& db, const std::string& receiver, MailTopic topic);
void setWantsMails(Database& db, const std::string& receiver, MailTopic topic, bool wanted);
std::vector<MailTopic> unwantedMails(Database& db, const std::string& receiver);

/// A text that ends these e-mails for whoever has it, sealed with the store's key.
std::string unsubscribeToken(Database& db, const std::string& receiver, MailTopic topic);
struct MailWish {
  std::string receiver;
  MailTopic topic = MailTopic::statements;
};
/// Nothing for what is no such text.
std::optional<MailWish> readUnsubscribe(Database& db, const std::string& token);

}  // namespace vitrine
