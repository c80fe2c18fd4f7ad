import pg from 'pg';
import { errorCode, LaunchRefused } from './refusal.ts';

/** Does work over one connection. Not being able to connect is a refusal in words; what fails later is thrown as it is. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: checked(url).href, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // the query that is under way rejects; there is nothing else to do
  await client.connect().catch((error: unknown) => {
    throw connectionRefused(error, new URL(url));
  });
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function checked(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed && /^postgres(ql)?:$/.test(parsed.protocol) && parsed.pathname.length > 1) return parsed;
  throw new LaunchRefused({ code: 'database-address-unreadable' });
}

/** What PostgreSQL's and the system's error codes mean to the one who gave the address. Passwords are never quoted. */
function connectionRefused(error: unknown, url: URL): LaunchRefused {
  const address = url.host;
  const code = errorCode(error);
  if (code === '28P01' || code === '28000')
    return new LaunchRefused({
      code: 'database-password-wrong',
      address,
      role: decodeURIComponent(url.username),
    });
  if (code === '3D000')
    return new LaunchRefused({
      code: 'database-missing',
      address,
      database: decodeURIComponent(url.pathname.slice(1)),
    });
  if (error instanceof pg.DatabaseError)
    return new LaunchRefused({ code: 'database-refuses', address, detail: error.message });
  return new LaunchRefused({ code: 'database-unreachable', address });
}
