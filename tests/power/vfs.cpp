// Puts the disk beneath SQLite: the faults of this program, in the place of server/faults.cpp.
#include <sqlite3.h>

#include "faults.hpp"
#include "power/disk.hpp"

namespace vitrine {
namespace {

using power::disk;
using power::DiskFile;

struct OpenFile {
  sqlite3_file base;
  std::shared_ptr<DiskFile>* file;
};

DiskFile& fileOf(sqlite3_file* file) { return **reinterpret_cast<OpenFile*>(file)->file; }

int closeFile(sqlite3_file* file) {
  delete reinterpret_cast<OpenFile*>(file)->file;
  return SQLITE_OK;
}
int readFile(sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
  return disk().read(fileOf(f), to, static_cast<std::size_t>(size), static_cast<std::size_t>(at));
}
int writeFile(sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
  return disk().write(fileOf(f), from, static_cast<std::size_t>(size),
                      static_cast<std::size_t>(at));
}
int truncateFile(sqlite3_file* f, sqlite3_int64 size) {
  return disk().truncate(fileOf(f), static_cast<std::size_t>(size));
}
int syncFile(sqlite3_file* f, int) { return disk().sync(fileOf(f)); }
int sizeOfFile(sqlite3_file* f, sqlite3_int64* size) {
  *size = static_cast<sqlite3_int64>(fileOf(f).now.size());
  return SQLITE_OK;
}
int lockFile(sqlite3_file*, int) { return SQLITE_OK; }
int isReserved(sqlite3_file*, int* answer) {
  *answer = 0;
  return SQLITE_OK;
}
int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sectorSize(sqlite3_file*) { return 4096; }
int traits(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int mapShared(sqlite3_file* f, int page, int size, int extend, void volatile** at) {
  auto& pages = fileOf(f).shared;
  const auto place = static_cast<std::size_t>(page);
  *at = nullptr;
  while (pages.size() <= place) {
    if (!extend) return SQLITE_OK;
    pages.push_back(std::make_unique<DiskFile::Bytes>(static_cast<std::size_t>(size)));
  }
  *at = pages[place]->data();
  return SQLITE_OK;
}
int lockShared(sqlite3_file*, int, int, int) { return SQLITE_OK; }
void barrier(sqlite3_file*) {}
int unmapShared(sqlite3_file* f, int) {
  fileOf(f).shared.clear();
  return SQLITE_OK;
}

constexpr sqlite3_io_methods methods{2,        closeFile,   readFile, writeFile, truncateFile,
                                     syncFile, sizeOfFile,  lockFile, lockFile,  isReserved,
                                     control,  sectorSize,  traits,   mapShared, lockShared,
                                     barrier,  unmapShared, nullptr,  nullptr};

int openFile(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out) {
  file->pMethods = nullptr;
  std::shared_ptr<DiskFile> found;
  if (const int code = disk().open(name ? name : "", flags, found)) return code;
  reinterpret_cast<OpenFile*>(file)->file = new std::shared_ptr<DiskFile>(std::move(found));
  file->pMethods = &methods;
  if (out) *out = flags;
  return SQLITE_OK;
}

int removeFile(sqlite3_vfs*, const char* name, int sync_folder) {
  return disk().remove(name, sync_folder != 0);
}

int isThere(sqlite3_vfs*, const char* name, int, int* answer) {
  *answer = disk().has(name);
  return SQLITE_OK;
}

}  // namespace

void crashPoint(std::string_view) {}

void prepareDisk() {
  // Each order uses a temporary file then, as otherwise larger ones and imports do.
  sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, 0);
  static sqlite3_vfs vfs = [] {
    auto copy = *sqlite3_vfs_find("unix");  // for its clock, randomness and full names
    copy.zName = "in memory";
    copy.szOsFile = sizeof(OpenFile);
    copy.xOpen = openFile;
    copy.xDelete = removeFile;
    copy.xAccess = isThere;
    return copy;
  }();
  sqlite3_vfs_register(&vfs, 1);
}

}  // namespace vitrine
