// Prints the contract from the C++ field lists: `emit typescript` (web/contract.ts), `emit openapi`
// (docs/openapi.json).
#include <iostream>
#include <map>
#include <string>

#include "api/endpoints.hpp"
#include "json.hpp"
#include "vitrine/commands.hpp"
#include "vitrine/guide.hpp"
#include "vitrine/manifest.hpp"

namespace vitrine {
namespace {

/// The C++ name of a type without its namespace.
template <class T>
std::string typeName() {
  const std::string_view text =
      __PRETTY_FUNCTION__;  // "… [with T = vitrine::Quote; …]" or "[T = vitrine::Quote]"
  const auto start = text.find("T = ") + 4;
  const auto whole = text.substr(start, text.find_first_of(";]", start) - start);
  return std::string(whole.substr(whole.rfind(':') + 1));
}

/// Collects every type that is reachable from the requests and answers, each under its own name.
class Contract {
 public:
  template <class T>
  void add() {
    if constexpr (isOptional<T> || isList<T>) {
      add<typename T::value_type>();
    } else if constexpr (Described<T>) {
      const auto title = typeName<T>();
      if (typescript_.contains(title)) return;
      typescript_[title];  // seen, for types that contain each other
      addFields<T>(title);
    } else if constexpr (Named<T>) {
      std::string choices;
      Json values = Json::array();
      for (const auto choice : names(T{})) {
        choices += (choices.empty() ? "'" : " | '") + std::string(choice) + "'";
        values.push_back(std::string(choice));
      }
      const auto title = typeName<T>();
      typescript_[title] = "export type " + title + " = " + choices + ";\n";
      schemas_[title] = Json{{"type", "string"}, {"enum", values}};
    }
  }

  template <class T>
  static std::string typescriptOf() {
    if constexpr (isOptional<T>)
      return typescriptOf<typename T::value_type>();
    else if constexpr (isList<T>)
      return typescriptOf<typename T::value_type>() + "[]";
    else if constexpr (std::same_as<T, bool>)
      return "boolean";
    else if constexpr (std::integral<T>)
      return "number";
    else if constexpr (std::same_as<T, std::string>)
      return "string";
    else
      return typeName<T>();
  }

  template <class T>
  static Json schemaOf() {
    if constexpr (isOptional<T>) {
      return schemaOf<typename T::value_type>();
    } else if constexpr (isList<T>) {
      return Json{{"type", "array"}, {"items", schemaOf<typename T::value_type>()}};
    } else if constexpr (std::same_as<T, bool>) {
      return Json{{"type", "boolean"}};
    } else if constexpr (std::integral<T>) {
      return Json{{"type", "integer"}, {"minimum", -maxSafeInteger}, {"maximum", maxSafeInteger}};
    } else if constexpr (std::same_as<T, std::string>) {
      return Json{{"type", "string"}};
    } else {
      return Json{{"$ref", "#/components/schemas/" + typeName<T>()}};
    }
  }

  std::string typescript() const {
    std::string text;
    for (const auto& [title, body] : typescript_) text += body + '\n';
    return text;
  }
  Json schemas() const {
    Json all = Json::object();
    for (const auto& [title, schema] : schemas_) all[title] = schema;
    return all;
  }

 private:
  template <class T>
  void addFields(const std::string& title) {
    std::string body;
    Json properties = Json::object();
    Json required = Json::array();
    const T example{};
    T::fields(example, [&]<class M, class... Tag>(std::string_view key, const M&, Tag...) {
      add<M>();
      const bool may_miss = isOptional<M> || sizeof...(Tag) > 0;
      body += "  " + std::string(key) + (may_miss ? "?: " : ": ") + typescriptOf<M>() + ";\n";
      properties[std::string(key)] = schemaOf<M>();
      if (!may_miss) required.push_back(std::string(key));
    });
    typescript_[title] = body.empty() ? "export type " + title + " = Record<string, never>;\n"
                                      : "export interface " + title + " {\n" + body + "}\n";
    schemas_[title] =
        Json{{"type", "object"}, {"additionalProperties", false}, {"properties", properties}};
    if (!required.empty()) schemas_[title]["required"] = required;
  }

  std::map<std::string, std::string> typescript_;
  std::map<std::string, Json> schemas_;
};

template <class F>
void eachRow(const auto& table, F one) {
  std::apply([&](const auto&... rows) { (one(rows), ...); }, table);
}

Contract contract() {
  Contract all;
  eachRow(commands, [&]<class Q, class A>(const Command<Q, A>&) { all.add<Q>(), all.add<A>(); });
  eachRow(endpoints, [&]<class Q, class A>(const Endpoint<Q, A>&) { all.add<Q>(), all.add<A>(); });
  all.add<SiteManifest>();
  all.add<CatalogChanges>();
  all.add<Guide>();
  all.add<OrderEvent>();
  all.add<FailureBody>();
  return all;
}

std::string verbOf(http::verb verb) { return std::string(http::to_string(verb)); }

std::string typescript() {
  std::string text =
      "// @generated from the C++ field lists by `npm run contract`. Amounts are integers in minor "
      "units.\n\n";
  text += contract().typescript();
  text += "/** Every stable error code. */\nexport type ErrorCode =\n";
  for (int code = 0; code <= static_cast<int>(Errc::internal); ++code)
    text += "  | '" + std::string(name(static_cast<Errc>(code))) + "'\n";
  text.back() = ';';
  text +=
      "\n\n/** The commands of the core, and of `POST /v1/sites/{site_id}/commands/{command}`. */\n"
      "export interface Commands {\n";
  eachRow(commands, [&]<class Q, class A>(const Command<Q, A>& row) {
    text += "  '" + std::string(row.name) + "': { request: " + Contract::typescriptOf<Q>() +
            "; response: " + Contract::typescriptOf<A>() + " };\n";
  });
  text += "}\n\n/** The JSON routes of the server. */\nexport interface Endpoints {\n";
  eachRow(endpoints, [&]<class Q, class A>(const Endpoint<Q, A>& row) {
    text += "  '" + verbOf(row.method) + ' ' + std::string(row.path) +
            "': { request: " + Contract::typescriptOf<Q>() +
            "; response: " + Contract::typescriptOf<A>() + " };\n";
  });
  text +=
      "}\n\n/** What somebody who acts for a member needs for a route that changes something. */\n"
      "export const rights: Partial<Record<keyof Endpoints, Right>> = {\n";
  eachRow(endpoints, [&]<class Q, class A>(const Endpoint<Q, A>& row) {
    if (!opensToKeys(row.door.access) || row.method == http::verb::get) return;
    text += "  '" + verbOf(row.method) + ' ' + std::string(row.path) + "': '" +
            std::string(name(rightFor(row))) + "',\n";
  });
  return text + "};\n";
}

Json bodyOf(Json schema) {
  return {{"content", {{"application/json", {{"schema", std::move(schema)}}}}}};
}

Json responses(Json schema) {
  auto good = bodyOf(std::move(schema));
  good["description"] = "The full state";
  auto bad = bodyOf(Contract::schemaOf<FailureBody>());
  bad["description"] = "Nothing was changed; `code` is stable, `path` leads to the fault";
  return {{"200", good}, {"default", bad}};
}

/// What a call may bring as `Authorization: Bearer`, by the names of the security schemes.
std::vector<const char*> schemesOf(Access access) {
  switch (access) {
    case Access::site:
    case Access::link:
    case Access::console:
      return {};
    case Access::session:
      return {"session_secret"};
    case Access::seller:
      return {"seller_key"};
    case Access::presenter:
      return {"presenter_key"};
    case Access::operator_:
      return {"operator_key"};
    case Access::key:
      return {"seller_key", "presenter_key", "operator_key"};
    case Access::account:
    case Access::confirmed:
      return {"signed_in"};
  }
  fatal("Access outside its enumerators");
}

Json securitySchemes() {
  Json schemes = Json::object();
  for (const auto* scheme : {"session_secret", "seller_key", "presenter_key", "operator_key"})
    schemes[scheme] = {{"type", "http"}, {"scheme", "bearer"}};
  schemes["signed_in"] = {{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-vitrine"}};
  return schemes;
}

Json openapi() {
  Json paths = Json::object();
  eachRow(endpoints, [&]<class Q, class A>(const Endpoint<Q, A>& row) {
    Json operation{{"summary", std::string(row.summary)}, {"parameters", Json::array()}};
    auto& parameters = operation["parameters"];
    for (auto open = row.path.find('{'); open != row.path.npos;
         open = row.path.find('{', open + 1)) {
      const auto key = std::string(row.path.substr(open + 1, row.path.find('}', open) - open - 1));
      parameters.push_back(
          {{"name", key}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
    }
    if (row.repeat == Repeat::once)
      parameters.push_back({{"name", "Idempotency-Key"},
                            {"in", "header"},
                            {"required", true},
                            {"schema", {{"type", "string"}, {"maxLength", 255}}}});
    if constexpr (!std::same_as<Q, Nothing>)
      operation["requestBody"] = bodyOf(Contract::schemaOf<Q>());
    if (row.body == Body::any)
      operation["requestBody"] = {
          {"content", {{"application/x-www-form-urlencoded", Json::object()}}}};
    if (row.body == Body::file)
      operation["requestBody"] = {{"content", {{"application/octet-stream", Json::object()}}}};
    for (const auto* scheme : schemesOf(row.door.access))
      operation["security"].push_back({{scheme, Json::array()}});
    if (opensToKeys(row.door.access)) operation["x-right"] = std::string(name(rightFor(row)));
    operation["responses"] = responses(Contract::schemaOf<A>());
    auto verb = verbOf(row.method);
    for (auto& c : verb) c = static_cast<char>(std::tolower(c));
    paths[std::string(row.path)][verb] = operation;
  });
  eachRow(commands, [&]<class Q, class A>(const Command<Q, A>& row) {
    paths["/v1/sites/{site_id}/commands/" + std::string(row.name)]["post"] = {
        {"summary", "The core's command of that name on the site's catalogue"},
        {"parameters",
         {{{"name", "site_id"},
           {"in", "path"},
           {"required", true},
           {"schema", {{"type", "string"}}}}}},
        {"requestBody", bodyOf(Contract::schemaOf<Q>())},
        {"responses", responses(Contract::schemaOf<A>())}};
  });
  return {
      {"openapi", "3.1.0"},
      {"info", {{"title", "Vitrine"}, {"version", "1"}, {"license", {{"name", "Apache-2.0"}}}}},
      {"paths", paths},
      {"components", {{"schemas", contract().schemas()}, {"securitySchemes", securitySchemes()}}}};
}

}  // namespace
}  // namespace vitrine

int main(int argc, char** argv) {
  const std::string_view what = argc == 2 ? argv[1] : "";
  if (what == "typescript") {
    std::cout << vitrine::typescript();
  } else if (what == "openapi") {
    std::cout << vitrine::openapi().dump(2) << '\n';
  } else {
    std::cerr << "usage: emit typescript|openapi\n";
    return 2;
  }
}
