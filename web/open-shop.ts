/** From a site's id to a core with its catalogue open: the core and the manifest side by side, then the catalogue. */
import { completedCore } from './completed-core.ts';
import { httpCore, wasmForbidden } from './core-http.ts';
import type { Core, LocalCore } from './core.ts';
import type { FailureBody, ChangedOffer, SiteManifest } from './contract.ts';
import { failed, type Fault, type Result } from './result.ts';

export interface ShopSource {
  /** Origin of the Vitrine server. */
  server: string;
  site: string;
  fetch: typeof globalThis.fetch;
  loadCore: () => Promise<LocalCore>;
}

export interface Shop {
  manifest: SiteManifest;
  core: Core;
  /** Brings the page's catalogue up to date. */
  change: (offers: readonly ChangedOffer[]) => Promise<void>;
}

export async function openShop(source: ShopSource): Promise<Result<Shop>> {
  const { server, site, fetch, loadCore } = source;
  if (!site) return failed('unknown_site');
  const base = `${server}/v1/sites/${encodeURIComponent(site)}`;
  const loading = loadCore().catch((error: unknown) => {
    if (wasmForbidden(error)) return undefined;
    throw error;
  });
  loading.catch(() => {}); // awaited below; until then it is not unhandled
  const answer = await fetch(`${base}/manifest.json`);
  const body: unknown = await answer.json();
  if (!answer.ok) return { ok: false, error: (body as FailureBody).error as Fault };
  const manifest = body as SiteManifest;

  const arriving = fetch(manifest.catalog_url);
  arriving.catch(() => {});
  const core = await loading;
  const whole = httpCore(`${base}/commands`, fetch);
  // The server's own catalogue is up to date already.
  if (!core) return { ok: true, value: { manifest, core: whole, change: async () => {} } };
  const catalogue = await arriving;
  if (!catalogue.ok) return failed('unavailable');
  const opened = await core.openCatalogue(await catalogue.arrayBuffer());
  if (!opened.ok) return opened;
  const completed = completedCore(core, whole, manifest.catalog_descriptions);
  return {
    ok: true,
    value: { manifest, core: completed, change: (offers) => core.change(offers) },
  };
}
