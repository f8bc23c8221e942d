#pragma once

#include <span>

#include "snapshot_columns.hpp"
#include "vitrine/catalog.hpp"
#include "vitrine/search_terms.hpp"

namespace vitrine {

/// Writes products, variants and offers column by column. Of a large catalogue the columns are many
/// bytes, so each table gathers only its own.
class ProductWriter {
 public:
  ProductWriter(flatbuffers::FlatBufferBuilder& out, const ProductList& products,
                const NameTable& names)
      : out_(out), products_(products), names_(names) {}

  flatbuffers::Offset<flat::Texts> images() const;
  flatbuffers::Offset<flat::Products> products(const std::vector<std::uint8_t>& echo_bits,
                                               CatalogText text) const;
  flatbuffers::Offset<flat::Variants> variants() const;
  /// Adds what they are measured in, each once.
  flatbuffers::Offset<flat::Offers> offers(std::span<const Seller> sellers,
                                           std::vector<UnitMeasure>& measures) const;

 private:
  flatbuffers::FlatBufferBuilder& out_;
  const ProductList& products_;
  const NameTable& names_;
};

flatbuffers::Offset<flatbuffers::Vector<flatbuffers::Offset<flat::UnitMeasure>>> writeMeasures(
    flatbuffers::FlatBufferBuilder& out, const std::vector<UnitMeasure>& measures);

}  // namespace vitrine
