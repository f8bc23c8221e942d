// Hand tools lying flat: saw, drill, staple gun, trowel, spade, clamp, secateurs, gloves.
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
import { BLACK, BRASS, STEEL, handle, lathe } from './fixings.mjs';
import {} from './wood.mjs';

const polished = (x0, y0, x1, y1) =>
  linAt(
    [
      [0, '#f7f9f9'],
      [0.22, '#c3c9cb'],
      [0.45, '#eef1f1'],
      [0.7, '#a9b0b3'],
      [1, '#7b8387'],
    ],
    x0,
    y0,
    x1,
    y1,
  );
const brushed = (w, h, seed) => {
  const r = random(seed);
  return range(60)
    .map(() =>
      line(
        `M${r1(r() * w)} ${r1(r() * h)}h${r1(30 + r() * 120)}`,
        r() > 0.5 ? '#fff' : '#4b5256',
        0.8,
        'opacity="0.22"',
      ),
    )
    .join('');
};

export const pullSaw = () => {
  const teeth = range(52)
    .map((i) => `L${r1(652 - i * 6.2)} 62L${r1(652 - i * 6.2 - 3.1)} 52`)
    .join('');
  const blade = `M300 -14L656 -46L660 62${teeth}L322 44Z`;
  const wrap = range(25)
    .map(
      (i) =>
        line(`M${40 + i * 9.4} -27q7 27 -3 54`, i % 2 ? '#d6b377' : '#c49c5c', 8.6) +
        line(`M${44.5 + i * 9.4} -27q7 27 -3 54`, '#5c3d17', 1.3, 'opacity="0.55"'),
    )
    .join('');
  return at(
    106,
    628,
    flatShadow(`<path d="${blade}"/><path d="M0 -30H330V30H0Z"/>`, 0.9) +
      p(blade, polished(400, -60, 480, 70)) +
      g(
        g(brushed(360, 110, 3), 'transform="translate(300 -46)"'),
        `clip-path="${clip(`<path d="${blade}"/>`)}"`,
      ) +
      line('M304 -13L656 -45', '#fff', 2.4, 'opacity="0.9"') +
      text(560, 14, 'FEINZAHN', 17, '#4e575b', {
        face: 'sans',
        spacing: 4,
        weight: 500,
        extra: 'transform="rotate(-1 560 14)"',
      }) +
      handle(
        [
          [0, 26],
          [20, 30],
          [160, 27],
          [290, 28],
          [330, 22],
        ],
        'ash',
        8,
      ) +
      g(wrap, `clip-path="${clip('<path d="M36 -30H280V30H36Z"/>')}"`) +
      p(
        'M30 -30H286V30H30Z',
        lin(
          [
            [0, '#2c1808', 0.2],
            [0.28, '#fff4dc', 0.34],
            [0.5, '#fff4dc', 0],
            [1, '#2c1808', 0.62],
          ],
          0,
          0,
          0,
          1,
        ),
      ) +
      lathe(
        [
          [276, 29],
          [296, 28],
          [334, 21],
          [338, 17],
        ],
        BLACK,
      ),
    -37,
  );
};
export const cordlessDrill = () => {
  const c = '#a8463a';
  const shell =
    'M236 236C236 206 256 190 290 188H520C548 190 560 206 560 238V300C560 330 546 346 516 346H470L452 352C444 400 440 450 452 536H330C322 470 316 410 322 356C262 352 236 336 236 300Z';
  const grip = 'M330 352C324 410 328 470 336 530H444C436 460 440 400 450 350L420 330H352Z';
  const base =
    'M280 534Q280 524 292 524H498Q512 524 512 538V616Q512 634 494 634H298Q280 634 280 616Z';
  return at(
    16,
    -6,
    flatShadow(
      `<path d="${shell}"/><path d="${base}"/><rect x="90" y="214" width="150" height="108"/>`,
      0.9,
    ) +
      at(
        240,
        268,
        g(
          lathe(
            [
              [0, 62],
              [22, 62],
              [28, 50],
              [46, 48],
              [50, 54],
              [94, 54],
              [106, 44],
              [128, 34],
              [134, 24],
            ],
            BLACK,
          ) +
            range(11)
              .map((i) =>
                rect(54, -48 + i * 9, 38, 3.4, i < 4 ? '#9aa0a3' : '#000', 1.5, 'opacity="0.4"'),
              )
              .join('') +
            lathe(
              [
                [134, 9],
                [190, 9],
                [194, 6],
              ],
              STEEL,
            ),
          'transform="scale(-1 1)"',
        ),
      ) +
      rect(236, 206, 34, 124, lin(['#d9a93c', '#f4d372', '#b98420', '#7a5312'], 0, 0, 0, 1), 5) +
      range(12)
        .map((i) => rect(238, 212 + i * 10, 30, 2.4, '#000', 1, 'opacity="0.2"'))
        .join('') +
      p(
        shell,
        linAt(
          [
            [0, light(c, 0.36)],
            [0.22, light(c, 0.06)],
            [0.6, dark(c, 0.16)],
            [1, dark(c, 0.5)],
          ],
          330,
          180,
          440,
          540,
        ),
      ) +
      p(
        'M270 216C280 204 296 200 320 200H500',
        'none',
        'stroke="#fff" stroke-width="8" stroke-linecap="round" opacity="0.42"',
      ) +
      g(
        p(
          grip,
          linAt(
            [
              [0, '#565b5e'],
              [0.4, '#2c3033'],
              [1, '#17191b'],
            ],
            330,
            0,
            450,
            0,
          ),
        ) +
          range(15)
            .map((i) =>
              line(`M${372 - (i > 8 ? 0 : 2)} ${372 + i * 10}h58`, '#000', 4, 'opacity="0.45"'),
            )
            .join(''),
        '',
      ) +
      p(
        'M322 356C308 360 300 372 302 392C304 414 314 424 328 424Z',
        lin(['#6a7074', '#26292b'], 0, 0, 1, 1),
      ) +
      el(420, 262, 66, 40, dark(c, 0.24)) +
      el(
        420,
        260,
        64,
        38,
        linAt(
          [
            [0, light(c, 0.08)],
            [1, dark(c, 0.2)],
          ],
          360,
          220,
          480,
          300,
        ),
      ) +
      text(420, 270, 'ROTWERK', 21, '#fbeadf', { face: 'sans', spacing: 2.6, weight: 600 }) +
      range(5)
        .map((i) =>
          rect(510 + i * 8.5, 216 + i * 2, 4.6, 72 - i * 4, '#2a0f0b', 2, 'opacity="0.65"'),
        )
        .join('') +
      p(
        base,
        linAt(
          [
            [0, '#565b5e'],
            [0.4, '#303437'],
            [1, '#141618'],
          ],
          300,
          520,
          440,
          640,
        ),
      ) +
      rect(282, 556, 228, 6, '#000', 0, 'opacity="0.5"') +
      rect(300, 530, 190, 5, '#fff', 2, 'opacity="0.22"') +
      text(396, 606, '18 V', 32, '#f2e7d6', { face: 'sans', weight: 600, spacing: 2 }) +
      range(3)
        .map((i) => rect(312 + i * 12, 536, 7, 12, i < 2 ? '#9cc25a' : '#4d5a3c', 2))
        .join('') +
      p('M330 190Q380 176 440 190Z', '#22272a'),
    2,
  );
};
export const stapleGun = () => {
  const body =
    'M150 430V330Q150 300 180 298H330L560 300Q600 304 604 340V372Q600 396 572 398H330V402H286V480Q286 492 274 492H164Q150 490 150 474Z';
  const lever =
    'M222 302C240 250 290 214 350 208L600 196C632 196 650 214 644 236C640 252 626 260 606 260L380 268C350 270 330 286 320 304Z';
  return at(
    -58,
    8,
    flatShadow(`<path d="${body}"/><path d="${lever}"/>`, 0.9) +
      p(
        lever,
        linAt(
          [
            [0, '#fbfcfc'],
            [0.35, '#c1c7c9'],
            [0.6, '#8b9296'],
            [1, '#575e62'],
          ],
          400,
          196,
          412,
          290,
        ),
      ) +
      p(
        'M350 222L606 209C624 209 632 216 630 226C628 234 620 238 606 240L380 250Z',
        linAt(
          [
            [0, '#b5584a'],
            [0.5, '#97392f'],
            [1, '#5c1d17'],
          ],
          400,
          208,
          404,
          252,
        ),
      ) +
      line('M360 226L606 213', '#fff', 4, 'opacity="0.3"') +
      p(
        body,
        linAt(
          [
            [0, '#f4f6f6'],
            [0.2, '#cdd2d4'],
            [0.5, '#a2a9ac'],
            [0.75, '#868e92'],
            [1, '#565d61'],
          ],
          300,
          296,
          330,
          500,
        ),
      ) +
      p(
        'M312 322H566Q584 324 584 342V356Q582 372 564 372H312Q296 370 296 354V340Q297 324 312 322Z',
        linAt(
          [
            [0, '#596064'],
            [0.5, '#23282b'],
            [1, '#3c4245'],
          ],
          0,
          320,
          0,
          374,
        ),
      ) +
      p('M318 330H560Q574 332 576 344H308Q308 332 318 330Z', '#efe6d6', 'opacity="0.22"') +
      rect(150, 474, 136, 18, lin(['#ccd1d3', '#70777b'], 0, 0, 0, 1), 4) +
      el(
        214,
        350,
        30,
        30,
        linAt(
          [
            [0, '#8b9296'],
            [1, '#f4f6f6'],
          ],
          190,
          326,
          240,
          376,
        ),
      ) +
      el(
        214,
        350,
        24,
        24,
        linAt(
          [
            [0, '#b5584a'],
            [1, '#72281f'],
          ],
          190,
          326,
          240,
          376,
        ),
      ) +
      rect(211, 330, 6, 22, '#f8e9dc', 3) +
      el(272, 318, 8, 8, rad(['#fff', '#8d9498', '#52595d'])) +
      el(262, 456, 8, 8, rad(['#fff', '#8d9498', '#52595d'])) +
      text(440, 357, 'ROTWERK', 20, '#efe6d6', { face: 'sans', spacing: 6, weight: 500 }) +
      line('M162 320V470', '#fff', 4, 'opacity="0.7"') +
      rect(330, 398, 240, 16, lin(['#8d9498', '#d9dddf', '#5f666a'], 0, 0, 0, 1), 3),
    -4,
    1.15,
  );
};
export const trowel = () => {
  const blade =
    'M0 0C20 -70 60 -92 150 -86C240 -78 300 -40 336 0C300 40 240 78 150 86C60 92 20 70 0 0Z';
  return at(
    330,
    470,
    flatShadow(
      `<path d="${blade}"/><path d="M-280 -26H-70V26H-280Z"/><path d="M-80 -10H10V10H-80Z"/>`,
      0.9,
    ) +
      lathe(
        [
          [-96, 13],
          [-40, 12],
          [-6, 15],
          [22, 26],
        ],
        ['#7f868a', '#f2f4f4', '#b7bdc0', '#6c7377', '#42484b'],
      ) +
      p(
        blade,
        linAt(
          [
            [0, '#f6f8f8'],
            [0.35, '#c9cfd1'],
            [0.5, '#8e969a'],
            [0.52, '#dde1e2'],
            [1, '#80888c'],
          ],
          150,
          -90,
          158,
          90,
        ),
      ) +
      p(
        'M12 0C60 -22 240 -22 330 0C240 22 60 22 12 0Z',
        lin(
          [
            [0, '#4b5256', 0.5],
            [0.5, '#4b5256', 0.1],
            [1, '#fff', 0.45],
          ],
          0,
          0,
          0,
          1,
        ),
      ) +
      p(
        'M334 0C300 40 240 78 150 86C240 70 292 36 318 0C292 -36 240 -70 150 -86C240 -78 300 -40 334 0Z',
        '#fff',
        'opacity="0.6"',
      ) +
      handle(
        [
          [-300, 14],
          [-286, 28],
          [-220, 31],
          [-150, 23],
          [-104, 20],
        ],
        'ash',
        4,
      ) +
      lathe(
        [
          [-112, 22],
          [-92, 20],
          [-88, 16],
        ],
        STEEL,
      ) +
      line(
        'M-276 -26C-270 -60 -300 -74 -312 -50C-318 -20 -300 0 -286 0',
        '#6b4423',
        5,
        'opacity="0.9"',
      ),
    -40,
  );
};
export const spade = () => {
  const blade =
    'M0 -104L24 -112C110 -116 200 -96 268 0C200 96 110 116 24 112L0 104C-8 60 -8 -60 0 -104Z';
  return at(
    470,
    474,
    flatShadow(`<path d="${blade}"/><path d="M-420 -17H0V17H-420Z"/>`, 0.8) +
      handle(
        [
          [-400, 16],
          [-300, 17],
          [-150, 18],
          [-40, 19],
        ],
        'ash',
        14,
      ) +
      g(
        handle(
          [
            [-70, 14],
            [-50, 22],
            [0, 18],
            [50, 22],
            [70, 14],
          ],
          'ash',
          17,
        ),
        'transform="translate(-416 0) rotate(90)"',
      ) +
      lathe(
        [
          [-398, 20],
          [-370, 18],
          [-366, 16],
        ],
        BLACK,
      ) +
      p(
        blade,
        linAt(
          [
            [0, '#8f989c'],
            [0.3, '#6d767b'],
            [0.5, '#4b5358'],
            [0.54, '#879095'],
            [1, '#3d4448'],
          ],
          90,
          -112,
          110,
          112,
        ),
      ) +
      p(
        'M60 -8C120 -18 200 -14 262 0C200 14 120 18 60 8Z',
        lin(
          [
            [0, '#1d2225', 0.55],
            [1, '#fff', 0.35],
          ],
          0,
          0,
          0,
          1,
        ),
      ) +
      p(
        'M268 0C200 96 110 116 24 112C110 104 186 80 240 0C186 -80 110 -104 24 -112C110 -116 200 -96 268 0Z',
        '#e9eded',
        'opacity="0.85"',
      ) +
      p('M-2 -106L26 -113L28 -98L2 -92ZM-2 106L26 113L28 98L2 92Z', '#b9c0c3') +
      lathe(
        [
          [-120, 20],
          [-112, 23],
          [-20, 24],
          [30, 20],
          [76, 5],
        ],
        ['#3c4347', '#a9b1b5', '#dfe3e4', '#6b7378', '#3a4145', '#23282b'],
      ) +
      [-90, -50].map((x) => el(x, -3, 6, 6, rad(['#fff', '#8d9498', '#42484b']))).join(''),
    46,
    1.02,
  );
};
export const clamp = () => {
  const iron = (d) =>
    g(
      p(
        d,
        linAt(
          [
            [0, '#6f8578'],
            [0.5, '#4a6153'],
            [1, '#2b3b31'],
          ],
          0,
          -120,
          40,
          200,
        ),
      ) + p(d, 'none', 'stroke="#fff" stroke-width="2" opacity="0.16"'),
      `filter="${bump('0.35', 0.5, { lift: 1.18, octaves: 2 })}"`,
    );
  const fixed =
    'M-300 -36Q-300 -52 -284 -52H-236Q-222 -52 -222 -36V30C-222 120 -224 160 -200 206Q-194 222 -210 226H-262Q-276 224 -278 208C-284 130 -290 80 -300 24Z';
  const slide =
    'M60 -44Q60 -56 72 -56H120Q134 -54 134 -40V24C136 90 140 120 176 168Q186 184 184 200V236Q182 250 168 250H112Q98 248 98 234V206C84 150 62 96 60 24Z';
  const bar = 'M-330 -22H330V22H-330Z';
  const spindle =
    lathe(
      [
        [-120, 24],
        [-112, 32],
        [-98, 32],
        [-94, 14],
        [-60, 14],
        [140, 14],
        [146, 20],
        [160, 20],
      ],
      STEEL,
    ) +
    range(20)
      .map((i) => line(`M${-56 + i * 10} -14l5 28`, '#363c3f', 2.4, 'opacity="0.55"'))
      .join('') +
    handle(
      [
        [156, 18],
        [176, 31],
        [240, 34],
        [300, 30],
        [318, 16],
      ],
      'beech',
      9,
    );
  return at(
    336,
    396,
    flatShadow(
      `<path d="${fixed}"/><path d="${slide}"/><path d="${bar}"/><path d="M40 200H450V244H40Z"/>`,
      0.8,
    ) +
      p(bar, lin(['#e9eced', '#c5cbcd', '#8a9195', '#b7bdc0', '#6b7276'], 0, 0, 0, 1)) +
      rect(-330, -6, 660, 12, '#3f464a', 0, 'opacity="0.35"') +
      range(46)
        .map((i) => line(`M${-206 + i * 11.4} 16v6`, '#33393c', 3, 'opacity="0.6"'))
        .join('') +
      iron(fixed) +
      at(140, 218, spindle) +
      iron(slide) +
      rect(
        -220,
        176,
        20,
        44,
        lin(
          BRASS.map((c) => mix(c, '#a8463a', 0.8)),
          0,
          0,
          1,
          0,
        ),
        4,
      ) +
      text(-252, 70, 'FEINZAHN', 17, '#e7ecdf', {
        face: 'sans',
        spacing: 3,
        weight: 500,
        extra: 'transform="rotate(84 -252 70)"',
      }),
    -24,
    0.8,
  );
};
export const secateurs = () => {
  const arm = (d, c) =>
    line(d, dark(c, 0.5), 47) +
    line(d, dark(c, 0.12), 42) +
    line(d, c, 30, 'transform="translate(-3 -4)"') +
    line(d, light(c, 0.35), 9, 'transform="translate(-9 -9)" opacity="0.75"');
  const lower = 'M402 392C460 470 492 560 470 690',
    upper = 'M392 392C330 470 316 570 330 690';
  const blade = 'M372 392C346 320 340 210 402 92C440 160 452 300 432 386Q404 420 372 392Z';
  const hook =
    'M376 404C420 420 440 396 448 360C462 300 494 240 470 158C514 210 536 300 484 384C458 424 412 446 376 404Z';
  return at(
    196,
    -150,
    flatShadow(
      `<path d="${blade}"/><path d="${hook}"/><path d="${lower}" fill="none" stroke="#4a3522" stroke-width="44"/><path d="${upper}" fill="none" stroke="#4a3522" stroke-width="44"/>`,
      0.8,
    ) +
      p(
        hook,
        linAt(
          [
            [0, '#8b9397'],
            [0.5, '#596165'],
            [1, '#363c40'],
          ],
          400,
          160,
          520,
          400,
        ),
      ) +
      arm(lower, '#b04a3a') +
      arm(upper, '#b04a3a') +
      p(
        blade,
        linAt(
          [
            [0, '#fafbfb'],
            [0.4, '#c3c9cb'],
            [0.7, '#e9eced'],
            [1, '#8b9397'],
          ],
          350,
          160,
          450,
          260,
        ),
      ) +
      p(
        'M402 92C440 160 452 300 432 386L420 392C434 300 426 176 402 92Z',
        '#fff',
        'opacity="0.75"',
      ) +
      p('M384 372C366 300 366 220 396 140C382 220 384 300 400 370Z', '#5f676b', 'opacity="0.28"') +
      line('M372 452Q398 424 426 452', '#555c60', 9) +
      range(7)
        .map((i) =>
          line(
            `M${372 + i * 9} ${r1(452 - Math.sin((i / 6) * 3.1416) * 15 - 9)}l2 18`,
            '#d5dadb',
            4,
          ),
        )
        .join('') +
      el(402, 394, 30, 30, '#33393c') +
      el(
        400,
        392,
        29,
        29,
        linAt(
          [
            [0, '#fafbfb'],
            [0.5, '#a6adb0'],
            [1, '#60686c'],
          ],
          375,
          367,
          425,
          417,
        ),
      ) +
      poly(
        range(6).map((i) => [400 + Math.cos(i * 1.0472) * 18, 392 + Math.sin(i * 1.0472) * 18]),
        linAt(
          [
            [0, '#d9a93c'],
            [1, '#8a6420'],
          ],
          382,
          374,
          418,
          410,
        ),
      ) +
      el(400, 392, 7, 7, '#4c370e'),
    24,
    0.98,
  );
};
export const gloves = () => {
  const one = (seed, leather, cuff) => {
    const fingers = [
      ['M-62 -70L-92 -214', 50],
      ['M-22 -90L-34 -252', 52],
      ['M22 -90L28 -246', 51],
      ['M62 -66L88 -196', 46],
      ['M-70 30C-120 4 -138 -30 -156 -74', 54],
    ];
    const palm =
      'M-92 -90C-60 -116 60 -116 88 -84C98 -20 92 60 74 128H-78C-92 70 -104 -10 -92 -90Z';
    const shape =
      fingers
        .map(
          ([d, w]) =>
            `<path d="${d}" fill="none" stroke="${leather}" stroke-width="${w}" stroke-linecap="round" stroke-linejoin="round"/>`,
        )
        .join('') + `<path d="${palm}" fill="${leather}"/>`;
    const tex = `filter="${bump('0.11', 1.1, { lift: 1.18, octaves: 4, seed })}"`;
    const lit = fingers
      .map(
        ([d, w]) =>
          line(
            d,
            light(leather, 0.4),
            w * 0.3,
            `opacity="0.6" filter="${blur(7)}" transform="translate(${-w * 0.16} 0)"`,
          ) +
          line(
            d,
            dark(leather, 0.5),
            w * 0.16,
            `opacity="0.5" filter="${blur(5)}" transform="translate(${w * 0.36} 4)"`,
          ),
      )
      .join('');
    const gaps = [
      'M-46 -86L-62 -150',
      'M1 -96L-3 -168',
      'M44 -88L58 -142',
      'M-90 -20C-84 -34 -92 -60 -98 -80',
    ]
      .map((d) => line(d, dark(leather, 0.66), 3.4, 'opacity="0.75"'))
      .join('');
    const seams = ['M-84 20C-52 -8 -52 -50 -60 -84', 'M-40 96C-20 40 30 10 78 4', 'M-76 100H74']
      .map(
        (d) =>
          line(d, dark(leather, 0.42), 3, 'opacity="0.5"') +
          line(d, light(leather, 0.55), 2, 'stroke-dasharray="7 6" transform="translate(0 4)"'),
      )
      .join('');
    const knit = 'M-80 122C-40 132 40 132 76 122L86 226C40 238 -50 238 -92 226Z';
    return (
      flatShadow(shape.replaceAll(leather, '#4a3522') + `<path d="${knit}"/>`, 0.8) +
      g(
        p(knit, lin([dark(cuff, 0.36), light(cuff, 0.12), cuff, dark(cuff, 0.36)], 0, 0, 1, 0)) +
          range(15)
            .map((i) =>
              line(
                `M${-78 + i * 11} 126q${-2 + i * 0.3} 50 ${(i - 7) * 1.2} 106`,
                i % 2 ? dark(cuff, 0.5) : light(cuff, 0.4),
                3,
                'opacity="0.5"',
              ),
            )
            .join(''),
      ) +
      line('M-91 222C-50 236 40 236 86 222', '#b04a3a', 9) +
      g(shape, tex) +
      lit +
      p(
        palm,
        linAt(
          [
            [0, '#fff6df', 0.3],
            [0.5, '#fff6df', 0],
            [1, '#2c1808', 0.34],
          ],
          -90,
          -100,
          90,
          130,
        ),
      ) +
      gaps +
      seams
    );
  };
  return (
    at(516, 424, g(one(4, '#d3b07c', '#8b9a84'), 'transform="scale(-1 1)"'), 14, 1.12) +
    at(308, 428, one(7, '#dbb987', '#8b9a84'), -8, 1.14)
  );
};
