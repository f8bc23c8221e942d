#include "http/admission.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <utility>

namespace vitrine {

Admission::Place::Place(std::shared_ptr<Counts> counts, std::optional<std::uint64_t> network)
    : counts_(std::move(counts)), network_(network) {
  ++counts_->connections;
  if (network_) ++counts_->by_network[*network_];
}

Admission::Place::~Place() {
  if (!counts_) return;
  --counts_->connections;
  if (!network_) return;
  const auto found = counts_->by_network.find(*network_);
  if (--found->second == 0) counts_->by_network.erase(found);
}

std::optional<Admission::Place> Admission::admit(std::optional<std::uint64_t> network) {
  if (full()) return {};
  if (network) {
    const auto found = counts_->by_network.find(*network);
    if (found != counts_->by_network.end() && found->second >= each_) return {};
  }
  return Place(counts_, network);
}

bool Admission::Bytes::grow(std::size_t size) {
  if (size <= size_) return true;
  if (counts_->bodies + size - size_ > maxBodies) return false;
  counts_->bodies += size - size_;
  size_ = size;
  return true;
}

void Admission::Bytes::reset() {
  counts_->bodies -= size_;
  size_ = 0;
}

std::size_t connectionsThatFit() {
  constexpr std::size_t own = 1024;  // files, the database, sellers' endpoints, those turned away
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return Admission::maxInAll / 16;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
  getrlimit(RLIMIT_NOFILE, &limit);
  const auto all = static_cast<std::size_t>(limit.rlim_cur);
  return std::min(Admission::maxInAll, all > 2 * own ? all - own : all / 2);
}

}  // namespace vitrine
