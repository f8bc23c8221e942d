#include "http/pages.hpp"

#include <algorithm>

#include "api/work.hpp"
#include "http/permalink.hpp"
#include "http/product_page.hpp"

namespace vitrine {
namespace {

constexpr const char* immutable = "public, max-age=31536000, immutable";

/// Any page may load this: it is public, and module scripts need the word for it.
Reply open(Reply reply) {
  reply.headers.set(http::field::access_control_allow_origin, "*");
  reply.headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  return reply;
}

std::optional<std::string_view> after(std::string_view prefix, std::string_view path) {
  if (!path.starts_with(prefix)) return {};
  return path.substr(prefix.size());
}

bool isMediaName(std::string_view name) {
  return name.size() > 32 && std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.';
         });
}

bool isToken(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
}

/// What a page of our own origin may do besides having scripts and styles from here.
struct Policy {
  std::string ancestors = "'none'";  // whose frames show it
  std::string modules = "";          // the word for WebAssembly, where there is some
  std::string frames = "'none'";     // what it shows in frames
  std::string types = "lit-html";    // who makes markup of texts
};

/// A page of our own, which may do what the policy says.
Reply confined(Reply reply, const Policy& policy) {
  reply.headers.set("Content-Security-Policy",
                    "default-src 'none'; script-src 'self'" + policy.modules +
                        "; style-src 'self'; img-src * data:; connect-src 'self'; frame-src " +
                        policy.frames +
                        "; base-uri 'none'; form-action 'none'; require-trusted-types-for "
                        "'script'; trusted-types " +
                        policy.types + "; frame-ancestors " + policy.ancestors);
  return reply;
}

/// People who follow a link to nothing read why; programs get the failure.
Reply missing(const App& app, const Request& request, const SiteView* site, Error fault) {
  const std::string_view accepted = request[http::field::accept];
  if (accepted.find("text/html") == std::string_view::npos) return failureReply(fault);
  const std::string_view reader = request[http::field::accept_language];
  auto reply = textReply(missingPage(site, reader, app.config), "text/html; charset=utf-8");
  reply.status = http::status::not_found;
  reply.headers.set(http::field::cache_control, "no-store");
  return confined(std::move(reply), {});
}

/// The page in the folder of that URL path.
Reply ownPage(const App& app, const Request& request, std::string_view folder,
              const Policy& policy) {
  const auto page = app.web.find(std::string(folder).append("/index.html"));
  if (page == app.web.end()) return failureReply({Errc::not_found, "path"});
  return confined(fileReply(page->second, request), policy);
}

Reply shell(const App& app, const Request& request, const std::string& name, const Policy& policy) {
  return ownPage(app, request, "/assets/" + name, policy);
}

/// `/docs` and `/docs/theming`. One of them shows the shop, which has WebAssembly and a Lit of its
/// own.
Reply documentation(const App& app, const Request& request, std::string_view path) {
  if (path.ends_with('/')) path.remove_suffix(1);
  return ownPage(app, request, path,
                 {"'none'", " 'wasm-unsafe-eval'", "'none'", "lit-html 'allow-duplicates'"});
}

/// Our own pages, and those that may show the site's shop.
std::string framedBy(const SiteView& site) {
  std::string ancestors = "'self'";
  for (const auto& origin : site.site.allowed_origins) ancestors += ' ' + origin;
  return ancestors;
}

Reply checkoutPage(const App& app, const Request& request, std::string_view site_id) {
  const auto directory = app.published.now();
  const auto site = directory->sites.find(site_id);
  if (site == directory->sites.end())
    return missing(app, request, nullptr, {Errc::unknown_site, "site_id"});
  return shell(app, request, "checkout", {framedBy(site->second)});
}

/// A page that was written for this moment and shows the shop.
Reply shopReply(std::string page, const SiteView& site) {
  auto reply = textReply(std::move(page), "text/html; charset=utf-8");
  reply.headers.set(http::field::cache_control, "no-cache");
  return confined(std::move(reply), {framedBy(site), " 'wasm-unsafe-eval'", "'self'"});
}

/// The whole shop, see `shopPage`.
Reply shop(const App& app, const Request& request, std::string_view site_id) {
  const auto directory = app.published.now();
  const auto found = directory->sites.find(site_id);
  if (found == directory->sites.end())
    return missing(app, request, nullptr, {Errc::unknown_site, "site_id"});
  return shopReply(shopPage(found->second, app.config), found->second);
}

/// A product as a page of our own, see `productPage`.
Reply product(const App& app, const Request& request, std::string_view site_id,
              std::string_view product_id) {
  const auto directory = app.published.now();
  const auto found = directory->sites.find(site_id);
  if (found == directory->sites.end())
    return missing(app, request, nullptr, {Errc::unknown_site, "site_id"});
  auto page = productPage(found->second, product_id, app.config);
  if (!page) return missing(app, request, &found->second, {Errc::unknown_product, "product_id"});
  return shopReply(*std::move(page), found->second);
}

/// HTML for pages made beforehand, see `shelfMarkup`.
Reply fallback(const App& app, std::string_view site_id) {
  const auto directory = app.published.now();
  const auto found = directory->sites.find(site_id);
  if (found == directory->sites.end()) return failureReply({Errc::unknown_site, "site_id"});
  auto reply = textReply(shelfMarkup(found->second, app.config), "text/html; charset=utf-8");
  reply.headers.set(http::field::cache_control, "no-cache");
  reply.headers.set("Content-Security-Policy", "default-src 'none'; img-src *; sandbox");
  return reply;
}

/// A link that fills a cart: `/sites/{site_id}/buy/off_a:2,off_b:1` leads on to the checkout, and
/// so does a damaged one: people open it, who are told what is wrong with it. Beside it the site's
/// products, `/sites/{site_id}/products/{product_id}`, and all of its shop,
/// `/sites/{site_id}/shop`.
Reply permalink(const App& app, const Request& request, std::string_view rest) {
  const auto slash = std::min(rest.find('/'), rest.size());
  const auto what = rest.substr(slash);
  constexpr std::string_view buy = "/buy/";
  constexpr std::string_view products = "/products/";
  if (what.starts_with(products))
    return product(app, request, rest.substr(0, slash), what.substr(products.size()));
  if (what == "/shop") return shop(app, request, rest.substr(0, slash));
  const auto directory = app.published.now();
  const auto found = directory->sites.find(rest.substr(0, slash));
  const bool known = found != directory->sites.end();
  if (!what.starts_with(buy))
    return missing(app, request, known ? &found->second : nullptr, {Errc::not_found, "path"});
  if (!known) {
    auto reply = shell(app, request, "checkout", {});
    reply.status = http::status::not_found;
    return reply;
  }
  const auto lines = readItems(what.substr(buy.size()));
  const auto& site = found->second.site;
  Reply reply;
  reply.status = http::status::see_other;
  reply.headers.set(http::field::location,
                    lines ? checkoutTarget(site.id, *lines, site.country, site.language)
                          : damagedTarget(site.id, lines.error(), site.language));
  reply.headers.set(http::field::cache_control, "no-store");
  return reply;
}

/// The manifest; its refusals too may be read by any page, as the widget has to tell people.
Reply manifest(App& app, const Request& request, std::string_view site_id) {
  const auto directory = app.published.now();
  const auto found = directory->sites.find(site_id);
  if (found == directory->sites.end()) return failureReply({Errc::unknown_site, "site_id"});
  if (!allows(found->second.site, std::string(request[http::field::origin]), app.config))
    return failureReply({Errc::forbidden_origin, "origin"});
  app.tags.loaded(found->second.site, request[http::field::origin]);
  return fileReply(found->second.manifest, request);
}

/// Where a site's guide is now: a file that never changes.
Reply guide(const App& app, const Request& request, std::string_view site_id,
            std::string_view name) {
  const auto directory = app.published.now();
  const auto site = directory->sites.find(site_id);
  if (site == directory->sites.end()) return failureReply({Errc::unknown_site, "site_id"});
  if (!allows(site->second.site, std::string(request[http::field::origin]), app.config))
    return failureReply({Errc::forbidden_origin, "origin"});
  const auto file = directory->guide_files.find(std::string(site_id).append("/").append(name));
  if (file == directory->guide_files.end()) return failureReply({Errc::not_found, "guide"});
  Reply reply;
  reply.status = http::status::found;
  reply.headers.set(http::field::location, app.config.public_url + "/v1/guides/" + file->second);
  reply.headers.set(http::field::cache_control, "no-cache");
  return reply;
}

}  // namespace

std::optional<Reply> sharedReply(App& app, const Request& request, std::string_view path) {
  if (const auto file = app.web.find(path); file != app.web.end() && !path.ends_with("/index.html"))
    return open(fileReply(file->second, request));
  if (const auto name = after("/v1/catalogs/", path)) {
    const auto directory = app.published.now();
    const auto file = directory->catalogs.find(*name);
    return file == directory->catalogs.end() ? failureReply({Errc::not_found, ""})
                                             : open(fileReply(file->second, request));
  }
  if (const auto name = after("/v1/guides/", path)) {
    const auto directory = app.published.now();
    const auto file = directory->guides.find(*name);
    return file == directory->guides.end() ? failureReply({Errc::not_found, ""})
                                           : open(fileReply(file->second, request));
  }
  if (const auto rest = after("/v1/sites/", path); rest && rest->ends_with("/manifest.json"))
    return open(manifest(app, request, rest->substr(0, rest->find('/'))));
  return {};
}

std::optional<Reply> pageReply(App& app, const Request& request, const std::string& path) {
  if (auto shared = sharedReply(app, request, path)) return shared;
  if (const auto name = after("/v1/media/", path)) {
    const auto file =
        isMediaName(*name) ? loadFile(app.config.media() / *name, immutable) : nullptr;
    return file ? open(fileReply(file, request)) : failureReply({Errc::not_found, ""});
  }
  if (const auto rest = after("/v1/sites/", path)) {
    if (rest->ends_with("/fallback.html"))
      return open(fallback(app, rest->substr(0, rest->find('/'))));
    constexpr std::string_view guides = "/guides/";
    if (const auto split = rest->find(guides); split != rest->npos)
      return open(guide(app, request, rest->substr(0, split), rest->substr(split + guides.size())));
  }
  if (const auto site_id = after("/checkout/", path)) return checkoutPage(app, request, *site_id);
  if (const auto rest = after("/sites/", path)) return permalink(app, request, *rest);
  if (after("/orders/", path)) return shell(app, request, "order", {});
  if (path == "/") {
    Reply reply;
    reply.status = http::status::found;  // for now: an operator may put a page of its own there
    reply.headers.set(http::field::location, "/docs/");
    return reply;
  }
  if (path == "/docs" || after("/docs/", path)) return documentation(app, request, path);
  if (path == "/console/") return shell(app, request, "console", {"'none'", "", "'self'"});
  if (path == "/preview/")
    return shell(app, request, "preview", {"'self'", " 'wasm-unsafe-eval'", "'self'"});
  // What mail programs ask for by POST ends e-mails at once; who follows the link is asked first.
  if (const auto token = after("/unsubscribe/", path); token && isToken(*token)) {
    Reply reply;
    reply.status = http::status::found;
    reply.headers.set(http::field::location, std::string("/console/#/unsubscribe/").append(*token));
    reply.headers.set(http::field::cache_control, "no-store");
    return reply;
  }
  if (path == "/favicon.ico") {
    Reply none;
    none.status = http::status::no_content;
    return none;
  }
  if (path == "/healthz") return jsonReply(R"({"status":"ok"})");
  if (path == "/metrics")
    return textReply(app.metrics.text(app.standing()), "text/plain; version=0.0.4");
  return {};
}

}  // namespace vitrine
