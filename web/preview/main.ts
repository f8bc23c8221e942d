/** What pages with the tag of a site show (`?site=site_…`): the tag alone, on a page of this server. */
const site = new URLSearchParams(location.search).get('site') ?? '';
const manifest = `/v1/sites/${encodeURIComponent(site)}/manifest.json`;

// A site that was just made is published a moment later.
for (let attempt = 0; attempt < 20; ++attempt) {
  const answer = await fetch(manifest, { cache: 'no-store' }).catch(() => undefined);
  if (answer?.ok) break;
  await new Promise((resolve) => setTimeout(resolve, 500));
}
const store = document.createElement('vitrine-store');
store.setAttribute('site', site);
document.getElementById('shop')?.append(store);

export {};
