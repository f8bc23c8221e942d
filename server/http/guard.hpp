#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

/// Looks at a request's head before any parser does, and lets only those pass that every program on
/// the way reads alike (RFC 9110 and 9112, at their strictest). What two programs could read in two
/// ways is how requests are smuggled.
namespace vitrine {

constexpr std::size_t maxRequestLine = 4 * 1024;  // bytes, without its CRLF
constexpr std::size_t maxHead = 16 * 1024;        // bytes, with the empty line that ends it
constexpr std::size_t maxFields = 100;

/// Why a request is refused: the status of the answer, and the part of the request at fault.
struct Refusal {
  int status = 400;
  std::string_view where;

  friend bool operator==(const Refusal&, const Refusal&) = default;
};

/// A head that passed: how long it is, and how the body that follows is delimited.
struct Head {
  std::size_t size = 0;  // bytes
  bool chunked = false;
  std::uint64_t length = 0;  // of the body in bytes, unless chunked
  bool awaits_continue = false;

  friend bool operator==(const Head&, const Head&) = default;
};

/// The end of the head has not come yet.
struct Incomplete {
  friend bool operator==(const Incomplete&, const Incomplete&) = default;
};

using HeadResult = std::variant<Incomplete, Refusal, Head>;

/// Judges one head while it arrives. Each byte is looked at once, however it is split.
class HeadGuard {
 public:
  /// `bytes` are all that have come since the head's first one. Not to be asked again after a
  /// refusal or a whole head.
  HeadResult look(std::string_view bytes);

 private:
  std::optional<Refusal> requestLine(std::string_view line);
  std::optional<Refusal> field(std::string_view line);
  std::optional<Refusal> length(std::string_view value);
  HeadResult end() const;

  std::size_t seen_ = 0;        // bytes looked at
  std::size_t line_start_ = 0;  // of the line they end in
  bool after_return_ = false;
  bool in_fields_ = false;
  bool old_version_ = false;  // HTTP/1.0
  std::size_t fields_ = 0;
  unsigned names_ = 0;  // a bit for each field that must not come twice and has come
  Head head_;
};

/// A field line's parts; the value without the white space around it.
struct Field {
  std::string_view name;
  std::string_view value;
};

/// Nothing when the line (without its CRLF) is not `name: value`, with no space before the colon
/// and no control character.
std::optional<Field> splitField(std::string_view line);

}  // namespace vitrine
