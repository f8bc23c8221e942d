#include "store/accounts.hpp"

#include <algorithm>

#include "cli/grammar.hpp"
#include "cli/settings.hpp"
#include "clock.hpp"
#include "crypto.hpp"
#include "members/accounts.hpp"
#include "passwords.hpp"

namespace vitrine {
namespace {

/// The first line of the file, hashed; says what is wrong with it otherwise.
std::optional<std::string> readPassword(Admin& admin, const std::string& file) {
  const auto path = admin.cwd / file;
  if (!std::filesystem::is_regular_file(path)) {
    admin.err << file << ": there is no such file\n";
    return {};
  }
  auto password = readAll(path);
  password.resize(std::min(password.size(), password.find_first_of("\r\n")));
  if (const auto fault = checkPassword(password, "password")) {
    admin.err << file << ": a password of 10 to 1024 bytes is expected\n";
    return {};
  }
  return hashPassword(password);
}

/// The account with that e-mail; says so where there is none.
std::optional<StoredAccount> accountOf(Admin& admin, const std::string& email) {
  auto account = findAccount(admin.db, accountEmail(email).value_or(""));
  if (!account) admin.err << email << ": there is no such account\n";
  return account;
}

struct GivenAccount {
  std::string email;
  std::string name;
  std::string password_file;
  std::vector<std::string> members;
  std::string right = "owner";
  bool json = false;
};

/// The grammar takes no other names.
Right rightNamed(const std::string& text) {
  const auto all = names(Right{});
  return static_cast<Right>(std::find(all.begin(), all.end(), text) - all.begin());
}

int addAccount(Admin& admin, const GivenAccount& given) {
  const auto email = accountEmail(given.email);
  if (!email) return refuse(admin, Error{Errc::invalid_format, "email"});
  if (findAccount(admin.db, *email)) return refuse(admin, *email + ": has an account already");
  for (const auto& owner : given.members)
    if (!memberName(admin.db, owner)) return refuse(admin, Error{Errc::not_found, owner});
  const auto hash = readPassword(admin, given.password_file);
  if (!hash) return failed;
  const auto now = unixNow();
  const StoredAccount account{newId("acc_", now), *email, given.name, *hash};
  insertAccount(admin.db, account, now);
  for (const auto& owner : given.members)
    addMember(admin.db, account.id, owner, rightNamed(given.right), now);
  admin.out << Json{{"id", account.id}, {"email", *email}}.dump(2) << '\n';
  return done;
}

int listAccounts(Admin& admin, bool json) {
  auto all = Json::array();
  for (const auto& account : listAccounts(admin.db)) {
    auto members = Json::array();
    for (const auto& [owner, right] : membersOf(admin.db, account.id))
      members.push_back({{"owner", owner}, {"right", name(right)}});
    all.push_back({{"id", account.id},
                   {"email", account.email},
                   {"name", account.name},
                   {"members", members}});
    if (json) continue;
    admin.out << account.id << "  " << account.email;
    for (const auto& [owner, right] : membersOf(admin.db, account.id))
      admin.out << "  " << owner << " (" << name(right) << ')';
    admin.out << '\n';
  }
  if (json) admin.out << all.dump(2) << '\n';
  return done;
}

int changePassword(Admin& admin, const GivenAccount& given) {
  const auto account = accountOf(admin, given.email);
  if (!account) return failed;
  const auto hash = readPassword(admin, given.password_file);
  if (!hash) return failed;
  setPassword(admin.db, account->id, *hash);
  endSignInsOf(admin.db, account->id);
  return done;
}

int removeAccount(Admin& admin, const GivenAccount& given) {
  const auto account = accountOf(admin, given.email);
  if (!account) return failed;
  removeAccount(admin.db, account->id);
  return done;
}

int changeMembers(Admin& admin, const GivenAccount& given, bool join) {
  const auto account = accountOf(admin, given.email);
  if (!account) return failed;
  for (const auto& owner : given.members) {
    if (!memberName(admin.db, owner)) return refuse(admin, Error{Errc::not_found, owner});
    if (join)
      addMember(admin.db, account->id, owner, rightNamed(given.right), unixNow());
    else
      removeMember(admin.db, account->id, owner);
  }
  return done;
}

}  // namespace

void addAccountCommands(Grammar& grammar) {
  const auto given = std::make_shared<GivenAccount>();
  auto* account = grammar.family("account", "Accounts: who signs in at /console/");
  const auto named = [given](CLI::App* command) {
    command->add_option("--email", given->email, "E-mail address")->required();
    return command;
  };
  const auto with_password = [given, named](CLI::App* command) {
    named(command)
        ->add_option("--password-file", given->password_file, "File whose first line it is")
        ->required();
    return command;
  };
  const auto owners = [given](CLI::App* command) {
    return command->add_option("--member", given->members,
                               "sel_…, pre_… or operator; may be given several times");
  };
  const auto with_members = [given, owners](CLI::App* command) {
    const auto all = names(Right{});
    command->add_option("--right", given->right, "What it may do for them (default: owner)")
        ->check(CLI::IsMember(std::vector<std::string>(all.begin(), all.end())));
    return owners(command);
  };

  auto* add =
      with_password(grammar.command(account, "add", "Add an account, for members that there are",
                                    [given](Admin& admin) { return addAccount(admin, *given); }));
  add->add_option("--name", given->name, "What the person is called")->required();
  with_members(add);

  grammar
      .command(account, "list", "List the accounts and whom they act for",
               [given](Admin& admin) { return listAccounts(admin, given->json); })
      ->add_flag("--json", given->json, "As JSON");

  with_password(grammar.command(account, "password", "Set another password; signs out everywhere",
                                [given](Admin& admin) { return changePassword(admin, *given); }));
  with_members(
      named(grammar.command(account, "join", "Let an account act for members",
                            [given](Admin& admin) { return changeMembers(admin, *given, true); })))
      ->required();
  owners(
      named(grammar.command(account, "leave", "Let it act for them no more",
                            [given](Admin& admin) { return changeMembers(admin, *given, false); })))
      ->required();
  named(grammar.command(account, "remove", "Remove an account; the members stay",
                        [given](Admin& admin) { return removeAccount(admin, *given); }));
}

}  // namespace vitrine
