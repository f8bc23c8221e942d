#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <cstdint>

#include "store/writer.hpp"

/// How long the server keeps what nobody has bought, and who has bought.
namespace vitrine {

namespace asio = boost::asio;

/// Forgets checkouts a day after their end, idempotent answers, e-mails and what is known of
/// delivered messages after 30 days. `now`:
/// Unix milliseconds.
void forgetOld(Database& db, std::int64_t now);

/// Does so at once and after each `pause`, until the io_context stops, and erases the customers of
/// purchases that ended `personal_data_days` ago (0: never). A failure is logged and the next turn
/// tries again.
asio::awaitable<void> keepForgetting(Writer& writer, double personal_data_days,
                                     std::chrono::milliseconds pause);

}  // namespace vitrine
