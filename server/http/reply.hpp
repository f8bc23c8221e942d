#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "http/file.hpp"
#include "http/header_lines.hpp"
#include "vitrine/result.hpp"

namespace vitrine {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using Request = http::request<http::string_body>;

class Connection;

/// An answer: its head, and its body as a view of bytes that `owner` keeps alive.
struct Reply {
  http::status status = http::status::ok;
  HeaderLines headers;
  std::string_view body;
  std::shared_ptr<const void> owner;
  /// Instead of a body: writes what follows the head; the connection ends with it.
  std::function<asio::awaitable<void>(Connection&)> rest;
  std::string_view route = "other";  // what it is counted as, see `Metrics`
};

Reply textReply(std::string text, std::string_view type);
Reply jsonReply(std::string json);
/// `further`: what else is wrong with the same request.
Reply failureReply(const Error& error, const std::vector<Error>& further = {});

/// The form of the file that the request accepts (Brotli, then gzip), or 304 when it has that one
/// already.
Reply fileReply(const SharedFile& file, const Request& request);

}  // namespace vitrine
