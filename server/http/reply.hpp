#pragma once

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "http/file.hpp"
#include "vitrine/result.hpp"

namespace vitrine {

namespace http = boost::beast::http;
using Request = http::request<http::string_body>;

/// An answer: its head, and its body as a view of bytes that `owner` keeps alive.
struct Reply {
  http::status status = http::status::ok;
  http::fields headers;
  std::string_view body;
  std::shared_ptr<const void> owner;
};

Reply textReply(std::string text, std::string_view type);
Reply jsonReply(std::string json);
Reply failureReply(const Error& error);

/// The form of the file that the request accepts (Brotli, then gzip), or 304 when it has that one
/// already.
Reply fileReply(const SharedFile& file, const Request& request);

}  // namespace vitrine
