#include "http/tls.hpp"

#include <openssl/ssl.h>

#include <stdexcept>

namespace vitrine {
namespace {

namespace ssl = boost::asio::ssl;

/// We speak HTTP/1.1 alone; a client that names protocols and not this one is refused.
int chooseProtocol(SSL*, const unsigned char** chosen, unsigned char* size,
                   const unsigned char* offered, unsigned int offered_size, void*) {
  constexpr unsigned char ours[] = {8, 'h', 't', 't', 'p', '/', '1', '.', '1'};
  unsigned char* common = nullptr;
  if (SSL_select_next_proto(&common, size, offered, offered_size, ours, sizeof(ours)) !=
      OPENSSL_NPN_NEGOTIATED)
    return SSL_TLSEXT_ERR_ALERT_FATAL;
  *chosen = common;
  return SSL_TLSEXT_ERR_OK;
}

}  // namespace

std::shared_ptr<ssl::context> serverTls(const Config& config) {
  if (config.tls_certificate.empty()) return nullptr;
  auto tls = std::make_shared<ssl::context>(ssl::context::tls_server);
  auto* native = tls->native_handle();
  SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
  // TLS 1.2: forward secrecy and authenticated encryption only; 1.3 has nothing else.
  SSL_CTX_set_cipher_list(native, "ECDHE+AESGCM:ECDHE+CHACHA20");
  SSL_CTX_set_options(
      native, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
  SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);  // an idle connection keeps little
  SSL_CTX_set_alpn_select_cb(native, chooseProtocol, nullptr);
  boost::system::error_code failed;
  tls->use_certificate_chain_file(config.tls_certificate.string(), failed);
  if (failed)
    throw std::runtime_error(config.tls_certificate.string() +
                             ": no certificate in PEM: " + failed.message());
  tls->use_private_key_file(config.tls_key.string(), ssl::context::pem, failed);
  if (failed || SSL_CTX_check_private_key(native) != 1)
    throw std::runtime_error(config.tls_key.string() + ": not the private key, in PEM, of " +
                             config.tls_certificate.string());
  return tls;
}

}  // namespace vitrine
