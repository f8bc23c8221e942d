/** What pages with the tag of a site show (`?site=site_…`): the tag alone, on a page of this server. */
const site = new URLSearchParams(location.search).get('site') ?? '';
const store = document.createElement('vitrine-store');
store.setAttribute('site', site);
document.getElementById('shop')?.append(store);
