#include "import/encoding.hpp"

#include <iconv.h>

#include <boost/locale/utf.hpp>
#include <stdexcept>
#include <utility>

namespace vitrine {
namespace {

constexpr std::size_t pieceSize = 64 * 1024;

void readPiece(std::istream& bytes, std::string& piece, std::size_t keep) {
  piece.resize(keep + pieceSize);
  bytes.read(piece.data() + keep, pieceSize);
  piece.resize(keep + static_cast<std::size_t>(bytes.gcount()));
}

}  // namespace

FeedEncoding detectEncoding(std::istream& bytes) {
  namespace utf = boost::locale::utf;
  const auto start = bytes.tellg();
  bool broken = false;
  bool several = false;
  std::string piece;
  std::size_t kept = 0;
  do {
    readPiece(bytes, piece, kept);
    const char* at = piece.data();
    const char* const end = at + piece.size();
    kept = 0;
    while (at != end && !several) {
      if (static_cast<unsigned char>(*at) < 0x80) {
        ++at;
        continue;
      }
      const char* const character = at;
      const auto code = utf::utf_traits<char>::decode(at, end);
      if (code == utf::incomplete && bytes) {
        kept = static_cast<std::size_t>(end - character);
        break;
      }
      if (code == utf::illegal || code == utf::incomplete) {
        broken = true;
        at = character + 1;
      } else if (code != 0xFEFF) {
        several = true;
      }
    }
    piece.erase(0, piece.size() - kept);
  } while (bytes && !several);
  bytes.clear();
  bytes.seekg(start);
  return broken && !several ? FeedEncoding::windows_1252 : FeedEncoding::utf_8;
}

FeedText::FeedText(std::istream& bytes, FeedEncoding encoding) : bytes_(bytes) {
  if (encoding != FeedEncoding::windows_1252) return;
  const auto converter = iconv_open("UTF-8", "WINDOWS-1252");
  if (converter == reinterpret_cast<iconv_t>(-1))
    throw std::runtime_error("this system's iconv does not know Windows-1252");
  converter_ = converter;
}

FeedText::~FeedText() {
  if (converter_) iconv_close(converter_);
}

std::string_view FeedText::next() {
  readPiece(bytes_, piece_, 0);
  std::string_view piece = piece_;
  if (std::exchange(first_, false) && piece.starts_with("\xEF\xBB\xBF")) piece.remove_prefix(3);
  return converter_ ? converted(piece) : piece;
}

std::string_view FeedText::converted(std::string_view piece) {
  converted_.resize(3 * piece.size());         // no character of the set takes more bytes
  char* in = const_cast<char*>(piece.data());  // iconv's signature; it does not write there
  char* out = converted_.data();
  std::size_t in_left = piece.size();
  std::size_t out_left = converted_.size();
  while (in_left > 0 && iconv(converter_, &in, &in_left, &out, &out_left) == std::size_t(-1)) {
    *out++ = *in++;  // one of the five bytes that Windows-1252 leaves open
    --in_left;
    --out_left;
  }
  return {converted_.data(), converted_.size() - out_left};
}

}  // namespace vitrine
