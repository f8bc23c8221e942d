import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bundled } from './bundled.mjs';

const arranging = await bundled('console/presenter/arranging.ts');
const { byDay, byProduct, bySite } = await bundled('console/presenter/sums.ts');
const { slugOf } = await bundled('console/presenter/slug.ts');

const start = {
  chosen_only: false,
  sections: [
    { title: 'One', product_ids: ['a', 'b'] },
    { title: 'Two', product_ids: ['c'] },
  ],
  featured: ['a'],
  hidden: ['x'],
};
const ids = ({ sections }) => sections.map(({ product_ids }) => product_ids.join(''));

describe('an arrangement', () => {
  test('moves a product by one place, over the edge of its section into the next', () => {
    assert.deepEqual(ids(arranging.moved(start, 'a', 1)), ['ba', 'c']);
    assert.deepEqual(ids(arranging.moved(start, 'b', 1)), ['a', 'bc']);
    assert.deepEqual(ids(arranging.moved(start, 'c', -1)), ['abc', '']);
    assert.deepEqual(ids(arranging.moved(start, 'a', -1)), ['ab', 'c']);
    assert.deepEqual(ids(arranging.moved(start, 'c', 1)), ['ab', 'c']);
    assert.equal(arranging.moved(start, 'none', 1), start);
  });

  test('takes a product that is dropped before another one, or at the end of a section', () => {
    assert.deepEqual(ids(arranging.dropped(start, 'c', 'a')), ['cab', '']);
    assert.deepEqual(ids(arranging.dropped(start, 'a', 1)), ['b', 'ca']);
    assert.deepEqual(ids(arranging.dropped(start, 'b', 'a')), ['ba', 'c']);
    assert.equal(arranging.dropped(start, 'a', 'a'), start);
  });

  test('has a product once: what is placed is not hidden, what is hidden neither placed nor large', () => {
    assert.deepEqual(arranging.placed(start, 'x'), {
      ...start,
      sections: [start.sections[0], { title: 'Two', product_ids: ['c', 'x'] }],
      hidden: [],
    });
    assert.equal(arranging.placed(start, 'a'), start);
    const hidden = arranging.hidden(start, 'a');
    assert.deepEqual([ids(hidden), hidden.featured, hidden.hidden], [['b', 'c'], [], ['x', 'a']]);
    const none = { chosen_only: true, sections: [], featured: [], hidden: [] };
    assert.deepEqual(arranging.placed(none, 'p').sections, [{ title: '', product_ids: ['p'] }]);
  });

  test('loses a section, not its products', () => {
    assert.deepEqual(ids(arranging.sectionRemoved(start, 1)), ['abc']);
    assert.deepEqual(ids(arranging.sectionRemoved(start, 0)), ['abc']);
    assert.deepEqual(ids(arranging.sectionMoved(start, 0, 1)), ['c', 'ab']);
  });
});

describe('what was earned', () => {
  test('is summed by day, without payouts, over all days of the month', () => {
    const line = (at, kind, amount) => ({ at: `${at}T10:00:00Z`, kind, amount });
    const days = byDay('2028-02', [
      line('2028-02-01', 'sale', 100),
      line('2028-02-01', 'rejection', -40),
      line('2028-02-29', 'payout', -60),
    ]);
    assert.equal(days.length, 29);
    assert.deepEqual(days[0], ['2028-02-01', 60]);
    assert.deepEqual(days[28], ['2028-02-29', 0]);
  });

  test('is summed by product, with what rejections and refunds left, and by site', () => {
    const order = (site_id, presenter, left, ...lines) => ({ site_id, presenter, left, lines });
    const line = (product_id, quantity, presenter) => ({
      product_id,
      title: product_id,
      quantity,
      presenter,
    });
    const orders = [
      order('s1', 300, 150, line('a', 2, 100), line('b', 1, 200)),
      order('s2', 50, 50, line('a', 1, 50)),
      order('s2', 0, 0, line('c', 1, 0)),
    ];
    assert.deepEqual(
      byProduct(orders).map(({ id, quantity, amount }) => [id, quantity, amount]),
      [
        ['a', 3, 100],
        ['b', 1, 100],
        ['c', 1, 0],
      ],
    );
    assert.deepEqual(
      bySite(orders, (id) => id.toUpperCase()).map(({ title, quantity, amount }) => [
        title,
        quantity,
        amount,
      ]),
      [
        ['S1', 1, 150],
        ['S2', 2, 50],
      ],
    );
  });
});

test('a guide is called in links what its title says', () => {
  assert.equal(slugOf('Ein Hochbeet für größere Kräuter!'), 'ein-hochbeet-fur-grossere-krauter');
  assert.equal(slugOf('—'), '');
  assert.match(slugOf('x'.repeat(100)), /^x{64}$/);
  assert.equal(slugOf('دليل'), '');
});
