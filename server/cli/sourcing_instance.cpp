#include "cli/sourcing_instance.hpp"

#include <cmath>

namespace vitrine {
namespace {

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

}  // namespace vitrine
