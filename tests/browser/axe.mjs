// What axe-core finds against WCAG 2.2 AA.
import assert from 'node:assert/strict';
import axe from 'axe-core';

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Runs axe in a page or frame, or in the part of it that an element holds. */
export async function clean(place, element) {
  await place.evaluate(axe.source);
  const found = await place.evaluate(
    async ([tags, name]) => {
      const find = (root) => {
        const here = root.querySelector(name);
        if (here) return here;
        for (const each of root.querySelectorAll('*')) {
          const below = each.shadowRoot && find(each.shadowRoot);
          if (below) return below;
        }
        return null;
      };
      const { violations, passes } = await window.axe.run(name ? find(document) : document, {
        runOnly: tags,
        iframes: false,
      });
      const problems = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${help}\n${target}\n${failureSummary}`),
      );
      return { problems, looked: passes.length };
    },
    [standard, element],
  );
  assert.ok(found.looked > 5, 'axe looked at nothing');
  assert.deepEqual(found.problems, []);
}
