// libFuzzer: the JSON that strangers send about orders. What is read must be written as text that
// reads the same, at once and for good; what is refused must say where.
#include "vitrine/order.hpp"

#include <cstdint>
#include <string>

#include "fuzz/expect.hpp"
#include "json.hpp"
#include "vitrine/checkout.hpp"

namespace {

using namespace vitrine;

template <class T>
void holds(std::string_view text) {
  const auto value = fromJson<T>(text);
  if (!value) {
    EXPECT(value.error().code != Errc::internal);
    EXPECT(value.error().where.size() <= text.size() + 200);
    return;
  }
  const auto written = toJson(*value);
  const auto again = fromJson<T>(written);
  EXPECT(again && *again == *value);
  EXPECT(toJson(*again) == written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  holds<CheckoutCreate>(text);
  holds<CheckoutUpdate>(text);
  holds<CheckoutComplete>(text);
  holds<ReplacementAnswer>(text);
  holds<Rejection>(text);
  holds<Shipment>(text);
  holds<OrderEvent>(text);
  if (const auto update = fromJson<CheckoutUpdate>(text)) {
    if (update->buyer) check(*update->buyer);
    if (update->address) check(*update->address);
    if (update->replacement) check(*update->replacement);
  }
  return 0;
}
