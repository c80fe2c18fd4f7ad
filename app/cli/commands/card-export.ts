import { statisticalCardHash } from '~/domain/score/statistical/card.ts';
import { exportPmml } from '~/domain/score/statistical/export-pmml.ts';
import { exportSql } from '~/domain/score/statistical/export-sql.ts';
import { readCardFile, writeWhole } from '~/server/score/card-file.ts';
import { cardText } from '~/text/card.ts';
import { translate } from '~/text/define.ts';
import type { CliAnswer } from '../command.ts';
import { type CardContext, needed, refusedCard } from './card.ts';

const writers = { sql: exportSql, pmml: exportPmml };

/** `card export`: the card as SQL or PMML that scores alike. */
export async function exportCard(context: CardContext): Promise<CliAnswer> {
  const [file, to, out] = [needed(context, 'card'), needed(context, 'to'), needed(context, 'out')];
  const card = await readCardFile(file);
  if (!card.ok) return refusedCard(card.refusal, context.locale);
  const hash = statisticalCardHash(card.value);
  writeWhole(out, writers[to](card.value, hash));
  return {
    ok: true,
    json: { out, to, hash },
    lines: [translate(cardText, context.locale)('card.written', out)],
  };
}
