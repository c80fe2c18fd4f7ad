import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type RoundRobin = {
  readonly origin: string;
  /** How many requests each port answered. */
  readonly answered: ReadonlyMap<number, number>;
  close(): Promise<void>;
};

/**
 * A balancer as small as one can be: each request to the next process; one that does not take the connection is passed
 * over, one that dies with the request under way is a 502, since nobody knows what it did.
 */
export async function openRoundRobin(ports: readonly number[]): Promise<RoundRobin> {
  const answered = new Map(ports.map((port) => [port, 0]));
  let turn = 0;
  const server = createServer(async (asked, answer) => {
    const body = await bytesOf(asked);
    for (let tries = 0; tries < ports.length; tries += 1) {
      const port = ports[turn++ % ports.length] ?? 0;
      const outcome = await forward({ asked, answer, body }, port);
      if (outcome === 'answered') answered.set(port, (answered.get(port) ?? 0) + 1);
      if (outcome === 'broken') answer.writeHead(502).end();
      if (outcome !== 'refused') return;
    }
    answer.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, answered, close };
}

type Passing = { readonly asked: IncomingMessage; readonly answer: ServerResponse; readonly body: Buffer };

function forward({ asked, answer, body }: Passing, port: number): Promise<'answered' | 'refused' | 'broken'> {
  return new Promise((resolve) => {
    const passed = request(
      {
        host: '127.0.0.1',
        port,
        method: asked.method,
        path: asked.url,
        headers: asked.headers,
        agent: false,
      },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('error', () => resolve('broken'));
        reply.on('end', () => {
          answer.writeHead(reply.statusCode ?? 502, reply.headers).end(Buffer.concat(chunks));
          resolve('answered');
        });
      },
    );
    passed.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'broken'),
    );
    passed.end(body);
  });
}

async function bytesOf(asked: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of asked) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
