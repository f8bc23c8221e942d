#include "pictures/decode.hpp"

#include <png.h>
#include <turbojpeg.h>
#include <webp/decode.h>

#include <memory>
#include <string_view>

#include "pictures/limits.hpp"

namespace vitrine {
namespace {

using Bytes = std::vector<std::uint8_t>;

std::optional<Pixels> canvas(long width, long height) {
  if (width < 1 || height < 1 || width > maxPictureSide || height > maxPictureSide ||
      width * height > maxPicturePixels)
    return {};
  Pixels pixels{static_cast<int>(width), static_cast<int>(height), {}};
  pixels.rgba.resize(static_cast<std::size_t>(width * height) * 4);
  return pixels;
}

std::optional<Pixels> decodeWebp(const Bytes& bytes) {
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(bytes.data(), bytes.size(), &features) != VP8_STATUS_OK ||
      features.has_animation)
    return {};
  auto pixels = canvas(features.width, features.height);
  if (!pixels || !WebPDecodeRGBAInto(bytes.data(), bytes.size(), pixels->rgba.data(),
                                     pixels->rgba.size(), pixels->width * 4))
    return {};
  return pixels;
}

std::optional<Pixels> decodeJpeg(const Bytes& bytes) {
  const std::unique_ptr<void, int (*)(void*)> jpeg(tjInitDecompress(), tjDestroy);
  const auto size = static_cast<unsigned long>(bytes.size());
  int width = 0;
  int height = 0;
  int subsampling = 0;
  int colours = 0;
  if (!jpeg || tjDecompressHeader3(jpeg.get(), bytes.data(), size, &width, &height, &subsampling,
                                   &colours) != 0)
    return {};
  auto pixels = canvas(width, height);
  // A limit on scans: some files have thousands of them over all pixels.
  if (!pixels ||
      tjDecompress2(jpeg.get(), bytes.data(), size, pixels->rgba.data(), width, width * 4, height,
                    TJPF_RGBA, TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS) != 0)
    return {};
  return pixels;
}

std::optional<Pixels> decodePng(const Bytes& bytes) {
  png_image png{};
  png.version = PNG_IMAGE_VERSION;
  std::optional<Pixels> pixels;
  if (png_image_begin_read_from_memory(&png, bytes.data(), bytes.size())) {
    png.format = PNG_FORMAT_RGBA;
    pixels = canvas(long{png.width}, long{png.height});
    if (pixels && !png_image_finish_read(&png, nullptr, pixels->rgba.data(), 0, nullptr))
      pixels.reset();
  }
  png_image_free(&png);
  return pixels;
}

}  // namespace

std::optional<Pixels> decode(const Bytes& bytes) {
  using namespace std::literals;
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  if (text.starts_with("\xFF\xD8\xFF"sv)) return decodeJpeg(bytes);
  if (text.starts_with("\x89PNG\r\n\x1A\n"sv)) return decodePng(bytes);
  if (text.starts_with("RIFF"sv) && text.substr(8).starts_with("WEBP"sv)) return decodeWebp(bytes);
  return {};
}

}  // namespace vitrine
