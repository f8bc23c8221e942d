// The faults of the test build: a file named by VITRINE_FAULTS says which are wanted now, one a
// line. `crash NAME`: the process ends at this crash point, as by kill -9. `disk full`: SQLite's
// writes fail. `disk failing`: its fsyncs do. An empty file, or none: all is well.
#include "faults.hpp"

#include <sqlite3.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>

namespace vitrine {
namespace {

bool wanted(std::string_view fault) {
  static const char* const file = std::getenv("VITRINE_FAULTS");
  if (!file) return false;
  std::ifstream lines(file);
  std::string line;
  while (std::getline(lines, line))
    if (line == fault) return true;
  return false;
}

/// Behind our file's table of methods lies the real file.
sqlite3_file* realFile(sqlite3_file* file) { return file + 1; }

int failingWrite(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  if (wanted("disk full")) return SQLITE_FULL;
  return realFile(file)->pMethods->xWrite(realFile(file), bytes, size, at);
}

int failingSync(sqlite3_file* file, int flags) {
  if (wanted("disk failing")) return SQLITE_IOERR_FSYNC;
  return realFile(file)->pMethods->xSync(realFile(file), flags);
}

int closeFile(sqlite3_file* f) { return realFile(f)->pMethods->xClose(realFile(f)); }
int readFile(sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
  return realFile(f)->pMethods->xRead(realFile(f), to, size, at);
}
int truncateFile(sqlite3_file* f, sqlite3_int64 size) {
  return realFile(f)->pMethods->xTruncate(realFile(f), size);
}
int sizeOfFile(sqlite3_file* f, sqlite3_int64* size) {
  return realFile(f)->pMethods->xFileSize(realFile(f), size);
}
int lockFile(sqlite3_file* f, int how) { return realFile(f)->pMethods->xLock(realFile(f), how); }
int unlockFile(sqlite3_file* f, int how) {
  return realFile(f)->pMethods->xUnlock(realFile(f), how);
}
int isReserved(sqlite3_file* f, int* answer) {
  return realFile(f)->pMethods->xCheckReservedLock(realFile(f), answer);
}
int control(sqlite3_file* f, int what, void* with) {
  return realFile(f)->pMethods->xFileControl(realFile(f), what, with);
}
int sectorSize(sqlite3_file* f) { return realFile(f)->pMethods->xSectorSize(realFile(f)); }
int traits(sqlite3_file* f) { return realFile(f)->pMethods->xDeviceCharacteristics(realFile(f)); }

int mapShared(sqlite3_file* f, int page, int size, int extend, void volatile** at) {
  return realFile(f)->pMethods->xShmMap(realFile(f), page, size, extend, at);
}
int lockShared(sqlite3_file* f, int offset, int count, int how) {
  return realFile(f)->pMethods->xShmLock(realFile(f), offset, count, how);
}
void barrier(sqlite3_file* f) { realFile(f)->pMethods->xShmBarrier(realFile(f)); }
int unmapShared(sqlite3_file* f, int drop) {
  return realFile(f)->pMethods->xShmUnmap(realFile(f), drop);
}

constexpr sqlite3_io_methods faultyMethods{
    2,          closeFile,  readFile,    failingWrite, truncateFile, failingSync, sizeOfFile,
    lockFile,   unlockFile, isReserved,  control,      sectorSize,   traits,      mapShared,
    lockShared, barrier,    unmapShared, nullptr,      nullptr};

sqlite3_vfs* realDisk() {
  static sqlite3_vfs* const disk = sqlite3_vfs_find("unix");
  return disk;
}

int openFile(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out) {
  const int code = realDisk()->xOpen(realDisk(), name, realFile(file), flags, out);
  file->pMethods = realFile(file)->pMethods ? &faultyMethods : nullptr;
  return code;
}

}  // namespace

void crashPoint(std::string_view name) {
  static const bool armed = std::getenv("VITRINE_FAULTS") != nullptr;
  if (armed && wanted("crash " + std::string(name))) std::raise(SIGKILL);
}

void prepareDisk() {
  if (!std::getenv("VITRINE_FAULTS")) return;
  static sqlite3_vfs disk = [] {
    auto copy = *realDisk();
    copy.zName = "faulty";
    copy.szOsFile += static_cast<int>(sizeof(sqlite3_file));
    copy.xOpen = openFile;
    return copy;
  }();
  sqlite3_vfs_register(&disk, 1);
}

}  // namespace vitrine
