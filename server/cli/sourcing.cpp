#include "cli/sourcing.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <istream>
#include <ostream>

#include "cli/cli.hpp"

namespace vitrine {
namespace {

using Clock = std::chrono::steady_clock;

/// Reads members and elements and keeps the first fault.
class Reader {
 public:
  Fault fault;

  const Json* list(const Json& from, const char* key, const std::string& where, bool required) {
    const auto at = from.find(key);
    if (at == from.end() || at->is_null()) {
      if (required) refuse(Errc::missing_field, where);
      return nullptr;
    }
    if (!at->is_array()) refuse(Errc::wrong_kind, where);
    return fault ? nullptr : &*at;
  }

  const Json* tuple(const Json& value, std::size_t size, const std::string& where) {
    if (!value.is_array()) refuse(Errc::wrong_kind, where);
    if (!fault && value.size() != size) refuse(Errc::invalid_format, where);
    return fault ? nullptr : &value;
  }

  std::int64_t integer(const Json& value, const std::string& where) {
    // As everywhere on the wire, integers are those that a double holds too.
    constexpr double most = 9007199254740991.0;
    if (!value.is_number()) {
      refuse(Errc::wrong_kind, where);
      return 0;
    }
    const auto number = value.get<double>();
    if (!(std::abs(number) <= most) || number != std::floor(number)) {
      refuse(Errc::out_of_range, where);
      return 0;
    }
    return static_cast<std::int64_t>(number);
  }

  std::optional<std::int64_t> optional(const Json& from, const char* key,
                                       const std::string& where) {
    const auto at = from.find(key);
    if (at == from.end() || at->is_null()) return {};
    return integer(*at, where + '.' + key);
  }

  void refuse(Errc code, const std::string& where) {
    if (!fault) fault = Error{code, where};
  }
};

Rate rateOf(Reader& read, const Json& json, const std::string& where) {
  Rate rate;
  if (!json.is_object()) {
    read.refuse(Errc::wrong_kind, where);
    return rate;
  }
  rate.base = read.optional(json, "base", where).value_or(0);
  rate.per_item = read.optional(json, "perItem", where).value_or(0);
  rate.free_from = read.optional(json, "freeFrom", where);
  rate.max_weight = read.optional(json, "maxWeight", where);
  rate.min_goods = read.optional(json, "minGoods", where);
  const auto tiers = [&](const char* key, auto add) {
    const auto inner = where + '.' + key;
    const auto* list = read.list(json, key, inner, false);
    for (std::size_t t = 0; list && t < list->size(); ++t) {
      const auto here = element(inner, t);
      if (const auto* tier = read.tuple((*list)[t], 2, here))
        add(read.integer((*tier)[0], here), read.integer((*tier)[1], here));
    }
  };
  tiers("weightTiers", [&](auto up_to, auto fee) { rate.weight_tiers.push_back({up_to, fee}); });
  tiers("priceTiers", [&](auto from, auto fee) { rate.price_tiers.push_back({from, fee}); });
  return rate;
}

SourcingMethod methodOf(Reader& read, const Json& json, const Json& zone,
                        const std::string& where) {
  SourcingMethod method;
  if (!json.is_object()) {
    read.refuse(Errc::wrong_kind, where);
    return method;
  }
  const auto given = json.find("kind");
  const auto kind = given == json.end() || given->is_null() ? Json("delivery") : *given;
  if (kind != "delivery" && kind != "pickup") read.refuse(Errc::invalid_format, where + ".kind");
  method.kind = kind == "pickup" ? ShippingKind::pickup : ShippingKind::shipping;
  const auto days = read.optional(json, "days", where).value_or(0);
  if (days < 0 || days > 100'000) read.refuse(Errc::out_of_range, where + ".days");
  method.days = static_cast<std::int32_t>(days);
  const auto zones = json.find("zones");
  if (zones != json.end() && !zones->is_null()) {
    if (!zones->is_object() || !zone.is_string()) {
      read.refuse(Errc::wrong_kind, where + ".zones");
      return method;
    }
    const auto rate = zones->find(zone.get<std::string>());
    if (rate != zones->end() && !rate->is_null())
      method.rate = rateOf(read, *rate, where + ".zones");
  } else if (const auto rate = json.find("rate"); rate != json.end() && !rate->is_null()) {
    method.rate = rateOf(read, *rate, where + ".rate");
  }
  return method;
}

SourcingSeller sellerOf(Reader& read, const Json& json, const Json& zone,
                        const std::string& where) {
  SourcingSeller seller;
  if (!json.is_object()) {
    read.refuse(Errc::wrong_kind, where);
    return seller;
  }
  const auto* offers = read.list(json, "offers", where + ".offers", true);
  for (std::size_t o = 0; offers && o < offers->size(); ++o) {
    const auto here = element(where + ".offers", o);
    const auto* entry = read.tuple((*offers)[o], 3, here);
    if (!entry) break;
    SourcingOffer offer;
    const auto line = read.integer((*entry)[0], here);
    if (line < 0 || line > INT32_MAX) read.refuse(Errc::out_of_range, here);
    offer.line = static_cast<std::int32_t>(line);
    offer.price = read.integer((*entry)[1], here);
    if (!(*entry)[2].is_null()) offer.stock = read.integer((*entry)[2], here);
    seller.offers.push_back(offer);
  }
  const auto* discounts = read.list(json, "discounts", where + ".discounts", false);
  for (std::size_t d = 0; discounts && d < discounts->size(); ++d) {
    const auto here = element(where + ".discounts", d);
    const auto* entry = read.tuple((*discounts)[d], 2, here);
    if (!entry) break;
    const auto percent = read.integer((*entry)[1], here);
    if (percent < 0 || percent > 100) read.refuse(Errc::out_of_range, here);
    seller.discounts.push_back(
        {read.integer((*entry)[0], here), static_cast<std::int32_t>(percent)});
  }
  const auto* methods = read.list(json, "methods", where + ".methods", true);
  for (std::size_t m = 0; methods && m < methods->size(); ++m)
    seller.methods.push_back(methodOf(read, (*methods)[m], zone, element(where + ".methods", m)));
  return seller;
}

/// Stops a search when its time is over.
struct Deadline {
  Clock::time_point end;
  static bool passed(void* context) { return Clock::now() >= static_cast<Deadline*>(context)->end; }
};

Json solved(const SourcingInstance& instance, SourcingObjective objective,
            const SourcingOptions& options) {
  SourcingLimits limits;
  if (options.work > 0) limits.work = options.work;
  const auto start = Clock::now();
  Deadline deadline{start + std::chrono::milliseconds(options.time_ms)};
  if (options.time_ms > 0) {
    limits.stop = Deadline::passed;
    limits.context = &deadline;
  }
  const auto answer = source(instance, objective, limits);
  const auto micros =
      std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count();
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

std::optional<std::vector<SourcingObjective>> objectives(const std::string& word) {
  const auto all = names(SourcingObjective{});
  std::vector<SourcingObjective> chosen;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (word == "all" || word == all[i]) chosen.push_back(static_cast<SourcingObjective>(i));
  if (chosen.empty()) return {};
  return chosen;
}

}  // namespace

Result<SourcingInstance> sourcingInstance(const Json& json) {
  if (!json.is_object()) return Error{Errc::wrong_kind, ""};
  Reader read;
  SourcingInstance instance;
  const auto* lines = read.list(json, "lines", "lines", true);
  for (std::size_t j = 0; lines && j < lines->size(); ++j) {
    const auto where = element("lines", j);
    const auto* line = read.tuple((*lines)[j], 2, where);
    if (!line) break;
    instance.lines.push_back({read.integer((*line)[0], where), read.integer((*line)[1], where)});
  }
  const auto* owners = read.list(json, "owners", "owners", true);
  const auto zone = json.value("zone", Json());
  for (std::size_t i = 0; owners && !read.fault && i < owners->size(); ++i)
    instance.sellers.push_back(sellerOf(read, (*owners)[i], zone, element("owners", i)));
  if (read.fault) return *read.fault;
  return instance;
}

int sourceCarts(const SourcingOptions& options, std::istream& in, std::ostream& out,
                std::ostream& err) {
  const auto wanted = objectives(options.objective);
  if (!wanted) {
    err << "--objective: cost, parcels, fastest, pickup or all is expected\n";
    return misused;
  }
  int code = done;
  std::string text;
  for (std::int64_t number = 1; std::getline(in, text); ++number) {
    if (text.find_first_not_of(" \t\r") == text.npos) continue;
    const auto json = parseJson(text);
    const auto id = json && json->is_object() && json->contains("id") ? (*json)["id"] : Json();
    const auto instance = json ? sourcingInstance(*json) : Result<SourcingInstance>(json.error());
    for (const auto objective : *wanted) {
      Json line;
      line["id"] = id;
      if (instance) {
        line.update(solved(*instance, objective, options));
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

int sourceFacilities(const SourcingOptions& options, std::ostream& out, std::ostream& err) {
  std::ifstream file(options.file);
  FacilityInstance instance;
  if (!(file >> instance.facilities >> instance.cities) || instance.facilities < 1 ||
      instance.cities < 1 || instance.facilities > 10'000 || instance.cities > 10'000) {
    err << options.file << ": two numbers are expected, facilities and cities\n";
    return failed;
  }
  for (std::int32_t i = 0; i < instance.facilities; ++i) {
    for (std::int32_t j = -1; j < instance.cities; ++j) {
      double number = 0;
      if (!(file >> number) || !(number >= 0) || number > 1e12) {
        err << options.file << ": facility " << i + 1 << ": a fee and " << instance.cities
            << " costs are expected, each at least 0\n";
        return failed;
      }
      (j < 0 ? instance.fees : instance.costs).push_back(number);
    }
  }
  SourcingLimits limits;
  if (options.work > 0) limits.work = options.work;
  const auto start = Clock::now();
  Deadline deadline{start + std::chrono::milliseconds(options.time_ms)};
  if (options.time_ms > 0) {
    limits.stop = Deadline::passed;
    limits.context = &deadline;
  }
  const auto answer = source(instance, limits);
  Json json;
  json["cost"] = answer.cost;
  json["bound"] = answer.bound;
  json["proof"] = answer.optimal ? "optimal" : "bound";
  json["assignment"] = answer.facility;
  json["micros"] =
      std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count();
  out << dump(json) << '\n';
  return done;
}

}  // namespace vitrine
