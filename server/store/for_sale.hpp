#pragma once

#include "vitrine/catalog.hpp"

namespace vitrine {

/// As customers have it: of a seller that is away there is nothing.
inline Offer forSale(Offer offer, long long away) {
  if (away != 0) offer.stock = 0;
  return offer;
}

}  // namespace vitrine
