#pragma once

#include "import/row.hpp"
#include "store/relations.hpp"

namespace vitrine {

inline constexpr std::size_t maxRelations = 20;  // of one product

/// `related_product_id` with its `relationship_type` (ACP product feed): one of each, or lists.
std::vector<Relation> readRelations(const Row& row);

}  // namespace vitrine
