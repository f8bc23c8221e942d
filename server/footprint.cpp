#include "footprint.hpp"

#include <link.h>
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

namespace vitrine {
namespace {

/// Unmaps the pages of a library that nothing has written to: they are as they lie in its file.
int letGo(dl_phdr_info* library, std::size_t, void*) {
  const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  for (int i = 0; i < library->dlpi_phnum; ++i) {
    const auto& segment = library->dlpi_phdr[i];
    if (segment.p_type != PT_LOAD || segment.p_flags & PF_W) continue;
    const auto first = (library->dlpi_addr + segment.p_vaddr) / page * page;
    const auto last = (library->dlpi_addr + segment.p_vaddr + segment.p_memsz) / page * page;
    if (first < last) madvise(reinterpret_cast<void*>(first), last - first, MADV_DONTNEED);
  }
  return 0;
}

}  // namespace

void returnLargeBlocks() {
  // glibc would learn the first from each block, up to 32 MiB, and stops when it is told. The
  // second must go with it: at its 128 KiB each request would give pages back and fault them in
  // anew.
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 8 << 20);
}

void letGoOfStart() {
  malloc_trim(0);
  dl_iterate_phdr(letGo, nullptr);
}

}  // namespace vitrine
