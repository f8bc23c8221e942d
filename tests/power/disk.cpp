#include "power/disk.hpp"

#include <sqlite3.h>

#include <algorithm>

namespace vitrine::power {
namespace {

constexpr std::size_t sector = 512;  // bytes

void put(DiskFile::Bytes& to, std::size_t at, const unsigned char* from, std::size_t size) {
  if (to.size() < at + size) to.resize(at + size);
  std::copy_n(from, size, to.begin() + static_cast<std::ptrdiff_t>(at));
}

bool chance(Random& random, double of) {
  return std::uniform_real_distribution<>(0, 1)(random) < of;
}

}  // namespace

void DiskFile::write(std::size_t at, Bytes bytes) {
  power::put(now, at, bytes.data(), bytes.size());
  if (!bytes.empty()) pending.push_back({at, std::move(bytes)});
}

void DiskFile::truncate(std::size_t size) {
  now.resize(size);
  pending.push_back({size, {}});
}

void DiskFile::sync() {
  for (const auto& [at, bytes] : pending) {
    if (bytes.empty())
      durable.resize(at);
    else
      power::put(durable, at, bytes.data(), bytes.size());
  }
  pending.clear();
  named = true;
}

void DiskFile::settle(Random& random, double keeps) {
  for (const auto& [at, bytes] : pending) {
    if (bytes.empty()) {
      if (chance(random, keeps)) durable.resize(at);
      continue;
    }
    for (std::size_t done = 0; done < bytes.size();) {
      const auto place = at + done;
      auto size = std::min(sector - place % sector, bytes.size() - done);
      const auto whole = size;
      if (!chance(random, keeps))
        size = chance(random, 0.2) ? random() % (size + 1) : 0;  // torn, or not there
      power::put(durable, place, bytes.data() + done, size);
      done += whole;
    }
  }
  pending.clear();
}

Disk& disk() {
  static Disk one;
  return one;
}

void Disk::restart(Random& random) {
  // From nothing of it to all of it: what is common between lies in the middle.
  constexpr double moods[] = {0, 0.1, 0.5, 0.9, 0.99, 1};
  const double keeps = moods[random() % std::size(moods)];
  for (auto& [path, file] : removed_)
    if (file->named && !files_.contains(path) && chance(random, 0.5)) files_[path] = file;
  Image left;
  for (auto& [path, file] : files_) {
    file->settle(random, keeps);
    if (file->named || chance(random, keeps)) left[path] = file->durable;
  }
  put(left);
}

void Disk::fail(Fault fault) {
  fault_ = fault;
  calls_ = 0;
  failed_ = false;
}

bool Disk::heal() {
  fault_.reset();
  return failed_;
}

Disk::Image Disk::image() const {
  Image all;
  for (const auto& [path, file] : files_)
    if (file->named) all[path] = file->durable;
  return all;
}

void Disk::put(const Image& image) {
  files_.clear();
  removed_.clear();
  for (const auto& [path, bytes] : image) files_[path] = std::make_shared<DiskFile>(bytes);
  changes_ = 0;
  cut_at_ = 0;
  off_ = false;
  fault_.reset();
}

int Disk::begin(Call call) {
  if (off_) return SQLITE_IOERR;
  if (call != Call::read && call != Call::open && ++changes_ == cut_at_) {
    off_ = true;
    return SQLITE_IOERR;
  }
  if (!fault_ || fault_->call != call) return SQLITE_OK;
  ++calls_;
  if (calls_ != fault_->nth && !(fault_->lasting && calls_ > fault_->nth)) return SQLITE_OK;
  failed_ = true;
  return fault_->code;
}

int Disk::open(const std::string& path, int flags, std::shared_ptr<DiskFile>& file) {
  if (const int code = begin(Call::open)) return code;
  if (path.empty()) {  // a temporary one
    file = std::make_shared<DiskFile>();
    return SQLITE_OK;
  }
  const auto found = files_.find(path);
  if (found == files_.end() && !(flags & SQLITE_OPEN_CREATE)) return SQLITE_CANTOPEN;
  file = found == files_.end() ? files_[path] = std::make_shared<DiskFile>() : found->second;
  return SQLITE_OK;
}

int Disk::read(DiskFile& file, void* to, std::size_t size, std::size_t at) {
  if (const int code = begin(Call::read)) return code;
  auto* bytes = static_cast<unsigned char*>(to);
  const auto there = at < file.now.size() ? std::min(size, file.now.size() - at) : 0;
  std::copy_n(file.now.data() + (there ? at : 0), there, bytes);
  std::fill(bytes + there, bytes + size, 0);
  return there == size ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int Disk::write(DiskFile& file, const void* bytes, std::size_t size, std::size_t at) {
  const auto* from = static_cast<const unsigned char*>(bytes);
  const int code = begin(Call::write);
  if (off_) return code;
  // A write that fails has done a part of its work.
  file.write(at, DiskFile::Bytes(from, from + (code ? size / 2 : size)));
  return code;
}

int Disk::truncate(DiskFile& file, std::size_t size) {
  if (const int code = begin(Call::truncate)) return code;
  file.truncate(size);
  return SQLITE_OK;
}

int Disk::sync(DiskFile& file) {
  const int code = begin(Call::sync);
  if (off_) return code;
  if (code)
    file.settle(noise_, 0.5);
  else if (!lies)
    file.sync();
  return code;
}

int Disk::remove(const std::string& path, bool sync_folder) {
  if (const int code = begin(Call::remove)) return code;
  const auto found = files_.find(path);
  if (found == files_.end()) return SQLITE_IOERR_DELETE_NOENT;
  if (!sync_folder || lies) removed_[path] = found->second;
  files_.erase(found);
  return SQLITE_OK;
}

bool Disk::has(const std::string& path) const {
  const auto found = files_.find(path);
  return found != files_.end() && !found->second->now.empty();
}

}  // namespace vitrine::power
