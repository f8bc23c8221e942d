#include "store/track_records.hpp"

#include "store/sql.hpp"

namespace vitrine {
namespace {

TrackRecord recordFrom(const soci::row& row) {
  TrackRecord record{row.get<std::string>("seller_id"), row.get<long long>("in_time"),
                     row.get<long long>("late"), row.get<long long>("not_accepted")};
  if (const auto count = row.get<long long>("rating_count"); count > 0)
    record.rating = {count, row.get<long long>("rating_mean")};
  return record;
}

}  // namespace

bool saveRecords(Database& db, const std::map<std::string, TrackRecord>& records) {
  if (listRecords(db) == records) return false;
  run(db, "DELETE FROM track_records");
  for (const auto& [seller_id, record] : records) {
    const long long in_time = record.in_time;
    const long long late = record.late;
    const long long not_accepted = record.not_accepted;
    const auto rating = record.rating.value_or(StarRating{});
    const long long count = rating.count;
    const long long mean = rating.mean;
    run(db,
        "INSERT INTO track_records (seller_id, in_time, late, not_accepted, rating_count, "
        "rating_mean) SELECT id, :in_time, :late, :not, :count, :mean FROM sellers WHERE id = :id",
        in_time, late, not_accepted, count, mean, seller_id);
  }
  return true;
}

std::map<std::string, TrackRecord> listRecords(Database& db) {
  soci::rowset<soci::row> rows = (db.sql().prepare << "SELECT * FROM track_records");
  std::map<std::string, TrackRecord> answer;
  for (const auto& row : rows) {
    auto record = recordFrom(row);
    answer.emplace(record.seller_id, std::move(record));
  }
  return answer;
}

std::vector<TrackRecord> recordsOfProduct(Database& db, const std::string& product_id) {
  soci::rowset<soci::row> rows =
      (db.sql().prepare << "SELECT * FROM track_records WHERE seller_id IN (SELECT o.seller_id "
                           "FROM offers o JOIN variants v ON v.id = o.variant_id "
                           "WHERE v.product_id = :product) ORDER BY seller_id",
       soci::use(product_id));
  std::vector<TrackRecord> answer;
  for (const auto& row : rows) answer.push_back(recordFrom(row));
  return answer;
}

}  // namespace vitrine
