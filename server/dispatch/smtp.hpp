#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <string>

#include "mail/email.hpp"

namespace vitrine {

/// The server that takes our e-mails, and how it is spoken with.
struct SmtpServer {
  std::string url;   // smtp://host:port: TLS from STARTTLS on; smtps://host:port: from the start
  std::string user;  // empty: nobody signs in
  std::string password;
  bool secure = true;  // false: in the clear
  std::chrono::milliseconds time{120'000};
};

/// `smtp(s)://host` or `smtp(s)://host:port` and nothing else: no user, password or path.
bool isSmtpUrl(const std::string& text);

/// Reads user and password, each on a line, into the server; throws on a file that has others.
void readCredentials(const std::filesystem::path& file, SmtpServer& server);

/// How an attempt ended. Neither accepted nor refused: it is worth another one.
struct SmtpResult {
  bool accepted = false;
  bool refused = false;  // this e-mail, for good: its receiver or what it says
  bool reached = false;  // the server had a word about this very e-mail
  std::string outcome;   // never what the server said: that may name the receiver
};

/// Hands a message over. Blocks for at most the server's time, and ends early once `stopping`.
SmtpResult submit(const Email& message, const SmtpServer& server,
                  const std::atomic<bool>& stopping);

}  // namespace vitrine
