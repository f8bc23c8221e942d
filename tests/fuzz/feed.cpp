// libFuzzer: feeds in every format. The first byte says which format and encoding are named, if
// any; the rest is the feed. Every row is taken in our units, as text that can be written, or
// refused with what is wrong.
#include <cstdint>
#include <optional>
#include <sstream>
#include <string>

#include "fuzz/expect.hpp"
#include "import/characters.hpp"
#include "import/format.hpp"
#include "vitrine/codec.hpp"

namespace {

using namespace vitrine;

class Checked : public FeedSink {
 public:
  void take(FeedRow&& row) override {
    EXPECT(!row.id.empty() && !row.title.empty());
    EXPECT(row.price.amount >= 0 && row.price.currency.size() == 3);
    EXPECT(!row.stock || *row.stock >= 0);
    EXPECT(row.weight >= 0);
    for (const auto* text : {&row.id, &row.title, &row.brand, &row.category}) EXPECT(isUtf8(*text));
    EXPECT(!toJson(row).empty());
  }
  void refuse(RowError error) override {
    EXPECT(!error.expected.empty());
    EXPECT(error.line >= 0 && error.column >= 0);
    EXPECT(error.value.size() < 400);
    EXPECT(isUtf8(error.value) && isUtf8(error.field));
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  ReadOptions options;
  options.currency = "EUR";
  const unsigned formats = names(FeedFormat{}).size() + 1;
  const unsigned encodings = names(FeedEncoding{}).size() + 1;
  if (const auto format = *data % formats; format > 0)
    options.format = static_cast<FeedFormat>(format - 1);
  if (const auto encoding = *data / formats % encodings; encoding > 0)
    options.encoding = static_cast<FeedEncoding>(encoding - 1);
  std::istringstream feed(std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
  Checked checked;
  readFeed(feed, options, checked);
  return 0;
}
