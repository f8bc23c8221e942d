#include "unit/server/store.hpp"

#include <future>
#include <set>

#include "store/idempotency.hpp"
#include "store/writer.hpp"
#include "unit/catch.hpp"

using namespace vitrine;

namespace {

void keep(Database& db, const std::string& key) {
  keepAnswer(db, "scope", key, {"hash of a secret", "{}"}, 1);
}

bool isKept(Database& db, const std::string& key) {
  return findAnswer(db, "scope", key).has_value();
}

/// Posts jobs that end up in one group, behind one that holds the writer up; answers who failed.
std::set<std::size_t> failuresOf(Writer& writer, const std::vector<Writer::Work>& jobs) {
  std::promise<void> posted;
  const auto gate = posted.get_future().share();
  std::promise<void> ended;
  std::set<std::size_t> failed;
  writer.post([&](Database&) { return gate.wait(), true; }, [](std::exception_ptr) {});
  for (std::size_t i = 0; i < jobs.size(); ++i)
    writer.post(jobs[i], [&, i](std::exception_ptr failure) {
      if (failure) failed.insert(i);
      if (i + 1 == jobs.size()) ended.set_value();
    });
  posted.set_value();
  ended.get_future().wait();
  return failed;
}

}  // namespace

TEST_CASE("what the store says of a fault has none of the values in it") {
  const Folder folder;
  Database db(folder.path);
  db.transaction([&] { keep(db, "canary"); });
  std::string told;
  try {
    db.transaction([&] { db.attempt([&] { return keep(db, "canary"), true; }); });
  } catch (const std::exception& fault) {
    told = fault.what();
  }
  CHECK(told.find("UNIQUE") != told.npos);
  CHECK(told.find("canary") == told.npos);
  CHECK(told.find("secret") == told.npos);
}

TEST_CASE("a job that fails or is not to be kept leaves the others of its group alone") {
  const Folder folder;
  Writer writer(Database(folder.path));
  const auto failed = failuresOf(writer, {[](Database& db) { return keep(db, "first"), true; },
                                          [](Database& db) -> bool {
                                            keep(db, "thrown");
                                            throw std::runtime_error("a fault of the job's own");
                                          },
                                          [](Database& db) { return keep(db, "dropped"), false; },
                                          [](Database& db) { return keep(db, "last"), true; }});
  CHECK(failed == std::set<std::size_t>{1});
  CHECK(failuresOf(writer, {[](Database& db) {
                     CHECK(isKept(db, "first"));
                     CHECK_FALSE(isKept(db, "thrown"));
                     CHECK_FALSE(isKept(db, "dropped"));
                     CHECK(isKept(db, "last"));
                     return false;
                   }})
            .empty());
}

TEST_CASE("when the store fails a group, each of its jobs is tried again alone") {
  const Folder folder;
  Writer writer(Database(folder.path));
  int runs = 0;
  const auto failed = failuresOf(writer, {[](Database& db) { return keep(db, "first"), true; },
                                          [&](Database&) -> bool {
                                            ++runs;
                                            throw StoreUnavailable("the disk is full", false);
                                          },
                                          [](Database& db) { return keep(db, "last"), true; }});
  CHECK(failed == std::set<std::size_t>{1});
  CHECK(runs == 2);
  CHECK(failuresOf(writer, {[](Database& db) {
                     CHECK(isKept(db, "first"));
                     CHECK(isKept(db, "last"));
                     return false;
                   }})
            .empty());
}

TEST_CASE("a commit whose answer was lost is not tried again: it is in doubt") {
  const Folder folder;
  Writer writer(Database(folder.path));
  int runs = 0;
  const auto failed = failuresOf(writer, {[&](Database&) -> bool {
                                            ++runs;
                                            throw StoreUnavailable("the connection is gone", true);
                                          },
                                          [](Database& db) { return keep(db, "last"), true; }});
  CHECK(failed == std::set<std::size_t>{0, 1});
  CHECK(runs == 1);
}

TEST_CASE("a bare job runs in its turn, in no transaction") {
  const Folder folder;
  Writer writer(Database(folder.path));
  std::promise<bool> began;
  writer.post([](Database& db) { return keep(db, "before"), true; }, [](std::exception_ptr) {});
  writer.post(
      [&](Database& db) {
        bool free = false;
        db.transaction([&] { free = isKept(db, "before"); });
        began.set_value(free);
        return true;
      },
      [](std::exception_ptr) {}, Writer::Way::bare);
  CHECK(began.get_future().get());
}
