#pragma once

#include "app.hpp"
#include "http/reply.hpp"

namespace vitrine {

/// A file that many ask for: the browser side, catalogues, guides, manifests. Nothing when the path
/// is none of these.
std::optional<Reply> sharedReply(App& app, const Request& request, std::string_view path);

/// What is served as it is: the browser side, catalogues, manifests, pictures, the pages of our own
/// origin, health and metrics. Nothing when the path is none of these.
std::optional<Reply> pageReply(App& app, const Request& request, const std::string& path);

}  // namespace vitrine
