#include "guides/article.hpp"

#include <cmark.h>

#include <algorithm>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <memory>

#include "guides/goods.hpp"
#include "guides/needs.hpp"
#include "import/characters.hpp"

namespace vitrine {
namespace {

constexpr std::size_t maxBlocks = 1000;
constexpr int maxDepth = 6;
constexpr std::size_t maxLink = 2000;

template <auto Free>
struct Freed {
  void operator()(auto* pointer) const { Free(pointer); }
};
using Node = std::unique_ptr<cmark_node, Freed<cmark_node_free>>;
using Walk = std::unique_ptr<cmark_iter, Freed<cmark_iter_free>>;

std::string text(const char* from) { return from ? from : ""; }

bool isHttps(const std::string& link) {
  const auto url = boost::urls::parse_uri(link);
  return link.size() <= maxLink && url && url->scheme_id() == boost::urls::scheme::https &&
         !url->host().empty() && !url->has_userinfo();
}

/// Walks cmark's tree once; blocks come out in the order of the text.
class Reading {
 public:
  explicit Reading(const Goods& goods) : goods_(goods) {}

  GuideResult<Guide> run(cmark_node* document) {
    const Walk walk(cmark_iter_new(document));
    for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(walk.get())) {
      auto* node = cmark_iter_get_node(walk.get());
      if (const int line = cmark_node_get_start_line(node); line > 0) line_ = line;
      event == CMARK_EVENT_ENTER ? enter(node) : leave(node);
    }
    if (guide_.title.empty()) refuseUntitled();
    if (faults_.empty()) settle();
    if (faults_.empty()) return std::move(guide_);
    return inOrder(std::move(faults_));
  }

 private:
  struct List {
    bool ordered = false;
    std::int64_t next = 0;  // the number that a list starts with, for its first item; else 0
  };

  void refuse(std::string expected, Errc code = Errc::invalid_format) {
    faults_.push_back({code, line_, std::move(expected)});
  }

  /// Once: all that comes before a title has none.
  void refuseUntitled() {
    if (!std::exchange(untitled_, true)) refuse("a guide starts with its title: # Build a bench");
  }

  static GuideFaults inOrder(GuideFaults faults) {
    const auto line = [](const GuideFault& fault) { return fault.line; };
    std::ranges::stable_sort(faults, {}, line);
    const auto rest = std::ranges::unique(faults, {}, line);
    faults.erase(rest.begin(), rest.end());
    if (faults.size() > maxGuideFaults) faults.resize(maxGuideFaults);
    return faults;
  }

  void enter(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE:
        ++quotes_;
        return;
      case CMARK_NODE_LIST: {
        const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        lists_.push_back({ordered, ordered ? cmark_node_get_list_start(node) : 1});
        if (lists_.size() > maxDepth) refuse("lists in lists, six deep at most");
        return;
      }
      case CMARK_NODE_ITEM:
        item_waits_ = true;
        return;
      case CMARK_NODE_TEXT:
        return say(text(cmark_node_get_literal(node)));
      case CMARK_NODE_SOFTBREAK:
        return say(" ");
      case CMARK_NODE_LINEBREAK:
        return say("\n");
      case CMARK_NODE_CODE:
        return say(text(cmark_node_get_literal(node)), true);
      case CMARK_NODE_EMPH:
        ++emphasis_;
        return;
      case CMARK_NODE_STRONG:
        ++strong_;
        return;
      case CMARK_NODE_LINK:
        link_ = linkOf(node);
        return;
      case CMARK_NODE_IMAGE:
        picture_ = linkOf(node);
        alternative_.clear();
        in_picture_ = true;
        return;
      case CMARK_NODE_CODE_BLOCK:
        return code(node);
      case CMARK_NODE_THEMATIC_BREAK:
        return put({GuideBlockKind::rule});
      case CMARK_NODE_HTML_BLOCK:
      case CMARK_NODE_HTML_INLINE:
        return refuse("Markdown without HTML; write \\< for the sign itself");
      default:
        return;
    }
  }

  void leave(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE:
        --quotes_;
        return;
      case CMARK_NODE_LIST:
        lists_.pop_back();
        return;
      case CMARK_NODE_EMPH:
        --emphasis_;
        return;
      case CMARK_NODE_STRONG:
        --strong_;
        return;
      case CMARK_NODE_LINK:
        link_.clear();
        return;
      case CMARK_NODE_IMAGE: {
        in_picture_ = false;
        if (trimmed(alternative_).empty()) return refuse("what the picture shows: ![a bench](…)");
        GuideBlock block{GuideBlockKind::picture};
        block.spans.push_back({alternative_});
        block.picture = picture_;
        pictures_.push_back(std::move(block));
        return;
      }
      case CMARK_NODE_HEADING:
        return heading(cmark_node_get_heading_level(node));
      case CMARK_NODE_PARAGRAPH:
        return paragraph();
      default:
        return;
    }
  }

  std::string linkOf(cmark_node* node) {
    auto link = text(cmark_node_get_url(node));
    if (!isHttps(link)) refuse("links start with https:// and have no name or password in them");
    return link;
  }

  void say(std::string words, bool code = false) {
    if (!textFault(words).empty()) return refuse("text without characters that cannot be seen");
    if (in_picture_) {
      alternative_ += words;
      return;
    }
    GuideSpan span{std::move(words), strong_ > 0, emphasis_ > 0, code, link_};
    if (!spans_.empty()) {
      auto& last = spans_.back();
      auto same = span;
      same.text = last.text;
      if (same == last) {
        last.text += span.text;
        return;
      }
    }
    spans_.push_back(std::move(span));
  }

  void heading(int level) {
    GuideBlock block{GuideBlockKind::heading, level};
    block.spans = std::exchange(spans_, {});
    if (guide_.title.empty() && guide_.blocks.empty()) {
      for (const auto& span : block.spans) guide_.title += span.text;
      return;
    }
    put(std::move(block));
    pictures();
  }

  void paragraph() {
    GuideBlock block{quotes_ > 0 ? GuideBlockKind::quote : GuideBlockKind::paragraph};
    block.spans = std::exchange(spans_, {});
    if (item_waits_ && !lists_.empty()) {
      block.kind = GuideBlockKind::item;
      block.ordered = lists_.back().ordered;
      block.number = std::exchange(lists_.back().next, 0);
      item_waits_ = false;
    }
    if (!block.spans.empty()) put(std::move(block));
    pictures();
  }

  void pictures() {
    for (auto& block : std::exchange(pictures_, {})) put(std::move(block));
  }

  void code(cmark_node* node) {
    const auto words = text(cmark_node_get_literal(node));
    if (!textFault(words).empty()) return refuse("text without characters that cannot be seen");
    GuideBlock block{GuideBlockKind::code};
    if (text(cmark_node_get_fence_info(node)) != "needs") {
      block.spans.push_back({words, false, false, true, ""});
      return put(std::move(block));
    }
    block.kind = GuideBlockKind::needs;
    for (const auto& need : readNeeds(words, line_ + 1, faults_))
      block.needs.push_back(mention(need));
    put(std::move(block));
  }

  /// Needs of one name and unit are one; what would do may be said with any mention.
  GuideMention mention(const WrittenNeed& written) {
    line_ = written.line;
    auto& needs = guide_.needs;
    const auto same = std::find_if(needs.begin(), needs.end(), [&](const Need& need) {
      return need.name == written.name && need.unit == written.unit;
    });
    const auto place = same - needs.begin();
    if (same == needs.end()) {
      if (needs.size() == maxNeeds) {
        refuse("forty needs at most", Errc::too_large);
        return {};
      }
      needs.push_back({written.name, written.unit, 0, {}, true});
      lines_.push_back(written.line);
    }
    auto& need = needs[static_cast<std::size_t>(place)];
    need.amount += written.amount;
    need.optional = need.optional && written.optional;
    if (need.amount > maxNeedAmount) refuse("a million at most", Errc::out_of_range);
    for (const auto& each : written.choices) {
      if (faults_.size() > maxGuideFaults) break;
      auto choice = goods_.find(each);
      if (auto* fault = std::get_if<GuideFault>(&choice)) {
        faults_.push_back(*fault);
        continue;
      }
      need.choices.push_back(std::get<NeedChoice>(std::move(choice)));
      line_ = each.line;
      if (need.choices.size() > maxNeedChoices)
        refuse("twelve goods for one need at most", Errc::too_large);
    }
    return {place, written.amount};
  }

  void put(GuideBlock block) {
    if (guide_.title.empty()) return refuseUntitled();
    if (block.kind != GuideBlockKind::heading)
      block.level = static_cast<std::int64_t>(lists_.size());
    if (guide_.blocks.size() == maxBlocks) return refuse("a shorter guide", Errc::too_large);
    guide_.blocks.push_back(std::move(block));
  }

  void settle() {
    for (std::size_t i = 0; i < guide_.needs.size(); ++i) {
      line_ = lines_[i];
      if (guide_.needs[i].choices.empty())
        refuse("below a need what would do, like: - Decking screw = 50", Errc::missing_field);
    }
  }

  const Goods& goods_;
  Guide guide_;
  std::vector<int> lines_;  // of each need its first
  GuideFaults faults_;
  bool untitled_ = false;
  int line_ = 1;
  std::vector<List> lists_;
  bool item_waits_ = false;  // an item whose first paragraph has not come yet
  int quotes_ = 0;
  int strong_ = 0;
  int emphasis_ = 0;
  std::string link_;
  bool in_picture_ = false;
  std::string picture_;
  std::string alternative_;
  std::vector<GuideSpan> spans_;
  std::vector<GuideBlock> pictures_;
};

}  // namespace

bool isGuideName(std::string_view text) {
  const auto good = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !text.empty() && text.size() <= 64 && good(text.front()) &&
         std::all_of(text.begin(), text.end(), [&](char c) { return good(c) || c == '-'; });
}

GuideResult<Guide> readGuide(std::string_view markdown, std::span<const Product> products) {
  if (markdown.size() > maxGuideText) return GuideFaults{{Errc::too_large, 1, "at most 64 KB"}};
  const auto end = markdown.find('\0');
  if (!isUtf8(markdown) || end != markdown.npos)
    return GuideFaults{{Errc::invalid_format, 1, "a text in UTF-8"}};
  const Node document(cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT));
  const Goods goods(products);
  return Reading(goods).run(document.get());
}

}  // namespace vitrine
