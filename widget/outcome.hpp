#pragma once

#include "vitrine/codec.hpp"

namespace vitrine {

/// `{"ok":true,"value":…}` or `{"ok":false,"error":{"code","path"}}`, for the page's own JSON
/// parser.
inline std::string outcome(const Result<std::string>& result) {
  JsonText out;
  out.beginObject();
  out.key("ok");
  out.boolean(static_cast<bool>(result));
  out.key(result ? "value" : "error");
  if (result) {
    out.raw(*result);
  } else {
    out.beginObject();
    out.key("code");
    out.string(name(result.error().code));
    out.key("path");
    out.string(result.error().where);
    out.endObject();
  }
  out.endObject();
  return std::move(out.text);
}

}  // namespace vitrine
