#include "store/orders.hpp"

#include "cli/grammar.hpp"
#include "cli/settings.hpp"
#include "store/standings.hpp"

namespace vitrine {
namespace {

constexpr int ordersAtOnce = 500;

/// Page by page, so that nobody waits for the whole.
int listOrders(Aside& aside, bool json) {
  std::vector<OrderText> page;
  std::string last;
  const auto next = [&](Database& db) { page = ordersAfter(db, last, ordersAtOnce); };
  for (aside.transact(next); !page.empty(); aside.transact(next)) {
    for (const auto& [id, body] : page) {
      const auto order = fromJson<SellerOrder>(body);
      if (!order) throw std::runtime_error(id + " is damaged");
      const auto total = amountOf(order->totals, TotalType::total);
      if (!json) {
        aside.out << id << "  " << order->order_group_id << "  " << order->seller_id << "  "
                  << name(order->status) << "  " << total << ' ' << order->currency
                  << " (minor units)  " << order->created_at << '\n';
        continue;
      }
      const Json row{{"id", id},
                     {"order_group_id", order->order_group_id},
                     {"seller_id", order->seller_id},
                     {"status", std::string(name(order->status))},
                     {"created_at", order->created_at},
                     {"total", total},
                     {"currency", order->currency}};
      aside.out << (last.empty() && id == page.front().id ? "[\n" : ",\n") << row.dump(2);
    }
    last = page.back().id;
  }
  if (json) aside.out << (last.empty() ? "[]\n" : "\n]\n");
  return done;
}

int showOrder(Admin& admin, const std::string& id) {
  const auto orders = ordersCalled(admin.db, id);
  for (const auto& order : orders) admin.out << Json::parse(toJson(order)).dump(2) << '\n';
  return orders.empty() ? refuse(admin, id + ": there is no such order") : done;
}

}  // namespace

void addOrderCommands(Grammar& grammar) {
  const auto json = std::make_shared<bool>(false);
  const auto id = std::make_shared<std::string>();
  auto* order = grammar.family("order", "Orders: one per seller of a purchase");
  grammar
      .aside(order, "list", "List the orders",
             [json](Aside& aside) { return listOrders(aside, *json); })
      ->add_flag("--json", *json, "As JSON");
  grammar
      .command(order, "show", "Show an order or an order group",
               [id](Admin& admin) { return showOrder(admin, *id); })
      ->add_option("ID", *id, "ord_… or og_…")
      ->required();
}

}  // namespace vitrine
