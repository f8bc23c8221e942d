#include "http/file.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <utility>
#include <vector>

#include "crypto.hpp"

namespace vitrine {
namespace {

constexpr const char* revalidated = "public, max-age=300, stale-while-revalidate=86400";
constexpr const char* immutable = "public, max-age=31536000, immutable";

/// The encoder takes 8 bytes for each of its window, so that of what is large is smaller.
std::uint32_t windowFor(std::size_t size) {
  constexpr std::size_t large = 1 << 24;
  constexpr std::uint32_t of_large = 22;
  return size > large ? of_large : BROTLI_MAX_WINDOW_BITS;
}

/// Compresses bytes and passes them on as they come, until `take` answers false.
template <class F>
void encode(std::span<const std::uint8_t> bytes, std::uint32_t quality, F take) {
  const std::unique_ptr<BrotliEncoderState, decltype(&BrotliEncoderDestroyInstance)> encoder(
      BrotliEncoderCreateInstance(nullptr, nullptr, nullptr), BrotliEncoderDestroyInstance);
  if (!encoder) throw std::runtime_error("brotli failed");
  const auto hint = static_cast<std::uint32_t>(std::min<std::size_t>(bytes.size(), 1 << 30));
  BrotliEncoderSetParameter(encoder.get(), BROTLI_PARAM_QUALITY, quality);
  BrotliEncoderSetParameter(encoder.get(), BROTLI_PARAM_LGWIN, windowFor(bytes.size()));
  BrotliEncoderSetParameter(encoder.get(), BROTLI_PARAM_SIZE_HINT, hint);
  const auto* next = bytes.data();
  auto left = bytes.size();
  bool wanted = true;
  while (wanted && !BrotliEncoderIsFinished(encoder.get())) {
    std::size_t none = 0;
    if (!BrotliEncoderCompressStream(encoder.get(), BROTLI_OPERATION_FINISH, &left, &next, &none,
                                     nullptr, nullptr))
      throw std::runtime_error("brotli failed");
    std::size_t size = 0;
    const auto* made = BrotliEncoderTakeOutput(encoder.get(), &size);
    wanted = take(std::string_view(reinterpret_cast<const char*>(made), size));
  }
}

std::string brotliOf(const std::string& bytes) {
  std::string out;
  encode({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}, BROTLI_MAX_QUALITY,
         [&](std::string_view made) {
           out += made;
           return true;
         });
  out.shrink_to_fit();
  return out;
}

std::string gzipOf(const std::string& bytes) {
  constexpr int gzipWindow = 15 + 16;
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzipWindow, 9, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    throw std::runtime_error("zlib failed");
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int ended = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (ended != Z_STREAM_END) throw std::runtime_error("zlib failed");
  out.shrink_to_fit();
  return out;
}

std::string typeOf(const std::filesystem::path& path) {
  static const std::map<std::string, std::string> types{
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".html", "text/html; charset=utf-8"},
      {".wasm", "application/wasm"},
      {".json", "application/json"},
      {".map", "application/json"},
      {".webp", "image/webp"},
      {".jpg", "image/jpeg"},
      {".png", "image/png"},
      {".svg", "image/svg+xml"},
  };
  const auto found = types.find(path.extension().string());
  return found == types.end() ? "application/octet-stream" : found->second;
}

/// "cart-XRJO7PZK"
bool isHashed(std::string_view stem) {
  constexpr std::size_t hash = 8;
  return stem.size() > hash && stem[stem.size() - hash - 1] == '-' &&
         std::all_of(stem.end() - hash, stem.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

std::string hashOf(const std::string& bytes) { return sha256(bytes).substr(0, 32); }

}  // namespace

std::string readAll(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

SharedFile compressedFile(std::string bytes, std::string type, std::string cache) {
  auto file = std::make_shared<File>();
  file->type = std::move(type);
  file->cache = std::move(cache);
  file->hash = hashOf(bytes);
  file->brotli = brotliOf(bytes);
  file->gzip = gzipOf(bytes);
  file->plain = std::move(bytes);
  return file;
}

bool mayCompressTo(std::span<const std::uint8_t> bytes, std::size_t limit) {
  constexpr std::uint32_t fast = 5;
  std::size_t size = 0;
  encode(bytes, fast, [&](std::string_view made) {
    size += made.size();
    return size / 2 <= limit;
  });
  return size / 2 <= limit;
}

SharedFile loadFile(const std::filesystem::path& path, std::string cache) {
  if (!std::filesystem::is_regular_file(path)) return nullptr;
  auto file = std::make_shared<File>();
  file->type = typeOf(path);
  file->cache = std::move(cache);
  file->plain = readAll(path);
  file->brotli = readAll(path.string() + ".br");
  file->gzip = readAll(path.string() + ".gz");
  file->hash = hashOf(file->plain);
  return file;
}

std::map<std::string, SharedFile, std::less<>> loadWeb(const std::filesystem::path& folder) {
  std::map<std::string, SharedFile, std::less<>> files;
  const std::vector<std::pair<std::string, std::string>> parts{{"v1", "/v1/"},
                                                               {"docs", "/docs/"},
                                                               {"checkout", "/assets/checkout/"},
                                                               {"order", "/assets/order/"},
                                                               {"console", "/assets/console/"},
                                                               {"preview", "/assets/preview/"},
                                                               {"product", "/assets/product/"}};
  for (const auto& [part, prefix] : parts) {
    const auto root = folder / part;
    if (!std::filesystem::is_directory(root)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      const auto& path = entry.path();
      if (!entry.is_regular_file() || path.extension() == ".br" || path.extension() == ".gz")
        continue;
      const auto name = std::filesystem::relative(path, root).generic_string();
      // The bundler puts a hash into the names of the parts that load later.
      const bool hashed = isHashed(path.stem().string());
      files.emplace(prefix + name, loadFile(path, hashed ? immutable : revalidated));
    }
  }
  return files;
}

}  // namespace vitrine
