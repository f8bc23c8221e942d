// Shared drawing kit: every picture is a plain SVG string built from these helpers.
// Light comes from the upper left, the floor is warm off-white, shadows fall to the lower right.

let defs = [];
let count = 0;

export const takeDefs = () => {
  const out = defs.join('');
  defs = [];
  return out;
};

const id = (prefix) => `${prefix}${(count += 1)}`;
export const def = (make, prefix = 'd') => {
  const name = id(prefix);
  defs.push(make(name));
  return `url(#${name})`;
};

/** Small seeded random source, so that a picture is the same on every run. */
export const random = (seed) => {
  let a = seed * 2654435761;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};
export const range = (n) => Array.from({ length: n }, (_, i) => i);
export const r1 = (v) => Math.round(v * 10) / 10;
export const pts = (list) => list.map(([x, y]) => `${r1(x)},${r1(y)}`).join(' ');

const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
export const mix = (a, b, t) => {
  const [p, q] = [rgb(a), rgb(b)];
  return (
    '#' +
    p
      .map((v, i) =>
        Math.round(v + (q[i] - v) * Math.min(1, Math.max(0, t)))
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')
  );
};
export const dark = (c, t) => mix(c, '#1d130b', t);
export const light = (c, t) => mix(c, '#fffaf0', t);

const stopList = (stops) =>
  stops
    .map((s, i) => {
      const [at, color, op = 1] = Array.isArray(s) ? s : [i / (stops.length - 1), s];
      return `<stop offset="${at}" stop-color="${color}" stop-opacity="${op}"/>`;
    })
    .join('');
/** Linear gradient in bounding-box units; stops are colours or [offset, colour, opacity]. */
export const lin = (stops, x1 = 0, y1 = 0, x2 = 1, y2 = 0) =>
  def(
    (n) =>
      `<linearGradient id="${n}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopList(stops)}</linearGradient>`,
  );
export const linAt = (stops, x1, y1, x2, y2) =>
  def(
    (n) =>
      `<linearGradient id="${n}" gradientUnits="userSpaceOnUse" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopList(stops)}</linearGradient>`,
  );
export const rad = (stops, cx = 0.5, cy = 0.5, r = 0.5) =>
  def(
    (n) =>
      `<radialGradient id="${n}" cx="${cx}" cy="${cy}" r="${r}">${stopList(stops)}</radialGradient>`,
  );
export const clip = (shape) => def((n) => `<clipPath id="${n}">${shape}</clipPath>`);
export const blur = (s) =>
  def(
    (n) =>
      `<filter id="${n}" x="-60%" y="-60%" width="220%" height="220%"><feGaussianBlur stdDeviation="${s}"/></filter>`,
  );
/** Lit surface texture (soil, paper, leather, cast metal) multiplied over whatever it is applied to. */
export const bump = (freq, depth = 2, { octaves = 3, seed = 3, lift = 1.1, elevation = 58 } = {}) =>
  def(
    (
      n,
    ) => `<filter id="${n}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB">
<feTurbulence type="fractalNoise" baseFrequency="${freq}" numOctaves="${octaves}" seed="${seed}" result="t"/>
<feDiffuseLighting in="t" surfaceScale="${depth}" diffuseConstant="${lift}" lighting-color="#fff" result="l"><feDistantLight azimuth="225" elevation="${elevation}"/></feDiffuseLighting>
<feComposite in="SourceGraphic" in2="l" operator="arithmetic" k1="1.08" k2="0" k3="0" k4="0" result="m"/>
<feComposite in="m" in2="SourceAlpha" operator="in"/></filter>`,
  );

export const g = (body, attrs = '') => `<g ${attrs}>${body}</g>`;
export const p = (d, fill, extra = '') => `<path d="${d}" fill="${fill}" ${extra}/>`;
export const line = (d, stroke, width, extra = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`;
export const el = (cx, cy, rx, ry, fill, extra = '') =>
  `<ellipse cx="${r1(cx)}" cy="${r1(cy)}" rx="${r1(rx)}" ry="${r1(ry)}" fill="${fill}" ${extra}/>`;
export const rect = (x, y, w, h, fill, rx = 0, extra = '') =>
  `<rect x="${r1(x)}" y="${r1(y)}" width="${r1(w)}" height="${r1(h)}" rx="${rx}" fill="${fill}" ${extra}/>`;
export const poly = (list, fill, extra = '') =>
  `<polygon points="${pts(list)}" fill="${fill}" ${extra}/>`;
export const at = (x, y, body, rot = 0, s = 1) =>
  g(body, `transform="translate(${x} ${y}) rotate(${rot}) scale(${s})"`);

/** Text; `face` is serif (names) or sans (small capitals). */
export const text = (
  x,
  y,
  str,
  size,
  fill,
  { face = 'serif', anchor = 'middle', spacing = 0, weight = 400, extra = '' } = {},
) =>
  `<text x="${x}" y="${y}" font-family="${face === 'serif' ? "'Young Serif',Georgia,'DejaVu Serif',serif" : "Jost,Futura,'Helvetica Neue','DejaVu Sans',sans-serif"}" font-weight="${weight}" font-size="${size}" letter-spacing="${spacing}" text-anchor="${anchor}" fill="${fill}" ${extra}>${str}</text>`;

const SHADOW = '#4a3522';
/** Contact shadow under a standing thing: a tight dark core and a wide soft pool to the right. */
export const contact = (cx, cy, rx, ry, k = 1) =>
  el(
    cx + rx * 0.16,
    cy + ry * 0.25,
    rx * 1.16,
    ry * 1.5,
    SHADOW,
    `opacity="${0.2 * k}" filter="${blur(26)}"`,
  ) +
  el(cx + rx * 0.05, cy, rx * 1.0, ry * 0.8, SHADOW, `opacity="${0.42 * k}" filter="${blur(9)}"`);
/** Shadow of a thing lying flat: the same shape, blurred twice. `shape` must not set a fill. */
export const flatShadow = (shape, lift = 1) =>
  g(
    shape,
    `fill="${SHADOW}" stroke="none" opacity="${0.26}" filter="${blur(18 * lift)}" transform="translate(${16 * lift} ${22 * lift})"`,
  ) +
  g(
    shape,
    `fill="${SHADOW}" opacity="0.38" filter="${blur(5)}" transform="translate(${5 * lift} ${7 * lift})"`,
  );

/** The studio: page-sized warm background; the picture goes on top. */
export const studio = (body, w = 800, h = 800) => {
  const bg = rad(
    [
      [0, '#fdfaf3'],
      [0.55, '#f7f1e6'],
      [1, '#ebe1d1'],
    ],
    0.4,
    0.34,
    0.82,
  );
  const floor = lin(
    [
      [0, '#e6d9c5', 0],
      [0.6, '#e6d9c5', 0.35],
      [1, '#dccdb6', 0.5],
    ],
    0,
    0,
    0,
    1,
  );
  const inner = rect(0, 0, w, h, bg) + rect(0, h * 0.58, w, h * 0.42, floor) + body;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}"><defs>${takeDefs()}</defs>${inner}</svg>`;
};
