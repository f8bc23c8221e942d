#include "store/orders.hpp"

#include "store/sql.hpp"

namespace vitrine {
namespace {

template <class T>
std::vector<T> documents(soci::rowset<std::string> rows) {
  std::vector<T> answer;
  for (const auto& body : rows) answer.push_back(stored<T>(body));
  return answer;
}

template <class T>
std::optional<T> document(const std::optional<std::string>& body) {
  return body ? std::optional(stored<T>(*body)) : std::nullopt;
}

}  // namespace

void insertGroup(Database& db, const StoredGroup& group, const GroupKeys& keys,
                 const std::string& email) {
  send(db,
       "INSERT INTO order_groups (id, session_id, token, body, email, page) "
       "VALUES (:id, :session, :token, :body, lower(:email), :page)",
       group.id, keys.session_id, keys.token, toJson(group), email, keys.page);
}

std::optional<StoredGroup> findGroupByToken(Database& db, const std::string& token) {
  return document<StoredGroup>(
      one<std::string>(db, "SELECT body FROM order_groups WHERE token = :token", token));
}

std::optional<StoredGroup> findGroup(Database& db, const std::string& id) {
  return document<StoredGroup>(
      one<std::string>(db, "SELECT body FROM order_groups WHERE id = :id", id));
}

std::string tokenOfGroup(Database& db, const std::string& id) {
  return *one<std::string>(db, "SELECT token FROM order_groups WHERE id = :id", id);
}

std::vector<SellerOrder> ordersCalled(Database& db, const std::string& id) {
  return documents<SellerOrder>((db.sql().prepare << "SELECT body FROM orders WHERE id = :id OR "
                                                     "order_group_id = :group ORDER BY id",
                                 soci::use(id), soci::use(id)));
}

void saveGroup(Database& db, const StoredGroup& group) {
  run(db, "UPDATE order_groups SET body = :body WHERE id = :id", toJson(group), group.id);
}

void saveErased(Database& db, const StoredGroup& group) {
  run(db, "UPDATE order_groups SET body = :body, email = '', ended_at = NULL WHERE id = :id",
      toJson(group), group.id);
}

void saveEnd(Database& db, const std::string& id, std::optional<std::int64_t> ended_at) {
  const Nullable end(ended_at);
  run(db, "UPDATE order_groups SET ended_at = :end WHERE id = :id", end, id);
}

GroupKeys keysOfGroup(Database& db, const std::string& id) {
  GroupKeys keys;
  Bound(db, "SELECT session_id, token FROM order_groups WHERE id = :id", id)
      .into(keys.session_id)
      .into(keys.token)
      .first();
  return keys;
}

std::vector<std::string> groupsEndedBefore(Database& db, std::int64_t moment, int limit) {
  const long long before = moment;
  soci::rowset<std::string> rows =
      (db.sql().prepare << "SELECT id FROM order_groups WHERE ended_at < :moment "
                           "ORDER BY ended_at LIMIT :limit",
       soci::use(before), soci::use(limit));
  return {rows.begin(), rows.end()};
}

std::vector<StoredGroup> groupsOf(Database& db, const std::string& email) {
  return documents<StoredGroup>(
      (db.sql().prepare << "SELECT body FROM order_groups WHERE email = lower(:email) AND "
                           "email <> '' ORDER BY id",
       soci::use(email)));
}

void insertOrder(Database& db, const SellerOrder& order, const std::string& text,
                 const std::string& replaces, std::optional<std::int64_t> answer_due) {
  const Nullable due(answer_due);
  const std::string status(name(order.status));
  send(db,
       "INSERT INTO orders (id, order_group_id, seller_id, replaces, body, answer_due, status) "
       "VALUES (:id, :group, :seller, :replaces, :body, :due, :status)",
       order.id, order.order_group_id, order.seller_id, replaces, text, due, status);
}

void saveOrder(Database& db, const SellerOrder& order) {
  const std::string status(name(order.status));
  run(db, "UPDATE orders SET body = :body, status = :status, answer_due = NULL WHERE id = :id",
      toJson(order), status, order.id);
}

void saveReplacement(Database& db, const std::string& order_id,
                     const std::optional<Replacement>& replacement) {
  run(db, "UPDATE orders SET replacement = :replacement WHERE id = :id",
      replacement ? toJson(*replacement) : std::string(), order_id);
}

std::vector<SellerOrder> unanswered(Database& db, std::int64_t now) {
  // In the order of the index: for one of ids SQLite would go through all orders there are.
  const long long moment = now;
  return documents<SellerOrder>((db.sql().prepare
                                     << "SELECT body FROM orders WHERE answer_due < :now "
                                        "ORDER BY answer_due, id",
                                 soci::use(moment)));
}

std::optional<SellerOrder> findOrder(Database& db, const std::string& seller_id,
                                     const std::string& id) {
  return document<SellerOrder>(one<std::string>(
      db, "SELECT body FROM orders WHERE id = :id AND seller_id = :seller", id, seller_id));
}

std::vector<SellerOrder> listOrders(Database& db, const std::string& seller_id,
                                    const OrderWish& wish, int limit) {
  const std::string status(wish.status ? name(*wish.status) : std::string_view());
  std::string query =
      "SELECT body FROM orders WHERE seller_id = :seller AND (:all = '' OR status = :status) AND ";
  query += wish.newest_first ? "(:start = '' OR id < :after) ORDER BY id DESC LIMIT :limit"
                             : "(:start = '' OR id > :after) ORDER BY id LIMIT :limit";
  return documents<SellerOrder>((db.sql().prepare << query, soci::use(seller_id), soci::use(status),
                                 soci::use(status), soci::use(wish.after), soci::use(wish.after),
                                 soci::use(limit)));
}

std::vector<SellerOrder> ordersOfPresenter(Database& db, const std::string& presenter_id,
                                           const std::string& after, int limit) {
  return documents<SellerOrder>(
      (db.sql().prepare << "SELECT body FROM orders WHERE id > :after AND id IN (SELECT order_id "
                           "FROM ledger_entries WHERE account = :presenter AND kind = 'sale') "
                           "ORDER BY id LIMIT :limit",
       soci::use(after), soci::use(presenter_id), soci::use(limit)));
}

std::vector<PageSum> sumsByPage(Database& db, const std::string& presenter_id, std::int64_t from,
                                std::int64_t until) {
  const long long first = from;
  const long long end = until;
  PageSum sum;
  long long orders = 0;
  long long amount = 0;
  Bound rows(db,
             "SELECT g.page, l.currency, count(DISTINCT l.order_id), CAST(sum(l.amount) AS BIGINT) "
             "FROM ledger_entries l JOIN orders o ON o.id = l.order_id "
             "JOIN order_groups g ON g.id = o.order_group_id "
             "WHERE l.account = :account AND l.order_id IN (SELECT order_id FROM ledger_entries "
             "WHERE account = :account2 AND kind = 'sale' AND posted_at >= :first "
             "AND posted_at < :end) GROUP BY g.page, l.currency ORDER BY 4 DESC, 1, 2",
             presenter_id, presenter_id, first, end);
  rows.into(sum.page).into(sum.currency).into(orders).into(amount);
  std::vector<PageSum> answer;
  rows.each([&] {
    sum.orders = orders;
    sum.amount = amount;
    answer.push_back(sum);
  });
  return answer;
}

std::vector<SellerOrder> ordersOfGroup(Database& db, const std::string& order_group_id) {
  return documents<SellerOrder>(
      (db.sql().prepare << "SELECT body FROM orders WHERE order_group_id = :group ORDER BY id",
       soci::use(order_group_id)));
}

std::vector<GroupOrder> partsOfGroup(Database& db, const std::string& order_group_id) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT body, replaces, replacement FROM orders "
                           "WHERE order_group_id = :group ORDER BY id",
       soci::use(order_group_id));
  std::vector<GroupOrder> answer;
  for (const auto& row : rows) {
    const auto replacement = row.get<std::string>(2);
    answer.push_back({stored<SellerOrder>(row.get<std::string>(0)), row.get<std::string>(1), {}});
    if (!replacement.empty()) answer.back().replacement = stored<Replacement>(replacement);
  }
  return answer;
}

}  // namespace vitrine
