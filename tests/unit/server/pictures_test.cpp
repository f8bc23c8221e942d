#include <png.h>
#include <turbojpeg.h>

#include <cstring>
#include <fstream>
#include <iterator>
#include <map>

#include "pictures/decode.hpp"
#include "pictures/limits.hpp"
#include "pictures/sizes.hpp"
#include "unit/catch.hpp"

namespace vitrine {
namespace {

constexpr int width = 1600;
constexpr int height = 400;

std::vector<std::uint8_t> red() {
  std::vector<std::uint8_t> rgba(width * height * 4, 255);
  for (std::size_t i = 0; i < rgba.size(); i += 4) rgba[i + 1] = rgba[i + 2] = 0;
  return rgba;
}

std::string png() {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = width;
  image.height = height;
  image.format = PNG_FORMAT_RGBA;
  png_alloc_size_t size = 0;
  const auto pixels = red();
  REQUIRE(png_image_write_get_memory_size(image, size, 0, pixels.data(), 0, nullptr));
  std::string bytes(size, '\0');
  REQUIRE(png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data(), 0, nullptr));
  bytes.resize(size);
  return bytes;
}

std::string jpeg() {
  auto* encoder = tjInitCompress();
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  const auto pixels = red();
  REQUIRE(tjCompress2(encoder, pixels.data(), width, width * 4, height, TJPF_RGBA, &bytes, &size,
                      TJSAMP_444, 90, 0) == 0);
  const std::string answer(reinterpret_cast<char*>(bytes), size);
  tjFree(bytes);
  tjDestroy(encoder);
  return answer;
}

std::string webp() {
  std::ifstream file(VECTORS_DIR "/../../examples/demo/sellers/images/basil.webp",
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A JPEG of four colours, 32 across and 16 down, with the orientation in its Exif data:
/// red, green
/// blue, white
std::string taken(std::uint8_t orientation) {
  auto* encoder = tjInitCompress();
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  std::vector<std::uint8_t> rgb;
  for (int y = 0; y < 16; ++y) {
    for (int x = 0; x < 32; ++x) {
      const bool right = x >= 16;
      const bool low = y >= 8;
      for (const bool on : {right == low, right, low}) rgb.push_back(on ? 255 : 0);
    }
  }
  REQUIRE(tjCompress2(encoder, rgb.data(), 32, 32 * 3, 16, TJPF_RGB, &bytes, &size, TJSAMP_444, 95,
                      0) == 0);
  std::string jpeg(reinterpret_cast<char*>(bytes), size);
  tjFree(bytes);
  tjDestroy(encoder);
  using namespace std::literals;
  auto exif =
      "\xFF\xE1\0\x22"
      "Exif\0\0"
      "II*\0\x08\0\0\0"
      "\x01\0\x12\x01\x03\0\x01\0\0\0?\0\0\0\0\0\0\0"s;
  exif[exif.find('?')] = static_cast<char>(orientation);
  return jpeg.insert(2, exif);
}

/// The colours of the four quarters, by row.
std::string quarters(const Pixels& pixels) {
  std::string colours;
  for (const int y : {pixels.height / 4, pixels.height * 3 / 4}) {
    for (const int x : {pixels.width / 4, pixels.width * 3 / 4}) {
      const auto* rgba = &pixels.rgba[static_cast<std::size_t>(y * pixels.width + x) * 4];
      const bool red = rgba[0] > 128;
      colours += red && rgba[1] > 128 ? 'W' : red ? 'R' : rgba[1] > 128 ? 'G' : 'B';
    }
  }
  return colours;
}

/// A PNG that says it is so large, and has no pixels.
std::string announcing(std::uint32_t side) {
  auto bytes = png();
  for (std::size_t k = 0; k < 4; ++k)
    bytes[16 + k] = bytes[20 + k] = static_cast<char>(side >> 8 * (3 - k));
  return bytes;
}

std::optional<Pixels> decoded(const std::string& bytes) {
  return decode(std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
}

}  // namespace

TEST_CASE("JPEG, PNG and WebP become three sizes, none wider than the picture") {
  for (const auto& picture : {png(), jpeg(), webp()}) {
    const auto original = decoded(picture);
    REQUIRE(original);
    const auto sizes = pictureSizes(picture);
    REQUIRE(sizes);
    REQUIRE(sizes->size() == pictureWidths.size());
    for (std::size_t i = 0; i < sizes->size(); ++i) {
      const auto made = decoded((*sizes)[i]);
      REQUIRE(made);
      CHECK(made->width == std::min(pictureWidths[i], original->width));
      CHECK(made->height == original->height * made->width / original->width);
    }
  }
}

TEST_CASE("a picture keeps its colours") {
  for (const auto& picture : {png(), jpeg()}) {
    const auto made = decoded(pictureSizes(picture)->front());
    CHECK(made->rgba[0] > 240);
    CHECK(made->rgba[1] < 15);
    CHECK(made->rgba[3] == 255);
  }
}

TEST_CASE("a photograph stands upright however the camera was held") {
  // Exif 2.32: which side of what was seen the first row and the first column of the file are.
  const std::map<std::uint8_t, std::string> seen{{0, "RGBW"}, {1, "RGBW"}, {2, "GRWB"}, {3, "WBGR"},
                                                 {4, "BWRG"}, {5, "RBGW"}, {6, "BRWG"}, {7, "WGBR"},
                                                 {8, "GWRB"}, {9, "RGBW"}};
  for (const auto& [orientation, colours] : seen) {
    CAPTURE(static_cast<int>(orientation));
    const auto picture = decoded(taken(orientation));
    REQUIRE(picture);
    CHECK(quarters(*picture) == colours);
    const bool sideways = orientation >= 5 && orientation <= 8;
    CHECK(picture->width == (sideways ? 16 : 32));
    CHECK(picture->height == (sideways ? 32 : 16));
  }
  CHECK(quarters(*decoded(pictureSizes(taken(6))->front())) == "BRWG");
}

TEST_CASE("what is no sound picture has no sizes") {
  for (const auto& bytes :
       {std::string(), std::string("hello"),
        std::string("<svg xmlns='http://www.w3.org/2000/svg'/>"),
        std::string("GIF89a") + std::string(100, 'x'), png().substr(0, 60), jpeg().substr(0, 300),
        webp().substr(0, 500), std::string("RIFF????WEBP") + std::string(100, 'x')})
    CHECK_FALSE(pictureSizes(bytes));
}

TEST_CASE("a picture that would take gigabytes is refused before it does") {
  CHECK_FALSE(pictureSizes(announcing(0x7FFFFFFF)));
  CHECK_FALSE(pictureSizes(announcing(16'000)));
  CHECK_FALSE(decoded(announcing(16'000)));
  CHECK_FALSE(pictureSizes(std::string(maxPicture + 1, 'x')));
}

TEST_CASE("a damaged picture is refused or decoded, and harms nobody") {
  for (const auto& picture : {png(), jpeg(), taken(6), webp()}) {
    for (std::size_t at = 12; at < picture.size(); at += 1 + picture.size() / 40) {
      auto bytes = picture;
      bytes[at] = static_cast<char>(~bytes[at]);
      decoded(bytes);
    }
  }
  CHECK(pictureSizes(png()));
}

}  // namespace vitrine
