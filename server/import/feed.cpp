#include "import/feed.hpp"

#include <algorithm>
#include <array>

#include "json.hpp"

namespace vitrine {
namespace {

constexpr std::size_t maxText = 500;
constexpr std::size_t maxDescription = 10'000;

/// Thrown to leave a row at its first fault.
struct Refused {
  std::string field;
  std::string value;
  std::string expected;
};

class Row {
 public:
  explicit Row(const Json& json) : json_(json) {}

  /// The field's text; numbers count as text, as feeds are careless about quotes.
  std::string text(const char* field, bool required = false, std::size_t max = maxText) const {
    const auto found = json_.find(field);
    if (found == json_.end() || found->is_null()) {
      if (required) throw Refused{field, "", "a value"};
      return {};
    }
    if (!found->is_string() && !found->is_number()) throw Refused{field, dump(*found), "a text"};
    return checked(field, found->is_string() ? found->get<std::string>() : dump(*found), required,
                   max);
  }

  std::vector<std::string> texts(const char* field) const {
    const auto found = json_.find(field);
    if (found == json_.end() || found->is_null()) return {};
    if (found->is_string()) return {text(field)};
    if (!found->is_array()) throw Refused{field, dump(*found), "a list of texts"};
    std::vector<std::string> answer;
    for (const auto& item : *found) {
      if (!item.is_string()) throw Refused{field, dump(item), "a text"};
      answer.push_back(checked(field, item.get<std::string>(), true, maxText));
    }
    return answer;
  }

  std::optional<std::int64_t> count(const char* field) const {
    const auto found = json_.find(field);
    if (found == json_.end() || found->is_null()) return {};
    const auto number = JsonSource(*found).integer();
    if (!number || *number < 0 || *number > maxSafeInteger)
      throw Refused{field, dump(*found), "a whole number from 0"};
    return number;
  }

 private:
  static std::string checked(const char* field, std::string value, bool required, std::size_t max) {
    if (required && value.find_first_not_of(" \t\n") == value.npos)
      throw Refused{field, value, "a value"};
    if (value.size() > max)
      throw Refused{field, value, "at most " + std::to_string(max) + " bytes"};
    for (const char c : value) {
      if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t')
        throw Refused{field, value, "text without control characters"};
    }
    return value;
  }

  const Json& json_;
};

std::vector<VariantOption> readOptions(const Row& row) {
  std::vector<VariantOption> options;
  for (const auto* field : {"size", "color", "material", "pattern"}) {
    if (auto value = row.text(field); !value.empty()) options.push_back({field, std::move(value)});
  }
  for (const auto* number : {"1", "2", "3"}) {
    const auto field = std::string("custom_variant") + number;
    auto category = row.text((field + "_category").c_str());
    auto value = row.text((field + "_option").c_str());
    if (category.empty() != value.empty())
      throw Refused{field + "_option", value, "a category together with an option"};
    if (!value.empty()) options.push_back({std::move(category), std::move(value)});
  }
  return options;
}

std::optional<std::int64_t> readStock(const Row& row) {
  const auto availability = row.text("availability", true);
  const auto quantity = row.count("inventory_quantity");
  if (availability == "in_stock") return quantity;
  if (availability == "out_of_stock") return 0;
  if (availability == "backorder" || availability == "preorder") return {};
  throw Refused{"availability", availability, "in_stock, out_of_stock, backorder or preorder"};
}

Money readPrice(const Row& row) {
  const auto text = row.text("price", true);
  const auto price = parseMoney(text);
  if (price) return *price;
  const bool comma = text.find(',') != text.npos;
  throw Refused{"price", text,
                comma ? "a point before the decimals and no thousands separator: \"12.90 EUR\""
                      : "an amount and an ISO 4217 code: \"12.90 EUR\""};
}

FeedRow read(const Row& row) {
  FeedRow answer;
  answer.id = row.text("id", true);
  answer.title = row.text("title", true);
  answer.item_group_id = row.text("item_group_id");
  if (auto title = row.text("item_group_title"); !title.empty()) answer.title = std::move(title);
  answer.description = row.text("description", false, maxDescription);
  answer.brand = row.text("brand");
  answer.mpn = row.text("mpn");
  answer.gtin = row.text("gtin");
  if (!answer.gtin.empty() && !isGtin(answer.gtin))
    throw Refused{"gtin", answer.gtin, "8, 12, 13 or 14 digits with the right check digit"};
  answer.category = row.text("product_type");
  if (auto image = row.text("image_link"); !image.empty()) answer.images.push_back(image);
  for (auto& image : row.texts("additional_image_link")) answer.images.push_back(std::move(image));
  answer.options = readOptions(row);
  answer.price = readPrice(row);
  answer.stock = readStock(row);
  if (const auto weight = row.text("shipping_weight"); !weight.empty()) {
    const auto grams = gramsOf(weight);
    if (!grams) throw Refused{"shipping_weight", weight, "a weight like \"450 g\" or \"3.2 kg\""};
    answer.weight = *grams;
  }
  answer.shipping_label = row.text("shipping_label");
  answer.tax_category = row.text("tax_category");
  if (answer.tax_category.empty()) answer.tax_category = "standard";
  return answer;
}

std::string shortened(std::string text) {
  constexpr std::size_t shown = 60;
  if (text.size() <= shown) return text;
  std::size_t end = shown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
    --end;  // not inside a character
  return text.substr(0, end) + "…";
}

}  // namespace

bool isGtin(std::string_view text) {
  if (text.size() != 8 && text.size() != 12 && text.size() != 13 && text.size() != 14) return false;
  int sum = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    sum += (text[i] - '0') * ((text.size() - i) % 2 == 0 ? 3 : 1);
  }
  return sum % 10 == 0;
}

std::optional<std::int64_t> gramsOf(std::string_view text) {
  struct Unit {
    std::string_view name;
    std::int64_t microgram_thousandths;  // of a unit's thousandth, in micrograms
  };
  constexpr std::array units{Unit{"g", 1'000}, Unit{"kg", 1'000'000}, Unit{"lb", 453'592},
                             Unit{"oz", 28'350}};
  const auto space = text.find(' ');
  if (space == text.npos || space == 0) return {};
  const auto unit = std::find_if(units.begin(), units.end(),
                                 [&](const Unit& u) { return u.name == text.substr(space + 1); });
  if (unit == units.end()) return {};
  std::int64_t thousandths = 0;
  int decimals = -1;
  for (const char c : text.substr(0, space)) {
    if (c == '.' && decimals < 0) {
      decimals = 0;
    } else if (c >= '0' && c <= '9' && decimals < 3 && thousandths < 1'000'000'000) {
      thousandths = thousandths * 10 + (c - '0');
      if (decimals >= 0) ++decimals;
    } else {
      return {};
    }
  }
  if (decimals == 0) return {};
  for (int i = std::max(decimals, 0); i < 3; ++i) thousandths *= 10;
  const auto grams = scale(thousandths, unit->microgram_thousandths, 1'000'000);
  return grams ? std::optional(*grams) : std::nullopt;
}

std::variant<FeedRow, RowError> readFeedRow(std::string_view text, std::int64_t line) {
  const auto json = parseJson(text);
  if (!json) {
    const bool twice = json.error().code == Errc::duplicate_field;
    return RowError{line, json.error().where, shortened(std::string(text)),
                    twice ? "each field once" : "one JSON object per line"};
  }
  if (!json->is_object()) return RowError{line, "", shortened(std::string(text)), "a JSON object"};
  try {
    return read(Row(*json));
  } catch (const Refused& refused) {
    return RowError{line, refused.field, shortened(refused.value), refused.expected};
  }
}

}  // namespace vitrine
