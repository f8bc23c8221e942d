#include "sourcing/list.hpp"

#include <new>

namespace vitrine::sourcing {

Block::Block(const Block& other) { *this = other; }

Block& Block::operator=(const Block& other) {
  if (this == &other) return *this;
  if (other.used_ > room_) need(other.used_);
  if (other.used_ > 0) std::memcpy(bytes_, other.bytes_, other.used_);
  used_ = other.used_;
  return *this;
}

Block::~Block() { ::operator delete(bytes_); }

void Block::need(std::size_t bytes) {
  auto* grown = static_cast<char*>(::operator new(bytes));
  if (used_ > 0) std::memcpy(grown, bytes_, used_);
  ::operator delete(bytes_);
  bytes_ = grown;
  room_ = bytes;
}

}  // namespace vitrine::sourcing
