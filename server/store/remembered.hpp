#pragma once

#include <memory>
#include <string>
#include <unordered_map>

namespace vitrine {

/// What a stored text says, read once as long as it stays the same: reading the same sellers, terms
/// and options for every cart costs more than all else of pricing it. Each thread remembers 1,000
/// texts of a kind.
template <class T, T (*read)(const std::string&)>
std::shared_ptr<const T> remembered(const std::string& text) {
  constexpr std::size_t most = 1000;
  thread_local std::unordered_map<std::string, std::shared_ptr<const T>> known;
  if (const auto found = known.find(text); found != known.end()) return found->second;
  if (known.size() == most) known.clear();
  return known[text] = std::make_shared<const T>(read(text));
}

}  // namespace vitrine
