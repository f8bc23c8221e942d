// The least that Boost.Beast takes to serve a file: one thread, one reply, no routes, limits or
// headers of ours.
//   beast PORT FILE CONTENT-TYPE CONTENT-ENCODING
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;

struct Content {
  std::string bytes, type, encoding;
};

asio::awaitable<void> serve(tcp::socket socket, const Content& content) {
  beast::flat_buffer buffer;
  try {
    for (;;) {
      http::request<http::empty_body> request;
      co_await http::async_read(socket, buffer, request, asio::use_awaitable);
      http::response<http::span_body<const char>> reply{http::status::ok, request.version()};
      reply.set(http::field::content_type, content.type);
      if (!content.encoding.empty()) reply.set(http::field::content_encoding, content.encoding);
      reply.keep_alive(request.keep_alive());
      reply.body() = {content.bytes.data(), content.bytes.size()};
      reply.prepare_payload();
      co_await http::async_write(socket, reply, asio::use_awaitable);
    }
  } catch (const boost::system::system_error&) {
    // The client has gone.
  }
}

asio::awaitable<void> listen(tcp::acceptor acceptor, const Content& content) {
  for (;;) {
    auto socket = co_await acceptor.async_accept(asio::use_awaitable);
    socket.set_option(tcp::no_delay(true));
    asio::co_spawn(acceptor.get_executor(), serve(std::move(socket), content), asio::detached);
  }
}

int main(int, char** argv) {
  std::ifstream file(argv[2], std::ios::binary);
  const Content content{{std::istreambuf_iterator<char>(file), {}}, argv[3], argv[4]};
  asio::io_context io(1);
  const tcp::endpoint at(asio::ip::make_address("127.0.0.1"),
                         static_cast<unsigned short>(std::atoi(argv[1])));
  asio::co_spawn(io, listen(tcp::acceptor(io, at), content), asio::detached);
  io.run();
}
