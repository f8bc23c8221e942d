#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "json.hpp"
#include "vitrine/catalog.hpp"

/// The golden vectors: what `call(command, request)` answers on one catalogue. The same files are
/// run natively, through the widget and over HTTP, and the answers must be the same text.
namespace vitrine::vectors {

/// catalog.json: the products and sellers that every vector is run against.
struct CatalogFile {
  std::string currency;
  std::vector<Product> products;
  std::vector<Seller> sellers;

  static constexpr void fields(auto& self, auto&& field) {
    field("currency", self.currency);
    field("products", self.products);
    field("sellers", self.sellers);
  }
};

struct Vector {
  std::string file;
  std::string name;
  std::string command;
  Json request;
  Json response;  // {"ok":true,"value":…} or {"ok":false,"error":{"code","path"}}
};

inline std::string text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

inline CatalogFile catalogFile(const std::filesystem::path& folder) {
  auto file = fromJson<CatalogFile>(text(folder / "catalog.json"));
  if (!file) throw std::runtime_error("catalog.json: " + file.error().where);
  return *std::move(file);
}

inline std::vector<std::uint8_t> snapshotOf(const CatalogFile& file) {
  return snapshot(file.currency, file.products, file.sellers);
}

/// All vectors of the folder, in the order of their files' names.
inline std::vector<Vector> load(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json" && entry.path().filename() != "catalog.json")
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Vector> answer;
  for (const auto& file : files) {
    const auto list = parseJson(text(file));
    if (!list) throw std::runtime_error(file.string() + ": " + list.error().where);
    for (const auto& one : *list) {
      answer.push_back({file.filename().string(), one.at("name"), one.at("command"),
                        one.at("request"), one.at("response")});
    }
  }
  return answer;
}

}  // namespace vitrine::vectors
