// Sacks, pouches, boxes, tins and seed packets with printed labels.
import {
  at,
  blur,
  bump,
  clip,
  contact,
  dark,
  el,
  g,
  light,
  lin,
  line,
  mix,
  p,
  r1,
  random,
  range,
  rect,
  text,
} from './kit.mjs';
import { basilPlant, carrot, leaf, lettuce, radish, soil, tomato } from './flora.mjs';

const INK = '#2f2a22';
const SACK =
  'M232 118C300 108 500 108 568 118C572 132 570 146 566 160C584 260 592 420 586 560C584 622 582 660 574 694C500 712 300 712 226 694C218 660 216 622 214 560C208 420 216 260 234 160C230 146 228 132 232 118Z';

/** Soft folds and side light that turn a flat outline into a filled sack. */
const volume = (d, seed, gloss = 0.3) => {
  const rnd = random(seed),
    b = blur(11),
    b2 = blur(4);
  const folds = range(7)
    .map((i) => {
      const s = i % 2 ? 1 : -1,
        y = 150 + rnd() * 520,
        x = 400 + s * (175 + rnd() * 10);
      return line(
        `M${r1(x)} ${r1(y)}q${-s * (26 + rnd() * 50)} ${r1(-12 + rnd() * 40)} ${-s * (60 + rnd() * 60)} ${r1(-4 + rnd() * 50)}`,
        i % 3 ? '#000' : '#fff',
        9,
        `opacity="${i % 3 ? 0.16 : 0.24}" filter="${b2}"`,
      );
    })
    .join('');
  return g(
    p(
      d,
      lin(
        [
          [0, '#000', 0.3],
          [0.12, '#000', 0.06],
          [0.3, '#fff', gloss],
          [0.5, '#fff', 0],
          [0.82, '#000', 0.16],
          [1, '#000', 0.46],
        ],
        0,
        0.1,
        1,
        0.2,
      ),
    ) +
      p(
        d,
        lin(
          [
            [0, '#fff', 0.12],
            [0.12, '#000', 0.1],
            [0.2, '#000', 0],
            [0.82, '#000', 0],
            [1, '#000', 0.32],
          ],
          0,
          0,
          0,
          1,
        ),
      ) +
      folds +
      line(
        'M262 176C244 300 240 440 250 640',
        '#fff',
        16,
        `opacity="${gloss * 0.9}" filter="${b}"`,
      ) +
      range(9)
        .map((i) =>
          line(
            `M${252 + i * 37} 150q${r1(rnd() * 16 - 8)} 24 ${r1(rnd() * 20 - 10)} ${r1(34 + rnd() * 40)}`,
            i % 2 ? '#000' : '#fff',
            5,
            `opacity="0.17" filter="${b2}"`,
          ),
        )
        .join(''),
    `clip-path="${clip(`<path d="${d}"/>`)}"`,
  );
};
const seam = (color) =>
  rect(233, 116, 334, 30, dark(color, 0.18), 3, 'opacity="0.55"') +
  range(26)
    .map((i) => rect(240 + i * 12.6, 130, 7.6, 2.6, light(color, 0.6), 1))
    .join('');

export const sack = ({
  color,
  paper = true,
  title,
  sub,
  size,
  art,
  band,
  badge,
  ink = INK,
  seed = 1,
}) => {
  const face = g(
    rect(180, 90, 440, 640, color) +
      art +
      (band ? rect(180, 230, 440, 152, band) : '') +
      text(400, 296, title, title.length > 9 ? 47 : 58, ink) +
      text(400, 346, sub, 21, ink, { face: 'sans', spacing: 3.2, weight: 500 }) +
      (size
        ? el(510, 640, 38, 38, badge ?? ink) +
          text(510, 649, size, 25, badge ? ink : color, { face: 'sans', weight: 600 })
        : ''),
    `clip-path="${clip(`<path d="${SACK}"/>`)}"`,
  );
  return (
    contact(400, 690, 190, 24) +
    g(
      face + seam(color),
      paper ? `filter="${bump('0.035 0.05', 1.1, { seed, lift: 1.18, octaves: 2 })}"` : '',
    ) +
    volume(SACK, seed, paper ? 0.12 : 0.3)
  );
};
const crumbs = (seed, colors, y0, [a, b], n, squash = 0.7) => {
  const rnd = random(seed);
  return range(n)
    .map(() => {
      const s = a + rnd() * (b - a),
        x = 205 + rnd() * 390,
        y = y0 + rnd() * (710 - y0),
        c = colors[Math.floor(rnd() * colors.length)];
      return [
        y,
        el(
          x,
          y,
          s,
          s * squash,
          lin([light(c, 0.22), c, dark(c, 0.5)], 0.1, 0, 0.8, 1),
          `transform="rotate(${r1(rnd() * 180)} ${r1(x)} ${r1(y)})"`,
        ),
      ];
    })
    .sort((u, v) => u[0] - v[0])
    .map((u) => u[1])
    .join('');
};
const ground = (color, y = 540) =>
  p(`M180 ${y + 26}Q280 ${y - 14} 400 ${y + 6}T620 ${y}V740H180Z`, color);

export const bedSoil = () =>
  sack({
    color: '#eee6d2',
    paper: false,
    title: 'Bed soil',
    sub: 'PEAT-FREE',
    size: '40 l',
    badge: '#eee6d2',
    ink: '#2e4230',
    seed: 3,
    art:
      basilPlant(318, 566, 124, 3) +
      lettuce(430, 566, 84, '#86ad55', 4) +
      basilPlant(520, 570, 96, 8) +
      soil('<path d="M180 562Q280 542 400 558T620 552V740H180Z"/>', [180, 530, 440, 200], 6),
  });
export const compost = () =>
  sack({
    color: '#cfae7f',
    title: 'Compost',
    sub: 'TWO YEARS RIPE',
    size: '40 l',
    badge: '#e3c89c',
    ink: '#3a2615',
    seed: 5,
    art:
      g(
        leaf(400, 560, 150, -38, '#5d6f3d') +
          leaf(400, 560, 150, 38, '#5d6f3d') +
          leaf(400, 566, 176, 0, '#6d8048'),
      ) + p('M180 574Q290 528 400 562T620 560V740H180Z', '#3a2615', 'opacity="0.9"'),
  });
export const barkMulch = () =>
  sack({
    color: '#57422f',
    paper: false,
    title: 'Bark mulch',
    sub: 'CLEAN PINE BARK',
    size: '60 l',
    ink: '#f3e4c8',
    seed: 9,
    art:
      ground('#4a2c17', 430) +
      crumbs(4, ['#8a5229', '#a8683a', '#6c3d1f', '#b97f4c'], 430, [10, 24], 190, 0.36),
  });
export const drainageClay = () =>
  sack({
    color: '#dfe3dc',
    paper: false,
    title: 'Clay',
    sub: 'FOR DRAINAGE',
    size: '10 l',
    ink: '#4a3a30',
    seed: 12,
    art:
      ground('#6e3f29', 440) +
      crumbs(7, ['#b06a45', '#a05a3a', '#c17f58', '#8d4c31'], 440, [11, 19], 230, 0.9),
  });

const POUCH =
  'M258 132H542C548 260 556 420 560 560C562 620 560 656 548 676C500 700 300 700 252 676C240 656 238 620 240 560C244 420 252 260 258 132Z';
const pouch = ({ color, ink, title, sub, size, art, seed }) =>
  contact(400, 676, 160, 22) +
  g(
    rect(220, 120, 360, 600, color) +
      rect(220, 120, 360, 42, dark(color, 0.1)) +
      art +
      text(400, 256, title, 40, ink) +
      text(400, 292, sub, 15, ink, { face: 'sans', spacing: 2.4, weight: 500 }) +
      text(400, 652, size, 22, ink, { face: 'sans', spacing: 2, weight: 500 }),
    `clip-path="${clip(`<path d="${POUCH}"/>`)}" filter="${bump('0.05 0.06', 0.9, { lift: 1.18, octaves: 2, seed })}"`,
  ) +
  p('M258 132H542L544 172H256Z', '#000', 'opacity="0.05"') +
  line('M257 174H543', '#000', 1.6, 'opacity="0.25"') +
  line('M257 177H543', '#fff', 1.6, 'opacity="0.4"') +
  el(400, 152, 11, 11, '#eee4d4') +
  el(400, 152, 11, 11, 'none', 'stroke="#000" stroke-opacity="0.3" stroke-width="1.6"') +
  volume(POUCH, seed, 0.13) +
  line('M246 640C300 668 500 668 554 640', '#000', 3, `opacity="0.2" filter="${blur(2)}"`);
const sheep = () =>
  g(
    range(4)
      .map((i) => rect(-50 + i * 30 + (i > 1 ? 6 : 0), 30, 9, 46, '#3f362e', 4))
      .join('') +
      [
        [-52, 0, 34],
        [-30, -30, 36],
        [8, -38, 40],
        [44, -22, 36],
        [56, 8, 32],
        [20, 20, 40],
        [-22, 22, 40],
        [0, -6, 46],
      ]
        .map(([x, y, r]) =>
          el(x, y, r, r * 0.92, lin(['#fffaf0', '#f1e7d5', '#d8c8ae'], 0.2, 0, 0.8, 1)),
        )
        .join('') +
      p(
        'M-74 -34C-60 -54 -92 -58 -102 -40C-116 -20 -114 6 -98 12C-82 14 -70 -8 -74 -34Z',
        '#463b32',
      ) +
      el(-70, -34, 17, 8, '#463b32', 'transform="rotate(24 -70 -34)"') +
      el(-96, -22, 2.8, 2.8, '#f6ecd8'),
    'transform="translate(414 452) scale(1.06)"',
  );
export const woolPellets = () =>
  pouch({
    color: '#a9b7a2',
    ink: '#26352a',
    title: 'Wool pellets',
    sub: 'FEEDS AND HOLDS WATER',
    size: '1 kg',
    seed: 4,
    art: p('M220 540Q310 506 400 524T580 516V720H220Z', '#7f9573') + sheep(),
  });

const box = ({ color, ink, title, sub, size, art, foot, w = 330, h = 460, depth = 74 }) => {
  const [x, y] = [400 - w / 2 - depth * 0.3, 690 - h];
  return (
    contact(410, 690, w * 0.56, 22) +
    g(
      p(`M${x + w} ${y}l${depth} -34v${h - 6}l${-depth} 40Z`, dark(color, 0.34)) +
        p(`M${x} ${y}l${depth} -34h${w}l${-depth} 34Z`, light(color, 0.3)) +
        rect(x, y, w, h, lin([light(color, 0.14), color, dark(color, 0.06)], 0, 0, 1, 0.4)) +
        g(art, `clip-path="${clip(`<rect x="${x}" y="${y}" width="${w}" height="${h}"/>`)}"`) +
        text(x + w / 2, y + h * 0.2, title, w * 0.125, ink) +
        text(x + w / 2, y + h * 0.2 + w * 0.1, sub, w * 0.052, ink, {
          face: 'sans',
          spacing: 3,
          weight: 500,
        }) +
        text(x + w / 2, y + h * 0.94, size, w * 0.062, foot ?? ink, {
          face: 'sans',
          spacing: 2,
          weight: 500,
        }),
      `filter="${bump('0.4', 0.5, { lift: 1.18, octaves: 2 })}"`,
    ) +
    line(`M${x} ${y}h${w}v${h}`, '#fff', 1.6, 'opacity="0.5"') +
    line(`M${x + w * 0.35 + depth / 2} ${y - 17}h${w * 0.3}`, '#000', 1, 'opacity="0.15"')
  );
};
export const hornMeal = () =>
  box({
    color: '#d8b36a',
    ink: '#43301a',
    foot: '#f4e2bb',
    title: 'Horn meal',
    sub: 'ORGANIC FERTILISER',
    size: '2.5 kg',
    art:
      p('M160 640Q290 570 400 608T640 596V720H160Z', '#6b4a27') +
      [-64, -26, 22, 60]
        .map((dx, i) =>
          leaf(
            352 + dx,
            604,
            [96, 156, 172, 110][i],
            dx * 0.55,
            i % 2 ? '#6f8b45' : '#587339',
            'oval',
            1.3,
          ),
        )
        .join(''),
  });
export const staples = () => {
  const strip = (x, y, n, rot) =>
    at(
      x,
      y,
      range(n)
        .map((i) =>
          p(
            `M${i * 5.4} 0l34 -15v20l-3 1.4v-16.4l-28 12.4v17l-3 1.4Z`,
            lin(['#f4f5f4', '#aeb3b3', '#7d8383'], 0, 0, 1, 1),
          ),
        )
        .join(''),
      rot,
      1.25,
    );
  return g(
    box({
      color: '#a8463a',
      ink: '#fbeee0',
      title: 'Staples',
      sub: 'STAINLESS · 1000',
      size: '10 mm',
      w: 360,
      h: 250,
      depth: 110,
      art:
        rect(200, 590, 420, 3, '#fbeee0', 0, 'opacity="0.5"') +
        g(
          line('M290 612v-48q0 -8 8 -8h100q8 0 8 8v48', '#fbeee0', 7),
          'transform="translate(-8 8)"',
        ),
    }) +
      el(470, 722, 150, 12, '#4a3522', `opacity="0.3" filter="${blur(8)}"`) +
      strip(330, 716, 26, 0) +
      strip(516, 728, 14, -8),
    'transform="translate(0 -104)"',
  );
};

/** Seed packet: a paper envelope, leaning a little. */
const packet = ({ paper, ink, title, sub, art, seed = 1 }) => {
  const sheet = rect(-190, -265, 380, 530, paper, 5);
  const one = (inner) =>
    g(inner, `filter="${bump('0.55', 0.5, { lift: 1.19, octaves: 2, seed })}"`);
  const back = at(
    436,
    396,
    rect(-190, -265, 380, 530, dark(paper, 0.1), 5) +
      line('M-190 -215L0 -120L190 -215', dark(paper, 0.3), 2, 'opacity="0.5"'),
    7,
  );
  return (
    at(
      420,
      414,
      rect(-190, -260, 390, 540, '#4a3522', 4, `opacity="0.32" filter="${blur(18)}"`),
      5,
    ) +
    at(404, 408, rect(-190, -262, 384, 534, '#4a3522', 4, `opacity="0.4" filter="${blur(5)}"`), 2) +
    one(back) +
    at(
      392,
      398,
      one(
        sheet +
          g(
            art,
            `clip-path="${clip('<rect x="-172" y="-110" width="344" height="330" rx="4"/>')}"`,
          ) +
          `<rect x="-172" y="-247" width="344" height="494" rx="3" fill="none" stroke="${ink}" stroke-width="1.6" opacity="0.55"/>` +
          text(0, -170, title, 54, ink) +
          text(0, -134, sub, 18.5, ink, { face: 'sans', spacing: 3.4, weight: 500 }) +
          text(0, 238, 'KRUME &amp; KEIM', 14, ink, { face: 'sans', spacing: 4, weight: 500 }),
      ) +
        rect(
          -190,
          -265,
          380,
          530,
          lin(
            [
              [0, '#fff', 0.26],
              [0.4, '#fff', 0],
              [1, '#3a2616', 0.16],
            ],
            0,
            0,
            1,
            0.5,
          ),
          5,
        ) +
        line('M-190 -252H190', '#000', 1, 'opacity="0.12"'),
      -4,
    )
  );
};
const panel = (c) =>
  rect(-172, -110, 344, 330, lin([light(c, 0.3), c, dark(c, 0.1)], 0.2, 0, 0.6, 1));
const vine = (c) =>
  panel('#dfe2c4') +
  [
    [-120, -60, 130],
    [110, -70, -140],
    [0, -110, 178],
    [-60, 200, -30],
    [120, 190, 40],
  ]
    .map(([x, y, a]) => leaf(x, y, 130, a, '#6b9147', 'cut'))
    .join('') +
  line('M-150 -110Q-40 -30 20 -60T170 -20', '#5e7b3c', 7) +
  [
    [-86, 40, 56],
    [36, 20, 60],
    [116, 96, 50],
    [-26, 130, 62],
    [-112, 160, 46],
    [82, 188, 48],
  ]
    .map(([x, y, r]) => tomato(x, y, r, c))
    .join('');
export const tomatoSeed = (c, sub) => () =>
  packet({ paper: '#f6eed9', ink: '#5b2a1c', title: 'Tomato', sub, art: vine(c) });
export const radishSeed = () =>
  packet({
    paper: '#f8ecea',
    ink: '#7c1f38',
    title: 'Radish',
    sub: 'ROUND RED',
    art: panel('#ead9c2') + radish(-92, 70, 50) + radish(88, 64, 54) + radish(0, 118, 60),
    seed: 4,
  });
export const lettuceSeed = () =>
  packet({
    paper: '#eef1dc',
    ink: '#33502b',
    title: 'Lettuce',
    sub: 'CUTTING MIX',
    art:
      panel('#d9dfbd') +
      lettuce(-84, 90, 112, '#7fa84c', 2) +
      lettuce(92, 80, 116, '#99403f', 3) +
      lettuce(0, 196, 142, '#93bd5c', 5),
    seed: 6,
  });
export const carrotSeed = (c, sub) => () =>
  packet({
    paper: '#f8eedb',
    ink: '#6b3a14',
    title: 'Carrot',
    sub,
    art:
      panel('#e4dfc0') +
      carrot(-96, 10, 200, 13, c) +
      carrot(98, 6, 196, -14, mix(c, '#a33f1c', 0.12)) +
      carrot(0, -4, 226, 2, c),
    seed: 8,
  });

/** Round tin with a lid, for the wood oil. */
export const tin =
  (label, name, ink = '#f6ead4') =>
  () => {
    const side = (c) =>
      lin(
        [dark(c, 0.42), light(c, 0.12), light(c, 0.3), c, dark(c, 0.26), dark(c, 0.56)],
        0,
        0,
        1,
        0,
      );
    const metal = lin(
      ['#7f8080', '#d5d6d3', '#fbfbf8', '#b9bab7', '#8b8c8a', '#5f6060'],
      0,
      0,
      1,
      0,
    );
    const cyl = (y0, y1, rx, ry, fill) =>
      p(
        `M${400 - rx} ${y0}A${rx} ${ry} 0 0 0 ${400 + rx} ${y0}V${y1}A${rx} ${ry} 0 0 1 ${400 - rx} ${y1}Z`,
        fill,
      );
    const planks = range(5)
      .map((i) =>
        p(
          `M208 ${500 + i * 26}A192 40 0 0 0 592 ${500 + i * 26}v20A192 40 0 0 1 208 ${520 + i * 26}Z`,
          light(label, 0.16 + (i % 2) * 0.1),
          'opacity="0.5"',
        ),
      )
      .join('');
    return (
      contact(400, 664, 200, 34) +
      cyl(214, 656, 198, 42, metal) +
      cyl(232, 640, 194, 41, side(label)) +
      planks +
      p(
        `M208 292A192 40 0 0 0 592 292V420A192 40 0 0 1 208 420Z`,
        lin(['#b8a88c', '#f6ecd8', '#fdf6e6', '#eadcc2', '#a8977a'], 0, 0, 1, 0),
      ) +
      text(400, 388, 'Wood oil', 54, '#33291f') +
      text(400, 430, name, 21, '#33291f', { face: 'sans', spacing: 4, weight: 500 }) +
      text(400, 664 - 22, '0.75 l', 22, ink, { face: 'sans', spacing: 1.5, weight: 500 }) +
      el(400, 214, 198, 42, metal) +
      el(400, 212, 186, 38, lin(['#8a8b88', '#dcdcd8', '#b4b5b1'], 0, 0, 1, 1)) +
      el(400, 214, 164, 31, lin(['#9a9b97', '#efefeb', '#c6c7c3'], 0, 0, 1, 1)) +
      el(400, 217, 150, 27, lin(['#c7c8c4', '#a9aaa6', '#e6e6e2'], 0, 0, 1, 1))
    );
  };
