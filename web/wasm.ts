/** Fetches and compiles a module; from the disk in Node. */
export async function compileFrom(url: string): Promise<WebAssembly.Module> {
  if (url.startsWith('file:')) {
    const fs = 'node:fs/promises'; // not a literal: bundlers for browsers must not look for it
    return WebAssembly.compile(await (await import(fs)).readFile(new URL(url)));
  }
  // Without credentials and in CORS mode, as a page's `<link rel="preload">` would.
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // Servers that do not know the type of .wasm cannot be streamed from.
  return response.headers.get('content-type') === 'application/wasm'
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
