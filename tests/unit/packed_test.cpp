#include "../../widget/packed.hpp"

#include "unit/catch.hpp"
#include "unit/generators.hpp"

namespace vitrine {
namespace {

using Bytes = std::vector<std::uint8_t>;

void bigEndian(Bytes& out, std::uint64_t value, int size) {
  for (int i = size - 1; i >= 0; --i) out.push_back(static_cast<std::uint8_t>(value >> 8 * i));
}

/// What `web/packed.ts` writes for a tree.
void pack(Bytes& out, const Json& tree) {
  const auto text = [&](const std::string& value) {
    out.push_back(0xDB);
    bigEndian(out, value.size(), 4);
    out.insert(out.end(), value.begin(), value.end());
  };
  if (tree.is_null()) {
    out.push_back(0xC0);
  } else if (tree.is_boolean()) {
    out.push_back(tree.get<bool>() ? 0xC3 : 0xC2);
  } else if (tree.is_number()) {
    const auto number = tree.get<double>();
    std::uint64_t bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    out.push_back(0xCB);
    bigEndian(out, bits, 8);
  } else if (tree.is_string()) {
    text(tree.get<std::string>());
  } else {
    out.push_back(tree.is_array() ? 0xDD : 0xDF);
    bigEndian(out, tree.size(), 4);
    for (const auto& [key, value] : tree.items()) {
      if (tree.is_object()) text(key);
      pack(out, value);
    }
  }
}

template <class T>
Result<T> fromPacked(const Bytes& bytes) {
  const auto packed = Packed::parse(bytes);
  if (!packed) return Error{Errc::malformed_json, ""};
  T value;
  if (auto fault = codec::read(PackedSource(*packed), value)) return *std::move(fault);
  return value;
}

/// Replaces one value somewhere in the tree by one that may not fit.
void spoil(Json& tree) {
  if (!tree.empty() && tree.is_structured() && !any::oneIn(4)) {
    auto place = tree.begin();
    std::advance(place, any::within(0, static_cast<std::int64_t>(tree.size()) - 1));
    return spoil(*place);
  }
  tree = any::of<Json>({nullptr, true, 1.5, -7, 9007199254740993.0, "text", Json::array({1}),
                        Json::object({{"quantity", 1}, {"more", nullptr}})});
}

}  // namespace

TEST_CASE("the widget reads a request as the server reads its JSON, with the same faults") {
  REQUIRE(rc::check([] {
    Json tree = *parseJson(toJson(any::basket().request));
    if (any::oneIn(2)) spoil(tree);
    RC_LOG() << tree.dump();
    Bytes bytes;
    pack(bytes, tree);
    const auto packed = fromPacked<QuoteRequest>(bytes);
    const auto json = fromJson<QuoteRequest>(tree.dump());
    RC_ASSERT(static_cast<bool>(packed) == static_cast<bool>(json));
    if (json) {
      RC_ASSERT(*packed == *json);
    } else {
      RC_ASSERT(packed.error() == json.error());
    }
  }));
}

TEST_CASE("bytes that are not one whole value are refused, whatever they are") {
  REQUIRE(rc::check([] {
    Bytes bytes;
    pack(bytes, *parseJson(toJson(any::basket().request)));
    const auto place =
        static_cast<std::size_t>(any::within(0, static_cast<std::int64_t>(bytes.size()) - 1));
    auto cut = bytes;
    cut.resize(place);
    RC_ASSERT(!Packed::parse(cut));
    auto longer = bytes;
    longer.push_back(0xC0);
    RC_ASSERT(!Packed::parse(longer));
    bytes[place] = static_cast<std::uint8_t>(any::within(0, 255));
    static_cast<void>(fromPacked<QuoteRequest>(bytes));  // the sanitizers watch
  }));
}

TEST_CASE("what is no data is of no kind") {
  const Bytes function{0xC1};
  CHECK(fromPacked<std::string>(function).error().code == Errc::wrong_kind);
  CHECK(fromPacked<std::int64_t>(function).error().code == Errc::wrong_kind);
  CHECK(fromPacked<QuoteRequest>(function).error().code == Errc::wrong_kind);
}

TEST_CASE("lists within lists end the reading, not the program") {
  Bytes bytes;
  for (int depth = 0; depth < 100'000; ++depth) bytes.insert(bytes.end(), {0xDD, 0, 0, 0, 1});
  bytes.push_back(0xC0);
  CHECK_FALSE(Packed::parse(bytes));
}

}  // namespace vitrine
