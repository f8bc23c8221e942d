#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/cart_sourcing.hpp"
#include "vitrine/catalog.hpp"

namespace vitrine {

/// Whether the operator lets sites show a seller.
enum class SellerStanding { waiting, approved, refused };
constexpr auto names(SellerStanding) {
  return std::to_array<std::string_view>({"waiting", "approved", "refused"});
}

/// When a seller takes no orders.
struct Holiday {
  std::string from;     // its first day (in UTC), like 2026-12-24
  std::string back_on;  // the first day after it; empty: until further notice

  friend bool operator==(const Holiday&, const Holiday&) = default;
  static constexpr void fields(auto& self, auto&& field) {
    field("from", self.from);
    field("back_on", self.back_on, defaulted);
  }
};

/// A seller with what only the server knows of it. No endpoint: its orders wait in the inbox.
struct SellerRecord {
  Seller seller;
  std::string endpoint_url;
  std::string webhook_secret;
  std::string old_secret = {};        // signs beside the new one after a rotation …
  std::int64_t old_secret_until = 0;  // … until then, in Unix milliseconds
  std::int64_t gone_at = 0;  // when the endpoint answered 410 Gone; nothing is sent to it since
  std::int64_t answer_minutes =
      0;                     // within which it answers an order, else it is lost to it; 0: any
  bool approved = true;      // by the operator: until then no site shows it
  std::string refusal = {};  // why the operator refused it; empty: it has not
  std::optional<Holiday> holiday = {};
  bool away = false;  // now: its offers count as sold out

  SellerStanding standing() const {
    return approved          ? SellerStanding::approved
           : refusal.empty() ? SellerStanding::waiting
                             : SellerStanding::refused;
  }
};

/// The secrets are sealed in the database.
void insertSeller(Database& db, const SellerRecord& record);
/// What the seller says of itself; its id stays.
void saveSeller(Database& db, const Seller& seller);
/// Also ends `gone_at`.
void setEndpoint(Database& db, const std::string& seller_id, const std::string& url);
void setGone(Database& db, const std::string& seller_id, std::int64_t now);
/// The secret so far goes on signing, beside the new one, until `old_until` (Unix milliseconds).
void rotateSecret(Database& db, const std::string& seller_id, const std::string& secret,
                  std::int64_t old_until);
/// `refusal`: why not; empty: it waits.
void setApproved(Database& db, const std::string& seller_id, bool approved,
                 const std::string& refusal);
bool isApproved(Database& db, const std::string& seller_id);
void setAnswerMinutes(Database& db, const std::string& seller_id, std::int64_t minutes);
std::optional<SellerRecord> findSeller(Database& db, const std::string& seller_id);
/// What a known seller says of itself, without its secrets: what pricing a cart takes.
std::shared_ptr<const Seller> sellerTerms(Database& db, const std::string& seller_id);
/// Of several, in the same order.
std::vector<std::shared_ptr<const Seller>> sellerTerms(Database& db,
                                                       std::span<const std::string> seller_ids);

/// How a seller hears of its orders.
struct Receiving {
  bool has_endpoint = false;        // else it reads its inbox
  std::int64_t answer_minutes = 0;  // that it has for an answer; 0: no limit
};
/// Of sellers that there are, by their ids.
std::map<std::string, Receiving> receivingOf(Database& db, std::span<const std::string> seller_ids);
std::vector<SellerRecord> listSellers(Database& db);
/// A page of them, by their ids, of one standing or of any.
std::vector<SellerRecord> listSellers(Database& db, std::optional<SellerStanding> standing,
                                      const std::string& after, int limit);
long long countWaitingSellers(Database& db);

/// What a seller has for sale.
struct Range {
  std::int64_t offers = 0;
  std::vector<std::string> titles;  // of a few of its products
};
Range rangeOf(Database& db, const std::string& seller_id);

/// It begins with the next `keepHolidays`; none: the seller takes orders.
void setHoliday(Database& db, const std::string& seller_id, const std::optional<Holiday>& holiday);
/// Has sellers be away, or back, as their holidays say of a day. Answers how many have changed.
std::int64_t keepHolidays(Database& db, const std::string& day);

/// A presenter's shop: what its pages show by default and where they may be.
struct Site {
  std::string id;
  std::string presenter_id;
  std::string name;
  std::string currency;
  std::string country;
  std::string language;
  std::vector<std::string> allowed_origins;
  SourcingPolicy sourcing;
  bool discloses_shares = false;  // customers may see who earns what

  static constexpr void fields(auto& self, auto&& field) {
    field("id", self.id, defaulted);
    field("presenter_id", self.presenter_id, defaulted);
    field("name", self.name);
    field("currency", self.currency);
    field("country", self.country);
    field("language", self.language);
    field("allowed_origins", self.allowed_origins, defaulted);
    field("sourcing", self.sourcing, defaulted);
    field("discloses_shares", self.discloses_shares, defaulted);
  }
};

void insertPresenter(Database& db, const std::string& id, const std::string& name);
std::optional<std::string> presenterName(Database& db, const std::string& presenter_id);
void insertSite(Database& db, const Site& site);
void saveSite(Database& db, const Site& site);
std::optional<Site> findSite(Database& db, const std::string& site_id);
std::vector<Site> listSites(Database& db);
/// A page of them, by their ids.
std::vector<Site> listSites(Database& db, const std::string& after, int limit);

}  // namespace vitrine
