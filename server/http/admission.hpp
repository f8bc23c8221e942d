#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>

namespace vitrine {

/// Counts what strangers hold open, so that the server runs out of patience before it runs out of
/// memory: connections, by network and in all, and bytes of bodies. On one thread.
class Admission {
  /// Connections may end after the server's other parts.
  struct Counts {
    std::size_t connections = 0;
    std::size_t bodies = 0;  // bytes
    std::unordered_map<std::uint64_t, std::size_t> by_network;
  };

 public:
  static constexpr std::size_t maxPerNetwork = 64;
  static constexpr std::size_t maxStreams = 32;  // of a network's: the others are for requests
  static constexpr std::size_t maxInAll = 8192;
  static constexpr std::size_t maxBodies = 256 * 1024 * 1024;  // bytes

  /// `most`: in all, where the system allows fewer than `maxInAll`; `each`: of one network.
  explicit Admission(std::size_t most = maxInAll, std::size_t each = maxPerNetwork)
      : most_(most), each_(each) {}

  /// A place for one connection, given back by its end.
  class Place {
   public:
    Place(Place&& other) noexcept = default;
    ~Place();

    bool isOf(std::optional<std::uint64_t> network) const { return network_ == network; }

   private:
    friend class Admission;
    Place(std::shared_ptr<Counts> counts, std::optional<std::uint64_t> network);
    std::shared_ptr<Counts> counts_;  // none: moved from
    std::optional<std::uint64_t> network_;
  };

  /// Nothing when there is no place left. Without a network (a trusted proxy) only the sum counts.
  std::optional<Place> admit(std::optional<std::uint64_t> network);
  bool full() const { return counts_->connections >= most_; }
  std::size_t connections() const { return counts_->connections; }

  /// Memory for one body, given back by its end.
  class Bytes {
   public:
    explicit Bytes(const Admission& admission) : counts_(admission.counts_) {}
    ~Bytes() { reset(); }
    Bytes(const Bytes&) = delete;
    /// Whether there is room for so many bytes.
    bool grow(std::size_t size);
    void reset();

   private:
    std::shared_ptr<Counts> counts_;
    std::size_t size_ = 0;
  };

 private:
  std::size_t most_;
  std::size_t each_;
  std::shared_ptr<Counts> counts_ = std::make_shared<Counts>();
};

/// Lets this process have as many descriptors as it may, and answers how many connections of
/// strangers fit beside its own files.
std::size_t connectionsThatFit();

}  // namespace vitrine
