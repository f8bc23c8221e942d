#include "store/mail_wishes.hpp"

#include "crypto.hpp"
#include "store/sql.hpp"

namespace vitrine {
namespace {

constexpr std::string_view sealedMark = "sealed:";
constexpr std::string_view purpose = "unsubscribe ";

}  // namespace

bool wantsMails(Database& db, const std::string& receiver, MailTopic topic) {
  const std::string about(name(topic));
  return !one<std::string>(
      db, "SELECT topic FROM unwanted_mails WHERE receiver = :receiver AND topic = :topic",
      receiver, about);
}

void setWantsMails(Database& db, const std::string& receiver, MailTopic topic, bool wanted) {
  const std::string about(name(topic));
  run(db, "DELETE FROM unwanted_mails WHERE receiver = :receiver AND topic = :topic", receiver,
      about);
  if (wanted) return;
  run(db, "INSERT INTO unwanted_mails (receiver, topic) VALUES (:receiver, :topic)", receiver,
      about);
}

std::vector<MailTopic> unwantedMails(Database& db, const std::string& receiver) {
  std::vector<MailTopic> answer;
  for (std::size_t i = 0; i < names(MailTopic{}).size(); ++i)
    if (const auto topic = static_cast<MailTopic>(i); !wantsMails(db, receiver, topic))
      answer.push_back(topic);
  return answer;
}

std::string unsubscribeToken(Database& db, const std::string& receiver, MailTopic topic) {
  std::string text(purpose);
  text += name(topic);
  text += ' ';
  text += receiver;
  return base64Url(fromBase64(db.secretKey().seal(text).substr(sealedMark.size())));
}

std::optional<MailWish> readUnsubscribe(Database& db, const std::string& token) {
  const auto box = fromBase64Url(token);
  if (box.empty()) return {};
  std::string sealed(sealedMark);
  sealed += base64(box);
  std::string text;
  try {
    text = db.secretKey().unseal(sealed);
  } catch (const SecretKeyMissing&) {
    return {};  // another's, or made up
  }
  if (!text.starts_with(purpose)) return {};
  text.erase(0, purpose.size());
  for (std::size_t i = 0; i < names(MailTopic{}).size(); ++i) {
    const auto about = names(MailTopic{})[i];
    if (text.starts_with(about) && text.size() > about.size() && text[about.size()] == ' ')
      return MailWish{text.substr(about.size() + 1), static_cast<MailTopic>(i)};
  }
  return {};
}

}  // namespace vitrine
