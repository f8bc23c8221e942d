// Potted plants, rolls, twine, hose and watering can.
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
  linAt,
  mix,
  p,
  poly,
  r1,
  rad,
  random,
  range,
  rect,
  text,
} from './kit.mjs';
import {
  basilPlant,
  lavenderPlant,
  lettuce,
  soil,
  strawberryPlant,
  tomatoPlant,
} from './flora.mjs';
import { camera, footprint, log } from './wood.mjs';

const round = (c) =>
  lin([dark(c, 0.3), light(c, 0.16), light(c, 0.24), c, dark(c, 0.22), dark(c, 0.48)], 0, 0, 1, 0);
/** Clay pot: top centre (x, y), top radius r, height h. `plant` is drawn over the soil. */
export const pot = (x, y, r, h, color, plant, seed = 1) => {
  const b = r * 0.76,
    ry = r * 0.2,
    lip = h * 0.2;
  const wall = `M${x - r * 0.92} ${y + lip}L${x - b} ${y + h}A${b} ${b * 0.2} 0 0 0 ${x + b} ${y + h}L${x + r * 0.92} ${y + lip}Z`;
  const band = `M${x - r} ${y}V${y + lip}A${r} ${ry} 0 0 0 ${x + r} ${y + lip}V${y}A${r} ${ry} 0 0 1 ${x - r} ${y}Z`;
  const clay = bump('0.05 0.09', 0.8, { lift: 1.18, seed });
  return (
    contact(x, y + h + b * 0.08, b * 1.05, b * 0.2) +
    g(
      p(wall, round(color)) +
        p(
          `M${x - r * 0.92} ${y + lip}A${r * 0.92} ${ry} 0 0 0 ${x + r * 0.92} ${y + lip}l-3 26A${r * 0.9} ${ry} 0 0 1 ${x - r * 0.9} ${y + lip + 22}Z`,
          '#2c1408',
          `opacity="0.3" filter="${blur(5)}"`,
        ) +
        p(band, round(light(color, 0.06))) +
        el(x, y, r, ry, dark(color, 0.16)),
      `filter="${clay}"`,
    ) +
    soil(
      `<ellipse cx="${x}" cy="${y + 4}" rx="${r * 0.9}" ry="${ry * 0.82}"/>`,
      [x - r, y - ry, r * 2, ry * 2.4],
      seed,
    ) +
    el(
      x,
      y,
      r - 1,
      ry - 1,
      'none',
      `stroke="${light(color, 0.35)}" stroke-width="2" opacity="0.6"`,
    ) +
    el(x + 6, y + 5, r * 0.5, ry * 0.4, '#000', `opacity="0.3" filter="${blur(6)}"`) +
    plant
  );
};
export const tomatoPot = () =>
  pot(
    400,
    560,
    104,
    146,
    '#bb6b47',
    line('M410 560V120', '#b48a52', 8) + tomatoPlant(400, 562, 440),
    3,
  );
export const basilPot = () => pot(400, 500, 126, 186, '#b9694a', basilPlant(400, 504, 350), 5);
export const lavenderPot = () =>
  pot(400, 540, 112, 160, '#8f8d84', lavenderPlant(400, 544, 430), 7);

const tray = (cols, rows, dx, dy, x0, y0, color, plant) => {
  const w = cols * dx + 40,
    x = x0 - 20,
    back = y0 - dy * 0.8,
    front = y0 + (rows - 1) * dy + dy * 0.5;
  let out =
    contact(x + w / 2, front + 62, w * 0.5, 22) +
    p(
      `M${x + 22} ${back}H${x + w - 22}L${x + w} ${front}H${x}Z`,
      lin([light(color, 0.1), dark(color, 0.3)], 0, 0, 0, 1),
    );
  range(rows).forEach((j) =>
    range(cols).forEach((i) => {
      const k = 0.92 + j * 0.06,
        cx = x + w / 2 + (i - (cols - 1) / 2) * dx * k,
        cy = y0 + j * dy;
      out +=
        el(cx, cy, dx * 0.42 * k, dy * 0.38, dark(color, 0.5)) +
        soil(
          `<ellipse cx="${r1(cx)}" cy="${r1(cy + 3)}" rx="${r1(dx * 0.4 * k)}" ry="${r1(dy * 0.34)}"/>`,
          [cx - dx / 2, cy - dy / 2, dx, dy],
          i + j * 5,
        ) +
        plant(cx, cy, k, i + j * cols);
    }),
  );
  return (
    out +
    p(
      `M${x} ${front}H${x + w}l-14 62q-1 6 -8 6H${x + 22}q-7 0 -8 -6Z`,
      lin([light(color, 0.16), color, dark(color, 0.36)], 0, 0, 1, 0.3),
    ) +
    line(`M${x} ${front}H${x + w}`, light(color, 0.5), 3, 'opacity="0.7"') +
    range(cols - 1)
      .map((i) =>
        line(`M${x + 20 + (i + 1) * dx} ${front + 10}v46`, dark(color, 0.5), 3, 'opacity="0.4"'),
      )
      .join('')
  );
};
export const strawberryTray = () =>
  tray(3, 2, 186, 118, 121, 432, '#56605a', (x, y, k, i) =>
    strawberryPlant(x, y + 4, 170 * k, 11 + i),
  );
export const lettuceTray = (color) => () =>
  tray(4, 3, 142, 92, 116, 392, '#4d5652', (x, y, k, i) =>
    lettuce(x, y + 4, 84 * k, mix(color, '#c9d47e', (i % 3) * 0.07), 20 + i),
  );

export const coirPots = () => {
  const one = (x, y, r, h, seed) => {
    const c = '#9a6b3f',
      b = r * 0.74,
      rnd = random(seed),
      ry = r * 0.27;
    const wall = `M${x - r} ${y}L${x - b} ${y + h}A${b} ${b * 0.26} 0 0 0 ${x + b} ${y + h}L${x + r} ${y}Z`;
    const hair = range(240)
      .map(() => {
        const hx = x - r + rnd() * 2 * r,
          hy = y - ry + rnd() * (h + ry * 2);
        return line(
          `M${r1(hx)} ${r1(hy)}q${r1(rnd() * 20 - 10)} ${r1(rnd() * 14 - 7)} ${r1(rnd() * 34 - 17)} ${r1(rnd() * 18 - 9)}`,
          rnd() > 0.5 ? '#dcb27c' : '#583618',
          1,
          'opacity="0.55"',
        );
      })
      .join('');
    return (
      contact(x, y + h + 8, b * 1.1, b * 0.24) +
      g(
        p(wall, round(c)) +
          el(x, y, r, ry, light(c, 0.12)) +
          el(x, y + 2, r * 0.88, ry * 0.84, lin(['#3c2413', '#6d4725', '#8a5d34'], 0, 0, 1, 0.4)) +
          g(
            hair,
            `clip-path="${clip(`<path d="${wall}"/><ellipse cx="${x}" cy="${y}" rx="${r}" ry="${ry}"/>`)}"`,
          ),
        `filter="${bump(0.16, 1.6, { seed, lift: 1.16 })}"`,
      )
    );
  };
  return one(268, 270, 104, 190, 3) + one(520, 290, 104, 190, 5) + one(392, 404, 128, 236, 8);
};

const roll = (kind, sheet, tail) => () => {
  const cam = camera({ turn: 38, tilt: 30, scale: 1.12, ox: 150, oy: 416 });
  const len = 430,
    r = 76,
    s = ([x, y]) => cam.at(x, y, 0.5);
  const q = [s([0, 30]), s([len, 30]), s([len, -150]), s([0, -150])];
  const far = log(cam, [0, 80, r], len, r, kind, 21);
  return (
    footprint(cam, 0, 0, len, 165, [blur(24), blur(8)]) +
    poly(
      q.map(([x, y]) => [x + 8, y + 10]),
      '#4a3522',
      `opacity="0.35" filter="${blur(7)}"`,
    ) +
    poly(
      q,
      linAt(
        [
          [0, dark(sheet, 0.34)],
          [0.3, sheet],
          [1, light(sheet, 0.18)],
        ],
        ...s([200, 20]),
        ...s([200, -150]),
      ),
      `filter="${bump('0.5', 0.7, { lift: 1.18 })}"`,
    ) +
    cam.top(0, -150, 0.6)(tail(len)) +
    far
  );
};
export const fleece = roll('fleece', '#e6e2d6', (n) =>
  range(8)
    .map((i) => line(`M0 ${i * 20 + 8}H${n}`, '#a8a292', 0.8, 'opacity="0.35"'))
    .join(''),
);
export const membrane = roll('liner', '#484d51', (n) =>
  range(15)
    .map((i) =>
      range(6)
        .map((j) =>
          el(
            16 + i * 28.6,
            16 + j * 25,
            8.6,
            8.6,
            rad(
              [
                [0, '#a9b1b7'],
                [0.45, '#5c6368'],
                [1, '#23272a'],
              ],
              0.34,
              0.66,
              0.7,
            ),
          ),
        )
        .join(''),
    )
    .join(''),
);

export const twine = () => {
  const c = '#bd9560',
    R = 236,
    rnd = random(12);
  const wrap = (rot, n, ry) =>
    g(
      range(n)
        .map((i) => {
          const t = (i / (n - 1)) * 2 - 1,
            y = t * R * ry,
            w = Math.sqrt(Math.max(0, R * R - y * y)),
            col = mix('#d9b680', '#96703f', rnd());
          const d = `M${r1(-w)} ${r1(y)}Q0 ${r1(y + 74)} ${r1(w)} ${r1(y)}`;
          return (
            line(d, '#4b3113', 12.5, 'opacity="0.55" transform="translate(0 3)"') +
            line(d, col, 10) +
            line(
              d,
              light(col, 0.45),
              2.4,
              'opacity="0.6" stroke-dasharray="5 6" transform="translate(0 -2)"',
            ) +
            line(
              d,
              dark(col, 0.4),
              1.6,
              'opacity="0.5" stroke-dasharray="6 5" transform="translate(0 3)"',
            )
          );
        })
        .join(''),
      `transform="rotate(${rot})"`,
    );
  const body =
    el(0, 0, R, R, c) +
    wrap(96, 40, 0.98) +
    g(
      wrap(34, 44, 1),
      `clip-path="${clip('<path d="M-240 -60C-120 -150 100 -190 250 -120V250H-250Z"/>')}"`,
    ) +
    g(wrap(-38, 44, 1), `clip-path="${clip('<path d="M-250 30C-110 -60 30 -20 90 250H-250Z"/>')}"`);
  const tail = 'M560 560C640 600 700 640 640 668C580 692 520 650 560 640';
  return (
    contact(400, 628, 190, 30) +
    line(tail, '#4a3522', 10, `opacity="0.35" filter="${blur(5)}" transform="translate(5 8)"`) +
    line(tail, '#a9824c', 9) +
    line(tail, '#e0c08d', 3, 'stroke-dasharray="5 6"') +
    at(
      392,
      396,
      g(body, `clip-path="${clip(`<circle r="${R}"/>`)}"`) +
        el(
          0,
          0,
          R,
          R,
          rad(
            [
              [0, '#fff5dc', 0.4],
              [0.45, '#fff5dc', 0],
              [0.75, '#2c1808', 0.2],
              [1, '#2c1808', 0.62],
            ],
            0.34,
            0.3,
            0.78,
          ),
        ),
    )
  );
};
export const hose = () => {
  const c = '#5d7a4f',
    rnd = random(6);
  const ring = (cx, cy, rx, ry, half) => {
    const d = half
      ? `M${cx - rx} ${cy}A${rx} ${ry} 0 0 0 ${cx + rx} ${cy}`
      : `M${cx - rx} ${cy}A${rx} ${ry} 0 1 1 ${cx + rx} ${cy}A${rx} ${ry} 0 1 1 ${cx - rx} ${cy}Z`;
    return (
      line(d, dark(c, 0.62), 37) +
      line(d, dark(c, 0.3), 33) +
      line(d, c, 24, 'transform="translate(-1 -4)"') +
      line(d, light(c, 0.24), 11, 'transform="translate(-2 -8)"') +
      line(d, light(c, 0.62), 3, 'opacity="0.75" transform="translate(-3 -11)"') +
      line(d, '#e8c65a', 3, 'opacity="0.8" transform="translate(0 4)"')
    );
  };
  let out = contact(400, 560, 290, 120, 0.9);
  range(5).forEach((l) =>
    [172, 210, 248].forEach((rx) => {
      out += ring(
        400 + (rnd() - 0.5) * 12,
        530 - l * 34 + (rnd() - 0.5) * 6,
        rx + (rnd() - 0.5) * 8,
        rx * 0.46,
      );
    }),
  );
  const end = 'M596 486C690 500 716 590 652 640C630 656 606 660 590 658';
  const tie = (x, y) =>
    rect(
      x,
      y,
      44,
      192,
      lin(['#2f3a2c', '#4c5a46', '#252e23'], 0, 0, 1, 0),
      8,
      `transform="rotate(4 ${x} ${y})" opacity="0.96"`,
    );
  return (
    out +
    g(
      line(end, '#4a3522', 36, `opacity="0.35" filter="${blur(8)}" transform="translate(6 12)"`) +
        line(end, dark(c, 0.62), 37) +
        line(end, dark(c, 0.3), 33) +
        line(end, c, 24, 'transform="translate(-2 -4)"') +
        line(end, light(c, 0.24), 11, 'transform="translate(-3 -7)"') +
        line(end, light(c, 0.62), 3, 'opacity="0.75" transform="translate(-4 -10)"'),
    ) +
    el(590, 658, 9, 18, dark(c, 0.66)) +
    el(589, 658, 5, 10, '#141a12') +
    tie(378, 470)
  );
};
/** Nine-litre can seen from the side. */
export const wateringCan = (color, plated) => () => {
  const side = plated
    ? lin(
        [
          dark(color, 0.4),
          light(color, 0.1),
          light(color, 0.62),
          color,
          dark(color, 0.18),
          light(color, 0.06),
          dark(color, 0.5),
        ],
        0,
        0,
        1,
        0,
      )
    : lin(
        [
          dark(color, 0.4),
          light(color, 0.06),
          light(color, 0.36),
          color,
          dark(color, 0.2),
          dark(color, 0.55),
        ],
        0,
        0,
        1,
        0,
      );
  const tex = `filter="${bump(plated ? '0.03 0.04' : '0.6', plated ? 1.2 : 0.25, { lift: 1.18, octaves: 2, seed: 5 })}"`;
  const body = 'M372 330L352 640A158 34 0 0 0 668 640L648 330Z';
  const tube = (d, w) =>
    line(d, dark(color, 0.55), w) +
    line(d, dark(color, 0.15), w * 0.82, 'transform="translate(-1 -2)"') +
    line(d, light(color, 0.12), w * 0.5, 'transform="translate(-2 -4)"') +
    line(d, light(color, 0.65), w * 0.16, 'transform="translate(-3 -6)" opacity="0.85"');
  const brass = lin(['#6f4d16', '#e8c873', '#f8e9b0', '#c39a3f', '#73511b'], 0, 0, 1, 0);
  const rose = at(
    129,
    303,
    p('M-14 30L-50 -14A56 17 0 0 1 50 -14L14 32Z', brass) +
      el(0, -16, 54, 17, lin(['#f6e3a2', '#c9a14a', '#94702a'], 0, 0, 1, 1)) +
      range(3)
        .map((j) =>
          range(9 - j * 2)
            .map((i) => el(-38 + j * 10 + i * 9.6, -20 + j * 5, 1.8, 1.1, '#4a3310'))
            .join(''),
        )
        .join(''),
    -36,
  );
  return (
    contact(510, 656, 170, 30) +
    tube('M560 330C590 150 720 170 716 330C712 450 690 520 656 560', 19) +
    g(
      p(
        'M372 590L372 512C290 470 214 390 152 318L128 338C186 440 262 552 362 606Z',
        lin([light(color, 0.35), color, dark(color, 0.5)], 0.45, 0, 0.2, 1),
      ) +
        line('M364 396L236 416', dark(color, 0.3), 9) +
        line('M364 393L236 413', light(color, 0.3), 3),
      tex,
    ) +
    rose +
    g(
      p(body, side) +
        p('M366 420A146 30 0 0 0 654 420l1 9A147 30 0 0 1 365 429Z', '#fff', 'opacity="0.3"') +
        p('M365 430A147 30 0 0 0 655 430l1 6A147 30 0 0 1 365 436Z', '#000', 'opacity="0.22"') +
        p('M356 590A156 33 0 0 0 664 590l1 9A156 33 0 0 1 355 599Z', '#fff', 'opacity="0.28"') +
        p('M355 600A156 33 0 0 0 665 600l1 6A156 33 0 0 1 355 606Z', '#000', 'opacity="0.24"'),
      tex,
    ) +
    el(510, 330, 138, 29, lin([light(color, 0.5), dark(color, 0.1)], 0, 0, 1, 0)) +
    el(
      510,
      331,
      130,
      25,
      lin([dark(color, 0.78), dark(color, 0.5), dark(color, 0.3)], 0, 0, 1, 0.3),
    ) +
    g(
      p(
        'M378 330A134 27 0 0 1 510 303V358A134 27 0 0 1 378 330Z',
        lin([light(color, 0.3), dark(color, 0.12)], 0, 0, 1, 0.4),
      ),
      tex,
    ) +
    tube('M436 318C440 236 560 226 584 318', 17) +
    text(510, 520, 'REGENROHR', 15, plated ? '#4d5352' : light(color, 0.7), {
      face: 'sans',
      spacing: 5,
      weight: 500,
      extra: 'opacity="0.75"',
    }) +
    text(510, 546, '9 l', 17, plated ? '#4d5352' : light(color, 0.7), {
      face: 'sans',
      weight: 500,
      extra: 'opacity="0.75"',
    })
  );
};
