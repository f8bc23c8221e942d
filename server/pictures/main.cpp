// vitrine-pictures: makes the sizes of one picture that pages show. Takes a picture's bytes from
// standard input and answers, on standard output, each size as WebP behind its length in four
// bytes. It reads what strangers made, so it works without files, network, other programs and more
// memory and time than a picture needs. Exit code 1: it is no picture that we take.
#include <seccomp.h>
#include <sys/resource.h>
#include <unistd.h>
#include <webp/encode.h>

#include <algorithm>
#include <cerrno>

#include "pictures/decode.hpp"
#include "pictures/limits.hpp"

namespace vitrine {
namespace {

constexpr rlim_t maxMemory = 768UL * 1024 * 1024;
constexpr rlim_t maxSeconds = 20;
constexpr float quality = 80;

bool limit(int what, rlim_t most) {
  const rlimit both{most, most};
  return setrlimit(what, &both) == 0;
}

/// From here on: reading, writing, memory, and the end.
bool lockIn() {
#ifndef __SANITIZE_ADDRESS__  // which needs more of both
  if (!limit(RLIMIT_AS, maxMemory)) return false;
#endif
  if (!limit(RLIMIT_CPU, maxSeconds) || !limit(RLIMIT_FSIZE, 0) || !limit(RLIMIT_CORE, 0) ||
      !limit(RLIMIT_NPROC, 0) || !limit(RLIMIT_NOFILE, 3))
    return false;
  const auto filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
  if (!filter) return false;
  bool ok = true;
  for (const int call : {SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(brk), SCMP_SYS(mmap),
                         SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(mprotect), SCMP_SYS(madvise),
                         SCMP_SYS(futex), SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn)})
    ok = ok && seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
#ifdef __SANITIZE_ADDRESS__  // asks for it when it ends
  ok = ok && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(sigaltstack), 0) == 0;
#endif
  ok = ok && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return ok;
}

std::vector<std::uint8_t> readPicture() {
  std::vector<std::uint8_t> bytes(maxPicture + 1);
  std::size_t size = 0;
  while (size < bytes.size()) {
    const auto got = read(STDIN_FILENO, bytes.data() + size, bytes.size() - size);
    if (got <= 0) break;
    size += static_cast<std::size_t>(got);
  }
  bytes.resize(size);
  return bytes;
}

bool put(const std::uint8_t* bytes, std::size_t size) {
  while (size > 0) {
    const auto done = write(STDOUT_FILENO, bytes, size);
    if (done <= 0) return false;
    bytes += done;
    size -= static_cast<std::size_t>(done);
  }
  return true;
}

bool putSize(const Pixels& pixels, int width) {
  WebPConfig config;
  WebPPicture picture;
  WebPMemoryWriter out;
  if (!WebPConfigPreset(&config, WEBP_PRESET_PHOTO, quality) || !WebPPictureInit(&picture))
    return false;
  WebPMemoryWriterInit(&out);
  config.method = 2;  // a third of the usual time, for files 3 % larger
  picture.use_argb = 1;
  picture.width = pixels.width;
  picture.height = pixels.height;
  picture.writer = WebPMemoryWrite;
  picture.custom_ptr = &out;
  bool ok = WebPPictureImportRGBA(&picture, pixels.rgba.data(), pixels.width * 4) != 0;
  if (ok && width < pixels.width)
    ok =
        WebPPictureRescale(&picture, width, std::max(1, pixels.height * width / pixels.width)) != 0;
  ok = ok && WebPEncode(&config, &picture) != 0;
  std::uint8_t length[4];
  for (std::size_t k = 0; k < sizeof length; ++k)
    length[k] = static_cast<std::uint8_t>(out.size >> 8 * k);
  ok = ok && put(length, sizeof length) && put(out.mem, out.size);
  WebPMemoryWriterClear(&out);
  WebPPictureFree(&picture);
  return ok;
}

int shrink() {
  if (!lockIn()) return notLockedIn;
  const auto bytes = readPicture();
  if (bytes.size() > maxPicture) return 1;
  const auto pixels = decode(bytes);
  if (!pixels) return 1;
  for (const int width : pictureWidths) {
    if (!putSize(*pixels, width)) return 1;
  }
  return 0;
}

}  // namespace
}  // namespace vitrine

int main() { _exit(vitrine::shrink()); }
