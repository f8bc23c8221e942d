#pragma once

#include <prometheus/counter.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <string>

namespace vitrine {

/// What operators watch, in Prometheus' text format. Counters may be raised from any thread.
class Metrics {
 public:
  Metrics();

  void request(int status, double seconds);
  void orderPlaced() { orders_.Increment(); }
  void delivery(bool delivered) { (delivered ? delivered_ : not_delivered_).Increment(); }

  void deliveryParked() { parked_.Increment(); }

  /// `outcome`: "accepted", "refused" or "failed".
  void mail(const char* outcome) { mails_.Add({{"outcome", outcome}}).Increment(); }
  void mailParked() { mails_parked_.Increment(); }

  std::string text() const;

 private:
  prometheus::Registry registry_;
  prometheus::Family<prometheus::Counter>& requests_;
  prometheus::Histogram& seconds_;
  prometheus::Counter& orders_;
  prometheus::Family<prometheus::Counter>& deliveries_;
  prometheus::Counter& delivered_;
  prometheus::Counter& not_delivered_;
  prometheus::Counter& parked_;
  prometheus::Family<prometheus::Counter>& mails_;
  prometheus::Counter& mails_parked_;
};

}  // namespace vitrine
