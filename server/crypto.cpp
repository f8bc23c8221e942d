#include "crypto.hpp"

#include <sodium.h>

#include <algorithm>
#include <mutex>
#include <stdexcept>

namespace vitrine {
namespace {

const unsigned char* bytes(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string encode(std::string_view data, int variant) {
  std::string text(sodium_base64_encoded_len(data.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes(data), data.size(), variant);
  text.pop_back();  // the terminating zero
  return text;
}

std::string decode(std::string_view text, int variant) {
  // libsodium takes some bytes beyond ASCII for digits.
  const auto isAscii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (!std::all_of(text.begin(), text.end(), isAscii)) return {};
  std::string data(text.size(), '\0');
  std::size_t size = 0;
  const int bad = sodium_base642bin(reinterpret_cast<unsigned char*>(data.data()), data.size(),
                                    text.data(), text.size(), nullptr, &size, nullptr, variant);
  data.resize(bad == 0 ? size : 0);
  return data;
}

constexpr std::size_t keyDigits = 43;  // 256 bits in base 64
constexpr std::size_t checksumDigits = 6;

std::string checksum(std::string_view key) {
  unsigned char digest[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(digest, bytes(key), key.size());
  return base64Url({reinterpret_cast<const char*>(digest), 4});
}

/// The public and the secret key.
std::pair<std::string, std::string> pairOf(std::string_view seed) {
  if (seed.size() != crypto_sign_SEEDBYTES) throw std::runtime_error("not a seed of Ed25519");
  std::string open(crypto_sign_PUBLICKEYBYTES, '\0');
  std::string secret(crypto_sign_SECRETKEYBYTES, '\0');
  crypto_sign_seed_keypair(reinterpret_cast<unsigned char*>(open.data()),
                           reinterpret_cast<unsigned char*>(secret.data()), bytes(seed));
  return {open, secret};
}

}  // namespace

void startCrypto() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start");
}

std::vector<std::uint8_t> randomBytes(std::size_t size) {
  std::vector<std::uint8_t> answer(size);
  randombytes_buf(answer.data(), answer.size());
  return answer;
}

std::string sha256(std::string_view text) {
  unsigned char digest[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(digest, bytes(text), text.size());
  std::string hex(sizeof digest * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), digest, sizeof digest);
  hex.pop_back();
  return hex;
}

std::string hmacSha256(std::string_view key, std::string_view text) {
  crypto_auth_hmacsha256_state state;
  std::string mac(crypto_auth_hmacsha256_BYTES, '\0');
  crypto_auth_hmacsha256_init(&state, bytes(key), key.size());
  crypto_auth_hmacsha256_update(&state, bytes(text), text.size());
  crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char*>(mac.data()));
  return mac;
}

std::string base64(std::string_view data) { return encode(data, sodium_base64_VARIANT_ORIGINAL); }

std::string base64Url(std::string_view data) {
  return encode(data, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::string fromBase64(std::string_view text) {
  return decode(text, sodium_base64_VARIANT_ORIGINAL);
}

std::string fromBase64Url(std::string_view text) {
  return decode(text, sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

bool sameSecret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string newSecret(std::string_view prefix) {
  const auto random = randomBytes(32);
  return std::string(prefix) +
         base64Url({reinterpret_cast<const char*>(random.data()), random.size()});
}

std::string newKey(std::string_view prefix) {
  const auto key = newSecret(prefix);
  return key + checksum(key);
}

bool canBeKey(std::string_view text) {
  const auto prefix = text.find('_');
  if (prefix == text.npos) return false;
  const auto size = text.size() - prefix - 1;
  if (size == keyDigits) return true;
  return size == keyDigits + checksumDigits &&
         checksum(text.substr(0, text.size() - checksumDigits)) ==
             text.substr(text.size() - checksumDigits);
}

std::string hashPassword(std::string_view password) {
  std::string hash(crypto_pwhash_STRBYTES, '\0');
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(),
                        crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw std::runtime_error("no memory for the hash of a password");
  hash.resize(hash.find('\0'));
  return hash;
}

bool isPassword(const std::string& hash, std::string_view password) {
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

std::string publicKeyOf(std::string_view seed) { return pairOf(seed).first; }

std::string signEd25519(std::string_view seed, std::string_view text) {
  const auto secret = pairOf(seed).second;
  std::string signature(crypto_sign_BYTES, '\0');
  crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, bytes(text),
                       text.size(), bytes(secret));
  return signature;
}

namespace {

constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr int timeDigits = 10;

std::string inDigits(std::int64_t time) {
  std::string text;
  for (int i = timeDigits - 1; i >= 0; --i)
    text += digits[static_cast<std::size_t>(time >> (5 * i)) & 31];
  return text;
}

}  // namespace

std::string newId(std::string_view prefix, std::int64_t unix_ms) {
  constexpr std::size_t randomDigits = 16;
  static std::mutex mutex;
  static std::int64_t last_ms = 0;
  static std::vector<std::uint8_t> random(randomDigits);
  const std::lock_guard lock(mutex);
  if (unix_ms > last_ms) {
    last_ms = unix_ms;
    random = randomBytes(randomDigits);
    random.front() &= 15;  // room to count up in
  } else {
    for (auto digit = random.rbegin(); digit != random.rend() && (++*digit & 31) == 0;) ++digit;
  }
  std::string id(prefix);
  id += inDigits(last_ms);
  for (const auto digit : random) id += digits[digit & 31];
  return id;
}

std::string firstId(std::string_view prefix, std::int64_t unix_ms) {
  return std::string(prefix).append(inDigits(unix_ms));
}

std::int64_t timeOfId(std::string_view id) {
  std::int64_t time = 0;
  id.remove_prefix(std::min(id.size(), id.find('_') + 1));
  if (id.size() < timeDigits) return 0;
  for (const char digit : id.substr(0, timeDigits)) {
    const auto value = digits.find(digit);
    if (value == digits.npos) return 0;
    time = time << 5 | static_cast<std::int64_t>(value);
  }
  return time;
}

}  // namespace vitrine
