#include "store/orders.hpp"

#include "cli/grammar.hpp"
#include "cli/settings.hpp"

namespace vitrine {
namespace {

int listOrders(Admin& admin, bool json) {
  auto all = Json::array();
  for (const auto& group : listGroups(admin.db)) {
    for (const auto& order : ordersOfGroup(admin.db, group.id)) {
      const auto total = amountOf(order.totals, TotalType::total);
      all.push_back({{"id", order.id},
                     {"order_group_id", group.id},
                     {"seller_id", order.seller_id},
                     {"status", std::string(name(order.status))},
                     {"created_at", order.created_at},
                     {"total", total},
                     {"currency", order.currency}});
      if (!json)
        admin.out << order.id << "  " << group.id << "  " << order.seller_id << "  "
                  << name(order.status) << "  " << total << ' ' << order.currency
                  << " (minor units)  " << order.created_at << '\n';
    }
  }
  if (json) admin.out << all.dump(2) << '\n';
  return done;
}

int showOrder(Admin& admin, const std::string& id) {
  for (const auto& group : listGroups(admin.db)) {
    for (const auto& order : ordersOfGroup(admin.db, group.id)) {
      if (order.id != id && group.id != id) continue;
      admin.out << Json::parse(toJson(order)).dump(2) << '\n';
      if (order.id == id) return done;
    }
    if (group.id == id) return done;
  }
  return refuse(admin, id + ": there is no such order");
}

}  // namespace

void addOrderCommands(Grammar& grammar) {
  const auto json = std::make_shared<bool>(false);
  const auto id = std::make_shared<std::string>();
  auto* order = grammar.family("order", "Orders: one per seller of a purchase");
  grammar
      .command(order, "list", "List the orders",
               [json](Admin& admin) { return listOrders(admin, *json); })
      ->add_flag("--json", *json, "As JSON");
  grammar
      .command(order, "show", "Show an order or an order group",
               [id](Admin& admin) { return showOrder(admin, *id); })
      ->add_option("ID", *id, "ord_… or og_…")
      ->required();
}

}  // namespace vitrine
