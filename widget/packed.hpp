#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
#include <span>

#include "vitrine/codec.hpp"

namespace vitrine {

/// A JavaScript value as `web/packed.ts` writes it: MessagePack, each kind in its widest form only
/// (nil, booleans, float 64, str 32, array 32, map 32). Asking the value itself, field by field,
/// would cross from WebAssembly to JavaScript and back for each answer. The byte C1, which
/// MessagePack never uses, stands for what is no data: a function, a symbol.
class Packed {
 public:
  struct Node {
    std::uint8_t kind = 0;  // MessagePack's first byte
    double number = 0;
    std::string_view text = {};
    std::size_t count = 0;  // of items, or of keys and values
    std::size_t next = 0;   // the node behind this one and all that is in it
  };

  /// Views of the bytes, which must outlive this; nothing when they are not one whole value.
  static std::optional<Packed> parse(std::span<const std::uint8_t> bytes) {
    Packed packed;
    const bool whole = packed.take(bytes, 0) && bytes.empty();
    return whole ? std::optional(std::move(packed)) : std::nullopt;
  }

  const std::vector<Node>& nodes() const { return nodes_; }

 private:
  static constexpr int maxDepth = 40;

  bool take(std::span<const std::uint8_t>& bytes, int depth) {
    if (bytes.empty() || depth > maxDepth) return false;
    const auto place = nodes_.size();
    Node node{.kind = bytes[0]};
    bytes = bytes.subspan(1);
    nodes_.push_back(node);
    if (node.kind == 0xCB) {
      const auto bits = bigEndian(bytes, 8);
      if (!bits) return false;
      std::memcpy(&node.number, &*bits, sizeof node.number);  // no bit_cast in libc++ 14
    } else if (node.kind == 0xDB || node.kind == 0xDD || node.kind == 0xDF) {
      const auto size = bigEndian(bytes, 4);
      if (!size || *size > bytes.size()) return false;
      node.count = static_cast<std::size_t>(*size) * (node.kind == 0xDF ? 2 : 1);
      if (node.kind == 0xDB) {
        node.text = {reinterpret_cast<const char*>(bytes.data()), node.count};
        bytes = bytes.subspan(node.count);
      } else {
        for (std::size_t i = 0; i < node.count; ++i) {
          if (!take(bytes, depth + 1)) return false;
        }
      }
    } else if (node.kind < 0xC0 || node.kind > 0xC3) {
      return false;
    }
    node.next = nodes_.size();
    nodes_[place] = node;
    return true;
  }

  static std::optional<std::uint64_t> bigEndian(std::span<const std::uint8_t>& bytes,
                                                std::size_t size) {
    if (bytes.size() < size) return {};
    std::uint64_t value = 0;
    for (const auto byte : bytes.first(size)) value = value << 8 | byte;
    bytes = bytes.subspan(size);
    return value;
  }

  std::vector<Node> nodes_;  // depth first
};

/// One value in a `Packed`, read by the codec.
class PackedSource {
 public:
  explicit PackedSource(const Packed& packed, std::size_t place = 0)
      : packed_(&packed), place_(place) {}

  bool isNull() const { return node().kind == 0xC0; }
  std::optional<bool> boolean() const {
    const auto kind = node().kind;
    return kind == 0xC2 || kind == 0xC3 ? std::optional(kind == 0xC3) : std::nullopt;
  }
  std::optional<std::int64_t> integer() const {
    const auto number = node().number;
    if (node().kind != 0xCB || std::trunc(number) != number) return {};  // fractions and NaN
    // The codec refuses anything past 2^53 - 1, so a clamped value is refused too.
    constexpr auto beyond = 9.1e15;
    return static_cast<std::int64_t>(std::fmin(std::fmax(number, -beyond), beyond));
  }
  std::optional<std::string> string() const {
    return node().kind == 0xDB ? std::optional(std::string(node().text)) : std::nullopt;
  }
  std::optional<std::size_t> listSize() const {
    return node().kind == 0xDD ? std::optional(node().count) : std::nullopt;
  }
  PackedSource item(std::size_t index) const {
    auto place = place_ + 1;
    for (; index > 0; --index) place = packed_->nodes()[place].next;
    return PackedSource(*packed_, place);
  }
  std::optional<std::size_t> memberCount() const {
    return node().kind == 0xDF ? std::optional(node().count / 2) : std::nullopt;
  }
  std::optional<PackedSource> member(const char* key) const {
    for (auto place = place_ + 1; place < node().next; place = packed_->nodes()[place + 1].next) {
      if (packed_->nodes()[place].text == key) return PackedSource(*packed_, place + 1);
    }
    return {};
  }
  std::optional<std::vector<std::string>> keys() const {
    std::vector<std::string> answer;
    for (auto place = place_ + 1; place < node().next; place = packed_->nodes()[place + 1].next)
      answer.emplace_back(packed_->nodes()[place].text);
    return answer;
  }

 private:
  const Packed::Node& node() const { return packed_->nodes()[place_]; }

  const Packed* packed_;
  std::size_t place_;
};

}  // namespace vitrine
