#pragma once

#include <string>
#include <vector>

#include "cli/cli.hpp"
#include "cooperation/books.hpp"
#include "import/importer.hpp"
#include "vitrine/agreement.hpp"

/// The command line's commands on a data folder. Each answers an exit code.
namespace vitrine {

int addSeller(Admin& admin, const std::string& settings, const std::string& endpoint);
int listSellers(Admin& admin, bool json);
int changeEndpoint(Admin& admin, const std::string& seller_id, const std::string& url);
int changeAnswer(Admin& admin, const std::string& seller_id, std::int64_t minutes);

/// Deliveries that were given up, of one seller or of all.
int listParked(Admin& admin, const std::string& seller_id, bool json);
int replayParked(Admin& admin, const std::string& seller_id, const std::string& id);
/// A new webhook secret, or with `ed25519` a new signing key.
int rotateSecret(Admin& admin, const std::string& seller_id, bool ed25519);

int addSite(Admin& admin, const std::string& settings, const std::vector<std::string>& origins);
int listSites(Admin& admin, bool json);
int changeOrigins(Admin& admin, const std::string& site_id,
                  const std::vector<std::string>& origins);

int changeSourcing(Admin& admin, const std::string& site_id, const SourcingPolicy& policy);

/// Publishes the terms in a file, or with none lists all versions.
int sellerTerms(Admin& admin, const std::string& seller_id, const std::string& file);
/// The same for the operator's fee.
int operatorFee(Admin& admin, const std::string& file);
/// How sellers and sites stand to each other (an empty id: any).
int listAgreements(Admin& admin, const std::string& seller_id, const std::string& site_id,
                   bool json);
int takeStep(Admin& admin, const std::string& seller_id, const std::string& site_id,
             AgreementSide side, AgreementStep step);
/// Whether a site's customers see who earns what.
int discloseShares(Admin& admin, const std::string& site_id, bool disclose);

/// An owner (an empty one: any): sel_…, pre_… or "operator".
int listKeys(Admin& admin, const std::string& owner, bool json);
/// A new key; the owner's others end after the overlap.
int issueKey(Admin& admin, const std::string& owner, std::int64_t overlap_hours);
int revokeKey(Admin& admin, const std::string& id);
/// After the loss of the secret key: a new one, and new webhook secrets for all sellers.
int renewSecretKey(const Config& config);

/// Adds a site's guide, or replaces the one of that name, of a Markdown file.
int addGuide(Admin& admin, const std::string& site_id, const std::string& name,
             const std::string& file);
int listGuides(Admin& admin, const std::string& site_id, bool json);
/// Its Markdown, or as JSON what pages get.
int showGuide(Admin& admin, const std::string& site_id, const std::string& name, bool json);
int removeGuide(Admin& admin, const std::string& site_id, const std::string& name);

int verifyLedger(Admin& admin, const std::string& expected);
/// Transfers as JSON Lines (an empty id: any).
int showLedger(Admin& admin, const std::string& account, const std::string& order_id);
int bookPayment(Admin& admin, TransferKind kind, const Payment& payment);
int showStatement(Admin& admin, const std::string& party, const std::string& month, bool csv);

/// "feed.csv:7: price: "1,00" is refused; expected: …"
void tellError(std::ostream& out, const std::string& file, const RowError& error);
int importFile(Admin& admin, const std::string& file, ImportOptions options, bool json);

int listProducts(Admin& admin, const std::string& words, bool json);
int splitOffers(Admin& admin, const std::vector<std::string>& offer_ids);
int joinProducts(Admin& admin, const std::string& from, const std::string& into);

int listOrders(Admin& admin, bool json);
int showOrder(Admin& admin, const std::string& id);

/// What is kept about a customer, as JSON.
int exportCustomer(Admin& admin, const std::string& email);
/// Erases a customer of all purchases that have ended; says which have not.
int eraseCustomer(Admin& admin, const std::string& email);

/// Copies the store to a new file while the server runs.
int backUpStore(Admin& admin, const std::string& file);
/// Makes the data folder's store of such a file.
int restoreStore(const Config& config, const std::string& file);

}  // namespace vitrine
