#include "http/reply.hpp"

#include "api/errors.hpp"
#include "json.hpp"
#include "vitrine/checkout.hpp"

namespace vitrine {
namespace {

/// Whether Accept-Encoding names a coding (RFC 9110, 12.5.3); one with weight 0 is refused.
bool accepts(std::string_view header, std::string_view coding) {
  const auto found = header.find(coding);
  if (found == header.npos) return false;
  const auto rest = header.substr(found + coding.size());
  return !rest.starts_with(";q=0") || rest.starts_with(";q=0.");
}

/// Whether If-None-Match names the entity tag, compared weakly (RFC 9110, 13.1.2).
bool names(std::string_view header, std::string_view etag) {
  if (header == "*") return true;
  for (auto found = header.find(etag); found != header.npos; found = header.find(etag, found + 1)) {
    const auto rest = header.substr(found + etag.size());
    if (rest.empty() || rest.starts_with(',') || rest.starts_with(' ')) return true;
  }
  return false;
}

}  // namespace

Reply textReply(std::string text, std::string_view type) {
  Reply reply;
  const auto owner = std::make_shared<const std::string>(std::move(text));
  reply.headers.set(http::field::content_type, type);
  reply.headers.set(http::field::cache_control, "no-store");
  reply.body = *owner;
  reply.owner = owner;
  return reply;
}

Reply jsonReply(std::string json) { return textReply(std::move(json), "application/json"); }

Reply failureReply(const Error& error, const std::vector<Error>& further) {
  FailureBody body{{std::string(name(error.code)),
                    error.where,
                    std::string(explain(error.code)),
                    error.limit,
                    {}}};
  for (const auto& each : further) {
    auto& told = body.error.further ? *body.error.further : body.error.further.emplace();
    told.push_back({std::string(name(each.code)), each.where, each.limit});
  }
  auto reply = jsonReply(toJson(body));
  reply.status = statusOf(error.code);
  if (error.code == Errc::idempotency_in_flight || error.code == Errc::unavailable)
    reply.headers.set(http::field::retry_after, "1");
  if (error.code == Errc::rate_limited && error.limit)
    reply.headers.set(http::field::retry_after, std::to_string(*error.limit));
  if (error.code == Errc::unauthorized) reply.headers.set(http::field::www_authenticate, "Bearer");
  return reply;
}

Reply fileReply(const SharedFile& file, const Request& request) {
  Reply reply;
  reply.owner = file;
  reply.headers.set(http::field::content_type, file->type);
  reply.headers.set(http::field::cache_control, file->cache);
  reply.headers.set(http::field::vary, "Accept-Encoding");
  const std::string_view accepted = request[http::field::accept_encoding];
  // Other bytes need another strong tag (RFC 9110, 8.8.3.3), so each form has its own.
  auto etag = '"' + file->hash;
  if (!file->brotli.empty() && accepts(accepted, "br")) {
    reply.headers.set(http::field::content_encoding, "br");
    reply.body = file->brotli;
    etag += "-br";
  } else if (!file->gzip.empty() && accepts(accepted, "gzip")) {
    reply.headers.set(http::field::content_encoding, "gzip");
    reply.body = file->gzip;
    etag += "-gzip";
  } else {
    reply.body = file->plain;
  }
  etag += '"';
  reply.headers.set(http::field::etag, etag);
  if (names(request[http::field::if_none_match], etag)) {
    reply.status = http::status::not_modified;
    reply.headers.erase(http::field::content_encoding);
    reply.body = {};
  }
  return reply;
}

}  // namespace vitrine
