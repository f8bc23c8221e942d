#include "store/postgres_statement.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace vitrine {
namespace {

/// So many answers of statements that change something fit into what the network holds: more, and
/// both sides could wait for the other to read.
constexpr int mostSent = 100;

bool isName(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// `:name` becomes `$1`, `$2` …, but not within quotes. Answers also how many there are.
std::pair<std::string, std::size_t> numbered(std::string_view query) {
  std::string text;
  std::size_t count = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < query.size(); ++at) {
    if (query[at] == '\'') quoted = !quoted;
    const bool named =
        !quoted && query[at] == ':' && at + 1 < query.size() && isName(query[at + 1]);
    if (!named) {
      text += query[at];
      continue;
    }
    text.append(1, '$').append(std::to_string(++count));
    while (at + 1 < query.size() && isName(query[at + 1])) ++at;
  }
  return {text, count};
}

[[noreturn]] void fail(PGconn* connection, const PGresult* answer) {
  const char* state = answer ? PQresultErrorField(answer, PG_DIAG_SQLSTATE) : nullptr;
  const char* text = answer ? PQresultErrorField(answer, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
  throw soci::postgresql_soci_error(text ? text : PQerrorMessage(connection),
                                    state ? state : "     ");
}

bool isFine(const PGresult* answer) {
  const auto status = PQresultStatus(answer);
  return status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
}

long long number(std::string_view text) {
  long long value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

class PostgresStatement : public PreparedStatement {
 public:
  PostgresStatement(Pipeline& pipeline, std::string name, std::size_t places, bool reads)
      : pipeline_(pipeline),
        name_(std::move(name)),
        values_(places),
        numbers_(places),
        reads_(reads) {}

  void bind(int place, const std::string& text) override { valueOf(place) = text.c_str(); }
  void bind(int place, long long number) override {
    auto& digits = numbers_.at(static_cast<std::size_t>(place));
    *std::to_chars(digits.data(), digits.data() + digits.size() - 1, number).ptr = '\0';
    valueOf(place) = digits.data();
  }
  void bindNull(int place) override { valueOf(place) = nullptr; }

  bool step() override {
    if (!answer_) answer_ = pipeline_.ask({name_, values_, reads_});
    return ++row_ < PQntuples(answer_.get());
  }
  void send() override { pipeline_.send({name_, values_, reads_}); }

  bool isNull(int column) const override { return PQgetisnull(answer_.get(), row_, column) == 1; }
  std::string_view text(int column) const override {
    return {PQgetvalue(answer_.get(), row_, column),
            static_cast<std::size_t>(PQgetlength(answer_.get(), row_, column))};
  }
  long long integer(int column) const override { return number(text(column)); }
  long long changed() const override { return number(PQcmdTuples(answer_.get())); }

  void reset() noexcept override {
    answer_.reset();
    row_ = -1;
  }

 private:
  const char*& valueOf(int place) { return values_.at(static_cast<std::size_t>(place)); }

  Pipeline& pipeline_;
  const std::string name_;
  std::vector<const char*> values_;
  std::vector<std::array<char, 24>> numbers_;  // the texts of those that are numbers
  const bool reads_;
  Pipeline::Answer answer_{nullptr, PQclear};
  int row_ = -1;
};

}  // namespace

void Pipeline::use(PGconn* connection) {
  connection_ = connection;
  sent_ = 0;
}

std::unique_ptr<PreparedStatement> Pipeline::prepare(std::string_view query) {
  wait();
  const auto [text, places] = numbered(query);
  auto name = "v" + std::to_string(++prepared_);
  const Answer answer(PQprepare(connection_, name.c_str(), text.c_str(), 0, nullptr), PQclear);
  if (!isFine(answer.get())) fail(connection_, answer.get());
  return std::make_unique<PostgresStatement>(*this, std::move(name), places,
                                             query.starts_with("SELECT"));
}

void Pipeline::put(const Question& question) {
  if (!question.reads) ++changes_;
  if (PQsendQueryPrepared(connection_, question.name.c_str(),
                          static_cast<int>(question.values.size()), question.values.data(), nullptr,
                          nullptr, 0) != 1)
    fail(connection_, nullptr);
  ++sent_;
}

void Pipeline::send(const Question& question) {
  if (sent_ >= mostSent) wait();
  if (sent_ == 0) {
    // Outside of a transaction nothing need come that would ask for the answer.
    if (PQtransactionStatus(connection_) != PQTRANS_INTRANS) return void(ask(question));
    if (PQenterPipelineMode(connection_) != 1) fail(connection_, nullptr);
  }
  put(question);
}

Pipeline::Answer Pipeline::ask(const Question& question) {
  if (sent_ > 0) {
    put(question);
    return gather();
  }
  if (!question.reads) ++changes_;
  Answer answer(
      PQexecPrepared(connection_, question.name.c_str(), static_cast<int>(question.values.size()),
                     question.values.data(), nullptr, nullptr, 0),
      PQclear);
  if (!isFine(answer.get())) fail(connection_, answer.get());
  return answer;
}

void Pipeline::wait() {
  if (sent_ > 0) gather();
}

void Pipeline::settle() noexcept {
  try {
    wait();
  } catch (const std::exception&) {
  }
}

/// The last answer of what was sent.
Pipeline::Answer Pipeline::gather() {
  Answer last(nullptr, PQclear);
  Answer failed(nullptr, PQclear);
  bool fine = PQpipelineSync(connection_) == 1;
  for (int left = std::exchange(sent_, 0); left > 0; --left) {
    last.reset(PQgetResult(connection_));
    PQclear(PQgetResult(connection_));  // nothing: the end of this answer
    if (!fine || isFine(last.get())) continue;
    fine = false;
    failed = std::move(last);
  }
  PQclear(PQgetResult(connection_));  // the end of all
  if (PQexitPipelineMode(connection_) != 1 || !fine) fail(connection_, failed.get());
  return last;
}

}  // namespace vitrine
