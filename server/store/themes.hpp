#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/fields.hpp"

namespace vitrine {

/// A custom property without its `--vitrine-`, and its value in CSS.
struct ThemeValue {
  std::string name;
  std::string value;

  friend bool operator==(const ThemeValue&, const ThemeValue&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("name", self.name);
    field("value", self.value);
  }
};

/// How a site looks: `dark` adds what is otherwise on dark pages.
struct SiteTheme {
  std::vector<ThemeValue> light;
  std::vector<ThemeValue> dark;

  friend bool operator==(const SiteTheme&, const SiteTheme&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("light", self.light, defaulted);
    field("dark", self.dark, defaulted);
  }
};

/// Takes the place of the one before.
void saveTheme(Database& db, const std::string& site_id, const SiteTheme& theme);
/// An empty one, where none was saved.
SiteTheme findTheme(Database& db, const std::string& site_id);
/// By site.
std::map<std::string, SiteTheme> listThemes(Database& db);

}  // namespace vitrine
