#pragma once

#include <span>

#include "import/importer.hpp"
#include "vitrine/result.hpp"

/// The operator's word on what is one product. It outlasts later imports.
namespace vitrine {

/// Gives the offers (all of one product) a product of their own with the same words, which belongs
/// to the first one's seller; answers its id. Imports leave these offers there. `unknown_offer`,
/// `duplicate_offer`, or `invalid_format` for offers of several products, at `offers[i]`.
Result<std::string> splitProduct(Database& db, std::span<const std::string> offer_ids,
                                 const NewId& new_id);

/// Makes one product of two: `into` keeps its words, `from` goes. Variants with the same options
/// become one. `unknown_product` at `from` or `into`; `wrong_kind` for goods and a service.
Fault joinProduct(Database& db, const std::string& from, const std::string& into);

}  // namespace vitrine
