// The ports of the demo: fixed ones that a person can remember, or free ones for tests.
import { createServer } from 'node:net';
import { Fault } from './terminal.mjs';

const variables = {
  server: ['VITRINE_PORT', 4000],
  blog: ['VITRINE_BLOG_PORT', 4001],
  seller1: ['VITRINE_SELLER1_PORT', 4101],
  seller2: ['VITRINE_SELLER2_PORT', 4102],
  seller3: ['VITRINE_SELLER3_PORT', 4103],
};

/** The demo's ports from the environment; a fault that names the variable when one is taken. */
export async function demoPorts() {
  const ports = {};
  for (const [role, [variable, usual]] of Object.entries(variables)) {
    const port = Number(process.env[variable] ?? usual);
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      throw new Fault(`${variable} is not a port: ${process.env[variable]}`);
    }
    if (Object.values(ports).includes(port)) {
      throw new Fault(`${variable}: port ${port} is used twice.`);
    }
    if (!(await isFree(port))) {
      throw new Fault(
        `Port ${port} is taken (is the demo running already?). To use another one:\n  ${variable}=${port + 1000} npm start`,
      );
    }
    ports[role] = port;
  }
  return ports;
}

/** The same roles on ports that nothing listens on. */
export async function freePorts() {
  const listeners = await Promise.all(Object.keys(variables).map(() => listen(0, '127.0.0.1')));
  const ports = listeners.map((listener) => listener.address().port);
  await Promise.all(listeners.map(close));
  return Object.fromEntries(Object.keys(variables).map((role, place) => [role, ports[place]]));
}

/** `localhost` is both addresses, so another program on either one would get some of the requests. */
async function isFree(port) {
  for (const host of ['127.0.0.1', '::1']) {
    try {
      await close(await listen(port, host));
    } catch (error) {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') return false;
    }
  }
  return true;
}

const listen = (port, host) =>
  new Promise((resolve, reject) => {
    const listener = createServer().once('error', reject);
    listener.listen(port, host, () => resolve(listener));
  });

const close = (listener) => new Promise((resolve) => listener.close(resolve));
