#include "secret_key.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <fstream>

#include "crypto.hpp"
#include "durable.hpp"

namespace vitrine {
namespace {

constexpr std::string_view mark = "sealed:";

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

/// Under another name first, and then linked: of two that make the file at once one wins, and
/// nobody ever reads half a key.
void make(const std::filesystem::path& file) {
  auto part = file;
  part += newSecret(".");
  std::string text(crypto_secretbox_KEYBYTES, '\0');
  randombytes_buf(text.data(), text.size());
  text = base64(text) + '\n';
  const int out = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  const bool written =
      out >= 0 && ::write(out, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
      ::fsync(out) == 0;
  if (out >= 0) ::close(out);
  std::error_code exists;
  if (written) std::filesystem::create_hard_link(part, file, exists);
  std::error_code ignored;
  std::filesystem::remove(part, ignored);
  if (!written || (exists && exists != std::errc::file_exists))
    throw std::runtime_error(file.string() + ": the key file cannot be written");
  syncToDisk(std::filesystem::absolute(file).parent_path());
}

}  // namespace

SecretKey SecretKey::read(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string line;
  if (!std::getline(in, line))
    throw SecretKeyMissing("the key file is not there, or cannot be read");
  const auto key = fromBase64(line);
  if (key.size() != crypto_secretbox_KEYBYTES)
    throw SecretKeyMissing("this is no key file of Vitrine");
  return SecretKey(key);
}

SecretKey SecretKey::readOrMake(const std::filesystem::path& file) {
  if (!std::filesystem::exists(file)) make(file);
  return read(file);
}

std::string SecretKey::seal(std::string_view text) const {
  std::string box(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size(), '\0');
  randombytes_buf(box.data(), crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(bytes(box) + crypto_secretbox_NONCEBYTES, bytes(text), text.size(),
                        bytes(box), key_.data());
  return std::string(mark) + base64(box);
}

std::string SecretKey::unseal(const std::string& text) const {
  if (!text.starts_with(mark)) return text;
  constexpr std::size_t around = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  const auto box = fromBase64(std::string_view(text).substr(mark.size()));
  std::string plain(box.size() < around ? 0 : box.size() - around, '\0');
  if (box.size() < around ||
      crypto_secretbox_open_easy(bytes(plain), bytes(box) + crypto_secretbox_NONCEBYTES,
                                 box.size() - crypto_secretbox_NONCEBYTES, bytes(box),
                                 key_.data()) != 0)
    throw SecretKeyMissing("a secret in the database cannot be read under this key");
  return plain;
}

}  // namespace vitrine
