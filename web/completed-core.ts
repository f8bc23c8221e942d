/** Asks the server for what the page's catalogue leaves out. Without a network the page's own answer must do. */
import type { CatalogText } from './contract.ts';
import type { Core } from './core.ts';

export function completedCore(core: Core, server: Core, has: CatalogText): Core {
  if (has === 'full') return core;
  return {
    async call(command, request) {
      const lacking =
        command === 'catalog.product' || (command === 'catalog.search' && has === 'none');
      if (lacking) {
        const answer = await server.call(command, request);
        if (answer.ok || answer.error.code !== 'unavailable') return answer;
      }
      return core.call(command, request);
    },
  };
}
