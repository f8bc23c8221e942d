#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "snapshot_columns.hpp"
#include "vitrine/catalog.hpp"
#include "vitrine/search_terms.hpp"

namespace vitrine {

/// What products, variants and offers are written from, column by column.
struct ProductParts {
  ProductParts(std::span<const Product> products, std::span<const Seller> sellers,
               const NameTable& names, CatalogText text);

  std::vector<std::string> ids, descriptions, description_marks, images, variant_ids, gtins,
      offer_ids, skus;
  Column title_lengths, title_words, brands, categories, image_counts, variant_counts;
  Column option_counts, option_names, option_values, variant_images, offer_counts;
  Column sellers, kinds, prices, currencies, stocks, weights, profiles, tax_categories;
  Column measure_places;
  std::vector<UnitMeasure> measures;
  std::map<std::array<std::int64_t, 4>, std::int64_t> places_of_measures;
};

flatbuffers::Offset<flat::Products> writeProducts(flatbuffers::FlatBufferBuilder& out,
                                                  const ProductParts& parts,
                                                  const std::vector<std::uint8_t>& echo_bits);
flatbuffers::Offset<flat::Variants> writeVariants(flatbuffers::FlatBufferBuilder& out,
                                                  const ProductParts& parts);
flatbuffers::Offset<flat::Offers> writeOffers(flatbuffers::FlatBufferBuilder& out,
                                              const ProductParts& parts);
flatbuffers::Offset<flatbuffers::Vector<flatbuffers::Offset<flat::UnitMeasure>>> writeMeasures(
    flatbuffers::FlatBufferBuilder& out, const std::vector<UnitMeasure>& measures);

}  // namespace vitrine
