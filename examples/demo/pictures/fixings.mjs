// Screws, brackets, drill bits, nozzle, level, square and tape: turned and folded metal.
import {
  at,
  blur,
  bump,
  clip,
  dark,
  el,
  flatShadow,
  g,
  light,
  lin,
  line,
  linAt,
  p,
  poly,
  r1,
  rad,
  range,
  rect,
  text,
} from './kit.mjs';
import { board, camera, footprint, grain } from './wood.mjs';

export const STEEL = ['#7f868a', '#dfe3e4', '#fbfcfc', '#b7bdc0', '#848b8f', '#5c6367'];
export const BRASS = ['#7a5518', '#e3c069', '#fbeeb8', '#cfa548', '#94702a', '#5f4412'];
export const BLACK = ['#1d2023', '#4a4f53', '#6b7175', '#33373a', '#222527', '#121415'];
/** A turned part along +x from (0, 0): profile is [[x, radius], …], lit across its axis. */
export const lathe = (profile, tones = STEEL) => {
  const d = `M${profile.map(([x, r]) => `${r1(x)} ${r1(-r)}`).join('L')}L${[...profile]
    .reverse()
    .map(([x, r]) => `${r1(x)} ${r1(r)}`)
    .join('L')}Z`;
  return (
    p(d, lin(tones, 0, 0, 0, 1)) +
    profile
      .slice(1, -1)
      .map(([x, r]) => line(`M${r1(x)} ${r1(-r)}V${r1(r)}`, '#000', 1, 'opacity="0.16"'))
      .join('')
  );
};
/** Wooden handle along +x with an oval profile. */
export const handle = (list, kind, seed) => {
  const [x0, x1] = [list[0][0], list.at(-1)[0]],
    r = Math.max(...list.map((q) => q[1]));
  const up = list.map(([x, v]) => [x, -v]),
    down = [...list].reverse();
  const smooth = (q) =>
    q
      .map(([x, y], i) =>
        i === 0
          ? `${r1(x)} ${r1(y)}`
          : `Q${r1(q[i - 1][0] + (x - q[i - 1][0]) * 0.5)} ${r1(q[i - 1][1] * 0.4 + y * 0.6)} ${r1(x)} ${r1(y)}`,
      )
      .join('');
  const d = `M${smooth(up)}L${smooth(down)}Z`;
  return (
    g(
      `<g transform="translate(${x0} ${-r})">${grain(x1 - x0, r * 2, kind, seed)}</g>` +
        rect(
          x0,
          -r,
          x1 - x0,
          r * 2,
          lin(
            [
              [0, '#2c1808', 0.25],
              [0.25, '#fff4dc', 0.42],
              [0.45, '#fff4dc', 0],
              [1, '#2c1808', 0.6],
            ],
            0,
            0,
            0,
            1,
          ),
        ),
      `clip-path="${clip(`<path d="${d}"/>`)}"`,
    ) + p(d, 'none', 'stroke="#3c2413" stroke-width="1.2" opacity="0.45"')
  );
};

const screw = (len, r) => {
  const head = r * 2.05,
    n = Math.floor((len * 0.62) / (r * 0.92));
  const t0 = len * 0.36,
    step = (len * 0.62) / n;
  const thread = range(n)
    .map((i) => {
      const x = t0 + i * step,
        k = i > n - 4 ? (n - i) / 4 : 1,
        o = r * 1.36 * k;
      return p(
        `M${r1(x)} ${r1(-o)}L${r1(x + step * 0.34)} ${r1(-o)}L${r1(x + step * 0.86)} ${r1(o)}L${r1(x + step * 0.5)} ${r1(o)}Z`,
        lin(['#8d9498', '#fafbfb', '#c4cacc', '#697074'], 0, 0, 0, 1),
      );
    })
    .join('');
  return (
    lathe([
      [0, head],
      [3, head],
      [head * 0.95, r * 1.02],
      [t0, r],
      [len * 0.86, r * 0.9],
      [len, 0.6],
    ]) +
    range(5)
      .map((i) =>
        line(
          `M${5 + i * 1.4} ${r1(-head * 0.72 + i * 7)}l${head * 0.4} 2`,
          '#3e4447',
          1,
          'opacity="0.35"',
        ),
      )
      .join('') +
    thread +
    rect(-3, -head, 4, head * 2, lin(STEEL, 0, 0, 0, 1), 2)
  );
};
const screwHead = (x, y, r) => {
  const star = range(12).map((i) => {
    const a = (i / 12) * 6.2832,
      k = i % 2 ? 0.36 : 0.56;
    return [x + Math.cos(a) * r * k, y + Math.sin(a) * r * k];
  });
  return (
    el(x + 6, y + 9, r, r, '#4a3522', `opacity="0.45" filter="${blur(6)}"`) +
    el(
      x,
      y,
      r,
      r,
      linAt(
        [
          [0, '#fdfdfd'],
          [0.5, '#b9bfc2'],
          [1, '#71787c'],
        ],
        x - r,
        y - r,
        x + r,
        y + r,
      ),
    ) +
    el(
      x,
      y,
      r * 0.86,
      r * 0.86,
      linAt(
        [
          [0, '#c6cbcd'],
          [0.5, '#e8ebeb'],
          [1, '#9aa1a4'],
        ],
        x - r,
        y - r,
        x + r,
        y + r,
      ),
    ) +
    poly(star, '#2b3033', 'stroke="#2b3033" stroke-width="6" stroke-linejoin="round"') +
    poly(
      star.map(([a, b]) => [a + 2, b + 2]),
      'none',
      'stroke="#fff" stroke-width="1.5" opacity="0.35" stroke-linejoin="round"',
    )
  );
};
export const screws = () => {
  const list = [
    [150, 250, 545, 15],
    [150, 350, 455, 13.5],
    [150, 438, 370, 12.4],
    [150, 514, 300, 11.2],
  ];
  return at(
    8,
    26,
    list
      .map(([x, y, l, r]) =>
        at(
          x,
          y,
          flatShadow(
            `<path d="M0 ${-r * 2}L${r * 2} ${-r}H${l}V${r}H${r * 2}L0 ${r * 2}Z"/>`,
            0.6,
          ) + screw(l, r),
          -7,
        ),
      )
      .join('') +
      screwHead(560, 548, 44) +
      screwHead(668, 500, 36) +
      screwHead(474, 596, 32),
  );
};

/** Folded angle with a stiffening rib, standing on the floor. */
export const brackets = (tone) => () => {
  const [hi, mid, lo] = tone;
  const cam = camera({ turn: 36, tilt: 30, scale: 1.72, ox: 98, oy: 570 });
  const tex = `filter="${bump('0.06', 0.7, { lift: 1.18, octaves: 2 })}"`;
  const hole = (u, v) =>
    el(u, v, 11, 11, dark(lo, 0.3)) +
    el(u, v, 7.4, 7.4, '#1b1510') +
    `<path d="M${u - 11} ${v}A11 11 0 0 0 ${u + 11} ${v}" fill="none" stroke="#fff" stroke-width="1.6" opacity="0.55"/>`;
  const one = (x, y) => {
    const [w, L, t] = [92, 190, 7];
    const q = (l) => l.map((c) => cam.at(x + c[0], y + c[1], c[2]));
    return (
      footprint(cam, x, y, x + w, y + L, [blur(20), blur(6)]) +
      cam.top(
        x,
        y,
        t,
      )(
        g(
          rect(0, 0, w, L, lin([mid, hi, mid], 0, 0, 1, 1), 8) +
            hole(22, 26) +
            hole(70, 26) +
            hole(46, 58),
          tex,
        ),
      ) +
      cam.front(x, y, 0)(rect(0, 0, w, t, lo)) +
      cam.side(x + w, y, 0)(rect(0, 0, L, t, dark(lo, 0.3))) +
      cam.front(
        x,
        y + L - t,
        0,
      )(
        g(
          rect(0, 0, w, L, lin([light(lo, 0.12), hi, mid], 0, 0, 1, 1), 8) +
            rect(
              0,
              0,
              w,
              46,
              lin(
                [
                  [0, '#000', 0.34],
                  [1, '#000', 0],
                ],
                0,
                0,
                0,
                1,
              ),
            ) +
            hole(22, 162) +
            hole(70, 162) +
            hole(46, 128),
          tex,
        ),
      ) +
      cam.side(x + w, y + L - t, 0)(rect(0, 0, t, L, dark(lo, 0.35))) +
      poly(
        q([
          [38, L - t, 96],
          [38, 92, t],
          [38, L - t, t],
        ]),
        dark(mid, 0.3),
      ) +
      poly(
        q([
          [38, L - t, 96],
          [38, 92, t],
          [56, 92, t],
          [56, L - t, 96],
        ]),
        linAt(
          [
            [0, hi],
            [0.5, light(hi, 0.3)],
            [1, lo],
          ],
          ...cam.at(x + 38, y + 140, 40),
          ...cam.at(x + 60, y + 140, 40),
        ),
      ) +
      poly(
        q([
          [56, L - t, 96],
          [56, 92, t],
          [56, L - t, t],
        ]),
        dark(lo, 0.28),
      )
    );
  };
  return one(0, 60) + one(150, 20);
};
export const ZINC = ['#d9dedf', '#b3babc', '#8a9295'];
export const COAL = ['#565b5f', '#3a3e41', '#26292b'];

export const drillBits = () => {
  const cam = camera({ turn: 32, tilt: 24, scale: 1.22, ox: 150, oy: 566 });
  let out =
    footprint(cam, 0, 0, 430, 96, [blur(22), blur(7)]) +
    board(cam, [0, 0, 0], [430, 96, 62], 'beech', 7);
  range(8).forEach((i) => {
    const w = 10 + i * 3.4,
      h = 190 + i * 32,
      [x, y] = cam.at(34 + i * 51.5, 48, 62);
    const n = Math.round((h * 0.72) / (w * 1.5)),
      s = (h * 0.72) / n,
      top = y - h;
    const body = `M${r1(x - w / 2)} ${r1(y)}V${r1(top + 8)}l${r1(w * 0.3)} 4L${r1(x)} ${r1(top - w * 0.45)}l${r1(w * 0.2)} ${r1(w * 0.45 + 12)}l${r1(w * 0.3)} -4V${r1(y)}Z`;
    const flutes = range(n)
      .map((k) => {
        const v = top + 8 + k * s;
        return (
          p(
            `M${r1(x - w / 2)} ${r1(v + s * 0.72)}Q${r1(x)} ${r1(v + s * 0.7)} ${r1(x + w / 2)} ${r1(v)}V${r1(v + s * 0.46)}Q${r1(x)} ${r1(v + s * 1.16)} ${r1(x - w / 2)} ${r1(v + s * 1.18)}Z`,
            '#2f3437',
            'opacity="0.72"',
          ) +
          line(
            `M${r1(x - w / 2)} ${r1(v + s * 0.72)}Q${r1(x)} ${r1(v + s * 0.7)} ${r1(x + w / 2)} ${r1(v)}`,
            '#fff',
            1.4,
            'opacity="0.8"',
          )
        );
      })
      .join('');
    out +=
      el(x + 3, y + 1, w * 0.75, w * 0.32, '#3a2413', 'opacity="0.6"') +
      line(
        `M${r1(x)} ${r1(y)}L${r1(x + 40)} ${r1(y + 18)}`,
        '#3a2413',
        w * 0.6,
        `opacity="0.25" filter="${blur(4)}"`,
      ) +
      g(p(body, lin(STEEL, 0, 0, 1, 0)) + flutes, `clip-path="${clip(`<path d="${body}"/>`)}"`);
  });
  return (
    out +
    cam.front(
      30,
      0,
      20,
    )(
      g(
        text(0, 0, '3', 20, '#6d4524', { face: 'sans', weight: 500 }) +
          range(7)
            .map((i) =>
              text((i + 1) * 52.5, 0, String(i + 4), 20, '#6d4524', { face: 'sans', weight: 500 }),
            )
            .join(''),
        'transform="scale(1 -1)"',
      ),
    )
  );
};
export const hoseNozzle = () =>
  at(
    180,
    522,
    flatShadow('<path d="M0 -60H100L130 -84H330L470 -34V34L330 84H130L100 60H0Z"/>') +
      lathe(
        [
          [0, 50],
          [6, 56],
          [18, 56],
          [22, 48],
          [34, 48],
          [38, 56],
          [50, 56],
          [56, 46],
          [96, 46],
        ],
        BRASS,
      ) +
      lathe(
        [
          [92, 62],
          [104, 72],
          [128, 74],
          [132, 66],
          [146, 66],
        ],
        BRASS,
      ) +
      lathe(
        [
          [146, 80],
          [154, 84],
          [318, 76],
          [326, 70],
        ],
        BRASS,
      ) +
      range(17)
        .map((i) => {
          const v = -72 + i * 9;
          return (
            p(
              `M158 ${r1(v * 1.06)}L316 ${r1(v * 0.96)}l0 3.6L158 ${r1(v * 1.06 + 4)}Z`,
              i < 9 ? '#fff3c4' : '#3f2c08',
              `opacity="${i < 9 ? 0.42 : 0.34}"`,
            ) +
            p(
              `M158 ${r1(v * 1.06 + 4)}L316 ${r1(v * 0.96 + 3.6)}l0 3L158 ${r1(v * 1.06 + 7)}Z`,
              '#4a340c',
              'opacity="0.36"',
            )
          );
        })
        .join('') +
      lathe(
        [
          [326, 60],
          [340, 56],
          [420, 40],
          [448, 38],
          [454, 42],
          [472, 42],
          [478, 36],
        ],
        BRASS,
      ) +
      rect(110, -74, 10, 148, lin(BLACK, 0, 0, 0, 1), 4) +
      el(478, 0, 9, 35, lin(['#e9cd80', '#8a6420'], 0, 0, 0, 1)) +
      el(479, 0, 5, 20, '#2b1d06'),
    -28,
    1.14,
  );

export const spiritLevel = () => {
  const cam = camera({ turn: 28, tilt: 24, scale: 1.06, ox: 74, oy: 372 });
  const [w, d, h] = [640, 46, 100],
    c = '#4d6b62';
  const vial = (u, v, a, b) =>
    rect(u - a / 2 - 9, v - b / 2 - 9, a + 18, b + 18, '#22302b', 12) +
    rect(
      u - a / 2,
      v - b / 2,
      a,
      b,
      a > b
        ? lin(['#7d9c14', '#d7ec4e', '#f3fa9a', '#c2dc34'], 0, 0, 0, 1)
        : lin(['#c2dc34', '#f3fa9a', '#d7ec4e', '#7d9c14'], 0, 0, 1, 0),
      11,
    );
  const face =
    rect(0, 0, w, h, lin([dark(c, 0.26), c, light(c, 0.1)], 0, 0, 0, 1)) +
    rect(0, 0, w, 13, lin(['#8f979a', '#d4d9da'], 0, 0, 0, 1)) +
    rect(0, h - 13, w, 13, lin(['#b4babc', '#eff1f1'], 0, 0, 0, 1)) +
    rect(0, 13, w, 5, '#000', 0, 'opacity="0.25"') +
    rect(110, 28, 108, 44, dark(c, 0.4), 22) +
    rect(422, 28, 108, 44, dark(c, 0.4), 22) +
    rect(114, 28, 100, 36, '#efe6d6', 18, 'opacity="0.92"') +
    rect(426, 28, 100, 36, '#efe6d6', 18, 'opacity="0.92"') +
    vial(320, 62, 96, 34) +
    rect(298, 52, 44, 20, '#f8fcc8', 10, 'stroke="#8ea52a" stroke-width="1.5"') +
    line('M292 46V78M348 46V78', '#28330b', 3) +
    vial(588, 50, 26, 44) +
    rect(580, 40, 16, 20, '#f8fcc8', 8, 'stroke="#8ea52a" stroke-width="1.2"') +
    line('M576 36H600M576 64H600', '#28330b', 2.4);
  return (
    footprint(cam, 0, 0, w, d, [blur(22), blur(7)]) +
    cam.top(0, 0, h)(rect(0, 0, w, d, lin(['#cfd5d6', '#f6f8f8', '#b9c0c2'], 0, 1, 0, 0))) +
    cam.front(0, 0, 0)(face) +
    cam.side(
      w,
      0,
      0,
    )(
      rect(0, 0, d, h, '#2b2f31') +
        rect(4, 6, d - 8, h - 12, lin(['#3c4144', '#222628'], 0, 0, 0, 1), 6),
    ) +
    cam.front(
      40,
      0,
      42,
    )(
      g(
        text(0, 0, 'LOTWERK', 15, '#e9eddc', {
          face: 'sans',
          anchor: 'start',
          spacing: 2,
          weight: 500,
        }),
        'transform="scale(1 -1) translate(-22 -4)"',
      ),
    )
  );
};
export const square = () =>
  at(
    176,
    170,
    flatShadow('<path d="M0 0H430V62H92V470H0Z"/>', 0.9) +
      g(
        rect(
          60,
          8,
          400,
          50,
          linAt(
            [
              [0, '#6f7d8a'],
              [0.3, '#a9b7c2'],
              [0.55, '#7b8996'],
              [1, '#52606c'],
            ],
            60,
            0,
            460,
            60,
          ),
          2,
        ) +
          range(30)
            .map((i) => line(`M${104 + i * 11.6} 58v${i % 5 ? -9 : -18}`, '#1f2830', 1.6))
            .join('') +
          range(6)
            .map((i) =>
              text(104 + i * 58 + (i ? 0 : 6), 32, String(i * 5), 14, '#1f2830', {
                face: 'sans',
                weight: 500,
              }),
            )
            .join(''),
      ) +
      line('M60 9H460', '#fff', 1.6, 'opacity="0.7"') +
      g(
        `<g transform="matrix(0 1 1 0 0 0)">${grain(480, 92, 'beech', 12)}</g>` +
          rect(
            0,
            0,
            92,
            480,
            lin(
              [
                [0, '#fff4dc', 0.36],
                [0.3, '#fff4dc', 0],
                [1, '#1d0e04', 0.42],
              ],
              0,
              0,
              1,
              0,
            ),
          ),
        `clip-path="${clip('<path d="M6 0H92V480H6Q0 480 0 474V6Q0 0 6 0Z"/>')}"`,
      ) +
      rect(82, 0, 10, 480, lin(BRASS, 0, 0, 1, 0)) +
      [
        [34, 24],
        [60, 44],
        [34, 46],
      ]
        .map(([x, y]) =>
          el(
            x,
            y,
            8,
            8,
            rad(
              [
                [0, '#fdf0be'],
                [0.6, '#cfa548'],
                [1, '#7a5518'],
              ],
              0.35,
              0.3,
              0.7,
            ),
          ),
        )
        .join('') +
      el(46, 440, 14, 14, '#1d120a') +
      `<circle cx="46" cy="440" r="14" fill="none" stroke="#d9b45c" stroke-width="4"/>`,
    6,
    1.1,
  );

export const tapeMeasure = () => {
  const body =
    'M-170 40C-176 -80 -130 -170 -10 -176C110 -182 176 -120 178 0L176 140Q175 166 148 168H-140Q-168 167 -170 140Z';
  const blade = 'M150 120H420V162H150Z';
  const marks =
    range(48)
      .map((i) =>
        line(`M${170 + i * 5.2} 122v${i % 10 === 0 ? 22 : i % 5 === 0 ? 16 : 9}`, '#2c2416', 1.5),
      )
      .join('') +
    range(5)
      .map((i) =>
        text(180 + i * 52, 157, String(i + 1), 17, i ? '#2c2416' : '#a83226', {
          face: 'sans',
          weight: 600,
        }),
      )
      .join('');
  return at(
    278,
    420,
    flatShadow(`<path d="${body}"/><path d="${blade}"/>`) +
      p(blade, lin(['#f9e9a6', '#f3d768', '#d8b13e'], 0, 0, 0, 1)) +
      marks +
      p('M414 112h14q6 0 6 6v62q0 6 -6 6h-6v-24h-8Z', lin(STEEL, 0, 0, 0, 1)) +
      p(
        body,
        linAt(
          [
            [0, '#93a98c'],
            [0.5, '#5f7c66'],
            [1, '#344a3d'],
          ],
          -150,
          -170,
          150,
          170,
        ),
      ) +
      p(
        'M-150 40C-154 -70 -110 -150 -8 -155C96 -160 154 -106 156 0L155 132Q154 146 140 147H-130Q-148 146 -150 130Z',
        'none',
        'stroke="#22322a" stroke-width="3" opacity="0.4"',
      ) +
      p(
        'M-130 -60C-100 -120 -60 -146 0 -150',
        'none',
        'stroke="#fff" stroke-width="9" stroke-linecap="round" opacity="0.35"',
      ) +
      p(
        'M60 -170C130 -160 172 -110 178 -20L150 -14C146 -84 112 -128 52 -140Z',
        linAt(
          [
            [0, '#3a3f3d'],
            [1, '#1f2322'],
          ],
          60,
          -170,
          170,
          -20,
        ),
      ) +
      el(
        -4,
        4,
        98,
        98,
        linAt(
          [
            [0, '#4b5f52'],
            [1, '#8aa28c'],
          ],
          -80,
          -80,
          80,
          80,
        ),
      ) +
      el(
        -4,
        4,
        90,
        90,
        linAt(
          [
            [0, '#f7eed8'],
            [1, '#dccdae'],
          ],
          -80,
          -80,
          80,
          80,
        ),
      ) +
      text(-4, 14, '5 m', 56, '#34463b') +
      text(-4, 48, 'LOTWERK', 14, '#34463b', { face: 'sans', spacing: 4, weight: 500 }) +
      rect(134, 100, 44, 68, lin(['#3a3f3d', '#1d2120'], 0, 0, 1, 1), 6),
    -8,
  );
};
