#include "app.hpp"

#include "api/work.hpp"

namespace vitrine {

App::App(asio::io_context& io, Config settings)
    : config(std::move(settings)),
      writer(Database(config.data)),
      published(io, writer, config),
      dispatcher(io, writer, config, metrics),
      web(loadWeb(config.web)) {}

void App::after(const Events& events) {
  if (events.orders_placed) {
    metrics.orderPlaced();
    dispatcher.wake();
  }
  if (events.catalog_changed) published.changed();
}

}  // namespace vitrine
