#include "app.hpp"

#include "api/work.hpp"
#include "http/tls.hpp"

namespace vitrine {

App::App(asio::io_context& io, Config settings)
    : config(std::move(settings)),
      tls(serverTls(config)),
      writer(Database(config.data, config.store, config.secret_key),
             [this](std::size_t jobs, double seconds) { metrics.committed(jobs, seconds); }),
      imports(writer, config.data),
      published(io, writer, config),
      tags(writer),
      dispatcher(io, writer, config, metrics),
      mailer(io, writer, config, metrics),
      web(loadWeb(config.web)),
      admission(connectionsThatFit()),
      streams(config.max_streams, Admission::maxStreams),
      rate_limits(config.rate_limits) {
  for (const auto& proxy : config.trusted_proxies) trusted_proxies.add(proxy);
}

void App::after(const Events& events) {
  if (events.orders_placed) {
    metrics.orderPlaced();
    dispatcher.wake();
  }
  if (events.deliveries_due) dispatcher.wake();
  if (events.mails_due) mailer.wake();
  if (events.catalog_changed) published.changed();
  if (events.personal_data_erased)
    writer.post([](Database& db) { return db.checkpoint(), true; }, [](std::exception_ptr) {},
                Writer::Way::bare);
}

Standing App::standing() const {
  auto standing = dispatcher.standing();
  standing.connections = admission.connections();
  standing.streams = streams.connections();
  return standing;
}

}  // namespace vitrine
