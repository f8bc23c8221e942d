#include "dispatch/smtp.hpp"

#include <curl/curl.h>
#include <openssl/ssl.h>

#include <boost/url/parse.hpp>
#include <charconv>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace vitrine {
namespace {

constexpr long connectTime = 15'000;  // milliseconds

template <auto destroy>
struct With {
  void operator()(auto* thing) const { destroy(thing); }
};
using Handle = std::unique_ptr<CURL, With<curl_easy_cleanup>>;
using Mime = std::unique_ptr<curl_mime, With<curl_mime_free>>;
using List = std::unique_ptr<curl_slist, With<curl_slist_free_all>>;

void append(List& list, const std::string& text) {
  auto* longer = curl_slist_append(list.get(), text.c_str());
  if (!longer) throw std::bad_alloc();
  static_cast<void>(list.release());
  list.reset(longer);
}

/// The command that the server was last given, and the status that it answered. The good-bye does
/// not count.
struct Conversation {
  std::string command = {};
  int status = 0;
  bool over = false;
};

int listen(CURL*, curl_infotype type, char* bytes, std::size_t size, void* to) {
  auto& heard = *static_cast<Conversation*>(to);
  const std::string_view line(bytes, size);
  if (type == CURLINFO_HEADER_OUT) {
    heard.over = heard.over || line.starts_with("QUIT");
    if (!heard.over) heard.command = line.substr(0, 4);
  } else if (type == CURLINFO_HEADER_IN && !heard.over) {
    std::from_chars(bytes, bytes + size, heard.status);
  }
  return 0;
}

/// The authorities that this machine trusts, as towards sellers' endpoints.
CURLcode trust(CURL*, void* context, void*) {
  SSL_CTX_set_default_verify_paths(static_cast<SSL_CTX*>(context));
  return CURLE_OK;
}

int stopWhen(void* stopping, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const std::atomic<bool>*>(stopping)->load() ? 1 : 0;
}

void addPart(curl_mime* mime, const std::string& text, const char* type) {
  std::string lines;  // end as those of e-mails do
  for (const char each : text) {
    if (each == '\n') lines += '\r';
    lines += each;
  }
  auto* part = curl_mime_addpart(mime);
  curl_mime_data(part, lines.data(), lines.size());
  curl_mime_type(part, type);
  curl_mime_encoder(part, "quoted-printable");
}

void secure(CURL* curl, const SmtpServer& server) {
  curl_easy_setopt(curl, CURLOPT_USE_SSL,
                   static_cast<long>(server.secure ? CURLUSESSL_ALL : CURLUSESSL_NONE));
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  curl_easy_setopt(curl, CURLOPT_CAINFO, nullptr);
  curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
  curl_easy_setopt(curl, CURLOPT_SSL_CTX_FUNCTION, trust);
  if (server.user.empty()) return;
  curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.c_str());
}

/// Refused is what is said about the receiver or the text; about the sender, our sign-in or TLS it
/// is our set-up's fault, which somebody will mend.
SmtpResult judge(CURLcode code, const Conversation& heard) {
  if (code == CURLE_OK) return {true, false, true, "accepted"};
  const bool about_this = heard.command == "RCPT" || heard.command == "DATA";
  const bool answered = code == CURLE_SEND_ERROR || code == CURLE_WEIRD_SERVER_REPLY;
  if (about_this && answered && heard.status >= 400) {
    std::string outcome("answered ");
    outcome += std::to_string(heard.status);
    return {false, heard.status >= 500, true, outcome};
  }
  return {false, false, false, curl_easy_strerror(code)};
}

}  // namespace

bool isSmtpUrl(const std::string& text) {
  const auto url = boost::urls::parse_uri(text);
  return url && (url->scheme() == "smtp" || url->scheme() == "smtps") && !url->has_userinfo() &&
         !url->encoded_host().empty() && url->encoded_path().empty() && !url->has_query() &&
         !url->has_fragment();
}

void readCredentials(const std::filesystem::path& file, SmtpServer& server) {
  std::ifstream lines(file);
  std::string rest;
  if (!std::getline(lines, server.user) || !std::getline(lines, server.password) ||
      server.user.empty() || server.password.empty() || std::getline(lines, rest))
    throw std::runtime_error(file.string() + ": two lines are expected: user and password");
}

SmtpResult submit(const Email& message, const SmtpServer& server,
                  const std::atomic<bool>& stopping) {
  static const auto ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  const Handle handle(ready == CURLE_OK ? curl_easy_init() : nullptr);
  if (!handle) return {false, false, false, "libcurl does not start"};
  auto* curl = handle.get();

  auto url = server.url;  // its path is what we call ourselves
  url += '/';
  url += message.from.substr(message.from.find('@') + 1);
  List receivers;
  append(receivers, message.to);
  List fields;
  for (const auto& field : message.fields) append(fields, field);
  const Mime mime(curl_mime_init(curl));
  addPart(mime.get(), message.text, "text/plain; charset=utf-8");
  addPart(mime.get(), message.html, "text/html; charset=utf-8");

  Conversation conversation;
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, connectTime);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(server.time.count()));
  curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT,
                   static_cast<long>(server.time.count() / 1000 + 1));
  curl_easy_setopt(curl, CURLOPT_MAIL_FROM, message.from.c_str());
  curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, receivers.get());
  curl_easy_setopt(curl, CURLOPT_HTTPHEADER, fields.get());
  curl_easy_setopt(curl, CURLOPT_MIMEPOST, mime.get());
  curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);  // for the next one
  curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, listen);
  curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &conversation);
  curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, stopWhen);
  curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &stopping);
  secure(curl, server);
  return judge(curl_easy_perform(curl), conversation);
}

}  // namespace vitrine
