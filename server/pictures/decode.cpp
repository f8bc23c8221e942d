#include "pictures/decode.hpp"

#include <libexif/exif-data.h>
#include <png.h>
#include <turbojpeg.h>
#include <webp/decode.h>

#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

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

/// How a camera was held, 1 to 8 as in Exif 2.32, 4.6.4; 1, upright, where nothing says so.
int orientationOf(const Bytes& bytes) {
  const std::unique_ptr<ExifData, void (*)(ExifData*)> exif(
      exif_data_new_from_data(bytes.data(), static_cast<unsigned>(bytes.size())), exif_data_unref);
  if (!exif) return 1;
  auto* entry = exif_content_get_entry(exif->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
  if (!entry || entry->format != EXIF_FORMAT_SHORT || entry->components < 1) return 1;
  const int orientation = exif_get_short(entry->data, exif_data_get_byte_order(exif.get()));
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

/// The picture as it was seen. From 5 on its sides change places; which ends are turned is in the
/// number's place within its four.
Pixels upright(Pixels taken, int orientation) {
  if (orientation == 1) return taken;
  const bool sideways = orientation >= 5;
  const bool mirrored =
      orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const bool flipped = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  Pixels seen{sideways ? taken.height : taken.width, sideways ? taken.width : taken.height, {}};
  seen.rgba.resize(taken.rgba.size());
  const auto place = [](const Pixels& pixels, int x, int y) {
    return (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) +
            static_cast<std::size_t>(x)) *
           4;
  };
  for (int y = 0; y < seen.height; ++y) {
    for (int x = 0; x < seen.width; ++x) {
      int column = sideways ? y : x;
      int row = sideways ? x : y;
      if (mirrored) column = taken.width - 1 - column;
      if (flipped) row = taken.height - 1 - row;
      std::memcpy(&seen.rgba[place(seen, x, y)], &taken.rgba[place(taken, column, row)], 4);
    }
  }
  return seen;
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
  return upright(*std::move(pixels), orientationOf(bytes));
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
