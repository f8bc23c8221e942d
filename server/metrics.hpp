#pragma once

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <string>
#include <string_view>
#include <unordered_map>

namespace vitrine {

/// What strangers are refused for, see docs/security.md.
enum class Limit { requests, connections, streams, bodies };

/// How the server is at the moment of a reading.
struct Standing {
  std::size_t connections = 0;
  std::size_t streams = 0;           // pages that are told of changes
  std::size_t deliveries = 0;        // under way
  std::size_t open_circuits = 0;     // sellers whose endpoints are left alone
  std::size_t probing_circuits = 0;  // that one request at a time may try
  double queue_age = 0;              // seconds that the oldest undelivered message has been due
};

/// What operators watch, in Prometheus' text format; docs/metrics.md tells it. All but
/// requests may be counted from any thread.
class Metrics {
 public:
  Metrics();

  /// `route`: its pattern, of which there are only so many, and which lasts. From one thread.
  void request(std::string_view route, int status, double seconds);
  void refused(Limit limit);
  /// A transaction of so many jobs, from its first to the end of its commit.
  void committed(std::size_t jobs, double seconds);
  void orderPlaced() { orders_.Increment(); }
  /// An attempt begins so long after it was due.
  void dispatched(double lag_seconds) { lag_.Observe(lag_seconds); }
  void delivery(bool delivered) { (delivered ? delivered_ : not_delivered_).Increment(); }
  void deliveryParked() { parked_.Increment(); }

  /// `outcome`: "accepted", "refused" or "failed".
  void mail(const char* outcome) { mails_.Add({{"outcome", outcome}}).Increment(); }
  void mailParked() { mails_parked_.Increment(); }

  std::string text(const Standing& standing);

 private:
  prometheus::Registry registry_;
  prometheus::Family<prometheus::Counter>& requests_;
  std::unordered_map<int, prometheus::Counter*> by_status_;  // of `requests_`, where they are found
  prometheus::Family<prometheus::Histogram>& seconds_;
  std::unordered_map<std::string_view, prometheus::Histogram*> by_route_;
  prometheus::Family<prometheus::Counter>& refused_;
  prometheus::Histogram& commit_;
  prometheus::Histogram& commit_jobs_;
  prometheus::Counter& orders_;
  prometheus::Histogram& lag_;
  prometheus::Family<prometheus::Counter>& deliveries_;
  prometheus::Counter& delivered_;
  prometheus::Counter& not_delivered_;
  prometheus::Counter& parked_;
  prometheus::Family<prometheus::Counter>& mails_;
  prometheus::Counter& mails_parked_;
  prometheus::Gauge& connections_;
  prometheus::Gauge& streams_;
  prometheus::Gauge& under_way_;
  prometheus::Gauge& queue_age_;
  prometheus::Family<prometheus::Gauge>& circuits_;
  prometheus::Gauge& open_;
  prometheus::Gauge& half_open_;
};

}  // namespace vitrine
