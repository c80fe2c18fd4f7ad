import { z } from 'zod';
import { parseDay } from '~/domain/kernel/day.ts';

const blank = <S extends z.ZodType>(schema: S) =>
  z.preprocess((v) => (v === '' ? undefined : v), schema.optional());

const aDay = z.string().transform((text, context) => {
  const day = parseDay(text);
  if (day) return day;
  context.addIssue('form.day');
  return z.NEVER;
});

const place = /^(\d{10,14})\.(platform|firm:[0-9a-f-]{36})\.(\d{1,18})$/;

/** The filters of the audit search as they stand in the address; a filter that cannot be read is left out. */
export const auditQuery = z.object({
  who: blank(z.string().trim().max(40)).catch(undefined),
  institution: blank(z.uuid()).catch(undefined),
  firm: blank(z.string().trim().max(60)).catch(undefined),
  action: blank(z.string().regex(/^[a-z-]+(\.[a-z-]+)*$/)).catch(undefined),
  outcome: blank(z.enum(['ok', 'refused'])).catch(undefined),
  from: blank(aDay).catch(undefined),
  to: blank(aDay).catch(undefined),
  after: blank(z.string().regex(place)).catch(undefined),
});
export type AuditQuery = z.output<typeof auditQuery>;

export type AuditPlace = { readonly at: Date; readonly stream: string; readonly seq: bigint };

/** Where the next page begins, as the address carries it. */
export const placeText = ({ at, stream, seq }: AuditPlace): string => `${at.getTime()}.${stream}.${seq}`;

export function readPlace(text: string | undefined): AuditPlace | null {
  const parts = text === undefined ? null : place.exec(text);
  if (!parts) return null;
  const [, at = '0', stream = '', seq = '0'] = parts;
  return { at: new Date(Number(at)), stream, seq: BigInt(seq) };
}
