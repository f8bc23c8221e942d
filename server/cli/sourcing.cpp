// Sourcing on the command line: carts in, solutions out, without a data folder.
#include <chrono>
#include <fstream>
#include <iostream>

#include "cli/grammar.hpp"
#include "cli/sourcing_instance.hpp"

namespace vitrine {
namespace {

using Clock = std::chrono::steady_clock;

struct Given {
  std::string objective = "cost";  // or "all"
  std::int64_t work = 0;           // 0: the library's own limit
  std::int64_t time_ms = 0;        // 0: no limit
  std::string file;
};

/// Stops a search when its time, if that is limited, is over.
class Deadline {
 public:
  explicit Deadline(const Given& given)
      : end_(start_ + std::chrono::milliseconds(given.time_ms)), limited_(given.time_ms > 0) {}

  void apply(SourcingLimits& limits) {
    if (!limited_) return;
    limits.stop = passed;
    limits.context = this;
  }
  std::int64_t micros() const {
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start_).count();
  }

 private:
  static bool passed(void* context) {
    return Clock::now() >= static_cast<Deadline*>(context)->end_;
  }
  Clock::time_point start_ = Clock::now();
  Clock::time_point end_;
  bool limited_;
};

Json solved(const SourcingInstance& instance, SourcingObjective objective, const Given& given) {
  SourcingLimits limits;
  if (given.work > 0) limits.work = given.work;
  Deadline deadline(given);
  deadline.apply(limits);
  const auto answer = source(instance, objective, limits);
  const auto micros = deadline.micros();
  Json json;
  json["objective"] = names(objective)[static_cast<std::size_t>(objective)];
  if (!answer) {
    // The instance calls them owners.
    auto where = answer.error().where;
    if (where.starts_with("sellers")) where.replace(0, 7, "owners");
    json["error"] = {{"code", name(answer.error().code)}, {"path", where}};
    return json;
  }
  json["cost"] = answer->cost ? Json(*answer->cost) : Json();
  json["owners"] = answer->cost ? Json(answer->sellers) : Json();
  json["max_days"] = answer->cost ? Json(answer->max_days) : Json();
  json["proof"] = names(answer->proof)[static_cast<std::size_t>(answer->proof)];
  json["bound"] = answer->proof == SourcingProof::infeasible ? Json() : Json(answer->bound);
  json["assignment"] = Json::array();
  for (const auto& units : answer->assignment)
    json["assignment"].push_back({units.seller, units.line, units.quantity});
  if (!answer->cost) {
    json["shortages"] = Json::array();
    for (const auto& missing : shortages(instance, objective))
      json["shortages"].push_back({{"line", missing.line}, {"available", missing.available}});
  }
  json["micros"] = micros;
  return json;
}

std::vector<SourcingObjective> objectives(const std::string& word) {
  const auto all = names(SourcingObjective{});
  std::vector<SourcingObjective> chosen;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (word == "all" || word == all[i]) chosen.push_back(static_cast<SourcingObjective>(i));
  return chosen;
}

/// Reads a cart from each line of `in` and writes one line for each objective. `failed` when a line
/// was refused; its error stands in its place.
int sourceCarts(const Given& given, std::istream& in, std::ostream& out) {
  const auto wanted = objectives(given.objective);
  int code = done;
  std::string text;
  for (std::int64_t number = 1; std::getline(in, text); ++number) {
    if (text.find_first_not_of(" \t\r") == text.npos) continue;
    const auto json = parseJson(text);
    const auto id = json && json->is_object() && json->contains("id") ? (*json)["id"] : Json();
    const auto instance = json ? sourcingInstance(*json) : Result<SourcingInstance>(json.error());
    for (const auto objective : wanted) {
      Json line;
      line["id"] = id;
      if (instance) {
        line.update(solved(*instance, objective, given));
      } else {
        line["error"] = {{"code", name(instance.error().code)}, {"path", instance.error().where}};
      }
      if (line.contains("error")) {
        line["error"]["line"] = number;
        code = failed;
      }
      out << dump(line) << '\n';
      if (!instance) break;
    }
    out.flush();
  }
  return code;
}

/// Solves a facility location file (`m n`, then each facility's fee and costs).
int sourceFacilities(const Given& given, std::ostream& out, std::ostream& err) {
  std::ifstream file(given.file);
  FacilityInstance instance;
  if (!(file >> instance.facilities >> instance.cities) || instance.facilities < 1 ||
      instance.cities < 1 || instance.facilities > 10'000 || instance.cities > 10'000) {
    err << given.file << ": two numbers are expected, facilities and cities\n";
    return failed;
  }
  for (std::int32_t i = 0; i < instance.facilities; ++i) {
    for (std::int32_t j = -1; j < instance.cities; ++j) {
      double number = 0;
      if (!(file >> number) || !(number >= 0) || number > 1e12) {
        err << given.file << ": facility " << i + 1 << ": a fee and " << instance.cities
            << " costs are expected, each at least 0\n";
        return failed;
      }
      (j < 0 ? instance.fees : instance.costs).push_back(number);
    }
  }
  SourcingLimits limits;
  if (given.work > 0) limits.work = given.work;
  Deadline deadline(given);
  deadline.apply(limits);
  const auto answer = source(instance, limits);
  Json json;
  json["cost"] = answer.cost;
  json["bound"] = answer.bound;
  json["proof"] = answer.optimal ? "optimal" : "bound";
  json["assignment"] = answer.facility;
  json["micros"] = deadline.micros();
  out << dump(json) << '\n';
  return done;
}

}  // namespace

void addSourcingCommands(Grammar& grammar) {
  const auto given = std::make_shared<Given>();
  auto* source = grammar.alone(
      "source", "Find the cheapest sellers for carts: one JSON instance a line in, results out",
      [given](const Config&) { return sourceCarts(*given, std::cin, std::cout); });
  source->add_option("--objective", given->objective, "cost, parcels, fastest, pickup or all")
      ->check(CLI::IsMember({"cost", "parcels", "fastest", "pickup", "all"}))
      ->capture_default_str();
  auto* facilities = grammar.alone(
      "source-ufl", "Solve a facility location file: m n, then fee and costs",
      [given](const Config&) { return sourceFacilities(*given, std::cout, std::cerr); });
  facilities->add_option("FILE", given->file, "The instance")->required();
  for (auto* command : {source, facilities}) {
    command->add_option("--work", given->work, "Most work to do, counted (default: plenty)")
        ->check(CLI::PositiveNumber);
    command->add_option("--time-ms", given->time_ms, "Most milliseconds for each solution")
        ->check(CLI::PositiveNumber);
  }
}

}  // namespace vitrine
