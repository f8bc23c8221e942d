// Wood: species, grain, end grain, and a small parallel projection for boards, posts and logs.
import { clip, dark, g, light, lin, line, mix, poly, r1, random, range, rect } from './kit.mjs';

export const species = {
  larch: { base: '#d9a570', pale: '#ebc493', grain: '#9c5a26', knots: 3 },
  douglas: { base: '#d49b74', pale: '#e8bd98', grain: '#91482a', knots: 2 },
  spruce: { base: '#ecd5aa', pale: '#f6e6c6', grain: '#b98745', knots: 3 },
  oak: { base: '#bd945f', pale: '#d3b183', grain: '#6f4a22', knots: 1 },
  robinia: { base: '#c2a162', pale: '#d9bf86', grain: '#71541f', knots: 0 },
  beech: { base: '#e4bf98', pale: '#f1d8b9', grain: '#a87145', knots: 0 },
  ash: { base: '#e3c79c', pale: '#f2e0be', grain: '#a27a44', knots: 0 },
  // not woods, but rolled sheets show rings at their ends just the same
  fleece: { base: '#e4e1d6', pale: '#f4f2ea', grain: '#b9b4a4', knots: 0 },
  liner: { base: '#4b5054', pale: '#6b7176', grain: '#1f2326', knots: 0 },
  walnut: { base: '#8a5a38', pale: '#a9764d', grain: '#3e220f', knots: 0 },
};

/** Long grain on a w × h surface (local units, u along the fibres). */
export const grain = (w, h, kind, seed, tone = 0) => {
  const s = typeof kind === 'string' ? species[kind] : kind;
  const rnd = random(seed);
  const shift = (rnd() - 0.5) * 0.14 + tone;
  const base = shift > 0 ? dark(s.base, shift) : light(s.base, -shift);
  const fill = lin(
    [mix(base, s.pale, 0.55), base, mix(base, s.pale, 0.25), mix(base, s.grain, 0.12)],
    0,
    0,
    0.06,
    1,
  );
  const thin = h < 34 ? 0.3 : 1;
  const knots = range(Math.round(s.knots * thin * (w / 520) * (0.5 + rnd()))).map(() => ({
    u: w * (0.08 + rnd() * 0.84),
    v: h * (0.2 + rnd() * 0.6),
    r: Math.min(h * 0.11, 5 + rnd() * 7),
  }));
  const centre = h * (0.3 + rnd() * 0.4),
    apex = w * (0.2 + rnd() * 0.6),
    flare = 0.6 + rnd() * 1.6;
  const [f1, f2, a1] = [2 + rnd() * 3, 5 + rnd() * 5, h * 0.03];
  const flow = (u, v0) => {
    const t = (u - apex) / w;
    let v =
      centre +
      (v0 - centre) * (1 + flare * t * t) +
      a1 * Math.sin((u / w) * f1 * 3.1 + v0 * 0.03) +
      a1 * 0.3 * Math.sin((u / w) * f2 * 6 + v0 * 0.2);
    for (const k of knots) {
      const d = v0 - k.v;
      v +=
        Math.sign(d || 1) *
        k.r *
        1.25 *
        Math.exp(-(((u - k.u) / (k.r * 3.2)) ** 2)) *
        Math.exp(-Math.abs(d) / (k.r * 2.2));
    }
    return v;
  };
  const steps = Math.max(14, Math.round(w / 16));
  const n = Math.max(7, Math.round(h / 3.1));
  let body = rect(0, 0, w, h, fill);
  range(n).forEach((i) => {
    const v0 = ((i + rnd() * 0.8) / n) * h * 1.1 - h * 0.05;
    const d = range(steps + 1)
      .map((k) => `${k ? 'L' : 'M'}${r1((k / steps) * w)} ${r1(flow((k / steps) * w, v0))}`)
      .join('');
    body += line(
      d,
      rnd() > 0.25 ? s.grain : s.pale,
      r1(0.5 + rnd() * rnd() * 2.6),
      `opacity="${r1(1.4 + rnd() * 3.8) / 10}"`,
    );
  });
  range(Math.round((w * h) / 900)).forEach(() => {
    const u = rnd() * w,
      v = rnd() * h,
      l = 10 + rnd() * 40;
    body += `<path d="M${r1(u)} ${r1(v)}h${r1(l)}" stroke="${rnd() > 0.5 ? s.grain : '#fff4dc'}" stroke-width="0.7" opacity="0.2"/>`;
  });
  for (const k of knots) {
    body += range(4)
      .map(
        (i) =>
          `<ellipse cx="${r1(k.u)}" cy="${r1(k.v)}" rx="${r1(k.r * (1.35 - i * 0.28))}" ry="${r1(k.r * (0.95 - i * 0.2))}" fill="${mix(s.grain, '#3c1d0c', i * 0.2)}" opacity="${0.3 + i * 0.1}"/>`,
      )
      .join('');
  }
  return g(body, `clip-path="${clip(`<rect width="${r1(w)}" height="${r1(h)}"/>`)}"`);
};

/** End grain: growth rings around a pith below the face. */
export const endGrain = (w, h, kind, seed, pith = null) => {
  const s = species[kind];
  const rnd = random(seed + 77);
  const [cx, cy] = pith ?? [w * (0.2 + rnd() * 0.6), -h * (0.3 + rnd() * 0.8)];
  const base = dark(s.base, 0.1);
  let body = rect(0, 0, w, h, base);
  const max = Math.hypot(w + Math.abs(cx), h + Math.abs(cy));
  for (let r = 3; r < max; r += 3.2 + rnd() * 2.6)
    body += `<circle cx="${r1(cx)}" cy="${r1(cy)}" r="${r1(r)}" fill="none" stroke="${s.grain}" stroke-width="${r1(0.8 + rnd() * 1.5)}" opacity="${r1(2.5 + rnd() * 3.5) / 10}"/>`;
  const a = rnd() * 1.2 + 0.9;
  body += `<path d="M${r1(cx)} ${r1(cy)}L${r1(cx + Math.cos(a) * max)} ${r1(cy + Math.sin(a) * max)}" stroke="${dark(s.grain, 0.4)}" stroke-width="1" opacity="0.4"/>`;
  return g(body, `clip-path="${clip(`<rect width="${r1(w)}" height="${r1(h)}"/>`)}"`);
};

/** Parallel projection. +x runs right and towards us, +y runs right and away, +z is up. */
export const camera = ({ turn = 30, tilt = 32, scale = 1, ox = 400, oy = 400 } = {}) => {
  const a = (turn * Math.PI) / 180,
    e = (tilt * Math.PI) / 180;
  const ex = [Math.cos(a) * scale, Math.sin(a) * Math.sin(e) * scale];
  const ey = [Math.sin(a) * scale, -Math.cos(a) * Math.sin(e) * scale];
  const ez = [0, -Math.cos(e) * scale];
  const at = (x, y, z) => [
    ox + x * ex[0] + y * ey[0] + z * ez[0],
    oy + x * ex[1] + y * ey[1] + z * ez[1],
  ];
  const plane =
    (o, u, v) =>
    (body, attrs = '') =>
      g(
        body,
        `transform="matrix(${[u[0], u[1], v[0], v[1], ...at(...o)].map((n) => n.toFixed(4)).join(' ')})" ${attrs}`,
      );
  return {
    at,
    ex,
    ey,
    ez,
    top: (x, y, z) => plane([x, y, z], ex, ey),
    front: (x, y, z) => plane([x, y, z], ex, ez),
    side: (x, y, z) => plane([x, y, z], ey, ez),
  };
};

const edge = (cam, a, b, color, width, op) => {
  const [p, q] = [cam.at(...a), cam.at(...b)];
  return line(`M${r1(p[0])} ${r1(p[1])}L${r1(q[0])} ${r1(q[1])}`, color, width, `opacity="${op}"`);
};

/** A board at (x, y, z), size w × d × h, fibres along `along` ('x', 'y' or 'z'). */
export const board = (cam, [x, y, z], [w, d, h], kind, seed, { along = 'x', shade = 0 } = {}) => {
  const veil = (k) => `fill="#2c1808" opacity="${k + shade}"`;
  const turned = (a, b, s) => g(grain(b, a, kind, s), `transform="matrix(0 1 1 0 0 0)"`);
  const top =
    along === 'x'
      ? grain(w, d, kind, seed)
      : along === 'y'
        ? turned(w, d, seed)
        : endGrain(w, d, kind, seed, [w / 2.2, d / 1.8]);
  const front =
    along === 'x'
      ? grain(w, h, kind, seed + 1)
      : along === 'y'
        ? endGrain(w, h, kind, seed)
        : turned(w, h, seed + 1);
  const side =
    along === 'x'
      ? endGrain(d, h, kind, seed)
      : along === 'y'
        ? grain(d, h, kind, seed + 2)
        : turned(d, h, seed + 2);
  const cover = (a, b, k) => `<rect width="${a}" height="${b}" ${veil(k)}/>`;
  const glow = `<rect width="${w}" height="${d}" fill="${lin(
    [
      ['0', '#fff6df', 0.34],
      ['0.6', '#fff6df', 0],
      ['1', '#2c1808', 0.1],
    ],
    0,
    1,
    1,
    0,
  )}"/>`;
  return (
    cam.side(x + w, y, z)(side + cover(d, h, 0.3)) +
    cam.front(
      x,
      y,
      z,
    )(
      front +
        cover(w, h, 0.13) +
        `<rect width="${w}" height="${h}" fill="${lin(
          [
            ['0', '#2c1808', 0.22],
            ['1', '#2c1808', 0],
          ],
          0,
          0,
          0,
          1,
        )}"/>`,
    ) +
    cam.top(x, y, z + h)(top + glow + (shade ? cover(w, d, 0) : '')) +
    edge(cam, [x, y, z + h], [x + w, y, z + h], '#fff3d6', 1.6, 0.55) +
    edge(cam, [x + w, y, z + h], [x + w, y + d, z + h], '#fff3d6', 1.2, 0.4) +
    edge(cam, [x + w, y, z], [x + w, y, z + h], '#2c1808', 1, 0.25)
  );
};

/** A round log or dowel along x. */
export const log = (cam, [x, y, z], len, r, kind, seed, { bark = 0 } = {}) => {
  const s = species[kind],
    rnd = random(seed),
    n = 40;
  let body = '';
  const skin = dark(s.base, bark);
  range(n).forEach((i) => {
    const t0 = (i / n) * 6.2832,
      t1 = ((i + 1.15) / n) * 6.2832,
      tm = (t0 + t1) / 2;
    const ny = Math.cos(tm),
      nz = Math.sin(tm);
    if (ny * -0.62 + nz * 0.5 < -0.12) return;
    const lit = Math.max(0, -ny * 0.45 + nz * 0.85);
    const c = lit > 0.55 ? light(skin, (lit - 0.55) * 0.75) : dark(skin, (0.55 - lit) * 0.95);
    const a = [y + r * Math.cos(t0), z + r * Math.sin(t0)],
      b = [y + r * Math.cos(t1), z + r * Math.sin(t1)];
    body += poly(
      [cam.at(x, ...a), cam.at(x + len, ...a), cam.at(x + len, ...b), cam.at(x, ...b)],
      mix(c, s.grain, rnd() * 0.16),
    );
    if (rnd() > 0.25) {
      const u = x + rnd() * len * 0.6,
        v = u + (0.15 + rnd() * 0.3) * len;
      body += edge(
        cam,
        [u, ...a],
        [Math.min(v, x + len), ...a],
        dark(s.grain, 0.2),
        1,
        0.2 + rnd() * 0.25,
      );
    }
  });
  const face = g(
    endGrain(r * 2, r * 2, kind, seed, [r * 0.92, r * 1.06]),
    `clip-path="${clip(`<circle cx="${r}" cy="${r}" r="${r}"/>`)}"`,
  );
  return (
    body +
    cam.side(
      x + len,
      y - r,
      z - r,
    )(
      face +
        `<circle cx="${r}" cy="${r}" r="${r}" fill="#2c1808" opacity="0.14"/><circle cx="${r}" cy="${r}" r="${r - 0.7}" fill="none" stroke="${dark(s.base, 0.45)}" stroke-width="1.8" opacity="0.7"/>`,
    )
  );
};

/** Floor shadow of a footprint rectangle in the same projection. */
export const footprint = (cam, x0, y0, x1, y1, blurs) => {
  const q = (dx, dy) => [
    cam.at(x0 + dx, y0 + dy, 0),
    cam.at(x1 + dx, y0 + dy, 0),
    cam.at(x1 + dx, y1 + dy, 0),
    cam.at(x0 + dx, y1 + dy, 0),
  ];
  return (
    poly(q(16, -4), '#4a3522', `opacity="0.28" filter="${blurs[0]}"`) +
    poly(q(2, -2), '#3a2616', `opacity="0.5" filter="${blurs[1]}"`)
  );
};
