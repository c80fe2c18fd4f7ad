import fs from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { system } from '~/server/access/actor.ts';
import { type PersonRow, takeInPersonRecords } from '~/server/privacy/take-in-person-records.ts';
import { refusals } from '~/text/all-refusals.ts';
import { translate } from '~/text/define.ts';
import { keysCliText } from '~/text/keys-cli.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { type CliAnswer, defineCommand, folder, textOption } from '../command.ts';
import { UsageError } from '../parse.ts';

const largest = 20_000_000;
const rowShape = z.array(
  z.object({
    ...{ uscc: z.string(), id_number: z.string(), from: z.string() },
    ...{ to: z.string().default(''), amount: z.string().default(''), category: z.string().default('') },
  }),
);

/** `persons take-in --item CODE --file F`. */
export const command = defineCommand({
  name: 'persons',
  summary: keysCliText['cli.persons.summary'],
  argument: { hint: 'take-in', about: keysCliText['cli.persons.argument'] },
  options: {
    item: textOption(z.string().min(1).max(60), 'CODE', keysCliText['cli.persons.item']),
    file: textOption(folder, 'FILE', keysCliText['cli.persons.file']),
  },
  async run({ argument, options: { item, file }, locale }) {
    const t = translate(keysCliText, locale);
    if (argument !== 'take-in') throw new UsageError(t('cli.persons.unknown', argument));
    const found = fs.statSync(file, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size > largest) throw new UsageError(t('cli.persons.no-file', file));
    const rows = readRows(fs.readFileSync(file, 'utf8'));
    if (!rows) return refused('privacy.columns', t('cli.persons.columns'));
    const taken = await takeInPersonRecords(system('cli.persons'), item, rows);
    if (!taken.ok) return refused(taken.refusal.code, wordRefusal(refusals, taken.refusal, locale));
    const { rows: read, people, added } = taken.value;
    return {
      ok: true,
      json: { ok: true, ...taken.value },
      lines: [t('cli.persons.done', read, people, added)],
    };
  },
});

const refused = (code: string, message: string): CliAnswer => ({
  ok: false,
  json: { ok: false, error: code, message },
  lines: [message],
});

function readRows(text: string): PersonRow[] | null {
  try {
    const read = rowShape.safeParse(
      parse(text, { bom: true, columns: true, skip_empty_lines: true, trim: true }),
    );
    return read.success ? read.data.map(({ id_number, ...row }) => ({ ...row, idNumber: id_number })) : null;
  } catch {
    return null;
  }
}
