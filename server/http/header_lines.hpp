#pragma once

#include <boost/beast/http/field.hpp>
#include <string>
#include <string_view>

namespace vitrine {

/// The fields of a reply's head, each once, as they go over the line. Names are told apart as they
/// are written: each field has one spelling here.
class HeaderLines {
 public:
  /// Puts a field in the place of an earlier one of that name. Throws `std::invalid_argument` for a
  /// value that is no line: it could end the head.
  void set(std::string_view name, std::string_view value);
  void set(boost::beast::http::field name, std::string_view value) {
    set(boost::beast::http::to_string(name), value);
  }

  void erase(boost::beast::http::field name) { erase(boost::beast::http::to_string(name)); }
  bool contains(boost::beast::http::field name) const {
    return find(boost::beast::http::to_string(name)) != lines_.npos;
  }

  /// "Name: value\r\n" of each.
  const std::string& lines() const { return lines_; }

 private:
  std::size_t find(std::string_view name) const;
  void erase(std::string_view name);

  std::string lines_;
};

}  // namespace vitrine
