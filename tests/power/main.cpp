// What becomes of orders when the power goes, or a call to the disk fails.
//   power_loss loss FIRST COUNT
//     each of COUNT seeds loses the power at a moment, and what was not synced
//   power_loss lying FIRST COUNT
//     the same on a disk whose fsync does nothing: this must find losses
//   power_loss faults
//     each call that an order makes to the disk fails once, and for good
// Ends with 1 and says which seed, or call, lost what. See docs/decisions/2026-11-23-power-loss.md.
#include <sodium.h>
#include <sqlite3.h>

#include <iostream>
#include <sstream>

#include "power/disk.hpp"
#include "power/shop.hpp"
#include "store/sql.hpp"

namespace vitrine::power {
namespace {

/// Seeded, so that a seed's run can be had again: its keys, ids and nonces are the same.
Random keys;
std::mutex keys_mutex;

std::uint32_t key() {
  const std::lock_guard lock(keys_mutex);
  return static_cast<std::uint32_t>(keys());
}

void keyBytes(void* to, std::size_t size) {
  for (auto* byte = static_cast<unsigned char*>(to); size > 0; --size)
    *byte++ = static_cast<unsigned char>(key());
}

randombytes_implementation seeded{
    [] { return "seeded"; }, key, nullptr, nullptr, keyBytes, nullptr};

void checkpointAfter(Shop& shop, int pages) {
  shop.alone(
      [&](Database& db) { db.sql() << "PRAGMA wal_autocheckpoint = " + std::to_string(pages); });
}

std::vector<Customer> newCustomers(std::size_t count, Random& random) {
  std::vector<Customer> customers;
  for (std::size_t i = 0; i < count; ++i)
    customers.emplace_back("customer " + std::to_string(i), static_cast<int>(random() % 3 + 1));
  return customers;
}

/// Customers buy, some together, until all have or the power is gone. How much is written before a
/// checkpoint is the seed's too.
void trade(Shop& shop, std::vector<Customer>& customers, Random& random) {
  constexpr int pages[] = {1, 10, 100, 1000};
  checkpointAfter(shop, pages[random() % std::size(pages)]);
  while (!disk().off()) {
    std::vector<Customer*> some;
    bool all_done = true;
    for (auto& customer : customers) {
      if (customer.isDone()) continue;
      all_done = false;
      if (random() % 2) some.push_back(&customer);
    }
    if (all_done) return;
    if (random() % 8 == 0) shop.alone([](Database& db) { db.checkpoint(); });
    const auto failures = shop.serve(some);
    if (!failures.empty() && !disk().off())
      throw std::runtime_error("with its power on: " + failures.front().body);
  }
}

/// Opens the shop and trades; what fails once the power is gone is as it should be.
void live(const std::filesystem::path& folder, std::vector<Customer>& customers, Random& random) {
  try {
    Shop shop(folder);
    trade(shop, customers, random);
  } catch (const std::exception&) {
    if (!disk().off()) throw;
  }
}

/// Two lives that each may end with the power's loss, then a look at what is left.
void loseAndLook(const std::filesystem::path& folder, const Disk::Image& filled, int span,
                 std::uint64_t seed, std::size_t& acknowledged) {
  Random random(seed);
  keys.seed(seed);
  disk().put(filled);
  auto customers = newCustomers(random() % 6 + 1, random);
  const auto moment = [&](int within) { return static_cast<int>(random() % within) + 1; };
  disk().cutAfter(moment(span * static_cast<int>(customers.size())));
  live(folder, customers, random);
  disk().restart(random);
  for (const auto& customer : customers) acknowledged += customer.isDone();
  // Once more, mostly while it recovers or soon after.
  if (random() % 2) {
    disk().cutAfter(moment(random() % 2 ? 12 : span));
    live(folder, customers, random);
    disk().restart(random);
  }
  Shop shop(folder);
  shop.check(customers);
}

/// The power goes while the first start makes the database; the second start makes it whole.
void loseInFirstStart(const std::filesystem::path& folder, std::uint64_t seed) {
  Random random(seed);
  disk().put({});
  disk().cutAfter(static_cast<int>(random() % 300) + 1);
  std::vector<Customer> customers;
  live(folder, customers, random);
  disk().restart(random);
  Shop shop(folder);
  shop.fill();
  customers = newCustomers(1, random);
  shop.check(customers);
}

int lose(const std::filesystem::path& folder, const Disk::Image& filled, std::uint64_t first,
         std::uint64_t count) {
  // How many changes a customer makes to the disk.
  disk().put(filled);
  Random random(first);
  auto customers = newCustomers(1, random);
  live(folder, customers, random);
  const int span = disk().changes();

  std::size_t acknowledged = 0;
  std::uint64_t bad = 0;
  for (auto seed = first; seed < first + count; ++seed) {
    try {
      if (seed % 16 == 0)
        loseInFirstStart(folder, seed);
      else
        loseAndLook(folder, filled, span, seed, acknowledged);
    } catch (const std::exception& problem) {
      if (++bad <= 10) std::cout << "seed " << seed << ": " << problem.what() << '\n';
    }
  }
  std::cout << count << " losses of power, " << acknowledged << " orders acknowledged before, "
            << bad << " seeds that lost or doubled something" << std::endl;
  return bad == 0 ? 0 : 1;
}

struct Kind {
  const char* name;
  Disk::Call call;
  int code;
};

constexpr Kind kinds[] = {{"write: I/O error", Disk::Call::write, SQLITE_IOERR_WRITE},
                          {"write: disk full", Disk::Call::write, SQLITE_FULL},
                          {"fsync", Disk::Call::sync, SQLITE_IOERR_FSYNC},
                          {"truncate", Disk::Call::truncate, SQLITE_IOERR_TRUNCATE},
                          {"read", Disk::Call::read, SQLITE_IOERR_READ},
                          {"open", Disk::Call::open, SQLITE_CANTOPEN}};

/// What a server that was cut off has left: customers who have got so far, and their orders in its
/// log.
struct Scene {
  std::vector<Customer> customers;
  Disk::Image left;
};

Scene sceneAfter(const std::filesystem::path& folder, const Disk::Image& filled, int steps) {
  disk().put(filled);
  Random random(1);
  Scene scene{newCustomers(2, random), {}};
  {
    Shop shop(folder);
    Customer* all[] = {&scene.customers[0], &scene.customers[1]};
    for (int step = 0; step < steps; ++step) shop.serve(all);
    disk().cutAfter(1);
  }
  disk().restart(random);
  scene.left = disk().image();
  return scene;
}

/// Two press the button together, while the n-th call of a kind fails. Answers whether there was
/// such a call.
bool failInOrder(const std::filesystem::path& folder, Scene scene, const Disk::Fault& fault) {
  Random random(static_cast<std::uint64_t>(fault.nth));
  auto& customers = scene.customers;
  Customer* buying[] = {&customers[0], &customers[1]};
  disk().put(scene.left);
  bool failed = false;
  {
    Shop shop(folder);
    checkpointAfter(shop, 1);  // with each commit
    disk().fail(fault);
    const auto failures = shop.serve(buying);
    failed = disk().heal();
    for (const auto& failure : failures)
      if (failure.status != 503) throw std::runtime_error("answered: " + failure.body);
    // The same server goes on.
    for (const auto& failure : shop.serve(buying))
      throw std::runtime_error("no recovery without a restart: " + failure.body);
    shop.check(customers);
    disk().cutAfter(1);
  }
  disk().restart(random);
  Shop shop(folder);
  shop.check(customers);
  return failed;
}

/// The same while the server starts: it says so and ends, or does without; the next start is well.
bool failInStart(const std::filesystem::path& folder, Scene scene, const Disk::Fault& fault) {
  disk().put(scene.left);
  disk().fail(fault);
  bool failed = false;
  try {
    Shop shop(folder);
    failed = disk().heal();
  } catch (const std::exception& problem) {
    failed = disk().heal();
    if (!failed) throw;
    if (std::string(problem.what()).empty()) throw std::runtime_error("ended without a word");
  }
  Shop shop(folder);
  shop.check(scene.customers);
  return failed;
}

int fail(const std::filesystem::path& folder, const Disk::Image& filled) {
  const auto buying = sceneAfter(folder, filled, 2);
  const auto bought = sceneAfter(folder, filled, 3);
  int bad = 0;
  for (const auto& kind : kinds) {
    int calls[2] = {0, 0};
    for (const bool starting : {false, true}) {
      for (const bool lasting : {false, true}) {
        for (int nth = 1;; ++nth) {
          const Disk::Fault fault{kind.call, nth, kind.code, lasting};
          try {
            if (!(starting ? failInStart(folder, bought, fault)
                           : failInOrder(folder, buying, fault)))
              break;
          } catch (const std::exception& problem) {
            ++bad;
            std::cout << kind.name << ' ' << nth << (lasting ? " and all later" : "")
                      << (starting ? ", starting: " : ": ") << problem.what() << '\n';
          }
          ++calls[starting];
        }
      }
    }
    std::cout << kind.name << ": " << calls[0] << " faults in orders, " << calls[1] << " in starts"
              << std::endl;
  }
  std::cout << bad << " faults that lost or doubled something" << std::endl;
  return bad == 0 ? 0 : 1;
}

int choose(const std::vector<std::string>& args) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("vitrine-power-" + std::to_string(::getpid()));
  struct Gone {
    std::filesystem::path folder;
    ~Gone() { std::filesystem::remove_all(folder); }
  } const gone{folder};
  {
    Shop shop(folder);
    shop.fill();
  }
  const auto filled = disk().image();
  if (args.size() == 1 && args[0] == "faults") return fail(folder, filled);
  if (args.size() != 3 || (args[0] != "loss" && args[0] != "lying")) return 2;
  disk().lies = args[0] == "lying";
  return lose(folder, filled, std::stoull(args[1]), std::stoull(args[2]));
}

}  // namespace
}  // namespace vitrine::power

int main(int argc, char** argv) {
  // Nobody is spoken with; reading the system's authorities is most of what a start takes.
  ::setenv("SSL_CERT_FILE", "/dev/null", 1);
  ::setenv("SSL_CERT_DIR", "/dev/null", 1);
  randombytes_set_implementation(&vitrine::power::seeded);
  if (sodium_init() < 0) return 2;
  std::ostringstream log;
  std::cerr.rdbuf(log.rdbuf());
  return vitrine::power::choose(std::vector<std::string>(argv + 1, argv + argc));
}
