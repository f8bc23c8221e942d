#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vitrine {

/// Writes JSON (RFC 8259) from left to right. Texts are UTF-8; control characters, quotes and
/// backslashes are escaped as `JSON.stringify` does, so the widget's and the server's answers are
/// the same bytes.
class JsonText {
 public:
  void beginObject() { open('{'); }
  void endObject() { close('}'); }
  void beginList() { open('['); }
  void endList() { close(']'); }
  void key(std::string_view name);
  void null() { raw("null"); }
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void integer(std::int64_t value);
  void string(std::string_view value);
  /// Text that is JSON already.
  void raw(std::string_view json);

  std::string text;

 private:
  void open(char bracket);
  void close(char bracket);
  void comma();
  void quoted(std::string_view value);

  bool first_ = true;  // of its object or list, or just behind a key
};

}  // namespace vitrine
