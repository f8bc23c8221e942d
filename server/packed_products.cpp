#include "packed_products.hpp"

#include <algorithm>
#include <array>

namespace vitrine {
namespace {

constexpr std::size_t blockSize = 1 << 20;

/// Fields whose texts are kept once, as many products have the same.
bool recurs(std::string_view field) {
  constexpr std::array<std::string_view, 7> fields{
      "seller_id", "currency", "shipping_profile_id", "tax_category", "brand", "category", "name"};
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

/// Where an id's digits begin, behind its prefix; 0 for other texts.
std::size_t prefixOf(std::string_view field, std::string_view text) {
  if (field != "id") return 0;
  const auto end = text.find('_');
  return end == text.npos ? 0 : end + 1;
}

/// The texts of each field that came last in the product: what follows often begins alike.
class LastTexts {
 public:
  std::string& of(std::string_view field) {
    for (auto& [name, text] : texts_) {
      if (name == field) return text;
    }
    return texts_.emplace_back(field, std::string()).second;
  }
  void clear() {
    for (auto& each : texts_) each.second.clear();
  }

 private:
  std::vector<std::pair<std::string_view, std::string>> texts_;
};

}  // namespace

/// Writes fields one behind the other: counts and integers in 7 bits a byte, texts without what
/// they share with the one before of their field.
class ProductPacker {
 public:
  ProductPacker(PackedProducts& all, std::string& out) : all_(all), out_(out) {}

  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(value | 0x80);
    out_ += static_cast<char>(value);
  }
  void put(std::string_view field, const std::string& text) {
    if (recurs(field)) {
      const auto next = static_cast<std::uint32_t>(all_.recurring_.size());
      const auto [found, fresh] = all_.recurring_places_.try_emplace(text, next);
      if (fresh) all_.recurring_.push_back(text);
      return number(found->second);
    }
    const auto prefix = prefixOf(field, text);
    const auto body = std::string_view(text).substr(prefix);
    if (field == "id") {
      number(prefix);
      out_.append(text, 0, prefix);
    }
    auto& last = last_.of(field);
    const auto most = std::min(last.size(), body.size());
    std::size_t same = 0;
    while (same < most && last[same] == body[same]) ++same;
    number(same);
    number(body.size() - same);
    out_ += body.substr(same);
    last = body;
  }
  template <class T>
  void put(std::string_view field, const T& value) {
    if constexpr (isOptional<T>) {
      number(value.has_value());
      if (value) put(field, *value);
    } else if constexpr (isList<T>) {
      number(value.size());
      for (const auto& each : value) put(field, each);
    } else if constexpr (Described<T>) {
      T::fields(value, [&](const char* inner, const auto& member, auto...) { put(inner, member); });
    } else {
      const auto signed_value = static_cast<std::int64_t>(value);  // with its sign as the last bit
      number(static_cast<std::uint64_t>(signed_value) << 1 ^
             static_cast<std::uint64_t>(signed_value >> 63));
    }
  }

 private:
  PackedProducts& all_;
  std::string& out_;
  LastTexts last_;
};

class ProductUnpacker {
 public:
  ProductUnpacker(const PackedProducts& all, const char* from, LastTexts& last)
      : all_(all), at_(from), last_(last) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
  }
  void take(std::string_view field, std::string& text) {
    if (recurs(field)) {
      text = all_.recurring_[number()];
      return;
    }
    text.clear();
    if (field == "id") append(text);
    auto& last = last_.of(field);
    last.resize(number());
    append(last);
    text += last;
  }
  template <class T>
  void take(std::string_view field, T& value) {
    if constexpr (isOptional<T>) {
      value.reset();
      if (number() != 0) take(field, value.emplace());
    } else if constexpr (isList<T>) {
      value.resize(number());
      for (auto& each : value) take(field, each);
    } else if constexpr (Described<T>) {
      T::fields(value, [&](const char* inner, auto& member, auto...) { take(inner, member); });
    } else {
      const auto bits = number();
      value = static_cast<T>(static_cast<std::int64_t>(bits >> 1 ^ (~(bits & 1) + 1)));
    }
  }

 private:
  void append(std::string& text) {
    const auto size = number();
    text.append(at_, size);
    at_ += size;
  }

  const PackedProducts& all_;
  const char* at_;
  LastTexts& last_;
};

void PackedProducts::add(const Product& product) {
  if (blocks_.empty() || blocks_.back().size() > blockSize) blocks_.emplace_back();
  auto& block = blocks_.back();
  if (block.empty()) block.reserve(blockSize + blockSize / 16);
  places_.push_back((blocks_.size() - 1) << 32 | block.size());
  ProductPacker(*this, block).put("", product);
}

void PackedProducts::read(std::size_t i, Product& product) const {
  thread_local LastTexts last;
  last.clear();
  const auto* from = blocks_[places_[i] >> 32].data() + (places_[i] & 0xFFFFFFFF);
  ProductUnpacker(*this, from, last).take("", product);
}

}  // namespace vitrine
