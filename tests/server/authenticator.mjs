// An authenticator of WebAuthn in a test's hands: makes credentials and signs, rightly or as told.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (data) => createHash('sha256').update(data).digest();
const text = (bytes) => Buffer.from(bytes).toString('base64url');

/** CBOR of numbers, texts, bytes and maps, as far as credentials need it. */
function cbor(value) {
  const head = (major, count) =>
    count < 24
      ? Buffer.from([(major << 5) | count])
      : count < 256
        ? Buffer.from([(major << 5) | 24, count])
        : Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string')
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value];
  return Buffer.concat([head(5, entries.length), ...entries.flat().map(cbor)]);
}

const kinds = {
  es256: () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x, y } = pair.publicKey.export({ format: 'jwk' });
    const bytes = [x, y].map((each) => Buffer.from(each, 'base64url'));
    return {
      pair,
      cose: new Map([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytes[0]],
        [-3, bytes[1]],
      ]),
    };
  },
  eddsa: () => {
    const pair = generateKeyPairSync('ed25519');
    const x = Buffer.from(pair.publicKey.export({ format: 'jwk' }).x, 'base64url');
    return {
      pair,
      cose: new Map([
        [1, 1],
        [3, -8],
        [-1, 6],
        [-2, x],
      ]),
      hash: null,
    };
  },
  rs256: () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { n, e } = pair.publicKey.export({ format: 'jwk' });
    const [modulus, exponent] = [n, e].map((each) => Buffer.from(each, 'base64url'));
    return {
      pair,
      cose: new Map([
        [1, 3],
        [3, -257],
        [-1, modulus],
        [-2, exponent],
      ]),
    };
  },
};

const there = 0x01;
const verified = 0x04;
const attested = 0x40;

/** A credential of one kind of key; `count` is the signature counter, 0 for one that does not count. */
export function authenticator(kind = 'es256') {
  const { pair, cose, hash = 'sha256' } = kinds[kind]();
  const id = randomBytes(32);
  const self = { id: text(id), count: 0 };
  const client = (type, { challenge, origin, ...more }) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false, ...more }));
  const data = (rp_id, flags, rest = Buffer.alloc(0)) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(self.count);
    return Buffer.concat([sha256(rp_id), Buffer.from([flags]), counter, rest]);
  };
  const signed = (authData, clientData) =>
    sign(hash, Buffer.concat([authData, sha256(clientData)]), pair.privateKey);

  /** `origin`, `rp_id`, `flags`, `type` and the format are the right ones unless told otherwise. */
  self.create = (
    challenge,
    {
      origin,
      rp_id = 'localhost',
      flags = there | verified,
      type = 'webauthn.create',
      format = 'none',
      spoiled = false,
      ...more
    },
  ) => {
    const clientData = client(type, { challenge, origin, ...more });
    const length = Buffer.from([id.length >> 8, id.length & 255]);
    const rest = Buffer.concat([Buffer.alloc(16), length, id, cbor(cose)]);
    const authData = data(rp_id, flags | attested, rest);
    const signature = signed(authData, clientData);
    if (spoiled) signature[signature.length - 1] ^= 1;
    const statement =
      format === 'packed'
        ? new Map([
            ['alg', cose.get(3)],
            ['sig', signature],
          ])
        : new Map();
    return {
      client_data: text(clientData),
      attestation_object: text(
        cbor(
          new Map([
            ['fmt', format],
            ['attStmt', statement],
            ['authData', authData],
          ]),
        ),
      ),
    };
  };
  self.get = (
    challenge,
    { origin, rp_id = 'localhost', flags = there | verified, type = 'webauthn.get', ...more },
  ) => {
    const clientData = client(type, { challenge, origin, ...more });
    const authData = data(rp_id, flags);
    return {
      credential_id: self.id,
      client_data: text(clientData),
      authenticator_data: text(authData),
      signature: text(signed(authData, clientData)),
    };
  };
  return self;
}
