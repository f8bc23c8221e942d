# The server and command line: build/vitrine. Everything but main is a library, so that tests link it.
find_package(Boost 1.81 REQUIRED COMPONENTS url)
find_package(OpenSSL REQUIRED)
find_package(ZLIB REQUIRED)
find_package(Threads REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(prometheus-cpp CONFIG REQUIRED COMPONENTS core)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(BROTLI REQUIRED IMPORTED_TARGET libbrotlienc)
pkg_check_modules(XML REQUIRED IMPORTED_TARGET libxml-2.0)
pkg_check_modules(CMARK REQUIRED IMPORTED_TARGET libcmark)
pkg_check_modules(CURL REQUIRED IMPORTED_TARGET libcurl)
pkg_check_modules(FIDO REQUIRED IMPORTED_TARGET libfido2)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-i18n icu-uc)
find_path(CSV_INCLUDE csv.h REQUIRED)
find_library(CSV csv REQUIRED)
find_path(SOCI_INCLUDE soci/soci.h REQUIRED)
find_library(SOCI_CORE soci_core REQUIRED)
find_library(SOCI_SQLITE soci_sqlite3 REQUIRED)
find_library(SOCI_POSTGRES soci_postgresql REQUIRED)
pkg_check_modules(POSTGRES REQUIRED IMPORTED_TARGET libpq)
pkg_check_modules(SQLITE REQUIRED IMPORTED_TARGET sqlite3)

add_library(vitrine_json STATIC server/json.cpp)
target_include_directories(vitrine_json PUBLIC server)
target_link_libraries(vitrine_json PUBLIC vitrine_core nlohmann_json::nlohmann_json PRIVATE vitrine_warnings)

option(VITRINE_FAULTS "Let tests crash the server at named points and fail its disk" OFF)
set(STORE_SOURCES
  server/store/accounts.cpp
  server/store/arrangements.cpp
  server/store/backup.cpp
  server/store/billing.cpp
  server/store/changes.cpp
  server/store/catalogue.cpp
  server/store/database.cpp
  server/store/delivery_log.cpp
  server/store/endorsements.cpp
  server/store/feeds.cpp
  server/store/guides.cpp
  server/store/idempotency.cpp
  server/store/imports.cpp
  server/store/keys.cpp
  server/store/ledger.cpp
  server/store/leases.cpp
  server/store/mail_wishes.cpp
  server/store/mails.cpp
  server/store/members.cpp
  server/store/migrations.cpp
  server/store/orders.cpp
  server/store/outbox.cpp
  server/store/passkeys.cpp
  server/store/postgres.cpp
  server/store/postgres_statement.cpp
  server/store/prices.cpp
  server/store/products.cpp
  server/store/retail.cpp
  server/store/reviews.cpp
  server/store/schema.cpp
  server/store/sealed.cpp
  server/store/relations.cpp
  server/store/services.cpp
  server/store/sessions.cpp
  server/store/shelves.cpp
  server/store/standings.cpp
  server/store/sqlite_statement.cpp
  server/store/state.cpp
  server/store/tags.cpp
  server/store/terms.cpp
  server/store/themes.cpp
  server/store/tickets.cpp
  server/store/turns.cpp
  server/store/track_records.cpp
  server/store/writer.cpp)
set(CLI_SOURCES
  server/cli/accounts.cpp
  server/cli/backup.cpp
  server/cli/cli.cpp
  server/cli/cooperation.cpp
  server/cli/customers.cpp
  server/cli/deliveries.cpp
  server/cli/endorsements.cpp
  server/cli/grammar.cpp
  server/cli/guides.cpp
  server/cli/import.cpp
  server/cli/keys.cpp
  server/cli/ledger.cpp
  server/cli/mail.cpp
  server/cli/orders.cpp
  server/cli/products.cpp
  server/cli/ranking.cpp
  server/cli/retail.cpp
  server/cli/reviews.cpp
  server/cli/sellers.cpp
  server/cli/serve.cpp
  server/cli/sites.cpp
  server/cli/snapshot.cpp
  server/cli/sourcing.cpp
  server/cli/sourcing_instance.cpp)
add_library(vitrine_server STATIC
  server/api/account_links.cpp
  server/api/accounts.cpp
  server/api/appearance.cpp
  server/api/appointments.cpp
  server/api/billing.cpp
  server/api/checkout.cpp
  server/api/cooperation.cpp
  server/api/deliveries.cpp
  server/api/endorsements.cpp
  server/api/errors.cpp
  server/api/guides.cpp
  server/api/health.cpp
  server/api/keys.cpp
  server/api/market.cpp
  server/api/offers.cpp
  server/api/operator.cpp
  server/api/orders.cpp
  server/api/passkeys.cpp
  server/api/profile.cpp
  server/api/related.cpp
  server/api/retail.cpp
  server/api/reviews.cpp
  server/api/sign_in.cpp
  server/api/setup.cpp
  server/api/sites.cpp
  server/api/team.cpp
  server/api/work.cpp
  server/app.cpp
  server/changes.cpp
  server/clock.cpp
  server/cooperation/agreements.cpp
  server/cooperation/books.cpp
  server/cooperation/endorsing.cpp
  server/cooperation/invoices.cpp
  server/cooperation/market.cpp
  server/cooperation/moved_prices.cpp
  server/cooperation/retail.cpp
  server/cooperation/retail_list.cpp
  server/cooperation/statement.cpp
  server/cooperation/terms.cpp
  server/cooperation/ubl.cpp
  server/crowd/customers.cpp
  server/crowd/gathering.cpp
  server/crowd/presentations.cpp
  server/crowd/ranking.cpp
  server/crypto.cpp
  server/durable.cpp
  server/dispatch/address.cpp
  server/dispatch/circuit.cpp
  server/dispatch/dispatcher.cpp
  server/dispatch/endpoint.cpp
  server/dispatch/endpoint_url.cpp
  server/dispatch/lookout.cpp
  server/dispatch/mailer.cpp
  server/dispatch/resolver.cpp
  server/dispatch/smtp.cpp
  server/dispatch/webhook.cpp
  server/guides/article.cpp
  server/guides/goods.cpp
  server/guides/needs.cpp
  server/html.cpp
  server/http/admission.cpp
  server/http/changes.cpp
  server/http/chunks.cpp
  server/http/connection.cpp
  server/http/control.cpp
  server/http/file.cpp
  server/http/guard.cpp
  server/http/header_lines.cpp
  server/http/listener.cpp
  server/http/network.cpp
  server/http/pages.cpp
  server/http/permalink.cpp
  server/http/product_page.cpp
  server/http/rate_limits.cpp
  server/http/reader.cpp
  server/http/reply.cpp
  server/http/router.cpp
  server/http/structured_data.cpp
  server/http/target.cpp
  server/http/tls.cpp
  server/import/characters.cpp
  server/import/csv.cpp
  server/import/encoding.cpp
  server/import/feed.cpp
  server/import/format.cpp
  server/import/html.cpp
  server/import/importer.cpp
  server/import/json_lines.cpp
  server/import/media.cpp
  server/import/merging.cpp
  server/import/placing.cpp
  server/import/read_ahead.cpp
  server/import/relations.cpp
  server/import/row.cpp
  server/import/sale_price.cpp
  server/import/settling.cpp
  server/import/shopify.cpp
  server/import/unit_measure.cpp
  server/import/xml.cpp
  server/imports.cpp
  $<IF:$<BOOL:${VITRINE_FAULTS}>,tests/faults/faults.cpp,server/faults.cpp>
  server/footprint.cpp
  server/log.cpp
  server/mail/account_letters.cpp
  server/mail/address.cpp
  server/mail/compose.cpp
  server/mail/email.cpp
  server/mail/html.cpp
  server/mail/parts.cpp
  server/mail/phrase.cpp
  server/mail/plain.cpp
  server/mail/speech.cpp
  server/mail/words.cpp
  server/mail/words_ar.cpp
  server/mail/words_de.cpp
  server/mail/words_en.cpp
  server/mail/words_es.cpp
  server/mail/words_fr.cpp
  server/members/accounts.cpp
  server/members/arranging.cpp
  server/members/notices.cpp
  server/members/sellers.cpp
  server/members/sites.cpp
  server/members/theme.cpp
  server/metrics.cpp
  server/orders/appointments.cpp
  server/orders/cancel.cpp
  server/orders/checkout.cpp
  server/orders/notices.cpp
  server/orders/personal_data.cpp
  server/orders/place.cpp
  server/orders/placement.cpp
  server/orders/redelivery.cpp
  server/orders/replacement.cpp
  server/orders/reviews.cpp
  server/orders/sample.cpp
  server/orders/state_key.cpp
  server/packed_products.cpp
  server/passwords.cpp
  server/pictures/sizes.cpp
  server/planned.cpp
  server/contents.cpp
  server/directory.cpp
  server/published.cpp
  server/overdue.cpp
  server/retention.cpp
  server/secret_key.cpp
  server/shown_products.cpp
  server/tag_watch.cpp
  server/telling.cpp
  server/upload.cpp
  server/webauthn.cpp
  ${CLI_SOURCES}
  ${STORE_SOURCES})
target_include_directories(vitrine_server PUBLIC server)
target_include_directories(vitrine_server SYSTEM PUBLIC ${SOCI_INCLUDE} ${SOCI_INCLUDE}/soci)
target_link_libraries(vitrine_server
  PUBLIC vitrine_json Boost::headers Boost::url OpenSSL::SSL prometheus-cpp::core Threads::Threads
  PRIVATE vitrine_warnings PkgConfig::SODIUM PkgConfig::BROTLI PkgConfig::XML PkgConfig::CMARK PkgConfig::CURL PkgConfig::FIDO PkgConfig::ICU ${CSV} ZLIB::ZLIB ${SOCI_CORE} ${SOCI_SQLITE} ${SOCI_POSTGRES}
    PkgConfig::SQLITE PkgConfig::POSTGRES)

# The large headers, read once instead of forty times.
target_precompile_headers(vitrine_server PRIVATE
  <boost/asio/awaitable.hpp> <boost/asio/co_spawn.hpp> <boost/asio/ip/tcp.hpp>
  <boost/asio/use_awaitable.hpp> <boost/beast/http.hpp> <nlohmann/json.hpp>
  <filesystem> <functional> <map> <soci/soci.h>)
target_compile_options(vitrine_server PRIVATE
  -fpch-preprocess                 # for ccache
  -Wno-mismatched-new-delete       # GCC 12 takes Asio's coroutine frames for a mismatch
  $<$<CONFIG:Debug>:-O0>)          # compiling Boost costs more than the tests gain

# SOCI hides the type information that the vptr check asks for.
if(VITRINE_SANITIZE)
  target_compile_options(vitrine_server PRIVATE -fno-sanitize=vptr)
endif()

# The commands are compiled as one: CLI11 costs more than all of them.
set_target_properties(vitrine_server PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
set_source_files_properties(${CLI_SOURCES} PROPERTIES UNITY_GROUP cli)

add_executable(vitrine server/main.cpp)
target_link_libraries(vitrine PRIVATE vitrine_server vitrine_warnings)

# Reads pictures of strangers in a process of its own; imports find it beside the program that runs them.
pkg_check_modules(PICTURES REQUIRED IMPORTED_TARGET libturbojpeg libpng libwebp libexif libseccomp)
add_executable(vitrine-pictures server/pictures/main.cpp server/pictures/decode.cpp)
target_include_directories(vitrine-pictures PRIVATE server)
target_link_libraries(vitrine-pictures PRIVATE PkgConfig::PICTURES vitrine_warnings)
add_dependencies(vitrine_server vitrine-pictures)

# Prints web/contract.ts and docs/openapi.json: see `npm run contract`.
add_executable(emit server/contract/emit.cpp)
target_link_libraries(emit PRIVATE vitrine_server vitrine_warnings)
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  set_target_properties(vitrine vitrine-pictures PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_SOURCE_DIR}/build)
endif()
