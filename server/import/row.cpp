#include "import/row.hpp"

#include <charconv>

#include "import/characters.hpp"
#include "vitrine/fields.hpp"

namespace vitrine {

const Field* Row::find(std::string_view name) const {
  for (const auto& field : record_.fields) {
    if (field.name == name) return &field;
  }
  return nullptr;
}

void Row::refuse(std::string_view name, std::string_view value, std::string expected) const {
  const auto* field = find(name);
  throw Refused{{record_.line, field ? field->column : 0, std::string(field ? field->label : name),
                 shortened(value), std::move(expected)}};
}

std::string Row::checked(const Field& field, std::size_t max) const {
  const auto value = trimmed(field.value);
  if (!field.is_text) refuse(field.name, value, "a text");
  if (value.size() > max)
    refuse(field.name, value, std::string("at most ").append(std::to_string(max)) + " bytes");
  if (auto fault = textFault(value); !fault.empty()) refuse(field.name, value, std::move(fault));
  return std::string(value);
}

std::string Row::text(std::string_view name, std::size_t max) const {
  const auto* field = find(name);
  return field ? checked(*field, max) : std::string();
}

std::string Row::required(std::string_view name) const {
  auto value = text(name);
  if (value.empty()) refuse(name, value, "a value");
  if (isBlank(value)) refuse(name, value, "a value that can be seen");
  return value;
}

std::vector<std::string> Row::texts(std::string_view name, std::size_t max) const {
  std::vector<std::string> values;
  for (const auto& field : record_.fields) {
    if (field.name != name) continue;
    if (auto value = checked(field, max); !value.empty()) values.push_back(std::move(value));
  }
  return values;
}

std::optional<std::int64_t> Row::count(std::string_view name) const {
  const auto value = text(name);
  if (value.empty()) return {};
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (fault != std::errc() || end != value.data() + value.size() || value.front() == '-' ||
      number > maxSafeInteger)
    refuse(name, value, "a whole number from 0");
  return number;
}

std::string_view Row::raw(std::string_view name, std::size_t max) const {
  const auto* field = find(name);
  if (!field) return {};
  if (!field->is_text) refuse(name, field->value, "a text");
  if (field->value.size() > max)
    refuse(name, field->value, std::string("at most ").append(std::to_string(max)) + " bytes");
  return field->value;
}

}  // namespace vitrine
