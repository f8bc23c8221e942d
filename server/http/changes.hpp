#pragma once

#include "api/work.hpp"
#include "app.hpp"
#include "http/reply.hpp"

namespace vitrine {

/// `GET /v1/sites/{site_id}/changes?after=…`: server-sent events that carry what changed in a
/// site's catalogue since that number (`catalog_version` of the manifest), as it happens. Each
/// event's data is a `CatalogChanges`, its id the number to go on from (`Last-Event-ID`). The event
/// `reload` says that too much was missed and the catalogue is to be fetched anew. `unavailable`
/// while too many streams are open, of all or of the `network` (networkOf).
Reply changesReply(App& app, const Request& request, const Call& call, std::uint64_t network);

}  // namespace vitrine
