import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { firmOf } from '~/server/objection/store-record.ts';
import { openSheet, type Sheet } from '~/server/platform/pdf-sheet.ts';
import { type RecordPage, showRecord } from '~/server/repair/show-record.ts';
import { type Locale, type Translate, translate } from '~/text/define.ts';
import { showDay, showFen } from '~/text/format.ts';
import { basisIn } from '~/text/legal-basis.ts';
import { repairText } from '~/text/repair.ts';

export type RepairFileRefusal =
  | { readonly code: 'objection.record-not-found' }
  | { readonly code: 'repair.not-repairable' };

type Words = { readonly t: Translate<typeof repairText>; readonly locale: Locale };
type Firm = { readonly name: string; readonly uscc: string | null };
type Outlook = NonNullable<RecordPage['repair']>;

/**
 * The application for repair of one record as a PDF, filled in from what the platform knows: firm, authority, document,
 * class, days, conditions, promise; the proofs are the firm's to add. It may be drawn before the term is over.
 */
export async function makeRepairFile(
  actor: Actor,
  factId: string,
  locale: Locale,
): Promise<Result<{ name: string; type: string; body: Uint8Array }, RepairFileRefusal>> {
  const { enterpriseId } = asFirm(actor);
  const shown = await showRecord(actor, factId);
  if (!shown.ok) return shown;
  const { record, repair } = shown.value;
  if (!repair) return refuse({ code: 'repair.not-repairable' });
  const firm = await withActor(actor, (tx) => firmOf(tx, enterpriseId));
  const words = { t: translate(repairText, locale), locale };
  const title = words.t('repair.pdf.title');
  const sheet = await openSheet({ title, author: firm.name, footer: title, locale });
  drawHead(sheet, { firm, record, repair }, words);
  drawConditions(sheet, repair, words);
  const body = await sheet.finish();
  return accept({ name: `repair-${factId.slice(0, 8)}.pdf`, type: 'application/pdf', body });
}

type Head = { readonly firm: Firm; readonly record: RecordPage['record']; readonly repair: Outlook };

function drawHead(sheet: Sheet, { firm, record, repair }: Head, { t, locale }: Words): void {
  const named = ({ zh, en }: { zh: string; en: string }) => (locale === 'en' ? en : zh);
  const said = record.versions.findLast(({ content }) => content !== null)?.content;
  const amount = said?.amountFen && record.amountName ? { ...record.amountName, fen: said.amountFen } : null;
  sheet.title(t('repair.pdf.title'), t('repair.pdf.lede'));
  sheet.facts([
    [t('repair.pdf.firm'), firm.name],
    [t('repair.pdf.code'), firm.uscc ?? t('repair.pdf.none')],
    [t('repair.pdf.authority'), named(record.provider)],
    [t('repair.pdf.item'), named(record.name)],
    [t('repair.pdf.reference'), said?.reference ?? t('repair.pdf.none')],
    [t('repair.pdf.date'), said?.on ? showDay(said.on, locale) : t('repair.pdf.none')],
    [t('repair.pdf.class'), t(`repair.class.${repair.class}`)],
    [t('repair.pdf.earliest'), showDay(repair.earliest, locale)],
    [t('repair.pdf.latest'), showDay(repair.latest, locale)],
    ...(amount ? [[named(amount), showFen(amount.fen, locale)] as const] : []),
  ]);
}

function drawConditions(sheet: Sheet, { rule, duties }: Outlook, { t, locale }: Words): void {
  sheet.heading(t('repair.pdf.rule'));
  sheet.list([basisIn(rule, locale)]);
  sheet.heading(t('repair.pdf.duties'));
  duties.forEach((duty, at) => {
    const name = t(`repair.duty.${duty}`);
    sheet.step({ number: at + 1, name, mark: t('repair.pdf.open'), isDone: false, lines: [] });
  });
  sheet.heading(t('repair.pdf.promise'));
  sheet.list([t('repair.promise-text'), t('repair.pdf.sign')]);
}
