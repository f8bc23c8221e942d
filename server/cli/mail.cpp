#include "cli/grammar.hpp"
#include "clock.hpp"
#include "json.hpp"
#include "store/mails.hpp"

namespace vitrine {
namespace {

constexpr int mostListed = 1000;

/// E-mails that wait or were given up, without receivers and what they say.
int listMails(Admin& admin, bool json) {
  auto all = Json::array();
  for (const auto& mail : waitingMails(admin.db, mostListed)) {
    const auto next = mail.due_at ? rfc3339(*mail.due_at) : "";
    all.push_back({{"id", mail.id},
                   {"kind", mail.kind},
                   {"order_group_id", mail.order_group_id},
                   {"queued_at", rfc3339(mail.queued_at)},
                   {"attempts", mail.attempts},
                   {"parked", !mail.due_at},
                   {"outcome", mail.outcome}});
    if (mail.due_at) all.back()["due_at"] = next;
    if (!json)
      admin.out << mail.id << "  " << mail.kind << "  " << mail.order_group_id << "  "
                << (mail.due_at ? "due " : "parked") << next << "  " << mail.attempts
                << " attempts, the last: " << (mail.attempts ? mail.outcome : "none") << '\n';
  }
  if (json) admin.out << all.dump(2) << '\n';
  return done;
}

/// Sends what was given up again: one e-mail, or with no id all.
int retryMails(Admin& admin, const std::string& id) {
  const auto count = retryMails(admin.db, id, unixNow());
  if (!id.empty() && count == 0) {
    admin.err << id << ": no such e-mail is parked\n";
    return failed;
  }
  admin.events.mails_due = count > 0;
  admin.out << count << " due again\n";
  return done;
}

}  // namespace

void addMailCommands(Grammar& grammar) {
  const auto json = std::make_shared<bool>(false);
  const auto id = std::make_shared<std::string>();
  auto* mail = grammar.family("mail", "E-mails to customers and sellers");
  grammar
      .command(mail, "list", "List those that wait or were given up",
               [json](Admin& admin) { return listMails(admin, *json); })
      ->add_flag("--json", *json, "As JSON");
  grammar
      .command(mail, "retry", "Send what was given up again",
               [id](Admin& admin) { return retryMails(admin, *id); })
      ->add_option("--id", *id, "Only this one (mail_…)");
}

}  // namespace vitrine
