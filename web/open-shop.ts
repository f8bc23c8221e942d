/** From a site's id to its shop: one request, for the manifest, which brings the first shelf along. */
import type { FailureBody, SiteManifest } from './contract.ts';
import { LateCore, type CoreSource } from './late-core.ts';
import { failed, type Fault, type Result } from './result.ts';

export type ShopSource = Pick<CoreSource, 'fetch' | 'loadCore' | 'afterPaint'> & {
  /** Origin of the Vitrine server. */
  server: string;
  site: string;
};

export interface Shop {
  manifest: SiteManifest;
  core: LateCore;
}

export async function openShop({ server, site, ...source }: ShopSource): Promise<Result<Shop>> {
  if (!site) return failed('unknown_site');
  const base = `${server}/v1/sites/${encodeURIComponent(site)}`;
  const answer = await source.fetch(`${base}/manifest.json`);
  const body: unknown = await answer.json();
  if (!answer.ok) return { ok: false, error: (body as FailureBody).error as Fault };
  // A manifest that is a file beside its catalogue names it relative to itself.
  const manifest = body as SiteManifest;
  manifest.catalog_url = new URL(manifest.catalog_url, answer.url || undefined).href;
  const { catalog_url, catalog_descriptions: has } = manifest;
  const core = new LateCore({ ...source, commands: `${base}/commands`, catalog_url, has });
  return { ok: true, value: { manifest, core } };
}
