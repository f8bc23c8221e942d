#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace vitrine::power {

using Random = std::mt19937_64;

/// A file on a disk in memory: what reads see, what the platter has, and the changes between.
struct DiskFile {
  using Bytes = std::vector<unsigned char>;
  /// Bytes written at a place, or, without any, the file's end moved there.
  struct Change {
    std::size_t at = 0;
    Bytes bytes;
  };

  Bytes now;
  Bytes durable;
  std::vector<Change> pending;                 // since the last fsync
  bool named = false;                          // whether its folder has it durably
  std::vector<std::unique_ptr<Bytes>> shared;  // memory that connections would share

  DiskFile() = default;
  DiskFile(const Bytes& bytes) : now(bytes), durable(bytes), named(true) {}

  void write(std::size_t at, Bytes bytes);
  void truncate(std::size_t size);
  /// All that was written is on the platter.
  void sync();
  /// Of what was written since the last fsync each sector is on the platter or not, or a part of
  /// it, at random; `keeps`: the chance that it is. Reads still see all of it, as Linux has it
  /// after a failed fsync, and no later fsync brings it.
  void settle(Random& random, double keeps);
};

/// The one disk of the process, which SQLite has all its files on: it can lose its power at a
/// chosen call, fail a chosen call, and lie about fsync. It stands in for the disk beneath the
/// store's own code, see `prepareDisk`. It assumes what SQLite does by default: that a write to a
/// sector leaves alone the bytes beside it (powersafe overwrite).
class Disk {
 public:
  enum class Call { open, read, write, sync, truncate, remove };
  struct Fault {
    Call call;
    int nth;       // from 1
    int code;      // SQLite's
    bool lasting;  // all calls of the kind from then on
  };
  /// Files by their paths, all of it on the platter.
  using Image = std::map<std::string, DiskFile::Bytes>;

  /// Calls that change something, since the image was put in.
  int changes() const { return changes_; }
  /// Power goes just before this many further changes are done: all calls fail from then on.
  void cutAfter(int changes) { cut_at_ = changes_ + changes; }
  bool off() const { return off_; }
  /// Power is back: what was not synced is there, or not, or torn, or has come before what was
  /// written earlier.
  void restart(Random& random);

  void fail(Fault fault);
  /// Answers whether a call has failed since.
  bool heal();

  /// Whether fsync answers without doing anything.
  bool lies = false;

  /// What the platter has.
  Image image() const;
  void put(const Image& image);

  // The calls, answering SQLite's codes.
  int begin(Call call);
  int open(const std::string& path, int flags, std::shared_ptr<DiskFile>& file);
  int read(DiskFile& file, void* to, std::size_t size, std::size_t at);
  int write(DiskFile& file, const void* bytes, std::size_t size, std::size_t at);
  int truncate(DiskFile& file, std::size_t size);
  int sync(DiskFile& file);
  int remove(const std::string& path, bool sync_folder);
  bool has(const std::string& path) const;

 private:
  std::map<std::string, std::shared_ptr<DiskFile>> files_;
  std::map<std::string, std::shared_ptr<DiskFile>> removed_;  // not durably
  int changes_ = 0;
  int cut_at_ = 0;  // 0: never
  bool off_ = false;
  std::optional<Fault> fault_;
  int calls_ = 0;  // of the fault's kind
  bool failed_ = false;
  Random noise_{1};  // of what a failed fsync leaves
};

Disk& disk();

}  // namespace vitrine::power
