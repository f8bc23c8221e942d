# The native tests: cmake --preset dev && cmake --build build/dev --target unit_tests && build/dev/unit_tests
# Nothing here is part of the default target, so that a release build needs neither Catch2 nor RapidCheck.

if(NOT TARGET vitrine_json)
  find_package(nlohmann_json REQUIRED)
  add_library(vitrine_json STATIC EXCLUDE_FROM_ALL server/json.cpp)
  target_include_directories(vitrine_json PUBLIC server)
  target_link_libraries(vitrine_json PUBLIC vitrine::core nlohmann_json::nlohmann_json PRIVATE vitrine_warnings)
endif()

# Writes the snapshot that the golden vectors are run against, for those who run them through the widget.
add_executable(vector_catalog EXCLUDE_FROM_ALL tests/vectors/catalog.cpp)
target_link_libraries(vector_catalog PRIVATE vitrine_json vitrine::core vitrine_warnings)
target_compile_definitions(vector_catalog PRIVATE VECTORS_DIR="${CMAKE_CURRENT_SOURCE_DIR}/tests/vectors")

# How well the ranking foretells purchases and withstands attacks, see docs/ranking.md.
add_executable(crowd_simulation EXCLUDE_FROM_ALL tests/crowd/main.cpp tests/crowd/simulation.cpp)
target_include_directories(crowd_simulation PRIVATE tests)
target_compile_options(crowd_simulation PRIVATE -Wno-missing-field-initializers)
target_link_libraries(crowd_simulation PRIVATE vitrine::core vitrine_warnings)

# Fills a data folder with the same catalogue, for the run over HTTP.
add_executable(vector_store EXCLUDE_FROM_ALL tests/vectors/store.cpp)
target_link_libraries(vector_store PRIVATE vitrine_server vitrine_warnings)
target_compile_definitions(vector_store PRIVATE VECTORS_DIR="${CMAKE_CURRENT_SOURCE_DIR}/tests/vectors")

# Losses of power and faults of the disk beneath the store, see tests/power/main.cpp. It brings its
# own faults, so that those of vitrine_server are not linked.
add_executable(power_loss EXCLUDE_FROM_ALL
  tests/power/disk.cpp tests/power/main.cpp tests/power/shop.cpp tests/power/vfs.cpp)
target_include_directories(power_loss PRIVATE tests)
target_link_libraries(power_loss PRIVATE vitrine_server vitrine_warnings)

find_package(Catch2 QUIET)
find_package(rapidcheck QUIET)
if(NOT Catch2_FOUND OR NOT rapidcheck_FOUND)
  message(STATUS "No unit_tests target: needs catch2 and librapidcheck-dev")
  return()
endif()

add_library(unit_main OBJECT EXCLUDE_FROM_ALL tests/unit/main.cpp)
add_executable(unit_tests EXCLUDE_FROM_ALL
  tests/unit/cart_sourcing_test.cpp
  tests/unit/cart_test.cpp
  tests/unit/catalog_test.cpp
  tests/crowd/simulation.cpp
  tests/unit/commands_test.cpp
  tests/unit/companions_test.cpp
  tests/unit/crowd_simulation_test.cpp
  tests/unit/generators.cpp
  tests/unit/json_test.cpp
  tests/unit/json_text_test.cpp
  tests/unit/kit_test.cpp
  tests/unit/mentions_test.cpp
  tests/unit/money_test.cpp
  tests/unit/order_test.cpp
  tests/unit/packed_test.cpp
  tests/unit/quote_test.cpp
  tests/unit/quote_totals_test.cpp
  tests/unit/ranking_test.cpp
  tests/unit/result_test.cpp
  tests/unit/retail_test.cpp
  tests/unit/rich_text_test.cpp
  tests/unit/search_reference.cpp
  tests/unit/search_test.cpp
  tests/unit/services_test.cpp
  tests/unit/server/changes_test.cpp
  tests/unit/server/circuit_test.cpp
  tests/unit/server/endpoint_test.cpp
  tests/unit/server/catalogue_test.cpp
  tests/unit/server/feed_test.cpp
  tests/unit/server/footprint_test.cpp
  tests/unit/server/guard_test.cpp
  tests/unit/server/guide_test.cpp
  tests/unit/server/header_lines_test.cpp
  tests/unit/server/holidays_test.cpp
  tests/unit/server/html_test.cpp
  tests/unit/server/importer_test.cpp
  tests/unit/server/outbox_test.cpp
  tests/unit/server/packed_products_test.cpp
  tests/unit/server/personal_data_test.cpp
  tests/unit/server/permalink_test.cpp
  tests/unit/server/pictures_test.cpp
  tests/unit/server/read_ahead_test.cpp
  tests/unit/server/ledger_test.cpp
  tests/unit/server/mail_test.cpp
  tests/unit/server/limits_test.cpp
  tests/unit/server/retail_test.cpp
  tests/unit/server/retention_test.cpp
  tests/unit/server/reviews_test.cpp
  tests/unit/server/sale_price_test.cpp
  tests/unit/server/shopify_test.cpp
  tests/unit/server/store_test.cpp
  tests/unit/server/table_test.cpp
  tests/unit/server/unit_measure_test.cpp
  tests/unit/server/webhook_test.cpp
  tests/unit/server/xml_test.cpp
  tests/unit/seller_test.cpp
  tests/unit/shares_test.cpp
  tests/unit/shipping_test.cpp
  tests/unit/sourcing_hostile_test.cpp
  tests/unit/sourcing_shapes_test.cpp
  tests/unit/sourcing_test.cpp
  tests/unit/terms_test.cpp
  tests/unit/unit_price_test.cpp
  tests/unit/words_test.cpp
  tests/unit/vectors_test.cpp)
target_sources(unit_tests PRIVATE $<TARGET_OBJECTS:unit_main> server/pictures/decode.cpp)
target_include_directories(unit_tests PRIVATE tests)
# The only one that looks inside the core: what a search leaves out shows where no good first split hides it.
set_source_files_properties(tests/unit/sourcing_shapes_test.cpp PROPERTIES INCLUDE_DIRECTORIES ${CMAKE_CURRENT_SOURCE_DIR}/src)
# Fixtures name the members they care about. Compiling costs more than running: no optimisation.
target_compile_options(unit_tests PRIVATE
  -Wno-missing-field-initializers -O0 -fpch-preprocess)  # the last for ccache
# What is tested has both sanitizers; the tests themselves have one, and Catch2 none: they took most of the compile time.
if(VITRINE_SANITIZE)
  target_compile_options(unit_main PRIVATE -fno-sanitize=all)
  target_compile_options(unit_tests PRIVATE -fno-sanitize=undefined)
  set_source_files_properties(server/pictures/decode.cpp PROPERTIES
    COMPILE_OPTIONS -fsanitize=undefined SKIP_PRECOMPILE_HEADERS ON)
endif()
# RapidCheck's headers are most of the compile time.
target_precompile_headers(unit_tests PRIVATE <rapidcheck.h> "${CMAKE_CURRENT_SOURCE_DIR}/tests/unit/catch.hpp")
target_compile_definitions(unit_tests PRIVATE VECTORS_DIR="${CMAKE_CURRENT_SOURCE_DIR}/tests/vectors")
target_link_libraries(unit_tests PRIVATE
  vitrine_server vitrine::core rapidcheck PkgConfig::PICTURES vitrine_warnings)
# Catch2 3 brings its own main; 2 is headers only, and main.cpp holds its body.
if(TARGET Catch2::Catch2WithMain)
  target_link_libraries(unit_tests PRIVATE Catch2::Catch2WithMain)
  target_link_libraries(unit_main PRIVATE vitrine::core Catch2::Catch2WithMain)
else()
  target_link_libraries(unit_tests PRIVATE Catch2::Catch2)
  target_link_libraries(unit_main PRIVATE vitrine::core Catch2::Catch2)
endif()
