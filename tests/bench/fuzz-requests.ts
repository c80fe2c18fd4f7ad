import { oddCell } from './fuzz-cells.ts';
import type { Chance } from './fuzz-random.ts';

/** A request of a machine that is wrong in some way, and which address it goes to. */
export type FuzzRequest = {
  readonly trick: string;
  readonly to: 'push' | 'replay' | 'batch' | 'rejects' | 'token';
  readonly method: string;
  readonly id: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
};

const good = (chance: Chance, firms: readonly string[]): Record<string, unknown> => ({
  uscc: chance.one(firms),
  date: `2026-0${1 + chance.below(9)}`,
  amount: `${chance.below(10_000)}.10`,
  category: '增值税',
});
const members = ['uscc', 'date', 'endDate', 'amount', 'quantity', 'category', 'recordNo', 'note', 'name'];
const oddValue = (chance: Chance): unknown =>
  chance.one<unknown>([oddCell(chance), null, true, 1e300, -0.1, [], {}, [[[]]], 2 ** 53 + 2]);

type Body = (chance: Chance, firms: readonly string[]) => string;

const push = (records: unknown): string => JSON.stringify({ item: 'tax.payment', records });

const bodies: Readonly<Record<string, Body>> = {
  'odd values': (chance, firms) =>
    push(
      Array.from({ length: chance.size(20) }, () => ({
        ...good(chance, firms),
        [chance.one(members)]: oddValue(chance),
      })),
    ),
  'good ones': (chance, firms) => push(Array.from({ length: chance.size(20) }, () => good(chance, firms))),
  'too many': (chance, firms) => push(Array.from({ length: 5_001 }, () => good(chance, firms))),
  'cut off': (chance, firms) => {
    const whole = push([good(chance, firms)]);
    return whole.slice(0, chance.below(whole.length));
  },
  nesting: (chance) => {
    const depth = chance.size(400_000);
    return `{"item":"tax.payment","records":${'['.repeat(depth)}${chance.is(0.5) ? ']'.repeat(depth) : ''}}`;
  },
  'escapes of what no text holds': (chance, firms) =>
    push([good(chance, firms)]).replace('增值税', chance.one(['\\u0000', '\\ud800', '\\udc00\\ud800'])),
  'another shape': (chance) =>
    chance.one([
      '',
      'null',
      '[]',
      '"x"',
      '{}',
      '{"item":{}}',
      '{"__proto__":{"item":1}}',
      '\u0000',
      '<xml/>',
    ]),
  'an item that is none': (chance, firms) =>
    JSON.stringify({ item: oddCell(chance), records: [good(chance, firms)] }),
  'another department’s item': (chance, firms) =>
    JSON.stringify({ item: 'court.judgment', records: [good(chance, firms)] }),
  'too large': () => `{"item":"${'x'.repeat(5_100_000)}"}`,
  'rows to mend': (chance) =>
    JSON.stringify({ rows: [{ row: chance.below(9), record: 0, cells: { [oddCell(chance)]: 'x' } }] }),
};
const names = Object.keys(bodies);
const ids = ['00000000-0000-4000-8000-000000000000', 'x', '../../etc/passwd', '%00', "' or 1=1 --", ''];
const keys = ['', 'short', 'k'.repeat(101), '键值键值键值键值', 'fine-key-'];

/** A request by chance; about a third of them are well formed up to their body. */
export function fuzzRequest(chance: Chance, firms: readonly string[], no: number): FuzzRequest {
  const to = chance.one<FuzzRequest['to']>(['push', 'push', 'push', 'replay', 'batch', 'rejects', 'token']);
  const trick = chance.one(names);
  const reads = to === 'batch' || to === 'rejects';
  const method = chance.is(0.05) ? chance.one(['PUT', 'DELETE', 'GET']) : reads ? 'GET' : 'POST';
  const key = chance.is(0.1) ? chance.one(keys) : `fuzz-${no}-key`;
  const body = method === 'GET' ? undefined : bodies[trick]?.(chance, firms);
  return {
    trick: `${to}: ${reads ? 'addresses' : trick}`,
    to,
    method,
    id: chance.one(ids),
    query: chance.is(0.3)
      ? `?after=${encodeURIComponent(
          oddCell(chance)
            .slice(0, 500)
            .replace(/\p{Surrogate}/gu, ''),
        )}`
      : '',
    headers: { ...(/^[\x21-\x7e]*$/.test(key) && { 'idempotency-key': key }) },
    body,
  };
}
