#pragma once

#include <cstdio>
#include <cstdlib>

/// Ends the fuzzer, which keeps the input then.
#define EXPECT(condition)                                                   \
  do {                                                                      \
    if (!(condition)) {                                                     \
      std::fprintf(stderr, "line %d: expected %s\n", __LINE__, #condition); \
      std::abort();                                                         \
    }                                                                       \
  } while (false)
