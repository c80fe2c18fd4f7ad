import { z } from 'zod';
import { parseDay } from '~/domain/kernel/day.ts';
import { parseYuan } from '~/domain/kernel/money.ts';

/** An amount typed in yuan, zero or more, as fen; the wording of a wrong one is `form.amount`. */
export const yuanField = z.string().transform((text, context) => {
  const read = parseYuan(text);
  if (read !== null && read >= 0n) return read;
  context.addIssue({ code: 'custom', message: 'form.amount' });
  return z.NEVER;
});

/** A date `YYYY-MM-DD` that exists; the wording of a wrong one is `form.day`. */
export const dayField = z.string().transform((text, context) => {
  const read = parseDay(text);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'form.day' });
  return z.NEVER;
});

/** Files of a form; a field left empty is no file. */
export const uploads = z
  .array(z.instanceof(File).optional())
  .default([])
  .transform((files) =>
    files.filter((file): file is File => file !== undefined && file.size + file.name.length > 0),
  );

/** The bytes of uploaded files with their names. */
export const readUploads = (files: readonly File[]) =>
  Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
