#include "vitrine/words.hpp"

namespace vitrine {
namespace {

/// The letter that a Latin letter is without its accent, for U+00C0 to U+024F and U+1E00 to U+1EFF.
/// Capitals stand for two letters (see `pair`), points for what stays itself.
constexpr std::string_view latin =
    "aaaaaaAceeeeiiiidnooooo.ouuuuyTSaaaaaaAceeeeiiiidnooooo.ouuuuyTy"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkklllllll"
    "lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
    "bbbb...ccddddeee..ffg...ikkl..nn.oo..pp.....ttttuu.vyyzz........"
    "....DDDLLLNNNaaiioouuuuuuuuuueaaaaAAggggkkoooo..jDDDgg..nnaaAAoo"
    "aaaaeeeeiiiioooorrrruuuusstt..hhnd..zzaaeeooooooooyylnt...acclts"
    "z..bu.eejjqqrryy";
constexpr std::string_view latinAdditional =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwyas..S.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy....yy";
/// U+0386 to U+03CE; A is α.
constexpr std::string_view greek =
    "A.EGI.O.UYIABCDEFGHIJKLMNOPQ.STUVWXYIUAEGIUABCDEFGHIJKLMNOPQSSTUVWXYIUOUY";

constexpr std::string_view pair(char c) {
  switch (c) {
    case 'A':
      return "ae";
    case 'D':
      return "dz";
    case 'I':
      return "ij";
    case 'L':
      return "lj";
    case 'N':
      return "nj";
    case 'O':
      return "oe";
    case 'S':
      return "ss";
    default:
      return "th";
  }
}

constexpr bool within(char32_t c, char32_t first, char32_t last) {
  return c - first <= last - first;
}

/// Passed over, wherever it stands: combining marks, vowel points, and what is not seen.
bool isMark(char32_t c) {
  return within(c, 0x300, 0x36F) || c == 0xAD || within(c, 0x483, 0x489) ||
         within(c, 0x591, 0x5BD) || within(c, 0x5BF, 0x5C7) || c == 0x640 ||
         within(c, 0x64B, 0x652) || c == 0x670 || within(c, 0x200B, 0x200F) ||
         within(c, 0x202A, 0x202E) || within(c, 0x2060, 0x206F) || within(c, 0xFE00, 0xFE0F) ||
         c == 0xFEFF;
}

bool partsWords(char32_t c) {
  if (c < 0xC0) return c != 0xAA && c != 0xB5 && c != 0xBA;
  return c == 0xD7 || c == 0xF7 || c == 0x37E || c == 0x387 || within(c, 0x55A, 0x55F) ||
         c == 0x589 || c == 0x5BE || c == 0x5C0 || c == 0x5C3 || within(c, 0x5F3, 0x5F4) ||
         within(c, 0x60C, 0x60D) || c == 0x61B || c == 0x61F || within(c, 0x66A, 0x66D) ||
         c == 0x6D4 || within(c, 0x964, 0x965) || within(c, 0x2000, 0x206F) ||
         within(c, 0x20A0, 0x20CF) || within(c, 0x2100, 0x2BFF) || within(c, 0x2E00, 0x2E7F) ||
         within(c, 0x3000, 0x3004) || within(c, 0x3008, 0x3020) || c == 0x30FB ||
         within(c, 0xE000, 0xF8FF) || within(c, 0xFE10, 0xFE6F) || within(c, 0xFF5F, 0xFF65) ||
         within(c, 0xFFE0, 0xFFFF) || within(c, 0x1F000, 0x1FAFF) || c >= 0xE0000;
}

bool isWordByItself(char32_t c) {
  return within(c, 0x3040, 0x30FF) || within(c, 0x3400, 0x4DBF) || within(c, 0x4E00, 0x9FFF) ||
         within(c, 0xF900, 0xFAFF) || within(c, 0x20000, 0x3FFFF);
}

char32_t foldCyrillic(char32_t c) {
  if (within(c, 0x400, 0x40F)) c += 0x50;
  if (within(c, 0x410, 0x42F)) c += 0x20;
  if (c == 0x4C0) return 0x4CF;
  if (within(c, 0x4C1, 0x4CE)) return c + (c & 1);
  if (within(c, 0x460, 0x481) || within(c, 0x48A, 0x52F)) return c | 1;
  switch (c) {
    case 0x450:
    case 0x451:
      return 0x435;
    case 0x453:
      return 0x433;
    case 0x457:
      return 0x456;
    case 0x45C:
      return 0x43A;
    case 0x439:
    case 0x45D:
      return 0x438;
    case 0x45E:
      return 0x443;
    default:
      return c;
  }
}

/// Adds a letter or digit in its one spelling.
void appendFolded(std::string& word, char32_t c) {
  char letter = '.';
  if (c < 0x80) {
    word += static_cast<char>(within(c, 'A', 'Z') ? c + 0x20 : c);
    return;
  }
  if (within(c, 0xC0, 0x24F)) letter = latin[c - 0xC0];
  if (within(c, 0x1E00, 0x1EFF)) letter = latinAdditional[c - 0x1E00];
  if (c == 0xAA) letter = 'a';
  if (c == 0xBA) letter = 'o';
  if (c == 0x259) letter = 'e';
  if (letter >= 'a') {
    word += letter;
  } else if (letter != '.') {
    word += pair(letter);
  } else {
    if (within(c, 0x386, 0x3CE) && greek[c - 0x386] != '.')
      c = 0x3B1 + static_cast<char32_t>(greek[c - 0x386] - 'A');
    if (c == 0xB5) c = 0x3BC;
    if (within(c, 0x400, 0x52F)) c = foldCyrillic(c);
    if (within(c, 0x531, 0x556)) c += 0x30;
    appendUtf8(word, c);
  }
}

}  // namespace

char32_t nextCodePoint(std::string_view& text) {
  constexpr char32_t broken = 0xFFFD;
  const auto lead = static_cast<unsigned char>(text.front());
  text.remove_prefix(1);
  if (lead < 0x80) return lead;
  if (lead < 0xC2 || lead > 0xF4) return broken;
  const std::size_t more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  if (text.size() < more) return broken;
  char32_t c = lead & (0x3FU >> more);
  for (std::size_t i = 0; i < more; ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte & 0xC0) != 0x80) return broken;
    c = c << 6 | (byte & 0x3F);
  }
  constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
  if (c < least[more] || c > 0x10FFFF || within(c, 0xD800, 0xDFFF)) return broken;
  text.remove_prefix(more);
  return c;
}

void appendUtf8(std::string& text, char32_t c) {
  const auto byte = [&](char32_t bits) { text += static_cast<char>(bits); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | c >> 6);
  } else {
    if (c < 0x10000) {
      byte(0xE0 | c >> 12);
    } else {
      byte(0xF0 | c >> 18);
      byte(0x80 | (c >> 12 & 0x3F));
    }
    byte(0x80 | (c >> 6 & 0x3F));
  }
  byte(0x80 | (c & 0x3F));
}

bool Words::next() {
  folded_.clear();
  auto rest = text_.substr(end_);
  bool by_itself = false;
  while (!rest.empty()) {
    const auto place = text_.size() - rest.size();
    auto behind = rest;
    const auto c = nextCodePoint(behind);
    if (isMark(c)) {
      rest = behind;
      continue;
    }
    const auto plain = within(c, 0xFF01, 0xFF5E) ? c - 0xFEE0 : c;  // of full-width forms
    const bool parts = plain < 0x80 ? !(within(plain | 0x20, 'a', 'z') || within(plain, '0', '9'))
                                    : partsWords(plain);
    if (!folded_.empty() && (parts || by_itself || isWordByItself(c))) return true;
    rest = behind;
    if (parts) continue;
    if (folded_.empty()) begin_ = place;
    if (folded_.size() < maxBytes) appendFolded(folded_, plain);
    by_itself = isWordByItself(c);
    end_ = text_.size() - rest.size();
  }
  return !folded_.empty();
}

}  // namespace vitrine
