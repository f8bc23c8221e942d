// The four pictures of the article: finished bed, cutting plan, assembly, filling.
import {
  at,
  blur,
  bump,
  clip,
  dark,
  el,
  g,
  light,
  lin,
  line,
  linAt,
  mix,
  p,
  poly,
  r1,
  rad,
  random,
  range,
  rect,
  takeDefs,
  text,
} from './kit.mjs';
import {
  basilPlant,
  carrot,
  lavenderPlant,
  leaf,
  lettuce,
  soil,
  strawberryPlant,
  tomatoPlant,
} from './flora.mjs';
import { wateringCan } from './garden.mjs';
import { bedWalls, rim } from './timber.mjs';
import { board, camera, footprint, grain } from './wood.mjs';

const INK = '#3a2f24',
  GREEN = '#46604c',
  RUST = '#a04a30';
const sheet = (body, w = 1200, h = 800) => {
  const bg = rad(
    [
      [0, '#fdfaf3'],
      [0.6, '#f7f1e6'],
      [1, '#ece2d1'],
    ],
    0.4,
    0.3,
    0.85,
  );
  const inner = rect(0, 0, w, h, bg) + body;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}"><defs>${takeDefs()}</defs>${inner}</svg>`;
};
const sans = { face: 'sans', weight: 500 };

const bush = (x, y, w, h, color, seed, n = 90) => {
  const rnd = random(seed);
  return range(n)
    .map((i) => {
      const a = rnd() * 3.1416,
        k = Math.sqrt(rnd());
      return [
        y - Math.sin(a) * h * k,
        el(
          x + Math.cos(a) * w * k,
          y - Math.sin(a) * h * k,
          w * 0.13 + rnd() * w * 0.09,
          h * 0.12 + rnd() * h * 0.08,
          mix(color, rnd() > 0.5 ? '#f2e7a0' : '#2a4030', rnd() * 0.3),
        ),
      ];
    })
    .sort((u, v) => u[0] - v[0])
    .map((u) => u[1])
    .join('');
};
const tree = (x, y, h, color, seed) =>
  rect(x - h * 0.025, y - h * 0.4, h * 0.05, h * 0.42, '#6e5a45') +
  bush(x, y - h * 0.3, h * 0.36, h * 0.66, color, seed, 120);
const grass = (y0, y1, n, seed) => {
  const rnd = random(seed);
  return range(n)
    .map(() => {
      const y = y0 + Math.sqrt(rnd()) * (y1 - y0),
        k = 0.35 + ((y - y0) / (y1 - y0)) * 1.2;
      return [
        y,
        line(
          `M${r1(rnd() * 1600)} ${r1(y)}q${r1((rnd() - 0.5) * 6 * k)} ${r1(-9 * k)} ${r1((rnd() - 0.4) * 14 * k)} ${r1(-(12 + rnd() * 12) * k)}`,
          mix('#5f8440', '#b8c46a', rnd()),
          r1(1 + k),
          'opacity="0.62"',
        ),
      ];
    })
    .sort((u, v) => u[0] - v[0])
    .map((u) => u[1])
    .join('');
};

export const hero = () => {
  const cam = camera({ turn: 24, tilt: 27, scale: 1.36, ox: 372, oy: 676 });
  const [W, D, H] = [600, 290, 199];
  const top = (x, y, z = 178) => cam.at(x, y, z);
  const hole = [
    [14, 14],
    [W - 14, 14],
    [W - 14, D - 14],
    [14, D - 14],
  ].map(([a, b]) => top(a, b));
  const xs = hole.map((q) => q[0]),
    ys = hole.map((q) => q[1]);
  const earth = soil(
    `<polygon points="${hole.map((q) => q.map(r1)).join(' ')}"/>`,
    [
      Math.min(...xs),
      Math.min(...ys),
      Math.max(...xs) - Math.min(...xs),
      Math.max(...ys) - Math.min(...ys),
    ],
    4,
  );
  const rnd = random(5);
  const plants = [];
  const put = (x, y, make) => {
    const q = top(x, y);
    plants.push([
      y - x * 0.3,
      el(q[0] + 10, q[1] + 3, 34, 9, '#1d1209', `opacity="0.45" filter="${blur(6)}"`) +
        make(r1(q[0]), r1(q[1])),
    ]);
  };
  [70, 200, 330, 460, 560].forEach((x, i) =>
    put(
      x,
      244,
      (a, b) =>
        line(`M${a + 6} ${b}V${b - 330}`, '#a57d4c', 7) +
        line(`M${a + 4.5} ${b}V${b - 330}`, '#d9b98a', 2) +
        tomatoPlant(a, b, 280 + (i % 2) * 30, 31 + i, i === 3 ? '#e0a02e' : '#cc3a28'),
    ),
  );
  [60, 165, 270].forEach((x, i) => put(x, 168, (a, b) => basilPlant(a, b, 110 + i * 6, 41 + i)));
  [360, 420, 480, 545].forEach((x, i) =>
    put(
      x,
      165,
      (a, b) =>
        range(5)
          .map((k) =>
            leaf(
              a + (k - 2) * 5,
              b,
              84 + rnd() * 22,
              (k - 2) * 24,
              k % 2 ? '#55803b' : '#77a14c',
              'round',
              0.6,
            ),
          )
          .join('') + el(a, b - 4, 12, 9, '#cf3b55'),
    ),
  );
  [55, 140, 225, 310, 395, 480, 556].forEach((x, i) =>
    put(x, 104, (a, b) => lettuce(a, b, 66, i % 3 === 1 ? '#94443f' : '#88b052', 50 + i)),
  );
  [70, 190, 310, 430, 545].forEach((x, i) =>
    put(x, 48, (a, b) => strawberryPlant(a, b + 4, 84, 60 + i)),
  );
  const foliage = plants
    .sort((u, v) => v[0] - u[0])
    .map((q) => q[1])
    .join('');
  const frame = rim(cam, [-18, -18, H], W + 36, D + 36, 48, 14, 'larch', 580);
  const sun = rad(
    [
      [0, '#fff3cf', 0.95],
      [0.4, '#ffeec2', 0.4],
      [1, '#ffeec2', 0],
    ],
    0.5,
    0.5,
    0.5,
  );
  const path = p(
    'M1180 900C1210 800 1330 690 1390 600C1430 540 1420 500 1400 470H1450C1490 520 1520 580 1500 640C1470 730 1500 820 1520 900Z',
    '#d9c7a4',
    `filter="${bump(0.06, 1.4, { lift: 1.18 })}" opacity="0.9"`,
  );
  return sheet(
    rect(0, 0, 1600, 470, lin(['#dfeaf0', '#eef0e4', '#f8efd8'], 0, 0, 0, 1)) +
      el(300, 120, 520, 420, sun) +
      g(
        range(9)
          .map((i) =>
            tree(
              60 + i * 190 + (i % 3) * 30,
              430,
              250 + (i % 4) * 46,
              mix('#a9b891', '#8ea57e', (i % 3) / 2),
              70 + i,
            ),
          )
          .join(''),
        `filter="${blur(5)}" opacity="0.85"`,
      ) +
      g(
        rect(0, 356, 1600, 90, '#6f8f5c') +
          range(15)
            .map((i) =>
              bush(
                i * 116,
                440,
                86,
                104 + (i % 3) * 18,
                mix('#6f9158', '#557a48', i % 2),
                90 + i,
                80,
              ),
            )
            .join(''),
        `filter="${blur(2.4)}"`,
      ) +
      rect(0, 424, 1600, 476, lin(['#a3b765', '#88a450', '#6b8b41', '#58793a'], 0, 0, 0, 1)) +
      path +
      g(
        grass(432, 900, 1500, 3),
        `clip-path="${clip('<path d="M0 0H1600V900H1520C1500 820 1470 730 1500 640C1520 580 1490 520 1450 470H1400C1420 500 1430 540 1390 600C1330 690 1210 800 1180 900H0Z"/>')}"`,
      ) +
      g(
        range(6)
          .map((i) => bush(40 + i * 52, 560 + (i % 2) * 14, 44, 66, '#7f9a5c', 130 + i, 40))
          .join('') + at(0, 0, lavenderPlant(110, 640, 250, 3) + lavenderPlant(236, 660, 220, 4)),
      ) +
      poly(
        [
          [-26, -30],
          [W + 60, -30],
          [W + 120, D],
          [60, D],
        ].map(([a, b]) => cam.at(a, b, 0)),
        '#22300f',
        `opacity="0.5" filter="${blur(16)}"`,
      ) +
      poly(
        [
          [0, -8],
          [W + 8, -8],
          [W + 20, D],
          [0, D],
        ].map(([a, b]) => cam.at(a, b, 0)),
        '#1a240c',
        `opacity="0.7" filter="${blur(5)}"`,
      ) +
      bedWalls(cam, W, D, 4, 'larch', 540, earth) +
      frame +
      foliage +
      range(110)
        .map((i) => {
          const q = cam.at(-10 + (i / 70) * 640, -8, 0),
            q2 = cam.at(W + 6, ((i - 70) / 40) * D, 0),
            [a, b] = i < 70 ? q : q2;
          return leaf(
            a + (rnd() - 0.5) * 14,
            b + 6 + rnd() * 6,
            22 + rnd() * 22,
            (rnd() - 0.5) * 60,
            mix('#5f8440', '#a5b85c', rnd()),
            'lance',
            0.8,
          );
        })
        .join('') +
      at(54, 560, wateringCan('#a9b0af', true)(), 0, 0.42) +
      range(40)
        .map(() =>
          leaf(
            70 + rnd() * 320,
            850 + rnd() * 20,
            20 + rnd() * 20,
            (rnd() - 0.5) * 60,
            mix('#5f8440', '#a5b85c', rnd()),
            'lance',
            0.8,
          ),
        )
        .join('') +
      rect(
        0,
        0,
        1600,
        900,
        linAt(
          [
            [0, '#fff0c4', 0.34],
            [0.5, '#fff0c4', 0],
            [1, '#2b2a10', 0.2],
          ],
          200,
          0,
          1400,
          900,
        ),
      ),
    1600,
    900,
  );
};

export const cuttingList = () => {
  const k = 0.3,
    x0 = 96;
  const piece = (x, y, w, h, kind, seed, label) =>
    at(
      x,
      y,
      rect(4, 6, w, h, '#4a3522', 2, `opacity="0.3" filter="${blur(5)}"`) +
        grain(w, h, kind, seed) +
        rect(
          0,
          0,
          w,
          h,
          lin(
            [
              [0, '#fff6df', 0.3],
              [1, '#2c1808', 0.16],
            ],
            0,
            0,
            0,
            1,
          ),
        ) +
        (label
          ? rect(
              w / 2 - label.length * 6.2 - 12,
              h / 2 - 15,
              label.length * 12.4 + 24,
              30,
              '#fdf8ec',
              15,
              'opacity="0.94"',
            ) + text(w / 2, h / 2 + 7, label, 20, INK, sans)
          : ''),
    );
  const dim = (x, y, w, label) =>
    line(`M${x} ${y}H${x + w}M${x} ${y - 8}v16M${x + w} ${y - 8}v16`, GREEN, 2) +
    rect(x + w / 2 - label.length * 6 - 8, y - 13, label.length * 12 + 16, 26, '#f9f4ea', 6) +
    text(x + w / 2, y + 7, label, 20, GREEN, sans);
  const cut = (x, y, h) => line(`M${x} ${y - 12}v${h + 24}`, RUST, 2.4, 'stroke-dasharray="7 6"');
  const head = (y, a, b) =>
    text(x0, y, a, 30, INK, { anchor: 'start' }) +
    text(1104, y, b, 20, GREEN, { ...sans, anchor: 'end' });
  const K = 1008 / 3000;
  return sheet(
    head(84, 'Larch board 27 × 145, 3.0 m', 'cut 8 alike') +
      dim(x0, 122, 1600 * K, '160 cm') +
      dim(x0 + 1606 * K, 122, 746 * K, '74.6 cm') +
      dim(x0 + 2358 * K, 122, 642 * K, '65 cm') +
      piece(x0, 150, 1600 * K, 96, 'larch', 4, 'long side') +
      piece(x0 + 1606 * K, 150, 746 * K, 96, 'larch', 5, 'short side') +
      g(piece(x0 + 2358 * K, 150, 642 * K, 96, 'larch', 6, 'offcut'), 'opacity="0.5"') +
      cut(x0 + 1603 * K, 150, 96) +
      cut(x0 + 2355 * K, 150, 96) +
      head(338, 'Larch post 90 × 90, 0.8 m', 'cut 4') +
      range(4)
        .map(
          (i) =>
            piece(x0 + i * 258, 366, 168, 74, 'larch', 20 + i, '58 cm') +
            g(piece(x0 + i * 258 + 171, 366, 61, 74, 'larch', 30 + i, ''), 'opacity="0.5"') +
            cut(x0 + i * 258 + 169.5, 366, 74),
        )
        .join('') +
      head(526, 'Spruce batten 28 × 48, 2.0 m', 'cut 2, middle supports') +
      piece(x0, 554, 292, 44, 'spruce', 41, '58 cm') +
      piece(x0 + 296, 554, 292, 44, 'spruce', 42, '58 cm') +
      g(piece(x0 + 592, 554, 416, 44, 'spruce', 43, 'spare'), 'opacity="0.5"') +
      cut(x0 + 294, 554, 44) +
      cut(x0 + 590, 554, 44) +
      head(684, 'Rim 27 × 92, mitred', '2 long, 2 short') +
      [
        [0, 620],
        [636, 372],
      ]
        .map(([x, w], i) =>
          at(
            x0 + x,
            708,
            g(
              grain(w, 50, 'larch', 60 + i) +
                rect(
                  0,
                  0,
                  w,
                  50,
                  lin(
                    [
                      [0, '#fff6df', 0.3],
                      [1, '#2c1808', 0.16],
                    ],
                    0,
                    0,
                    0,
                    1,
                  ),
                ),
              `clip-path="${clip(`<path d="M0 50L50 0H${w - 50}L${w} 50Z"/>`)}"`,
            ) +
              rect(w / 2 - 58, 10, 116, 30, '#fdf8ec', 15, 'opacity="0.94"') +
              text(w / 2, 32, i ? 'short rim' : 'long rim', 20, INK, sans),
          ),
        )
        .join(''),
  );
};

const badge = (x, y, n, label, anchor = 'start') =>
  el(x, y, 20, 20, GREEN) +
  text(x, y + 8, String(n), 22, '#fdf8ec', { face: 'sans', weight: 600 }) +
  text(x + (anchor === 'start' ? 32 : -32), y + 8, label, 23, INK, { ...sans, anchor });
export const assembly = () => {
  const cam = camera({ turn: 29, tilt: 29, scale: 0.86, ox: 196, oy: 486 });
  const [W, D, h] = [620, 310, 56],
    gap = 84;
  const guide = (a, b) => {
    const [m, n] = [cam.at(...a), cam.at(...b)];
    return line(
      `M${r1(m[0])} ${r1(m[1])}L${r1(n[0])} ${r1(n[1])}`,
      RUST,
      2,
      'stroke-dasharray="3 8" opacity="0.8"',
    );
  };
  const rows = range(4),
    post = (x, y, s) =>
      footprint(cam, x, y, x + 36, y + 36, [blur(14), blur(5)]) +
      board(cam, [x, y, 0], [36, 36, 224], 'larch', s, { along: 'z' });
  const long = (y, s) =>
    footprint(cam, 0, y, W, y + 12, [blur(16), blur(6)]) +
    rows.map((i) => board(cam, [0, y, i * h], [W, 12, h - 3], 'larch', s + i * 3)).join('');
  const short = (x, s) =>
    footprint(cam, x, 12, x + 12, D - 12, [blur(16), blur(6)]) +
    rows
      .map((i) =>
        board(cam, [x, 12, i * h], [12, D - 24, h - 3], 'larch', s + i * 3, { along: 'y' }),
      )
      .join('');
  const body =
    long(D + gap, 10) +
    guide([14, D + gap, 112], [14, D - 48, 112]) +
    guide([W - 24, D + gap, 112], [W - 24, D - 48, 112]) +
    post(12, D - 48, 30) +
    post(W - 48, D - 48, 33) +
    board(cam, [W / 2, D - 30, 0], [22, 13, 224], 'spruce', 70, { along: 'z' }) +
    short(-gap, 40) +
    guide([-gap + 12, D / 2, 112], [12, D / 2, 112]) +
    short(W + gap - 12, 60) +
    guide([W - 12, D / 2, 112], [W + gap - 12, D / 2, 112]) +
    post(12, 12, 36) +
    post(W - 48, 12, 39) +
    board(cam, [W / 2, 16, 0], [22, 13, 224], 'spruce', 73, { along: 'z' }) +
    guide([30, 12, 170], [30, -gap, 170]) +
    guide([W - 30, 12, 170], [W - 30, -gap, 170]) +
    long(-gap - 12, 20);
  const lift = 410,
    top = rim(cam, [-12, -12, lift], W + 24, D + 24, 50, 15, 'larch', 90);
  const drops = [
    [30, 30],
    [W - 30, 30],
    [W - 30, D - 30],
    [30, D - 30],
  ]
    .map(([x, y]) => guide([x, y, 226], [x, y, lift]))
    .join('');
  const lead = (x, y, x2, y2) =>
    line(`M${x} ${y}L${x2} ${y2}`, GREEN, 1.8) + el(x2, y2, 4.5, 4.5, GREEN);
  return sheet(
    at(20, 80, body + drops + top) +
      lead(78, 704, 300, 604) +
      badge(60, 722, 1, 'Long sides') +
      lead(1008, 478, 836, 548) +
      badge(1020, 466, 2, 'Short sides') +
      lead(660, 732, 672, 640) +
      badge(660, 750, 3, 'Posts and middle battens, inside') +
      lead(884, 116, 808, 258) +
      badge(900, 104, 4, 'Mitred rim'),
  );
};

export const layers = () => {
  const [x, w, top, bottom] = [140, 620, 120, 690],
    rnd = random(8);
  const bounds = [150, 312, 420, 520, 690];
  const wavy = (y, s) => {
    const r = random(s);
    return (
      `M${x} ${y}` +
      range(8)
        .map(
          (i) =>
            `Q${x + (i + 0.5) * (w / 8)} ${r1(y - 12 + r() * 24)} ${x + (i + 1) * (w / 8)} ${r1(y + (i === 7 ? 0 : -5 + r() * 10))}`,
        )
        .join('')
    );
  };
  const band = (i, s) => `${wavy(bounds[i], s)}V${bottom}H${x}Z`;
  const fill = (i, tone, s) =>
    soil(`<path d="${band(i, s)}"/>`, [x, bounds[i] - 16, w, bottom - bounds[i] + 16], s, tone);
  const leaves = range(300)
    .map(() =>
      leaf(
        x + 8 + rnd() * (w - 16),
        436 + rnd() * 84,
        26 + rnd() * 24,
        rnd() * 360,
        mix(
          ['#a8752f', '#8a5325', '#7d7a35', '#b48a3c'][Math.floor(rnd() * 4)],
          '#3a2413',
          rnd() * 0.35,
        ),
        'oval',
        1,
      ),
    )
    .join('');
  const twigs = range(120)
    .map(() => {
      const a = x + 20 + rnd() * (w - 40),
        b = 534 + rnd() * 146,
        l = 40 + rnd() * 90,
        t = 6 + rnd() * 13,
        c = mix('#8a6844', '#5a4029', rnd()),
        r = (rnd() - 0.5) * 50;
      return at(
        r1(a),
        r1(b),
        line(`M${-l / 2} 0Q0 ${r1((rnd() - 0.5) * 20)} ${l / 2} 0`, dark(c, 0.5), t + 3) +
          line(`M${-l / 2} 0Q0 0 ${l / 2} 0`, c, t) +
          line(`M${-l / 2} ${-t * 0.25}H${l / 2}`, light(c, 0.35), t * 0.22, 'opacity="0.7"') +
          el(l / 2, 0, t * 0.35, t * 0.52, '#d9b98a'),
        r1(r),
      );
    })
    .join('');
  const wall = (px) =>
    range(4)
      .map((i) =>
        g(
          at(
            px,
            top + i * 142.5,
            grain(40, 140, 'larch', 5 + i) +
              rect(
                0,
                0,
                40,
                140,
                lin(
                  [
                    [0, '#fff6df', 0.3],
                    [1, '#2c1808', 0.3],
                  ],
                  0,
                  0,
                  1,
                  0,
                ),
              ) +
              rect(0, 0, 40, 140, 'none', 2, 'stroke="#5a3415" stroke-width="1.5"'),
          ),
        ),
      )
      .join('');
  const liner = (px, s) =>
    line(`M${px} ${top + 26}V${bottom}`, '#3d4347', 5) +
    range(27)
      .map((i) => el(px - s * 3, top + 36 + i * 20.5, 4, 5, '#5c6368'))
      .join('');
  const shade = lin(
    [
      [0, '#1d1209', 0.5],
      [1, '#1d1209', 0.12],
    ],
    0,
    0,
    0,
    1,
  );
  const note = (y, name, depth, what) =>
    line(`M${x + w + 50} ${y}H${x + w + 96}`, GREEN, 2) +
    el(x + w + 50, y, 5, 5, GREEN) +
    text(x + w + 108, y - 2, name, 28, INK, { anchor: 'start' }) +
    text(x + w + 108, y + 28, `${depth} · ${what}`, 20, GREEN, { ...sans, anchor: 'start' });
  const clipIn = `clip-path="${clip(`<rect x="${x}" y="0" width="${w}" height="${bottom}"/>`)}"`;
  return sheet(
    rect(0, bottom, 1200, 110, lin(['#8a6f4c', '#6d5538'], 0, 0, 0, 1)) +
      g(rect(0, bottom, 1200, 110, '#7b6142'), `filter="${bump(0.05, 2.4)}"`) +
      range(130)
        .map((i) =>
          leaf(
            i * 9.4,
            bottom + 6,
            16 + rnd() * 22,
            (rnd() - 0.5) * 60,
            mix('#5f8440', '#a5b85c', rnd()),
            'lance',
            0.8,
          ),
        )
        .join('') +
      rect(x, top, w, 70, '#8d6238') +
      g(`<g transform="translate(${x} ${top})">${grain(w, 62, 'larch', 71)}</g>`, 'opacity="0.6"') +
      rect(x, top, w, 70, shade) +
      g(
        fill(0, '#4a3322', 3) +
          fill(1, '#2e1f14', 5) +
          fill(2, '#6b4a2a', 7) +
          g(leaves, `clip-path="${clip(`<path d="${band(2, 7)}"/>`)}"`) +
          fill(3, '#3c2a1b', 9) +
          g(twigs, `clip-path="${clip(`<path d="${band(3, 9)}"/>`)}"`),
        clipIn,
      ) +
      g(
        line(wavy(150, 3), '#8a6745', 4, 'opacity="0.7"') +
          line(wavy(312, 5), '#120b06', 5, 'opacity="0.4"') +
          line(wavy(420, 7), '#120b06', 5, 'opacity="0.4"') +
          line(wavy(520, 9), '#120b06', 6, 'opacity="0.4"'),
      ) +
      g(
        rect(
          x,
          top,
          w,
          bottom - top,
          lin(
            [
              [0, '#000', 0.42],
              [0.1, '#000', 0],
              [0.9, '#000', 0],
              [1, '#000', 0.42],
            ],
            0,
            0,
            1,
            0,
          ),
        ),
      ) +
      wall(x - 42) +
      wall(x + w + 2) +
      liner(x + 4, -1) +
      liner(x + w - 4, 1) +
      [
        [x - 66, 92],
        [x + w - 26, 92],
      ]
        .map(([a, b]) =>
          at(
            a,
            b,
            grain(92, 28, 'larch', 33) +
              rect(
                0,
                0,
                92,
                28,
                lin(
                  [
                    [0, '#fff6df', 0.35],
                    [1, '#2c1808', 0.25],
                  ],
                  0,
                  0,
                  0,
                  1,
                ),
              ) +
              rect(0, 0, 92, 28, 'none', 2, 'stroke="#5a3415" stroke-width="1.5"'),
          ),
        )
        .join('') +
      lettuce(250, 158, 82, '#88b052', 3) +
      lettuce(390, 156, 84, '#94443f', 4) +
      range(3)
        .map((i) => carrot(510 + i * 62, 152, 92 + (i % 2) * 14, (i - 1) * 3, '#e07b28'))
        .join('') +
      line(`M${x} ${bottom - 4}H${x + w}`, '#c9ccca', 3, 'stroke-dasharray="10 5"') +
      note(230, 'Bed soil', '15 cm', 'peat-free') +
      note(364, 'Compost', '10 cm', 'well rotted') +
      note(470, 'Leaves, turf', '10 cm', 'grass down') +
      note(600, 'Branches', '20 cm', 'coarse, loose'),
  );
};
