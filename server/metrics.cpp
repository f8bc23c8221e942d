#include "metrics.hpp"

#include <prometheus/text_serializer.h>

namespace vitrine {
namespace {

using namespace prometheus;

constexpr const char* names[] = {"requests", "connections", "streams", "bodies"};

Histogram::BucketBoundaries seconds() {
  return {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5};
}

Family<Counter>& counters(Registry& registry, const char* name, const char* help) {
  return BuildCounter().Name(name).Help(help).Register(registry);
}

Histogram& histogram(Registry& registry, const char* name, const char* help,
                     const Histogram::BucketBoundaries& buckets) {
  return BuildHistogram().Name(name).Help(help).Register(registry).Add({}, buckets);
}

Gauge& gauge(Registry& registry, const char* name, const char* help) {
  return BuildGauge().Name(name).Help(help).Register(registry).Add({});
}

}  // namespace

Metrics::Metrics()
    : requests_(counters(registry_, "vitrine_requests_total", "HTTP answers by status")),
      seconds_(BuildHistogram()
                   .Name("vitrine_request_seconds")
                   .Help("From a request's last byte to its answer, by route")
                   .Register(registry_)),
      refused_(counters(registry_, "vitrine_refused_total", "Refused by a limit")),
      commit_(histogram(registry_, "vitrine_commit_seconds",
                        "A transaction, to the end of its commit", seconds())),
      commit_jobs_(histogram(registry_, "vitrine_commit_jobs", "Jobs that shared a transaction",
                             {1, 2, 4, 8, 16, 32, 64})),
      orders_(counters(registry_, "vitrine_order_groups_total", "Purchases placed").Add({})),
      lag_(histogram(registry_, "vitrine_dispatch_lag_seconds",
                     "From when a delivery is due to its attempt",
                     {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30, 300, 3600})),
      deliveries_(
          counters(registry_, "vitrine_deliveries_total", "Attempts to reach sellers' endpoints")),
      delivered_(deliveries_.Add({{"outcome", "delivered"}})),
      not_delivered_(deliveries_.Add({{"outcome", "failed"}})),
      parked_(counters(registry_, "vitrine_deliveries_parked_total",
                       "Deliveries given up until they are replayed")
                  .Add({})),
      mails_(counters(registry_, "vitrine_mails_total", "Attempts to hand e-mails over")),
      mails_parked_(counters(registry_, "vitrine_mails_parked_total",
                             "E-mails given up until they are retried")
                        .Add({})),
      connections_(gauge(registry_, "vitrine_connections", "Connections that are open")),
      streams_(gauge(registry_, "vitrine_streams", "Pages that are told of changes")),
      under_way_(gauge(registry_, "vitrine_deliveries_under_way", "Attempts under way")),
      queue_age_(gauge(registry_, "vitrine_queue_age_seconds",
                       "For how long the oldest undelivered message has been due")),
      circuits_(BuildGauge()
                    .Name("vitrine_circuits")
                    .Help("Sellers' endpoints that fail, by the state of their circuit")
                    .Register(registry_)),
      open_(circuits_.Add({{"state", "open"}})),
      half_open_(circuits_.Add({{"state", "half_open"}})) {
  for (const auto* name : names) refused_.Add({{"limit", name}});
  for (const auto* outcome : {"accepted", "refused", "failed"}) mails_.Add({{"outcome", outcome}});
}

void Metrics::request(std::string_view route, int status, double time) {
  auto& count = by_status_[status];
  if (!count) count = &requests_.Add({{"status", std::to_string(status)}});
  count->Increment();
  auto& histogram = by_route_[route];
  if (!histogram) histogram = &seconds_.Add({{"route", std::string(route)}}, seconds());
  histogram->Observe(time);
}

void Metrics::refused(Limit limit) {
  refused_.Add({{"limit", names[static_cast<std::size_t>(limit)]}}).Increment();
}

void Metrics::committed(std::size_t jobs, double time) {
  commit_.Observe(time);
  commit_jobs_.Observe(static_cast<double>(jobs));
}

std::string Metrics::text(const Standing& standing) {
  connections_.Set(static_cast<double>(standing.connections));
  streams_.Set(static_cast<double>(standing.streams));
  under_way_.Set(static_cast<double>(standing.deliveries));
  queue_age_.Set(standing.queue_age);
  open_.Set(static_cast<double>(standing.open_circuits));
  half_open_.Set(static_cast<double>(standing.probing_circuits));
  return TextSerializer().Serialize(registry_.Collect());
}

}  // namespace vitrine
