#include "metrics.hpp"

#include <prometheus/text_serializer.h>

namespace vitrine {

using namespace prometheus;

Metrics::Metrics()
    : requests_(BuildCounter()
                    .Name("vitrine_requests_total")
                    .Help("HTTP answers by status")
                    .Register(registry_)),
      seconds_(BuildHistogram()
                   .Name("vitrine_request_seconds")
                   .Help("From the request's head to the answer")
                   .Register(registry_)
                   .Add({}, Histogram::BucketBoundaries{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                        0.05, 0.1, 0.5, 1, 5})),
      orders_(BuildCounter()
                  .Name("vitrine_order_groups_total")
                  .Help("Purchases placed")
                  .Register(registry_)
                  .Add({})),
      deliveries_(BuildCounter()
                      .Name("vitrine_deliveries_total")
                      .Help("Attempts to reach sellers' endpoints")
                      .Register(registry_)),
      delivered_(deliveries_.Add({{"outcome", "delivered"}})),
      not_delivered_(deliveries_.Add({{"outcome", "failed"}})),
      parked_(BuildCounter()
                  .Name("vitrine_deliveries_parked_total")
                  .Help("Deliveries given up until they are replayed")
                  .Register(registry_)
                  .Add({})),
      mails_(BuildCounter()
                 .Name("vitrine_mails_total")
                 .Help("Attempts to hand e-mails over")
                 .Register(registry_)),
      mails_parked_(BuildCounter()
                        .Name("vitrine_mails_parked_total")
                        .Help("E-mails given up until they are retried")
                        .Register(registry_)
                        .Add({})) {}

void Metrics::request(int status, double seconds) {
  requests_.Add({{"status", std::to_string(status)}}).Increment();
  seconds_.Observe(seconds);
}

std::string Metrics::text() const { return TextSerializer().Serialize(registry_.Collect()); }

}  // namespace vitrine
