// Leaves, fruit and whole plants, used by the product pictures, the labels and the article.
import {
  bump,
  clip,
  dark,
  el,
  g,
  light,
  lin,
  line,
  mix,
  p,
  r1,
  rad,
  random,
  range,
} from './kit.mjs';

const outlines = {
  oval: 'M0 0C14 -26 16 -66 0 -100C-16 -66 -14 -26 0 0Z',
  round: 'M0 0C40 -12 46 -70 0 -100C-46 -70 -40 -12 0 0Z',
  lance: 'M0 0C8 -30 8 -72 0 -100C-8 -72 -8 -30 0 0Z',
  cut: 'M0 0C6 -8 20 -10 26 -22C20 -24 18 -26 15 -30C24 -36 30 -44 30 -54C22 -54 18 -56 14 -60C20 -68 16 -86 0 -100C-16 -86 -20 -68 -14 -60C-18 -56 -22 -54 -30 -54C-30 -44 -24 -36 -15 -30C-18 -26 -20 -24 -26 -22C-20 -10 -6 -8 0 0Z',
  frill:
    'M0 0C16 -4 22 -14 34 -16C32 -24 42 -30 44 -42C38 -48 48 -58 42 -68C34 -70 36 -84 26 -88C18 -86 12 -100 0 -98C-12 -100 -18 -86 -26 -88C-36 -84 -34 -70 -42 -68C-48 -58 -38 -48 -44 -42C-42 -30 -32 -24 -34 -16C-22 -14 -16 -4 0 0Z',
};
/** One leaf growing from (x, y) towards `angle` (0 = up), `len` long. */
export const leaf = (x, y, len, angle, color, kind = 'oval', wide = 1) => {
  const d = outlines[kind];
  const right = dark(color, 0.24),
    edge = dark(color, 0.42);
  const veins = range(4)
    .map((i) => {
      const v = -18 - i * 19,
        s = kind === 'lance' ? 5 : kind === 'oval' ? 9 : 21 - i * 2;
      return `M0 ${v}Q${s * 0.5} ${v - 7} ${s} ${v - 14}M0 ${v}Q${-s * 0.5} ${v - 7} ${-s} ${v - 14}`;
    })
    .join('');
  return g(
    p(d, lin([light(color, 0.2), color, mix(color, right, 0.5), right], 0, 0, 1, 0.35)) +
      p(d, 'none', `stroke="${edge}" stroke-width="1.4" opacity="0.45"`) +
      line('M0 0Q2 -50 0 -96', light(color, 0.42), 1.8, 'opacity="0.75"') +
      line(veins, light(color, 0.36), 1, 'opacity="0.5"'),
    `transform="translate(${r1(x)} ${r1(y)}) rotate(${r1(angle)}) scale(${r1(len * wide) / 100} ${r1(len) / 100})"`,
  );
};

export const shine = (cx, cy, r, k = 1) =>
  el(
    cx - r * 0.34,
    cy - r * 0.42,
    r * 0.22,
    r * 0.14,
    '#fff',
    `opacity="${0.62 * k}" transform="rotate(-35 ${r1(cx - r * 0.34)} ${r1(cy - r * 0.42)})"`,
  );
export const ball = (cx, cy, r, color, squash = 1) =>
  el(
    cx,
    cy,
    r,
    r * squash,
    rad(
      [
        [0, light(color, 0.45)],
        [0.35, color],
        [0.78, dark(color, 0.25)],
        [1, dark(color, 0.42)],
      ],
      0.36,
      0.3,
      0.75,
    ),
  ) + shine(cx, cy, r);
export const tomato = (cx, cy, r, color) =>
  ball(cx, cy, r, color, 0.94) +
  range(5)
    .map((i) => leaf(cx, cy - r * 0.72, r * 0.62, -100 + i * 50, '#5c7d3c', 'lance', 1.3))
    .join('') +
  line(
    `M${cx} ${cy - r * 0.74}q${r * 0.08} ${-r * 0.28} ${r * 0.26} ${-r * 0.4}`,
    '#55733a',
    r * 0.1,
  );
export const radish = (cx, cy, r) => {
  const tops = [-34, 30, -14, 12]
    .map((a, i) =>
      leaf(
        cx,
        cy - r * 0.8,
        r * (2 + (i % 2) * 0.4),
        a,
        i % 2 ? '#6f9a48' : '#5a853c',
        'round',
        0.62,
      ),
    )
    .join('');
  return (
    tops +
    line(
      `M${cx} ${cy + r * 0.85}q${r * 0.1} ${r * 0.6} ${-r * 0.1} ${r * 1.15}`,
      '#ead9d6',
      r * 0.12,
    ) +
    el(
      cx,
      cy,
      r,
      r * 0.98,
      rad(
        [
          [0, '#f08a97'],
          [0.4, '#cf3b55'],
          [1, '#8f1d3a'],
        ],
        0.36,
        0.3,
        0.78,
      ),
    ) +
    p(
      `M${cx - r * 0.5} ${cy + r * 0.78}Q${cx} ${cy + r * 0.6} ${cx + r * 0.5} ${cy + r * 0.78}Q${cx} ${cy + r * 1.16} ${cx - r * 0.5} ${cy + r * 0.78}Z`,
      '#f6e7e3',
      'opacity="0.85"',
    ) +
    shine(cx, cy, r)
  );
};
export const carrot = (x, y, len, angle, color) => {
  const w = len * 0.15;
  const d = `M${-w} 0C${-w * 1.1} ${len * 0.3} ${-w * 0.55} ${len * 0.8} 0 ${len}C${w * 0.55} ${len * 0.8} ${w * 1.1} ${len * 0.3} ${w} 0C${w * 0.8} ${-w * 0.5} ${-w * 0.8} ${-w * 0.5} ${-w} 0Z`;
  const fern = range(7)
    .map((i) => {
      const a = -42 + i * 14,
        l = len * (0.5 + (0.2 * ((i * 3) % 4)) / 3);
      return g(
        line(`M0 0Q3 ${-l / 2} 0 ${-l}`, '#6a9346', 2.4) +
          range(7)
            .map((k) =>
              leaf(
                0,
                -l * (0.25 + k * 0.11),
                l * 0.2,
                k % 2 ? 48 : -48,
                k % 3 ? '#7da553' : '#608a3e',
                'lance',
                2,
              ),
            )
            .join(''),
        `transform="rotate(${a})"`,
      );
    })
    .join('');
  const rings = range(6)
    .map((i) =>
      line(
        `M${-w * (0.8 - i * 0.1)} ${len * (0.1 + i * 0.13)}q${w * 0.3} 5 ${w * 0.62} 2`,
        dark(color, 0.35),
        1.4,
        'opacity="0.6"',
      ),
    )
    .join('');
  return g(
    fern + p(d, lin([light(color, 0.36), color, dark(color, 0.34)], 0, 0, 1, 0)) + rings,
    `transform="translate(${x} ${y}) rotate(${angle})"`,
  );
};
/** A loose-leaf lettuce seen from a little above. */
export const lettuce = (cx, cy, r, color, seed = 1) => {
  const rnd = random(seed);
  return [
    [9, 1, -8],
    [8, 0.78, 4],
    [6, 0.54, 10],
    [4, 0.32, 12],
  ]
    .map(([n, k, lift], ring) =>
      range(n)
        .map((i) => {
          const a = -108 + (216 * (i + 0.5)) / n + (rnd() - 0.5) * 16;
          return [
            Math.abs(a),
            leaf(
              cx + (a / 108) * r * 0.16 * k,
              cy + lift * (r / 60) - ring,
              r * k * (1.02 + rnd() * 0.14),
              a,
              ring < 1 ? dark(color, 0.22) : light(color, ring * 0.12 + rnd() * 0.06),
              'frill',
              0.92,
            ),
          ];
        })
        .sort((u, v) => v[0] - u[0])
        .map((u) => u[1])
        .join(''),
    )
    .join('');
};
/** Earth as seen in a pot or a bed: a lit crumbly surface in any outline. */
export const soil = (shape, box, seed = 1, tone = '#4b3524') => {
  const rnd = random(seed),
    [x, y, w, h] = box;
  const crumbs = range(Math.round((w * h) / 130))
    .map(() => {
      const s = 1.5 + rnd() * rnd() * 6;
      return el(
        x + rnd() * w,
        y + rnd() * h,
        s,
        s * 0.7,
        mix(light(tone, 0.22 * rnd()), '#1f140b', rnd() * 0.55),
        `opacity="${r1(4 + rnd() * 5) / 10}"`,
      );
    })
    .join('');
  return g(
    g(
      `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${tone}"/>` + crumbs,
      `filter="${bump(0.09, 3, { seed })}"`,
    ),
    `clip-path="${clip(shape)}"`,
  );
};
const stem = (d, w, color = '#6c8b45') =>
  line(d, dark(color, 0.3), w) +
  line(d, light(color, 0.12), w * 0.5, 'transform="translate(-0.8 0)"');

/** Tomato plant with trusses; stands on (x, y), h tall. */
export const tomatoPlant = (x, y, h, seed = 3, fruit = '#cf3a28') => {
  const rnd = random(seed),
    k = h / 400;
  let back = '',
    front = '';
  range(9).forEach((i) => {
    const yy = y - h * (0.16 + i * 0.094),
      side = i % 2 ? 1 : -1,
      l = (130 - i * 7) * k,
      a = side * (58 + rnd() * 22);
    const [dx, dy] = [Math.sin((a * Math.PI) / 180), -Math.cos((a * Math.PI) / 180)];
    const body =
      stem(
        `M${x} ${yy}Q${x + dx * l * 0.5} ${yy + dy * l * 0.9} ${x + dx * l} ${yy + dy * l * 0.6}`,
        4 * k,
      ) +
      [0.36, 0.66, 1]
        .map((t, j) => {
          const [lx, ly] = [x + dx * l * t, yy + dy * l * (0.35 + t * 0.3)];
          const c = ['#4f7a38', '#5f8d40', '#6d9c4a'][(i + j) % 3];
          return t < 1
            ? leaf(lx, ly, 52 * k, a - 66 * side, c, 'cut') +
                leaf(lx, ly, 50 * k, a + 70 * side, dark(c, 0.12), 'cut')
            : leaf(lx, ly, 84 * k, a + side * 14, c, 'cut');
        })
        .join('');
    if (i % 3 === 0) back += body;
    else front += body;
  });
  const truss = [
    [0.36, -1],
    [0.56, 1],
  ]
    .map(([t, s]) =>
      range(4)
        .map((j) =>
          tomato(
            x + s * (22 + (j % 2) * 26) * k,
            y - h * t + (j * 19 - 6) * k,
            (15 + (j % 2) * 2) * k,
            j === 3 ? '#d9913a' : fruit,
          ),
        )
        .join(''),
    )
    .join('');
  return (
    back +
    stem(`M${x} ${y}C${x - 6} ${y - h * 0.4} ${x + 8} ${y - h * 0.7} ${x} ${y - h * 0.98}`, 8 * k) +
    front +
    leaf(x, y - h * 0.92, 70 * k, -24, '#7fae57', 'cut') +
    leaf(x, y - h * 0.92, 66 * k, 26, '#6d9c4a', 'cut') +
    truss
  );
};
export const basilPlant = (x, y, h, seed = 5) => {
  const rnd = random(seed),
    k = h / 260;
  let out = '';
  range(9).forEach((i) => {
    const a = -36 + i * 9,
      top = h * (0.66 + 0.3 * Math.cos((a * Math.PI) / 60) * 0.9);
    const tx = x + Math.sin((a * Math.PI) / 180) * top,
      ty = y - Math.cos((a * Math.PI) / 180) * top;
    out += stem(
      `M${r1(x + a * 0.6)} ${y}Q${r1(x + a)} ${r1(y - top * 0.5)} ${r1(tx)} ${r1(ty)}`,
      4 * k,
    );
  });
  range(84)
    .map((i) => {
      const t = 0.32 + 0.66 * (((i % 12) + rnd()) / 12),
        a = (-64 + 128 * ((Math.floor(i / 12) + rnd()) / 7)) * (1.1 - 0.45 * t);
      return { a, t, i };
    })
    .sort((u, v) => Math.abs(v.a) + v.t * 22 - Math.abs(u.a) - u.t * 22)
    .forEach(({ a, t }) => {
      const d = h * t;
      out += leaf(
        x + Math.sin((a * Math.PI) / 180) * d * 0.95,
        y - Math.cos((a * Math.PI) / 180) * d * 0.94,
        (40 + rnd() * 24) * k,
        a * 1.2 + (rnd() - 0.5) * 110,
        mix('#3a7231', '#8abf58', rnd() * 0.65 + (t > 0.7 ? 0.25 : 0)),
        'round',
        0.84,
      );
    });
  return out;
};
export const strawberryPlant = (x, y, h, seed = 7) => {
  const rnd = random(seed),
    k = h / 200;
  let out = '';
  range(11)
    .map((i) => -76 + i * 15.2)
    .sort((a, b) => Math.abs(b) - Math.abs(a))
    .forEach((a, i) => {
      const l = h * (0.6 + rnd() * 0.3),
        tx = x + Math.sin((a * Math.PI) / 180) * l * 0.92,
        ty = y - Math.cos((a * Math.PI) / 180) * l * 0.74 - 10 * k,
        c = mix('#3f6f35', '#7ba64c', rnd());
      out +=
        stem(`M${x} ${y}Q${x + a * 0.3} ${r1(y - l * 0.5)} ${r1(tx)} ${r1(ty)}`, 3 * k) +
        [-62, 62, 0]
          .map((b) => leaf(tx, ty, 52 * k, a * 0.6 + b, dark(c, b ? 0.1 : 0), 'round', 0.82))
          .join('');
    });
  range(5).forEach((i) =>
    [-64, 60, 0].forEach((b) => {
      out += leaf(
        x + (i - 2) * 24 * k,
        y - (44 - Math.abs(i - 2) * 9) * k,
        42 * k,
        (i - 2) * 34 + b,
        mix('#4b7d3b', '#8ab656', rnd()),
        'round',
        0.84,
      );
    }),
  );
  const berry = (bx, by, s) =>
    g(
      p(
        'M0 38C-16 26 -24 10 -20 -4C-14 -14 14 -14 20 -4C24 10 16 26 0 38Z',
        lin(['#e85a4c', '#c92a2c', '#8e1622'], 0, 0, 1, 0.6),
      ) +
        range(12)
          .map((i) =>
            el(
              -12 + (i % 4) * 8 + (Math.floor(i / 4) % 2) * 3,
              2 + Math.floor(i / 4) * 9,
              1.1,
              1.8,
              '#f3d27a',
            ),
          )
          .join('') +
        range(5)
          .map((i) => leaf(0, -8, 19, -110 + i * 55, '#6f9a48', 'lance', 1.5))
          .join(''),
      `transform="translate(${r1(bx)} ${r1(by)}) scale(${s})"`,
    );
  return (
    out +
    stem(`M${x} ${y - 10 * k}q${-40 * k} ${-36 * k} ${-64 * k} ${14 * k}`, 2.4 * k) +
    berry(x - 66 * k, y + 12 * k, 0.8 * k) +
    stem(`M${x} ${y - 14 * k}q${36 * k} ${-40 * k} ${54 * k} ${6 * k}`, 2.4 * k) +
    berry(x + 56 * k, y - 2 * k, 0.92 * k)
  );
};
export const lavenderPlant = (x, y, h, seed = 9) => {
  const rnd = random(seed),
    k = h / 360;
  let out = '';
  range(46).forEach(() => {
    const a = -50 + rnd() * 100;
    out += leaf(
      x + a * 0.7 * k,
      y - rnd() * 30 * k,
      (90 + rnd() * 70) * k,
      a * 0.9,
      mix('#7d9478', '#a9b99a', rnd()),
      'lance',
      0.55,
    );
  });
  range(27)
    .map(() => ({ a: -34 + rnd() * 68, t: 0.7 + rnd() * 0.3 }))
    .sort((u, v) => v.t - u.t)
    .forEach(({ a, t }) => {
      const l = h * t,
        tx = x + Math.sin((a * Math.PI) / 180) * l,
        ty = y - Math.cos((a * Math.PI) / 180) * l;
      out += stem(
        `M${r1(x + a * 0.5)} ${y}Q${r1(x + a)} ${r1(y - l * 0.5)} ${r1(tx)} ${r1(ty)}`,
        2.6 * k,
        '#8a9f78',
      );
      range(9).forEach((j) => {
        const m = 1 - j * 0.028,
          px = x + Math.sin((a * Math.PI) / 180) * l * m,
          py = y - Math.cos((a * Math.PI) / 180) * l * m,
          c = mix('#6a559c', '#a796d1', rnd());
        [-1, 1].forEach(
          (s) =>
            (out += el(
              px + s * (3 + j * 0.5) * k,
              py,
              (4.4 + j * 0.2) * k,
              6 * k,
              c,
              `transform="rotate(${r1(a + s * 22)} ${r1(px)} ${r1(py)})"`,
            )),
        );
      });
    });
  return out;
};
