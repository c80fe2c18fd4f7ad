import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks inside: nothing of the platform's may be reached by an address that somebody types. */
const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(net, bits, 'ipv6');

/** The networks that `XINQIAO_WEBHOOK_NETWORKS` opens, such as a bank's dedicated line: `10.20.0.0/16,10.30.1.4/32`. */
function opened(): BlockList {
  const list = new BlockList();
  for (const part of (process.env.XINQIAO_WEBHOOK_NETWORKS ?? '').split(',').filter(Boolean)) {
    const [net = '', bits = ''] = part.trim().split('/');
    const family = isIP(net);
    if (family === 0 || !/^\d{1,3}$/.test(bits))
      throw new Error(`XINQIAO_WEBHOOK_NETWORKS: not a network: ${part}`);
    list.addSubnet(net, Number(bits), family === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

const familyOf = (address: string) => (isIP(address) === 4 ? 'ipv4' : 'ipv6');
const isOpened = (address: string): boolean => opened().check(address, familyOf(address));

/** Whether an IP address may be told of something: a public one, or one that the operator opened. */
export const mayReach = (address: string): boolean =>
  isOpened(address) || !inside.check(address, familyOf(address));

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

/**
 * An address as typed, if messages may go there as far as it says itself: https without a name and password in it, and
 * no address inside. Plain http is for opened networks alone. Null otherwise.
 */
export function webhookUrl(typed: string): URL | null {
  const url = URL.canParse(typed.trim()) ? new URL(typed.trim()) : null;
  if (!url || url.username || url.password || url.hash) return null;
  const host = bare(url.hostname);
  const literal = isIP(host) !== 0;
  if (literal && !mayReach(host)) return null;
  if (url.protocol === 'https:') return literal || host.includes('.') ? url : null;
  return url.protocol === 'http:' && literal && isOpened(host) ? url : null;
}

export class ForbiddenAddress extends Error {}

/** Asked where a connection is opened, so that a name that leads inside later is refused as well. */
export const guardedLookup: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (fault, addresses) => {
    if (fault) return done(fault, '', 0);
    const forbidden = addresses.find(({ address }) => !mayReach(address));
    if (forbidden) return done(new ForbiddenAddress(hostname), '', 0);
    if (options.all) return done(null, addresses);
    const [first] = addresses;
    return done(null, first?.address ?? '', first?.family ?? 0);
  });
};

/** Whether a connection may be opened at all: names are asked again when they are resolved. */
export const isForbiddenLiteral = (url: URL): boolean => {
  const host = bare(url.hostname);
  return isIP(host) !== 0 && !mayReach(host);
};
