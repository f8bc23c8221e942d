#include "cli/cli.hpp"

#include "cli/grammar.hpp"

namespace vitrine {

std::variant<int, CommandLine> parseCommandLine(const std::vector<std::string>& args,
                                                std::ostream& out, std::ostream& err) {
  CommandLine line;
  CLI::App app("Vitrine: the server of a storefront that lives in other people's pages.",
               "vitrine");
  app.require_subcommand(1);
  app.fallthrough(false);
  Grammar grammar(app, line);
  for (const auto add :
       {addServeCommand,    addAccountCommands,     addSellerCommands,      addDeliveryCommands,
        addMailCommands,    addSiteCommands,        addCooperationCommands, addGuideCommands,
        addLedgerCommands,  addImportCommand,       addProductCommands,     addRankingCommands,
        addSnapshotCommand, addOrderCommands,       addCustomerCommands,    addReviewCommands,
        addRetailCommands,  addEndorsementCommands, addKeyCommands,         addBackupCommands,
        addSourcingCommands})
    add(grammar);
  try {
    app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
  } catch (const CLI::ParseError& fault) {
    return app.exit(fault, out, err) == 0 ? done : misused;
  }
  return line;
}

}  // namespace vitrine
