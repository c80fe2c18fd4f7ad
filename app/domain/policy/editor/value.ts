import type { FieldNode } from '~/domain/policy/editor/node.ts';

/** What stands in a form under one name: a text, or the values of several boxes. */
export type Typed = string | readonly string[];
export type Entries = { readonly [name: string]: Typed | undefined };

/** What could not be read, as the wording of a form error. */
export type Unreadable =
  | 'form.required'
  | 'form.whole'
  | 'form.percent'
  | 'form.amount'
  | 'policy.pairs-form';

export type Read = { readonly value: unknown } | { readonly problem: Unreadable };

const decimal = (value: bigint, places: number): string => {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const tail = digits.slice(-places).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -places)}${tail && `.${tail}`}`;
};

/** A text with at most so many decimals as a whole number of the smallest unit; null when it is none. */
function readDecimal(text: string, places: number): bigint | null {
  const parts = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text.replaceAll(',', ''));
  if (!parts || (parts[3]?.length ?? 0) > places) return null;
  const value = BigInt(`${parts[2]}${(parts[3] ?? '').padEnd(places, '0')}`);
  return parts[1] === '' ? value : -value;
}

const listOf = (typed: Typed | undefined): readonly string[] =>
  typed === undefined ? [] : typeof typed === 'string' ? [typed] : typed;
const textOf = (typed: Typed | undefined): string => (listOf(typed)[0] ?? '').trim();
const codesOf = (text: string): string[] => text.split(/[\s,，、;；]+/).filter((code) => code !== '');
const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);

type Proven = { readonly cause: string; readonly determinations: readonly string[] };

/** The text of a value as its field shows it. */
export function writeValue({ kind }: FieldNode, value: unknown): Typed {
  if (kind === 'yes') return value === true ? 'yes' : '';
  if (value === null || value === undefined) return kind === 'choices' ? [] : '';
  if (kind === 'percent') return decimal(BigInt(value as number), 4);
  if (kind === 'yuan') return decimal(BigInt(value as string), 2);
  if (kind === 'choices') return value as readonly string[];
  if (kind === 'codes') return (value as readonly string[]).join(' ');
  if (kind === 'pairs')
    return Object.entries(value as { readonly [payer: string]: string })
      .map(([payer, fen]) => `${payer} ${decimal(BigInt(fen), 2)}`)
      .join('\n');
  if (kind === 'proven')
    return (value as readonly Proven[])
      .map(({ cause, determinations }) => [cause, ...determinations].join(' '))
      .join('\n');
  return String(value);
}

const isEmpty = (typed: Typed | undefined): boolean => listOf(typed).every((text) => text.trim() === '');

/** The value of what was typed; empty fields say what their node says. */
export function readValue(node: FieldNode, typed: Typed | undefined): Read {
  const { kind, empty } = node;
  if (kind === 'yes') return { value: isEmpty(typed) ? (empty === 'absent' ? undefined : false) : true };
  if (isEmpty(typed)) {
    if (empty) return { value: empty === 'null' ? null : undefined };
    if (kind === 'choices' || kind === 'codes' || kind === 'proven') return { value: [] };
    return kind === 'pairs' ? { value: {} } : { problem: 'form.required' };
  }
  if (kind === 'choices') return { value: listOf(typed).filter((text) => text !== '') };
  const text = textOf(typed);
  if (kind === 'codes') return { value: codesOf(text) };
  if (kind === 'pairs') return readPairs(text);
  if (kind === 'proven')
    return {
      value: linesOf(text).map((line) => {
        const [cause = '', ...determinations] = codesOf(line);
        return { cause, determinations };
      }),
    };
  return readFigure(kind, text);
}

function readFigure(kind: FieldNode['kind'], text: string): Read {
  if (kind === 'wan' || kind === 'count') {
    const read = readDecimal(text, 0);
    return read === null ? { problem: 'form.whole' } : { value: Number(read) };
  }
  if (kind === 'percent') {
    const read = readDecimal(text.replace(/[%％]$/, ''), 4);
    return read === null ? { problem: 'form.percent' } : { value: Number(read) };
  }
  if (kind !== 'yuan') return { value: text };
  const read = readDecimal(text, 2);
  return read === null ? { problem: 'form.amount' } : { value: String(read) };
}

/** `payer amount` line by line, amounts in yuan, as fen by payer. */
function readPairs(text: string): Read {
  const pairs: [string, string][] = [];
  for (const line of linesOf(text)) {
    const [payer = '', amount = '', ...more] = line.split(/[\s:：=]+/);
    const read = readDecimal(amount, 2);
    if (read === null || payer === '' || more.length > 0) return { problem: 'policy.pairs-form' };
    pairs.push([payer, String(read)]);
  }
  return { value: Object.fromEntries(pairs) };
}
