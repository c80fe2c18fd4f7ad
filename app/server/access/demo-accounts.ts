const loopback = new Set(['127.0.0.1', '::1', '[::1]', 'localhost']);

/** Demo accounts share a published password, so they work only where nobody but this machine can reach the server. */
export const areDemoAccountsOpen = (
  host: string = process.env.HOST || '127.0.0.1',
  proxies: number = Number(process.env.XINQIAO_PROXIES ?? 0),
): boolean => loopback.has(host) && proxies === 0;
