#include "store/tickets.hpp"

#include "store/sql.hpp"

namespace vitrine {
namespace {

template <class... Uses>
std::vector<Ticket> ticketsWhere(Database& db, std::string_view condition, const Uses&... values) {
  Ticket ticket;
  std::string kind;
  std::string right;
  long long created_at = 0;
  long long ends_at = 0;
  std::string query(
      "SELECT id, kind, coalesce(account_id, ''), email, owner, access_right, invited_by, "
      "created_at, ends_at FROM tickets WHERE ");
  query += condition;
  Bound rows(db, query, values...);
  rows.into(ticket.id)
      .into(kind)
      .into(ticket.account_id)
      .into(ticket.email)
      .into(ticket.owner)
      .into(right)
      .into(ticket.invited_by)
      .into(created_at)
      .into(ends_at);
  std::vector<Ticket> answer;
  rows.each([&] {
    ticket.kind = named<TicketKind>(kind);
    ticket.right = named<Right>(right);
    ticket.created_at = created_at;
    ticket.ends_at = ends_at;
    answer.push_back(ticket);
  });
  return answer;
}

}  // namespace

void insertTicket(Database& db, const Ticket& ticket, const std::string& hash) {
  const long long created_at = ticket.created_at;
  const long long ends_at = ticket.ends_at;
  run(db,
      "INSERT INTO tickets (hash, id, kind, account_id, email, owner, access_right, invited_by, "
      "created_at, ends_at) VALUES (:hash, :id, :kind, nullif(:account, ''), :email, :owner, "
      ":right, :by, :created, :ends)",
      hash, ticket.id, std::string(name(ticket.kind)), ticket.account_id, ticket.email,
      ticket.owner, std::string(name(ticket.right)), ticket.invited_by, created_at, ends_at);
}

std::optional<Ticket> findTicket(Database& db, const std::string& hash, TicketKind kind,
                                 std::int64_t now) {
  const long long moment = now;
  auto found = ticketsWhere(db, "hash = :hash AND kind = :kind AND ends_at > :now", hash,
                            std::string(name(kind)), moment);
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

void endTicket(Database& db, const std::string& id) {
  run(db, "DELETE FROM tickets WHERE id = :id", id);
}

void endTicketsOf(Database& db, const std::string& account_id, TicketKind kind) {
  run(db, "DELETE FROM tickets WHERE account_id = :id AND kind = :kind", account_id,
      std::string(name(kind)));
}

std::vector<Ticket> invitationsTo(Database& db, const std::string& owner, std::int64_t now) {
  const long long moment = now;
  return ticketsWhere(db, "owner = :owner AND kind = :kind AND ends_at > :now ORDER BY id", owner,
                      std::string(name(TicketKind::invitation)), moment);
}

void forgetTickets(Database& db, std::int64_t before) {
  const long long moment = before;
  run(db, "DELETE FROM tickets WHERE ends_at < :moment", moment);
}

}  // namespace vitrine
