#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace vitrine {

/// The key file is not there, or is not the one that the store was sealed under.
struct SecretKeyMissing : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// The operator's key, under which the store seals what it must be able to read back: sellers'
/// webhook secrets, and kept answers. It lies in a file beside the database, never in it.
class SecretKey {
 public:
  /// Reads the file; `SecretKeyMissing` when there is none or it holds no key.
  static SecretKey read(const std::filesystem::path& file);
  /// The same, but makes the file (0600, on disk before this returns) where there is none.
  static SecretKey readOrMake(const std::filesystem::path& file);

  /// "sealed:" and base64 of a random nonce and the box (XSalsa20-Poly1305).
  std::string seal(std::string_view text) const;

  /// What was sealed. A text without "sealed:", from before there was sealing, as it is. Throws
  /// `SecretKeyMissing` for one that was sealed under another key, or changed.
  std::string unseal(const std::string& text) const;

 private:
  explicit SecretKey(std::string_view key) : key_(key.begin(), key.end()) {}
  std::vector<unsigned char> key_;  // 32 of them
};

}  // namespace vitrine
