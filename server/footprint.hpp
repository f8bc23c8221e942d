#pragma once

namespace vitrine {

/// Large blocks go back to the system when they are freed, as publishing a large catalogue takes
/// and frees many. To be called before there is any other thread.
void returnLargeBlocks();

/// Gives back the memory that only the start needed: what the allocator holds free, and the pages
/// of the program and its libraries. The kernel maps sixteen of those for each that is touched, and
/// a start touches most; the ones that are needed again come back from the page cache.
void letGoOfStart();

}  // namespace vitrine
