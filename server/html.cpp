#include "html.hpp"

namespace vitrine {

void appendEscaped(std::string& html, std::string_view text) {
  for (const char each : text) switch (each) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        html += each;
    }
}

}  // namespace vitrine
