#include "store/billing.hpp"

#include "json.hpp"
#include "store/sql.hpp"

namespace vitrine {

void insertBilling(Database& db, const std::string& member, const Billing& billing,
                   std::int64_t now) {
  const long long number = *one<long long>(db, "SELECT coalesce(max(number), 0) FROM billing") + 1;
  const long long set_at = now;
  run(db,
      "INSERT INTO billing (number, member, body, set_at) VALUES (:number, :member, :body, :at)",
      number, member, toJson(billing), set_at);
}

std::optional<Billing> billingAt(Database& db, const std::string& member, std::int64_t moment) {
  const long long at = moment;
  auto body = one<std::string>(db,
                               "SELECT body FROM billing WHERE member = :member AND set_at < :at "
                               "ORDER BY number DESC LIMIT 1",
                               member, at);
  if (!body)
    body = one<std::string>(
        db, "SELECT body FROM billing WHERE member = :member ORDER BY number LIMIT 1", member);
  return body ? std::optional(stored<Billing>(*body)) : std::nullopt;
}

std::vector<Earning> listEarnings(Database& db, const std::string& party, std::int64_t from,
                                  std::int64_t until) {
  const long long begin = from;
  const long long end = until;
  Earning each;
  long long amount = 0;
  Bound rows(db,
             "SELECT e.account, o.seller_id, e.currency, e.order_id, "
             "CAST(sum(e.amount) AS BIGINT) "
             "FROM ledger_entries e JOIN orders o ON o.id = e.order_id "
             "WHERE e.posted_at >= :from AND e.posted_at < :until "
             "AND e.account <> 'customers' AND e.account <> o.seller_id "
             "AND (o.seller_id = :party OR e.account = :supplier) "
             "GROUP BY e.account, o.seller_id, e.currency, e.order_id "
             "ORDER BY e.account, o.seller_id, e.currency, min(e.number)",
             begin, end, party, party);
  rows.into(each.supplier).into(each.seller_id).into(each.currency).into(each.order_id);
  rows.into(amount);
  std::vector<Earning> answer;
  rows.each([&] {
    each.amount = amount;
    answer.push_back(each);
  });
  return answer;
}

}  // namespace vitrine
