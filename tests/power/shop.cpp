#include "power/shop.hpp"

#include <boost/asio/co_spawn.hpp>
#include <future>

#include "cooperation/books.hpp"
#include "http/router.hpp"
#include "json.hpp"
#include "store/catalogue.hpp"
#include "store/members.hpp"
#include "store/orders.hpp"
#include "store/outbox.hpp"
#include "store/sql.hpp"

namespace vitrine::power {
namespace {

constexpr std::int64_t stock = 1'000'000;
constexpr int sellers = 3;

std::string offerOf(int seller) { return "off_" + std::to_string(seller); }

Config configOf(const std::filesystem::path& folder) {
  Config config;
  config.data = folder;
  config.web = folder;
  config.public_url = "http://shop.example";
  config.rate_limits = 0;
  config.smtp_url = "smtp://127.0.0.1:1";  // e-mails are queued
  config.mail_from = "shop@shop.example";
  return config;
}

[[noreturn]] void wrong(const std::string& what) { throw std::runtime_error(what); }

void expect(const std::string& what, long long is, long long wanted) {
  if (is != wanted)
    wrong(what + ": " + std::to_string(is) + " instead of " + std::to_string(wanted));
}

void looksWhole(Database& db) {
  if (const auto verdict = one<std::string>(db, "PRAGMA integrity_check").value_or("no answer");
      verdict != "ok")
    wrong("the database is damaged: " + verdict);
  if (one<std::string>(db, "PRAGMA foreign_key_check")) wrong("rows lack what they refer to");
  if (const auto books = verifyLedger(db, ""); books.damage) wrong("the books: " + *books.damage);
}

}  // namespace

Request Customer::next() const {
  constexpr const char* steps[] = {"start", "fill in", "buy", "buy"};
  Json body;
  if (step_ == 0) {
    body["site_id"] = "site_1";
    for (int seller = 0; seller < sellers; ++seller)
      body["line_items"].push_back({{"offer_id", offerOf(seller)}, {"quantity", units_}});
  } else if (step_ == 1) {
    body = {{"buyer", {{"name", name_}, {"email", "customer@customer.example"}}},
            {"address",
             {{"name", name_},
              {"line1", "Lindenallee 12"},
              {"postcode", "10115"},
              {"city", "Berlin"},
              {"country", "DE"}}},
            {"payment_method", "invoice"}};
  } else {
    body["total"] = total_;
  }
  Request request{http::verb::post, step_ < 2 ? path_ : path_ + "/complete", 11};
  request.set(http::field::content_type, "application/json");
  request.set("Idempotency-Key", name_ + ' ' + steps[step_]);
  if (!secret_.empty()) request.set(http::field::authorization, "Bearer " + secret_);
  request.body() = body.dump();
  return request;
}

void Customer::hear(const Answer& answer) {
  if (answer.status != 200) return;
  if (isDone()) {
    if (answer.body != acknowledged_) wrong(name_ + " got another answer to the same request");
    return;
  }
  const auto state = Json::parse(answer.body);
  if (step_ == 0) {
    path_ += '/' + state.at("id").get<std::string>();
    secret_ = state.at("secret");
  } else if (step_ == 1) {
    for (const auto& row : state.at("quote").at("totals"))
      if (row.at("type") == "total") total_ = row.at("amount");
  } else {
    acknowledged_ = answer.body;
  }
  ++step_;
}

Shop::Shop(const std::filesystem::path& folder) : app_(io_, configOf(folder)) {}
Shop::~Shop() = default;

void Shop::fill() {
  alone([](Database& db) {
    db.transaction([&] {
      for (int number = 0; number < sellers; ++number) {
        const auto name = std::to_string(number);
        Seller seller;
        seller.id = "sel_" + name;
        seller.name = "Seller " + name;
        seller.country = "DE";
        seller.currency = "EUR";
        seller.email = "seller@seller.example";
        Rate rate;
        rate.base = 490;
        seller.shipping_profiles = {
            {"parcel",
             "Parcel",
             {{"parcel", "Parcel", ShippingKind::shipping, 1, 3, "", {{{"DE"}, {}, rate}}}}}};
        SellerRecord record;
        record.seller = seller;
        record.endpoint_url = "https://seller.example/orders";
        insertSeller(db, record);
        saveProduct(db, {"pro_" + name, "Board " + name, "", "", "", {}, {}}, seller.id);
        saveVariant(db, {"var_" + name, {}, "", "", {}}, "pro_" + name, "", seller.id);
        Offer offer;
        offer.id = offerOf(number);
        offer.seller_id = seller.id;
        offer.sku = "BOARD-" + name;
        offer.price = 1890;
        offer.currency = "EUR";
        offer.stock = stock;
        offer.shipping_profile_id = "parcel";
        offer.tax_category = "standard";
        saveOffer(db, offer, "var_" + name);
      }
      insertPresenter(db, "pre_1", "The Garden");
      insertSite(db, {"site_1", "pre_1", "The Garden", "EUR", "DE", "en", {}, {}, false});
    });
  });
}

void Shop::alone(const std::function<void(Database&)>& work) {
  std::promise<void> done;
  app_.writer.post(
      [&](Database& db) { return work(db), true; },
      [&](std::exception_ptr failure) { failure ? done.set_exception(failure) : done.set_value(); },
      Writer::Way::bare);
  done.get_future().get();
}

std::vector<Answer> Shop::ask(const std::vector<Request>& requests) {
  // The writer is kept from its work until all of them wait for it.
  std::promise<void> all_wait;
  app_.writer.post(
      [begin = all_wait.get_future().share()](Database&) { return begin.wait(), true; },
      [](std::exception_ptr) {}, Writer::Way::bare);
  const boost::asio::ip::address peer;
  std::vector<Answer> answers(requests.size());
  for (std::size_t i = 0; i < requests.size(); ++i) {
    boost::asio::co_spawn(
        io_, respond(app_, requests[i], peer),
        [&answers, i](std::exception_ptr thrown, const Reply& reply) {
          if (thrown) std::rethrow_exception(thrown);
          answers[i] = {static_cast<unsigned>(reply.status), std::string(reply.body)};
        });
  }
  io_.restart();
  io_.poll();
  all_wait.set_value();
  io_.restart();
  io_.run();
  return answers;
}

std::vector<Answer> Shop::serve(std::span<Customer* const> customers) {
  std::vector<Request> requests;
  for (const auto* customer : customers) requests.push_back(customer->next());
  const auto answers = ask(requests);
  std::vector<Answer> failures;
  for (std::size_t i = 0; i < customers.size(); ++i) {
    customers[i]->hear(answers[i]);
    if (answers[i].status != 200) failures.push_back(answers[i]);
  }
  return failures;
}

void Shop::check(std::vector<Customer>& customers) {
  std::vector<Customer*> all;
  for (auto& customer : customers) all.push_back(&customer);
  // The last time all have bought, and ask for the answer that they have.
  for (int step = 0; step < 4; ++step) {
    for (const auto& failure : serve(all))
      wrong("lost: what was acknowledged cannot be gone on with: " + failure.body);
  }

  long long units = 0;
  for (const auto& customer : customers) {
    if (!customer.isDone()) wrong(customer.name() + " could not buy");
    units += customer.units();
  }
  const auto count = static_cast<long long>(customers.size());
  alone([&](Database& db) {
    looksWhole(db);
    const auto number = [&](const std::string& of) {
      return one<long long>(db, "SELECT count(*) FROM " + of).value_or(0);
    };
    expect("purchases", number("order_groups"), count);
    expect("orders", number("orders"), sellers * count);
    expect("messages for sellers", number("outbox"), sellers * count);
    expect("e-mails", number("mails"), (sellers + 1) * count);
    expect("transfers in the books", number("ledger"), sellers * count);
    for (int seller = 0; seller < sellers; ++seller) {
      const auto left =
          one<long long>(db, "SELECT stock FROM offers WHERE id = :id", offerOf(seller));
      expect("stock", left.value_or(-1), stock - units);
    }
    for (const auto& customer : customers) {
      const auto link = Json::parse(customer.acknowledged()).at("order");
      const auto orders = ordersOfGroup(db, link.at("order_group_id"));
      expect("orders of " + customer.name(), static_cast<long long>(orders.size()), sellers);
      for (const auto& order : orders)
        expect("what the books have of " + order.id, movedOf(db, order.id, customersAccount),
               -amountOf(order.totals, TotalType::total));
    }
  });
}

}  // namespace vitrine::power
