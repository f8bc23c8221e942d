// Where Catch2 2 puts its body and main(), apart from the tests so that it is compiled once.
#define CATCH_CONFIG_MAIN
#include "catch.hpp"
