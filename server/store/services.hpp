#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/database.hpp"
#include "vitrine/attachment.hpp"

/// What a service has that goods have not.
namespace vitrine {

struct StoredService {
  ShelfOffer offer;
  std::string description;  // plain text
};
/// Nothing where the seller has no service of that SKU.
std::optional<StoredService> findService(Database& db, const std::string& seller_id,
                                         const std::string& sku);

/// Of what kind the offers of a product are; nothing without any.
std::optional<OfferKind> kindOfProduct(Database& db, const std::string& product_id);

/// What a service is offered for; answers whether that changed anything.
bool saveAttachments(Database& db, const std::string& product_id,
                     const std::vector<std::string>& attached_to);

std::vector<std::string> attachmentsOf(Database& db, const std::string& product_id);

Attachments listAttachments(Database& db);

}  // namespace vitrine
