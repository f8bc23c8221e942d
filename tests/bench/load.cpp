// Sends requests that a file holds, each once, over so many connections, and says how long the
// answers took: a client in JavaScript would take more of the machine than the server.
//   load PORT FILE CONNECTIONS [RATE]
// FILE: whole requests, with a byte 1 in between. Without RATE each connection sends its next
// request when it has its answer; with one, requests come at so many a second, and the wait counts
// from the time at which a request should have been sent. Prints JSON: requests, failures (of
// another status than 200), seconds, waits (milliseconds, ascending).
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using Clock = std::chrono::steady_clock;

namespace {

struct Connection {
  int socket = -1;
  std::string answer;
  Clock::time_point due;
};

[[noreturn]] void fail(const char* what) {
  std::perror(what);
  std::exit(1);
}

std::vector<std::string> requestsOf(const char* file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<std::string> all;
  for (std::string one; std::getline(in, one, '\x01');) all.push_back(one);
  return all;
}

int connected(const char* port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<unsigned short>(std::atoi(port)));
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0) fail("connect");
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return socket;
}

bool isWhole(const std::string& answer) {
  const auto head = answer.find("\r\n\r\n");
  if (head == answer.npos) return false;
  const char* length = ::strcasestr(answer.c_str(), "content-length:");
  return answer.size() >= head + 4 + (length ? std::strtoul(length + 15, nullptr, 10) : 0);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) return 2;
  const auto requests = requestsOf(argv[2]);
  std::vector<Connection> connections(static_cast<std::size_t>(std::atoi(argv[3])));
  const double rate = argc > 4 ? std::atof(argv[4]) : 0;

  const int events = ::epoll_create1(0);
  std::deque<std::size_t> idle;  // the one that rested longest first
  for (std::size_t i = 0; i < connections.size(); ++i) {
    connections[i].socket = connected(argv[1]);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = i;
    ::epoll_ctl(events, EPOLL_CTL_ADD, connections[i].socket, &event);
    idle.push_back(i);
  }
  const auto began = Clock::now();
  const auto dueOf = [&](std::size_t request) {
    const std::chrono::duration<double> after(static_cast<double>(request) / rate);
    return began + std::chrono::duration_cast<Clock::duration>(after);
  };
  std::size_t sent = 0;
  std::size_t failures = 0;
  std::vector<double> waits;
  while (waits.size() < requests.size()) {
    int pause = -1;
    for (; !idle.empty() && sent < requests.size(); ++sent) {
      const auto now = Clock::now();
      const auto due = rate > 0 ? dueOf(sent) : now;
      if (due > now) {
        pause = static_cast<int>(
            std::chrono::duration_cast<std::chrono::milliseconds>(due - now).count());
        break;
      }
      auto& connection = connections[idle.front()];
      idle.pop_front();
      connection.due = due;
      const auto& text = requests[sent];
      if (::send(connection.socket, text.data(), text.size(), MSG_NOSIGNAL) !=
          static_cast<ssize_t>(text.size()))
        fail("send");
    }
    epoll_event ready[64];
    const int count = ::epoll_wait(events, ready, 64, pause);
    for (int k = 0; k < count; ++k) {
      auto& connection = connections[ready[k].data.u64];
      char part[65536];
      const auto got = ::recv(connection.socket, part, sizeof part, 0);
      if (got <= 0) fail("recv");
      connection.answer.append(part, static_cast<std::size_t>(got));
      if (!isWhole(connection.answer)) continue;
      if (connection.answer.compare(9, 3, "200") != 0 && ++failures == 1)
        std::fprintf(stderr, "%s\n", connection.answer.c_str());
      connection.answer.clear();
      const std::chrono::duration<double, std::milli> wait(Clock::now() - connection.due);
      waits.push_back(wait.count());
      idle.push_back(ready[k].data.u64);
    }
  }
  const std::chrono::duration<double> seconds(Clock::now() - began);
  std::sort(waits.begin(), waits.end());
  std::printf("{\"requests\":%zu,\"failures\":%zu,\"seconds\":%.4f,\"waits\":[", waits.size(),
              failures, seconds.count());
  for (std::size_t i = 0; i < waits.size(); ++i) std::printf("%s%.3f", i > 0 ? "," : "", waits[i]);
  std::puts("]}");
}
