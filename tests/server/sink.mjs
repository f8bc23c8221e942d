// An SMTP server under a test's command: takes e-mails, refuses or defers them, or hangs.
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { until } from './receiver.mjs';

const answer = (responseCode, message) => Object.assign(new Error(message), { responseCode });

/**
 * What arrives is kept in `attempts` as {from, to, raw, secure, user, taken}. `judge(stage, address)`, stage being MAIL,
 * RCPT or DATA, answers an SMTP status to refuse with, 'hang' to say nothing any more, or nothing. Its refusals name the
 * receiver, as servers do. `tls`: {key, cert} for STARTTLS, or with `secure` from the start. `user`: {name: password}.
 */
export async function sink({ tls, secure = false, users, port = 0 } = {}) {
  const attempts = [];
  const held = new Set();
  const self = { attempts, judge: () => undefined, users };
  const decide = (stage, address, callback) => {
    const verdict = self.judge(stage, address);
    if (verdict === 'hang') return held.add(callback);
    if (verdict) return callback(answer(verdict, `<${address}> is not wanted here`));
    callback();
  };
  const server = new SMTPServer({
    secure,
    ...(tls ?? {}),
    disabledCommands: [...(tls && !secure ? [] : ['STARTTLS']), ...(users ? [] : ['AUTH'])],
    authOptional: !users,
    logger: false,
    onAuth({ username, password }, _session, callback) {
      if (self.users?.[username] === password) callback(null, { user: username });
      else callback(answer(535, 'no'));
    },
    onMailFrom: ({ address }, _session, callback) => decide('MAIL', address, callback),
    onRcptTo: ({ address }, _session, callback) => decide('RCPT', address, callback),
    onData(stream, session, callback) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const attempt = {
          from: mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString(),
          secure: session.secure,
          user: session.user,
          at: Date.now(),
          taken: false,
        };
        attempts.push(attempt);
        decide('DATA', attempt.to[0], (refusal) => {
          attempt.taken = !refusal;
          callback(refusal);
        });
      });
    },
  });
  server.on('error', () => {}); // clients that break off
  await new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  self.port = server.server.address().port;
  self.url = `${secure ? 'smtps' : 'smtp'}://localhost:${self.port}`;
  self.taken = (address) =>
    attempts.filter(({ taken, to }) => taken && (!address || to[0] === address));
  /** The e-mails that an address got, parsed, as soon as there are so many. */
  self.wait = async (address, count = 1, patience = 15_000) => {
    await until(
      () => self.taken(address).length >= count,
      patience,
      () => `${count} e-mails to ${address}, not ${self.taken(address).length}`,
    );
    return Promise.all(
      self.taken(address).map(async ({ raw }) => ({ raw, ...(await simpleParser(raw)) })),
    );
  };
  self.close = () => {
    for (const callback of held) callback(answer(421, 'closing'));
    return new Promise((resolve) => {
      server.close(resolve);
      for (const connection of server.connections) connection.close?.();
    });
  };
  return self;
}
