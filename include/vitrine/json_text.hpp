#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vitrine {

/// Writes JSON (RFC 8259) from left to right. Texts are UTF-8, and a byte that does not belong to
/// it becomes U+FFFD: some texts were never read as JSON (a URL's path in an error). Control
/// characters, quotes and backslashes are escaped as `JSON.stringify` does, so the widget's and the
/// server's answers are the same bytes.
class JsonText {
 public:
  void beginObject();
  void endObject() { close("}"); }
  void beginList();
  void endList() { close("]"); }
  void key(std::string_view name);
  void null() { raw("null"); }
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void integer(std::int64_t value);
  void string(std::string_view value);
  /// Text that is JSON already.
  void raw(std::string_view json);

  std::string text;

 private:
  void close(std::string_view bracket);
  void put(std::string_view before, std::string_view value, std::string_view after);
  void quoted(std::string_view value, std::string_view after);
  void escape(unsigned char code);
  bool isFirst();

  bool first_ = true;  // of its object or list, or just behind a key
};

}  // namespace vitrine
