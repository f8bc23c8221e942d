#pragma once

#include <string>
#include <vector>

#include "cli/cli.hpp"
#include "import/importer.hpp"

/// The command line's commands on a data folder. Each answers an exit code.
namespace vitrine {

int addSeller(Admin& admin, const std::string& settings, const std::string& endpoint);
int listSellers(Admin& admin, bool json);
int changeEndpoint(Admin& admin, const std::string& seller_id, const std::string& url);
int changeAnswer(Admin& admin, const std::string& seller_id, std::int64_t minutes);

/// Deliveries that were given up, of one seller or of all.
int listParked(Admin& admin, const std::string& seller_id, bool json);
int replayParked(Admin& admin, const std::string& seller_id, const std::string& id);
int rotateSecret(Admin& admin, const std::string& seller_id);

int addSite(Admin& admin, const std::string& settings, const std::vector<std::string>& origins);
int listSites(Admin& admin, bool json);
int changeOrigins(Admin& admin, const std::string& site_id,
                  const std::vector<std::string>& origins);

int changeSourcing(Admin& admin, const std::string& site_id, const SourcingPolicy& policy);

/// "feed.csv:7: price: "1,00" is refused; expected: …"
void tellError(std::ostream& out, const std::string& file, const RowError& error);
int importFile(Admin& admin, const std::string& file, ImportOptions options, bool json);

int listProducts(Admin& admin, const std::string& words, bool json);
int splitOffers(Admin& admin, const std::vector<std::string>& offer_ids);
int joinProducts(Admin& admin, const std::string& from, const std::string& into);

int listOrders(Admin& admin, bool json);
int showOrder(Admin& admin, const std::string& id);

/// Copies the store to a new file while the server runs.
int backUpStore(Admin& admin, const std::string& file);
/// Makes the data folder's store of such a file.
int restoreStore(const Config& config, const std::string& file);

}  // namespace vitrine
