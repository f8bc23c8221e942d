#include "cli/cli.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>
#include <memory>

#include "cli/commands.hpp"
#include "cli/snapshot.hpp"
#include "cli/sourcing.hpp"
#include "http/network.hpp"

namespace vitrine {
namespace {

/// What the options are read into; commands keep it alive.
struct Options {
  Config config;
  std::string data = "vitrine-data";
  std::string web;
  std::string listen = "127.0.0.1:4000";
  std::string settings;
  std::string endpoint;
  std::string seller;
  std::string site;
  std::string file;
  std::string in;
  std::string out;
  std::string id;
  std::string words;
  std::string into;
  std::vector<std::string> offers;
  CatalogText text = CatalogText::words;
  std::vector<std::string> origins;
  SourcingPolicy policy;
  std::int64_t minutes = 0;
  ImportOptions import;
  bool json = false;
  SourcingOptions sourcing;
  AgreementSide side = AgreementSide::seller;
  AgreementStep step = AgreementStep::invite;
  Payment payment;
  std::string account;
  std::string owner;
  std::int64_t overlap_hours = 24;
  bool ed25519 = false;
  std::string month;
  bool csv = false;
  bool disclose = false;
};

bool readListen(const std::string& text, Config& config) {
  const auto colon = text.rfind(':');
  if (colon == text.npos || colon == 0) return false;
  config.host = text.substr(0, colon);
  if (config.host.starts_with('[') && config.host.ends_with(']'))
    config.host = config.host.substr(1, config.host.size() - 2);
  const auto port = text.substr(colon + 1);
  if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != port.npos)
    return false;
  const int number = std::stoi(port);
  if (number > 65535) return false;
  config.port = static_cast<unsigned short>(number);
  return true;
}

std::string isStore(const std::string& text) {
  const bool known = text.starts_with("postgres://") || text.starts_with("postgresql://");
  return known ? "" : "a URL of PostgreSQL is expected, like postgres://user@host/vitrine";
}

/// The wire names of an enumeration, for CLI11.
template <Named E>
std::map<std::string, E> valuesByName() {
  std::map<std::string, E> values;
  for (std::size_t i = 0; i < names(E{}).size(); ++i)
    values.emplace(names(E{})[i], static_cast<E>(i));
  return values;
}

}  // namespace

std::variant<int, CommandLine> parseCommandLine(const std::vector<std::string>& args,
                                                std::ostream& out, std::ostream& err) {
  const auto given = std::make_shared<Options>();
  auto& o = *given;
  CommandLine line;
  CLI::App app("Vitrine: the server of a storefront that lives in other people's pages.",
               "vitrine");
  app.require_subcommand(1);
  app.fallthrough(false);

  const auto command = [&](CLI::App* parent, const char* name, const char* what, auto run) {
    auto* sub = parent->add_subcommand(name, what);
    sub->add_option("--data", o.data, "Data folder")->capture_default_str();
    sub->add_option("--store", o.config.store,
                    "Database: postgres://… (default: SQLite in the data folder)")
        ->envname("VITRINE_STORE")
        ->check(isStore);
    sub->add_option("--secret-key", o.config.secret_key,
                    "File of the key that secrets are sealed under (default: secret.key in the "
                    "data folder)")
        ->envname("VITRINE_SECRET_KEY");
    if (run)
      sub->callback([&line, given, run] {
        line.command = [given, run](Admin& admin) { return run(admin, *given); };
      });
    return sub;
  };
  const auto family = [&](const char* name, const char* what) {
    auto* sub = app.add_subcommand(name, what);
    sub->require_subcommand(1);
    return sub;
  };
  using Run = int (*)(Admin&, const Options&);

  auto* serve = command(&app, "serve", "Run the server", Run{});
  serve->add_option("--listen", o.listen, "HOST:PORT to listen on")->capture_default_str();
  serve->add_option("--public-url", o.config.public_url,
                    "What browsers call this server (default: http://HOST:PORT)");
  auto* certificate =
      serve->add_option("--tls-certificate", o.config.tls_certificate,
                        "Certificate chain in PEM: the port speaks TLS then; SIGHUP reads it anew");
  auto* private_key = serve->add_option("--tls-key", o.config.tls_key, "Its private key in PEM");
  certificate->needs(private_key);
  private_key->needs(certificate);
  serve->add_option("--web", o.web, "Built browser side (default: web beside the binary)");
  serve
      ->add_option(
          "--catalog-limit", o.config.catalog_limit,
          "Bytes (Brotli) of a catalogue file; from a larger one descriptions are left out")
      ->capture_default_str();
  serve
      ->add_option("--max-streams", o.config.max_streams,
                   "Open pages that are told of changes at once; further ones ask again later")
      ->capture_default_str();
  serve
      ->add_option("--trusted-proxy", o.config.trusted_proxies,
                   "Address or network (192.0.2.7, 2001:db8::/32) of a proxy whose X-Forwarded-For "
                   "is believed; may be given several times")
      ->check([](const std::string& text) {
        return TrustedProxies().add(text) ? "" : text + ": an address or a network is expected";
      });
  serve
      ->add_option("--rate-limits", o.config.rate_limits,
                   "Factor for the limits on requests per address; 0: none")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  serve
      ->add_option("--retry-seconds", o.config.retry_seconds,
                   "Seconds between attempts to deliver an order (default: Standard Webhooks')")
      ->delimiter(',')
      ->check(CLI::NonNegativeNumber);
  serve
      ->add_option("--circuit-seconds", o.config.circuit_seconds,
                   "How long an endpoint that fails is left alone before it is tried")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  serve
      ->add_option("--personal-data-days", o.config.personal_data_days,
                   "Days after the end of a purchase until its customer is erased; 0: never")
      ->check(CLI::Range(0.0, 36'500.0))
      ->capture_default_str();
  serve->add_flag("--allow-insecure-endpoints", o.config.allow_insecure_endpoints,
                  "Let sellers' endpoints be plain http and on private addresses");

  auto* seller = family("seller", "Sellers: who own products and fulfil orders");
  auto* seller_add =
      command(seller, "add", "Add a seller; prints its id and its keys, once",
              Run{[](auto& a, auto& g) { return addSeller(a, g.settings, g.endpoint); }});
  seller_add
      ->add_option("--settings", o.settings,
                   "JSON file: name, country, currency, taxes, shipping profiles")
      ->required();
  seller_add->add_option("--endpoint", o.endpoint,
                         "URL that gets its orders (none: it reads its inbox)");
  command(seller, "list", "List the sellers",
          Run{[](auto& a, auto& g) { return listSellers(a, g.json); }})
      ->add_flag("--json", o.json, "As JSON");
  auto* seller_endpoint =
      command(seller, "endpoint", "Change where a seller's orders go",
              Run{[](auto& a, auto& g) { return changeEndpoint(a, g.seller, g.endpoint); }});
  seller_endpoint->add_option("--seller", o.seller, "Seller id")->required();
  seller_endpoint->add_option("--url", o.endpoint, "The new URL; empty: the inbox only")
      ->required();

  auto* seller_answer =
      command(seller, "answer", "Change how long a seller may take to answer an order",
              Run{[](auto& a, auto& g) { return changeAnswer(a, g.seller, g.minutes); }});
  seller_answer->add_option("--seller", o.seller, "Seller id")->required();
  seller_answer
      ->add_option("--within", o.minutes,
                   "Minutes; an order that was not answered then counts as rejected (0: no limit)")
      ->required()
      ->check(CLI::Range(0, 525'600));
  auto* seller_secret = command(
      seller, "secret", "Give a seller a new webhook secret; the old one signs beside it a day",
      Run{[](auto& a, auto& g) { return rotateSecret(a, g.seller, g.ed25519); }});
  seller_secret->add_option("--seller", o.seller, "Seller id")->required();
  seller_secret->add_flag("--ed25519", o.ed25519,
                          "Sign with an Ed25519 key (v1a) from now on; prints the public one");

  auto* delivery = family("delivery", "Deliveries of orders to sellers' endpoints");
  auto* delivery_parked =
      command(delivery, "parked", "List those that were given up; the orders are in the inboxes",
              Run{[](auto& a, auto& g) { return listParked(a, g.seller, g.json); }});
  delivery_parked->add_option("--seller", o.seller, "Only this seller's");
  delivery_parked->add_flag("--json", o.json, "As JSON");
  auto* delivery_replay =
      command(delivery, "replay", "Send a seller's parked deliveries again",
              Run{[](auto& a, auto& g) { return replayParked(a, g.seller, g.id); }});
  delivery_replay->add_option("--seller", o.seller, "Seller id")->required();
  delivery_replay->add_option("--id", o.id, "Only this one (whk_…)");

  auto* site = family("site", "Sites: pages of presenters that show the shop");
  auto* site_add = command(site, "add", "Add a presenter's site; prints its id",
                           Run{[](auto& a, auto& g) { return addSite(a, g.settings, g.origins); }});
  site_add->add_option("--settings", o.settings, "JSON file: name, currency, country, language")
      ->required();
  site_add->add_option("--origin", o.origins,
                       "Origin of a page that may show it, like https://blog.example");
  command(site, "list", "List the sites",
          Run{[](auto& a, auto& g) { return listSites(a, g.json); }})
      ->add_flag("--json", o.json, "As JSON");
  auto* site_origin =
      command(site, "origin", "Replace a site's allowed origins",
              Run{[](auto& a, auto& g) { return changeOrigins(a, g.site, g.origins); }});
  site_origin->add_option("--site", o.site, "Site id")->required();
  site_origin->add_option("--origin", o.origins, "Allowed origin; may be given several times")
      ->required();

  auto* site_sourcing =
      command(site, "sourcing", "Replace which sellers a site's carts avoid or prefer",
              Run{[](auto& a, auto& g) { return changeSourcing(a, g.site, g.policy); }});
  site_sourcing->add_option("--site", o.site, "Site id")->required();
  site_sourcing->add_option("--exclude", o.policy.excluded_sellers,
                            "Seller that sourcing never takes; may be given several times");
  site_sourcing->add_option("--prefer", o.policy.preferred_sellers,
                            "Seller that counts no surcharge; may be given several times");
  site_sourcing
      ->add_option("--surcharge", o.policy.surcharge,
                   "What a parcel of any other seller counts dearer, minor units; nobody pays it")
      ->check(CLI::Range(0, 1'000'000'000));

  auto* site_shares =
      command(site, "shares", "Change whether a site's customers see who earns what",
              Run{[](auto& a, auto& g) { return discloseShares(a, g.site, g.disclose); }});
  site_shares->add_option("--site", o.site, "Site id")->required();
  site_shares->add_flag("--disclose,!--hide", o.disclose, "They do, or do not")->required();

  auto* seller_terms = command(
      seller, "terms", "List what a seller offers to presenters, or publish the next version",
      Run{[](auto& a, auto& g) { return sellerTerms(a, g.seller, g.file); }});
  seller_terms->add_option("--seller", o.seller, "Seller id")->required();
  seller_terms->add_option("--publish", o.file, "JSON file: from, presenting, rules, …");
  command(&app, "fee", "List what the operator takes, or publish the next version",
          Run{[](auto& a, auto& g) { return operatorFee(a, g.file); }})
      ->add_option("--publish", o.file, "JSON file: from, fee_bp, of, per_order");

  auto* agreement = family("agreement", "Agreements: which sites show which sellers");
  auto* agreement_list =
      command(agreement, "list", "How sellers and sites stand to each other",
              Run{[](auto& a, auto& g) { return listAgreements(a, g.seller, g.site, g.json); }});
  agreement_list->add_option("--seller", o.seller, "Only this seller's");
  agreement_list->add_option("--site", o.site, "Only this site's");
  agreement_list->add_flag("--json", o.json, "As JSON, with their history");
  auto* agreement_step =
      command(agreement, "step", "Take a step for one side",
              Run{[](auto& a, auto& g) { return takeStep(a, g.seller, g.site, g.side, g.step); }});
  agreement_step->add_option("STEP", o.step, "apply, invite, accept, decline, end, block, unblock")
      ->required()
      ->transform(CLI::CheckedTransformer(valuesByName<AgreementStep>()));
  agreement_step->add_option("--as", o.side, "seller or presenter")
      ->required()
      ->transform(CLI::CheckedTransformer(valuesByName<AgreementSide>()));
  agreement_step->add_option("--seller", o.seller, "Seller id")->required();
  agreement_step->add_option("--site", o.site, "Site id")->required();

  auto* guide = family("guide", "Guides: articles that name what they need");
  auto* guide_add =
      command(guide, "add", "Add a site's guide, or replace the one of that name",
              Run{[](auto& a, auto& g) { return addGuide(a, g.site, g.id, g.file); }});
  guide_add->add_option("FILE", o.file, "Markdown; see docs/guides.md")->required();
  auto* guide_list = command(guide, "list", "List the guides",
                             Run{[](auto& a, auto& g) { return listGuides(a, g.site, g.json); }});
  guide_list->add_option("--site", o.site, "Only this site's");
  guide_list->add_flag("--json", o.json, "As JSON");
  auto* guide_show =
      command(guide, "show", "Show a guide's Markdown",
              Run{[](auto& a, auto& g) { return showGuide(a, g.site, g.id, g.json); }});
  guide_show->add_flag("--json", o.json, "What pages get instead, as JSON");
  auto* guide_remove = command(guide, "remove", "Remove a guide",
                               Run{[](auto& a, auto& g) { return removeGuide(a, g.site, g.id); }});
  for (auto* sub : {guide_add, guide_show, guide_remove}) {
    sub->add_option("--site", o.site, "Site id")->required();
    sub->add_option("--name", o.id, "What pages call it: a-z, 0-9 and -")->required();
  }

  auto* ledger = family("ledger", "The books: who owes whom what");
  command(ledger, "verify", "Go through all transfers; prints how many and the last hash",
          Run{[](auto& a, auto& g) { return verifyLedger(a, g.id); }})
      ->add_option("--expect", o.id, "A hash printed earlier, which must still be there");
  auto* ledger_show = command(ledger, "show", "Transfers, one JSON object a line",
                              Run{[](auto& a, auto& g) { return showLedger(a, g.account, g.id); }});
  ledger_show->add_option("--account", o.account, "sel_…, pre_…, operator or customers");
  ledger_show->add_option("--order", o.id, "ord_…");
  const auto payment = [&](CLI::App* sub, const char* note) {
    sub->add_option("--from", o.payment.from, "Who paid: sel_…, pre_… or operator")->required();
    sub->add_option("--to", o.payment.to, "Who was paid")->required();
    sub->add_option("--amount", o.payment.money.amount, "Minor units")->required();
    sub->add_option("--currency", o.payment.money.currency, "ISO 4217 code")->required();
    sub->add_option("--note", o.payment.note, note);
  };
  payment(
      command(ledger, "pay", "Record what one member paid to another", Run{[](auto& a, auto& g) {
                return bookPayment(a, TransferKind::payout, g.payment);
              }}),
      "The bank's reference");
  payment(command(ledger, "adjust", "Put a balance right", Run{[](auto& a, auto& g) {
                    return bookPayment(a, TransferKind::adjustment, g.payment);
                  }}),
          "Why; required");
  auto* ledger_statement =
      command(ledger, "statement", "What a member's account did in a month",
              Run{[](auto& a, auto& g) { return showStatement(a, g.account, g.month, g.csv); }});
  ledger_statement->add_option("--party", o.account, "sel_…, pre_… or operator")->required();
  ledger_statement->add_option("--month", o.month, "2026-11")->required();
  ledger_statement->add_flag("--csv", o.csv, "For a spreadsheet");

  auto* import =
      command(&app, "import", "Import a seller's catalogue",
              Run{[](auto& a, auto& g) { return importFile(a, g.file, g.import, g.json); }});
  import->add_option("--seller", o.import.seller_id, "Seller id")->required();
  import->add_option("FILE", o.file, "The feed; relative image paths start beside it")->required();
  import->add_option("--format", o.import.format, "What the feed is (default: found out)")
      ->transform(CLI::Transformer(valuesByName<FeedFormat>(), CLI::ignore_case));
  import->add_option("--encoding", o.import.encoding, "How it is written (default: found out)")
      ->transform(CLI::Transformer(valuesByName<FeedEncoding>(), CLI::ignore_case));
  import->add_flag("--replace", o.import.replace, "Take from sale what the feed does not name");
  import->add_flag("--keep-good", o.import.keep_good,
                   "Keep the good rows even if others are refused");
  import->add_flag("--dry-run", o.import.dry_run, "Only show what would change");
  import->add_flag("--json", o.json, "Report as JSON");

  auto* product = family("product", "Products: what the offers of several sellers share");
  auto* product_list =
      command(product, "list", "List products with their offers",
              Run{[](auto& a, auto& g) { return listProducts(a, g.words, g.json); }});
  product_list->add_option("--title", o.words, "Only those whose title has these words");
  product_list->add_flag("--json", o.json, "As JSON");
  command(product, "split", "Give offers of one product a product of their own; prints its id",
          Run{[](auto& a, auto& g) { return splitOffers(a, g.offers); }})
      ->add_option("OFFER", o.offers, "off_…; imports leave them where they are then")
      ->required();
  auto* product_join = command(product, "join", "Make one product of two",
                               Run{[](auto& a, auto& g) { return joinProducts(a, g.id, g.into); }});
  product_join->add_option("PRODUCT", o.id, "pro_… that goes")->required();
  product_join->add_option("--into", o.into, "pro_… that stays, with its words")->required();

  auto* snapshot = app.add_subcommand("snapshot", "Turn a feed into a catalogue file");
  snapshot->add_option("--in", o.in, "The feed (JSON Lines, Google/ACP feed fields)")->required();
  snapshot->add_option("--out", o.out, "The catalogue file to write")->required();
  snapshot
      ->add_option("--descriptions", o.text,
                   "What it holds of them: full, words (they can be searched), none")
      ->transform(CLI::CheckedTransformer(valuesByName<CatalogText>()))
      ->default_str("words");

  auto* order = family("order", "Orders: one per seller of a purchase");
  command(order, "list", "List the orders",
          Run{[](auto& a, auto& g) { return listOrders(a, g.json); }})
      ->add_flag("--json", o.json, "As JSON");
  command(order, "show", "Show an order or an order group",
          Run{[](auto& a, auto& g) { return showOrder(a, g.id); }})
      ->add_option("ID", o.id, "ord_… or og_…")
      ->required();

  auto* customer = family("customer", "Customers: what is kept about them");
  auto* customer_export = command(customer, "export", "Print all that is kept about one, as JSON",
                                  Run{[](auto& a, auto& g) { return exportCustomer(a, g.words); }});
  auto* customer_erase =
      command(customer, "erase", "Erase one of all purchases that have ended; amounts stay",
              Run{[](auto& a, auto& g) { return eraseCustomer(a, g.words); }});
  for (auto* sub : {customer_export, customer_erase})
    sub->add_option("--email", o.words, "The customer's, as in the orders")->required();

  auto* keys = family("key", "Keys of the API: of sellers, presenters and the operator");
  auto* key_list = command(keys, "list", "List keys, without their texts",
                           Run{[](auto& a, auto& g) { return listKeys(a, g.owner, g.json); }});
  key_list->add_option("--owner", o.owner, "Only those of sel_…, pre_… or operator");
  key_list->add_flag("--json", o.json, "As JSON");
  auto* key_issue =
      command(keys, "issue", "Give an owner a new key; prints it, once",
              Run{[](auto& a, auto& g) { return issueKey(a, g.owner, g.overlap_hours); }});
  key_issue->add_option("--owner", o.owner, "sel_…, pre_… or operator")->required();
  key_issue->add_option("--overlap-hours", o.overlap_hours, "How long the others go on")
      ->check(CLI::Range(0, 30 * 24))
      ->capture_default_str();
  command(keys, "revoke", "End a key at once",
          Run{[](auto& a, auto& g) { return revokeKey(a, g.id); }})
      ->add_option("ID", o.id, "key_…")
      ->required();
  auto* secret_key = family("secret-key", "The key that secrets in the database are sealed under");
  const auto alone = [&](CLI::App* sub, int (*run)(const Config&, const Options&)) {
    sub->callback([&line, given, run] {
      line.alone = [given, run] {
        auto config = given->config;
        config.data = given->data;
        return run(config, *given);
      };
    });
  };
  alone(
      command(secret_key, "renew",
              "After its loss, servers stopped: a new one, and new webhook secrets for all", Run{}),
      [](const Config& config, const Options&) { return renewSecretKey(config); });

  auto* backup = command(&app, "backup", "Copy the database to a file, also while the server runs",
                         Run{[](auto& a, auto& g) { return backUpStore(a, g.file); }});
  backup->add_option("FILE", o.file, "The new file")->required();
  auto* restoring = command(&app, "restore", "Make the data folder's database of a backup", Run{});
  restoring->add_option("FILE", o.file, "The backup")->required();
  alone(restoring,
        [](const Config& config, const Options& of) { return restoreStore(config, of.file); });

  auto* source = app.add_subcommand(
      "source", "Find the cheapest sellers for carts: one JSON instance a line in, results out");
  source->add_option("--objective", o.sourcing.objective, "cost, parcels, fastest, pickup or all")
      ->capture_default_str();
  auto* facilities =
      app.add_subcommand("source-ufl", "Solve a facility location file: m n, then fee and costs");
  facilities->add_option("FILE", o.sourcing.file, "The instance")->required();
  for (auto* sub : {source, facilities}) {
    sub->add_option("--work", o.sourcing.work, "Most work to do, counted (default: plenty)")
        ->check(CLI::PositiveNumber);
    sub->add_option("--time-ms", o.sourcing.time_ms, "Most milliseconds for each solution")
        ->check(CLI::PositiveNumber);
  }
  source->callback([&line, given] {
    line.alone = [given] { return sourceCarts(given->sourcing, std::cin, std::cout, std::cerr); };
  });
  facilities->callback([&line, given] {
    line.alone = [given] { return sourceFacilities(given->sourcing, std::cout, std::cerr); };
  });

  try {
    app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
  } catch (const CLI::ParseError& fault) {
    return app.exit(fault, out, err) == 0 ? done : misused;
  }
  if (snapshot->parsed()) return writeSnapshot(o.in, o.out, o.text, out, err);
  line.config = o.config;
  line.config.data = o.data;
  line.config.web = o.web;
  line.transacted = !backup->parsed();
  if (!readListen(o.listen, line.config)) {
    err << "--listen: HOST:PORT is expected, like 127.0.0.1:4000\n";
    return misused;
  }
  return line;
}

}  // namespace vitrine
