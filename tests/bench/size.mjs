// What the tag costs on first load (JS + WASM + CSS, which is in the JS), as `npm run build` left it in build/web.
//   node tests/bench/size.mjs
import { budget, report } from '../../scripts/web.mjs';

const brotli = report();
console.log(`${(brotli / 1024).toFixed(1)} KB of ${budget / 1024} KB`);
process.exitCode = brotli > budget ? 1 : 0;
