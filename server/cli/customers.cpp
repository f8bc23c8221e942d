#include "cli/grammar.hpp"
#include "clock.hpp"
#include "json.hpp"
#include "orders/personal_data.hpp"
#include "orders/reviews.hpp"
#include "store/idempotency.hpp"
#include "store/mails.hpp"
#include "store/orders.hpp"
#include "store/sessions.hpp"

namespace vitrine {
namespace {

template <class T>
Json jsonOf(const T& value) {
  return Json::parse(toJson(value));
}

/// What is kept about a customer, as JSON.
int exportCustomer(Admin& admin, const std::string& email) {
  auto groups = Json::array();
  auto sessions = Json::array();
  for (const auto& group : groupsOf(admin.db, email)) {
    auto told = jsonOf(group);
    told["orders"] = Json::array();
    for (const auto& order : ordersOfGroup(admin.db, group.id)) {
      auto part = jsonOf(order);
      part["reviews"] = Json::array();
      for (const auto& review : ownReviews(admin.db, order.id))
        part["reviews"].push_back(jsonOf(review));
      told["orders"].push_back(std::move(part));
    }
    told["mails"] = Json::array();
    for (const auto& content : contentsOfGroup(admin.db, group.id))
      told["mails"].push_back(Json::parse(content));
    groups.push_back(std::move(told));
    const auto session = boughtSession(admin.db, keysOfGroup(admin.db, group.id).session_id);
    if (session) sessions.push_back(jsonOf(*session));
  }
  for (const auto& session : unboughtSessions(admin.db, email)) sessions.push_back(jsonOf(session));
  admin.out << Json{{"email", email},
                    {"order_groups", std::move(groups)},
                    {"checkout_sessions", std::move(sessions)}}
                   .dump(2)
            << '\n';
  return done;
}

/// Erases a customer of all purchases that have ended; says which have not.
int eraseCustomer(Admin& admin, const std::string& email) {
  auto erased = Json::array();
  auto left = Json::array();
  for (const auto& group : groupsOf(admin.db, email)) {
    const auto before = left.size();
    for (const auto& order : ordersOfGroup(admin.db, group.id)) {
      if (hasEnded(order)) continue;
      left.push_back({{"order_group_id", group.id},
                      {"order_id", order.id},
                      {"status", std::string(name(order.status))}});
      admin.err
          << group.id << " is left: " << order.id << " is " << name(order.status)
          << ", and its seller needs the customer until it is shipped, rejected or cancelled\n";
    }
    if (left.size() > before) continue;
    erasePersonalData(admin.db, group.id, unixNow());
    erased.push_back(group.id);
  }
  auto forgotten = Json::array();
  for (const auto& session : unboughtSessions(admin.db, email)) {
    forgetAnswersOf(admin.db, "/v1/checkout_sessions/" + session.id);
    forgetSession(admin.db, session.id);
    forgotten.push_back(session.id);
  }
  admin.events.personal_data_erased = true;
  admin.out << Json{{"erased", std::move(erased)},
                    {"forgotten", std::move(forgotten)},
                    {"left", std::move(left)}}
                   .dump(2)
            << '\n';
  return done;
}

}  // namespace

void addCustomerCommands(Grammar& grammar) {
  const auto email = std::make_shared<std::string>();
  auto* customer = grammar.family("customer", "Customers: what is kept about them");
  auto* print = grammar.command(customer, "export", "Print all that is kept about one, as JSON",
                                [email](Admin& admin) { return exportCustomer(admin, *email); });
  auto* erase =
      grammar.command(customer, "erase", "Erase one of all purchases that have ended; amounts stay",
                      [email](Admin& admin) { return eraseCustomer(admin, *email); });
  for (auto* command : {print, erase})
    command->add_option("--email", *email, "The customer's, as in the orders")->required();
}

}  // namespace vitrine
