// The timber yard: boards, posts, battens and what is built from them.
import { blur, dark, g, lin, line, poly, r1, random, range, rect } from './kit.mjs';
import { board, camera, footprint, grain, log, species } from './wood.mjs';

const soft = () => [blur(24), blur(7)];
const view = (o) => camera({ turn: 34, tilt: 30, ...o });

/** Centre a drawing that spans the given box. */
const framed = (size, o = {}) => {
  const c = view({ ...o, ox: 0, oy: 0, scale: 1 });
  const [w, d, h] = size;
  const all = [0, 1].flatMap((i) =>
    [0, 1].flatMap((j) => [0, 1].map((k) => c.at(i * w, j * d, k * h))),
  );
  const xs = all.map((q) => q[0]),
    ys = all.map((q) => q[1]);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((o.fit ?? 640) / (x1 - x0), (o.fitY ?? 540) / (y1 - y0));
  return view({
    ...o,
    scale,
    ox: 400 - (scale * (x0 + x1)) / 2,
    oy: (o.cy ?? 405) - (scale * (y0 + y1)) / 2,
  });
};

const strap = (cam, x, d, h, color = '#4a5a4c') => {
  const w = 9;
  const q = (list) => list.map(([a, b, c]) => cam.at(a, b, c));
  return (
    poly(
      q([
        [x, 0, 0],
        [x + w, 0, 0],
        [x + w, 0, h],
        [x, 0, h],
      ]),
      dark(color, 0.2),
    ) +
    poly(
      q([
        [x, 0, h],
        [x + w, 0, h],
        [x + w, d, h],
        [x, d, h],
      ]),
      color,
    ) +
    poly(
      q([
        [x - 4, 0, h * 0.4],
        [x + w + 4, 0, h * 0.4],
        [x + w + 4, 0, h * 0.4 + 12],
        [x - 4, 0, h * 0.4 + 12],
      ]),
      '#cfd2cf',
      'stroke="#6b706c" stroke-width="1"',
    )
  );
};

const stack = (kind, dims, layout, seed, o = {}) => {
  const [w, d, h] = dims;
  const size = [0, 1, 2].map((i) => Math.max(...layout.map((l) => l[i] + dims[i])));
  const cam = framed(size, o);
  const order = [...layout].sort((a, b) => a[2] - b[2] || b[1] - a[1]);
  return (
    footprint(cam, 0, 0, size[0], size[1], soft()) +
    order.map((at, i) => board(cam, at, [w, d, h], kind, seed + i * 5, o)).join('')
  );
};

export const larchBoard = () =>
  stack(
    'larch',
    [560, 145, 27],
    [
      [0, 0, 0],
      [24, 2, 28],
      [-8 + 8, 6, 56],
      [44, 0, 84],
    ],
    11,
    { turn: 40 },
  );
export const douglasBoard = () => {
  const cam = framed([560, 270, 170], { turn: 36 });
  let out = footprint(cam, 0, 0, 560, 265, soft());
  range(3).forEach((row) => {
    const z = row * 54;
    [60, 440].forEach(
      (x, i) =>
        (out += board(cam, [x, 0, z], [34, 262, 18], 'spruce', 40 + row * 4 + i, {
          along: 'y',
          shade: 0.1,
        })),
    );
    [136, 0].forEach(
      (y, i) =>
        (out += board(
          cam,
          [i * 6 + (row % 2) * 8, y, z + 19],
          [545, 126, 28],
          'douglas',
          60 + row * 9 + i * 3,
        )),
    );
  });
  return out;
};
export const oakPlank = () =>
  stack(
    'oak',
    [540, 210, 46],
    [
      [0, 0, 0],
      [30, 10, 47],
    ],
    23,
    { turn: 40, tilt: 34 },
  );
export const larchPost = () =>
  stack(
    'larch',
    [470, 92, 92],
    [
      [0, 0, 0],
      [12, 98, 0],
      [30, 48, 93],
    ],
    35,
    { turn: 48, tilt: 28 },
  );
export const spruceBatten = () => {
  const lay = range(9).map((i) => [(i * 7) % 16, (i % 3) * 49, Math.floor(i / 3) * 29]);
  const cam = framed([590, 147, 88], { turn: 40 });
  const order = [...lay].sort((a, b) => a[2] - b[2] || b[1] - a[1]);
  return (
    footprint(cam, 0, 0, 590, 147, soft()) +
    order.map((at, i) => board(cam, at, [574, 48, 28], 'spruce', 81 + i * 3)).join('') +
    strap(cam, 120, 147, 88) +
    strap(cam, 430, 147, 88)
  );
};
export const larchSlat = () => {
  const lay = range(12).map((i) => [(i * 5) % 14, (i % 4) * 41, Math.floor(i / 4) * 21]);
  const cam = framed([570, 163, 64], { turn: 38, tilt: 34 });
  const order = [...lay].sort((a, b) => a[2] - b[2] || b[1] - a[1]);
  return (
    footprint(cam, 0, 0, 570, 163, soft()) +
    order.map((at, i) => board(cam, at, [556, 40, 20], 'larch', 131 + i * 3)).join('') +
    strap(cam, 90, 163, 63, '#7a4a35') +
    strap(cam, 420, 163, 63, '#7a4a35')
  );
};
export const deckingBoard = () => {
  const cam = framed([560, 300, 58], { turn: 38, tilt: 36 });
  const grooves = (at, seed) => {
    const [x, y, z] = at;
    const ridges = range(13)
      .map(
        (i) =>
          rect(0, 8 + i * 10, 540, 4.4, '#4a2409', 0, 'opacity="0.5"') +
          rect(0, 12.4 + i * 10, 540, 1.4, '#fff0d0', 0, 'opacity="0.5"'),
      )
      .join('');
    return board(cam, at, [540, 145, 27], 'larch', seed) + cam.top(x, y, z + 27)(ridges);
  };
  return (
    footprint(cam, 0, 0, 560, 298, soft()) +
    grooves([0, 150, 0], 201) +
    grooves([0, 0, 0], 207) +
    grooves([20, 70, 28], 214)
  );
};
export const robiniaStake = () => {
  const cam = framed([470, 200, 170], { turn: 46, tilt: 26 });
  const r = 44;
  return (
    footprint(cam, 0, 0, 470, 190, soft()) +
    [
      [0, 144, r],
      [14, 48, r],
      [24, 96, r + 78],
    ]
      .map((at, i) => log(cam, at, 445, r, 'robinia', 300 + i * 7, { bark: 0.12 }))
      .join('')
  );
};
export const dowels = () => {
  const cam = framed([330, 210, 110], { turn: 50, tilt: 30 });
  let out = footprint(cam, 0, 0, 330, 200, soft());
  [6, 5, 4, 3].forEach((n, row) =>
    range(n).forEach((i) => {
      out += log(
        cam,
        [(i * 11 + row * 7) % 20, 178 - i * 33 - row * 16.5, 16 + row * 28.5],
        300,
        16,
        'beech',
        400 + row * 20 + i,
      );
    }),
  );
  return out;
};

const flatPiece = (cam, z, list, kind, seed, along) => {
  const [xs, ys] = [list.map((q) => q[0]), list.map((q) => q[1])];
  const [x0, y0] = [Math.min(...xs), Math.min(...ys)];
  const [w, d] = [Math.max(...xs) - x0, Math.max(...ys) - y0];
  const body =
    along === 'x'
      ? grain(w, d, kind, seed)
      : g(grain(d, w, kind, seed), 'transform="matrix(0 1 1 0 0 0)"');
  const cut = list.map(([a, b]) => `${a - x0},${b - y0}`).join(' ');
  return cam.top(
    x0,
    y0,
    z,
  )(
    `<clipPath id="m${seed}"><polygon points="${cut}"/></clipPath><g clip-path="url(#m${seed})">${body}</g><polygon points="${cut}" fill="none" stroke="#2c1808" stroke-width="1.2" opacity="0.45"/>`,
  );
};
/** Mitred frame that caps the bed: w × d outside, b wide, t thick, at height z. */
export const rim = (cam, [x, y, z], w, d, b, t, kind, seed) => {
  const inner = cam.front(
    x + b,
    y + d - b,
    z,
  )(
    rect(0, 0, w - 2 * b, t, species[kind].base) +
      rect(0, 0, w - 2 * b, t, '#2c1808', 0, 'opacity="0.28"'),
  );
  const far = [
    [x, y + d],
    [x + w, y + d],
    [x + w - b, y + d - b],
    [x + b, y + d - b],
  ];
  const left = [
    [x, y],
    [x, y + d],
    [x + b, y + d - b],
    [x + b, y + b],
  ];
  const right = [
    [x + w, y],
    [x + w, y + d],
    [x + w - b, y + d - b],
    [x + w - b, y + b],
  ];
  const near = [
    [x, y],
    [x + w, y],
    [x + w - b, y + b],
    [x + b, y + b],
  ];
  return (
    inner +
    flatPiece(cam, z + t, far, kind, seed, 'x') +
    flatPiece(cam, z + t, left, kind, seed + 1, 'y') +
    flatPiece(cam, z + t, right, kind, seed + 2, 'y') +
    flatPiece(cam, z + t, near, kind, seed + 3, 'x') +
    cam.front(
      x,
      y,
      z,
    )(grain(w, t, kind, seed + 4) + rect(0, 0, w, t, '#2c1808', 0, 'opacity="0.16"')) +
    cam.side(
      x + w,
      y,
      z,
    )(grain(d, t, kind, seed + 5) + rect(0, 0, d, t, '#2c1808', 0, 'opacity="0.32"'))
  );
};
export const bedRim = () => {
  const cam = framed([600, 380, 30], { turn: 30, tilt: 42 });
  const hole = [
    [95, 95],
    [505, 95],
    [505, 285],
    [95, 285],
  ].map(([a, b]) => cam.at(a, b, 0));
  return (
    footprint(cam, 0, 0, 600, 380, soft()) +
    poly(hole, '#f6efe2') +
    poly(
      hole,
      lin(
        [
          ['0', '#6a4a2c', 0.42],
          ['0.5', '#6a4a2c', 0.05],
          ['1', '#6a4a2c', 0.14],
        ],
        0,
        0,
        1,
        1,
      ),
    ) +
    rim(cam, [0, 0, 0], 600, 380, 92, 28, 'larch', 500)
  );
};
/** The walls of a bed, far ones first; `fill` is drawn between far and near walls. */
export const bedWalls = (cam, w, d, rows, kind, seed, fill = '') => {
  const t = 14,
    h = 50;
  const inside = range(rows)
    .map(
      (i) =>
        cam.front(
          0,
          d - t,
          i * h,
        )(grain(w, h - 2, kind, seed + i) + rect(0, 0, w, h, '#2c1808', 0, 'opacity="0.3"')) +
        cam.side(
          t,
          0,
          i * h,
        )(grain(d, h - 2, kind, seed + 8 + i) + rect(0, 0, d, h, '#2c1808', 0, 'opacity="0.42"')),
    )
    .join('');
  const near = range(rows)
    .map(
      (i) =>
        board(cam, [0, 0, i * h], [w, t, h - 2.5], kind, seed + 20 + i * 3) +
        cam.side(
          w,
          0,
          i * h,
        )(
          grain(d, h - 2.5, kind, seed + 40 + i) +
            rect(0, 0, d, h - 2.5, '#2c1808', 0, 'opacity="0.26"'),
        ),
    )
    .join('');
  const gaps = range(rows - 1)
    .map(
      (i) =>
        cam.front(0, 0, (i + 1) * h - 2.5)(rect(0, 0, w, 2.5, '#2c1808', 0, 'opacity="0.75"')) +
        cam.side(w, 0, (i + 1) * h - 2.5)(rect(0, 0, d, 2.5, '#2c1808', 0, 'opacity="0.8"')),
    )
    .join('');
  const screws = range(rows)
    .map((i) =>
      [22, w - 22]
        .map((u) =>
          [14, 36]
            .map((v) =>
              cam.front(
                u,
                0,
                i * h + v,
              )(
                '<circle r="2.6" fill="#8d8f8c"/><circle r="2.6" fill="none" stroke="#4b3320" stroke-width="0.8" opacity="0.6"/>',
              ),
            )
            .join(''),
        )
        .join(''),
    )
    .join('');
  return inside + fill + near + gaps + screws;
};
export const bedKit = () => {
  const cam = framed([600, 300, 220], { turn: 30, tilt: 30, fitY: 500 });
  const hole = [
    [14, 14],
    [586, 14],
    [586, 286],
    [14, 286],
  ].map(([a, b]) => cam.at(a, b, 0));
  return (
    footprint(cam, 0, 0, 600, 300, soft()) +
    poly(hole, '#8a6a48') +
    bedWalls(cam, 600, 300, 4, 'larch', 540) +
    rim(cam, [-18, -18, 199], 636, 336, 54, 15, 'larch', 580)
  );
};
export const trellis = () => {
  const cam = framed([300, 26, 560], { turn: 24, tilt: 14, fitY: 640, cy: 392 });
  let out = footprint(cam, 0, -6, 300, 40, soft());
  range(8).forEach(
    (i) => (out += board(cam, [0, 13, 40 + i * 68], [300, 12, 20], 'larch', 620 + i)),
  );
  range(5).forEach(
    (i) => (out += board(cam, [4 + i * 68, 0, 0], [20, 12, 560], 'larch', 650 + i, { along: 'z' })),
  );
  const rnd = random(4);
  range(8).forEach((j) =>
    range(5).forEach((i) => {
      const [x, y] = cam.at(14 + i * 68, 0, 50 + j * 68);
      out +=
        `<circle cx="${r1(x)}" cy="${r1(y)}" r="${r1(2.6 + rnd() * 0.3)}" fill="#76706a"/>` +
        line(`M${r1(x - 1.5)} ${r1(y - 1)}h2`, '#eee', 0.9);
    }),
  );
  return out;
};
