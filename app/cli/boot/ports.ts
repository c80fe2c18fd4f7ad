import net from 'node:net';
import { errorCode } from './refusal.ts';

/** A TCP port of this machine that nobody listens on at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });

/** Why we could not listen on the port (`EADDRINUSE`, `EACCES`); an empty text when we could. */
export const obstacleAt = (port: number, host = '127.0.0.1'): Promise<string> =>
  new Promise((resolve) => {
    const probe = net.createServer().once('error', (error) => resolve(errorCode(error)));
    probe.listen(port, host, () => probe.close(() => resolve('')));
  });
