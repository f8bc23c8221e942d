#pragma once

#include <boost/asio/io_context.hpp>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app.hpp"
#include "http/reply.hpp"

namespace vitrine::power {

struct Answer {
  unsigned status = 0;
  std::string body;
};

/// A customer who buys of three sellers: starts a checkout, fills it in, presses the button. What
/// got no good answer is asked again, with the same key.
class Customer {
 public:
  Customer(std::string name, int units) : name_(std::move(name)), units_(units) {}

  Request next() const;
  /// A failure leaves everything as it was.
  void hear(const Answer& answer);

  bool isDone() const { return step_ == 3; }
  int units() const { return units_; }
  const std::string& name() const { return name_; }
  /// The answer to the button, once it was given.
  const std::string& acknowledged() const { return acknowledged_; }

 private:
  std::string name_;
  int units_;  // of each of three offers
  int step_ = 0;
  std::string path_ = "/v1/checkout_sessions";
  std::string secret_;
  std::int64_t total_ = 0;
  std::string acknowledged_;
};

/// The server, without its sockets, on the disk of this process. `folder` holds its key alone.
class Shop {
 public:
  /// Throws when the store does not open.
  explicit Shop(const std::filesystem::path& folder);
  ~Shop();

  /// Three sellers with endpoints and an offer each, and a site.
  void fill();

  /// Requests that come together: they share a transaction, as those that wait in a busy server.
  std::vector<Answer> ask(const std::vector<Request>& requests);
  /// The customers' next requests; answers what was not answered well.
  std::vector<Answer> serve(std::span<Customer* const> customers);

  /// Runs on the writer's thread, in no transaction; throws what `work` throws.
  void alone(const std::function<void(Database&)>& work);

  /// Has every customer's purchase ended, and looks whether the store has each of them once and
  /// whole; what was acknowledged as it was acknowledged. Throws words about what is wrong.
  void check(std::vector<Customer>& customers);

 private:
  boost::asio::io_context io_;
  App app_;
};

}  // namespace vitrine::power
