#include "vitrine/mentions.hpp"
#include "vitrine/search_terms.hpp"

namespace vitrine {
namespace {

void putVarint(std::vector<std::uint8_t>& out, std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) out.push_back(static_cast<std::uint8_t>(value | 0x80));
  out.push_back(static_cast<std::uint8_t>(value));
}

/// Adds bits to bytes, the low ones first.
class BitWriter {
 public:
  explicit BitWriter(std::vector<std::uint8_t>& bytes) : bytes_(bytes) {}

  void put(std::uint32_t value, std::uint32_t width) {
    for (; width > 0; --width, value >>= 1, ++used_) {
      if (used_ % 8 == 0) bytes_.push_back(0);
      bytes_.back() |= static_cast<std::uint8_t>((value & 1) << used_ % 8);
    }
  }
  std::size_t size() const { return used_; }

 private:
  std::vector<std::uint8_t>& bytes_;
  std::size_t used_ = 0;  // bits
};

void putSet(std::vector<std::uint8_t>& out, std::span<const std::uint32_t> places,
            std::uint32_t products) {
  const auto from = out.size();
  out.resize(from + setBytes(products));
  for (const auto place : places)
    out[from + place / 8] |= static_cast<std::uint8_t>(1U << place % 8);
}

void putCode(BitWriter& out, std::span<const std::uint32_t> places, std::uint32_t products) {
  const auto count = static_cast<std::uint32_t>(places.size());
  const auto width = lowBits(count, products);
  std::vector<std::uint32_t> numbers(places.begin(), places.end());
  for (auto i = count - 1; i > 0; --i) numbers[i] -= numbers[i - 1] + 1;
  for (const auto number : numbers) out.put(number, width);
  for (const auto number : numbers) {
    for (auto zeros = number >> width; zeros > 0; --zeros) out.put(0, 1);
    out.put(1, 1);
  }
}

}  // namespace

PackedMentions packMentions(const std::vector<Mentions>& terms, std::uint32_t products) {
  PackedMentions packed;
  BitWriter codes(packed.codes);
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (i % TermColumns::stride == 0) {
      packed.tally_sizes.push_back(0);
      packed.code_sizes.push_back(0);
      packed.set_counts.push_back(0);
    }
    const auto& [once, often] = terms[i];
    const auto bytes = packed.tallies.size();
    const auto bits = codes.size();
    putVarint(packed.tallies, static_cast<std::uint32_t>(once.size() << 1 | !often.empty()));
    if (!often.empty()) putVarint(packed.tallies, static_cast<std::uint32_t>(often.size()));
    for (const auto* places : {&often, &once}) {
      if (places->empty()) continue;
      if (isSet(static_cast<std::uint32_t>(places->size()), products)) {
        putSet(packed.sets, *places, products);
        ++packed.set_counts.back();
      } else {
        putCode(codes, *places, products);
      }
    }
    packed.tally_sizes.back() += static_cast<std::int64_t>(packed.tallies.size() - bytes);
    packed.code_sizes.back() += static_cast<std::int64_t>(codes.size() - bits);
  }
  return packed;
}

}  // namespace vitrine
