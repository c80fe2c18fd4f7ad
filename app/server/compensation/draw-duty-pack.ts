import type { AsOf } from '~/server/application/show-as-of.ts';
import { drawDecision } from '~/server/compensation/draw-decision.ts';
import type { ClaimShown } from '~/server/compensation/show-claim.ts';
import { openSheet, type Sheet } from '~/server/platform/pdf-sheet.ts';
import { causeName, claimStateNames, dutyName, evidenceName } from '~/text/compensation-words.ts';
import { type Locale, type Translate, translate } from '~/text/define.ts';
import { dutyPackText } from '~/text/duty-pack.ts';
import { showDay, showFen, showInstant } from '~/text/format.ts';
import { basisIn } from '~/text/legal-basis.ts';
import { wordPolicyLine } from '~/text/policy-line.ts';

type Words = { readonly t: Translate<typeof dutyPackText>; readonly locale: Locale };

type Moment = {
  readonly at: string;
  readonly locale: Locale;
  /** What was known when the bank decided; null where the platform does not know. */
  readonly decision: AsOf | null;
};

/** The duty pack on A4: text that can be selected and searched, in a font that it carries with it. */
export async function drawDutyPack(claim: ClaimShown, { at, locale, decision }: Moment): Promise<Uint8Array> {
  const t = translate(dutyPackText, locale);
  const words = { t, locale };
  const made = t('duty-pack.made', showInstant(at, locale));
  const sheet = await openSheet({
    title: t('duty-pack.title'),
    author: t('duty-pack.platform'),
    footer: made,
    locale,
  });
  drawHead(sheet, claim, words);
  drawDuties(sheet, claim, words);
  drawDecision(sheet, decision, locale);
  drawAmount(sheet, claim, words);
  drawTables(sheet, claim, words);
  return sheet.finish();
}

function drawHead(sheet: Sheet, claim: ClaimShown, { t, locale }: Words): void {
  const bank = locale === 'en' ? claim.bankEn : claim.bankZh;
  sheet.title(t('duty-pack.title'), t('duty-pack.lede'));
  sheet.facts([
    [t('duty-pack.bank'), bank],
    [t('duty-pack.firm'), claim.firm],
    [t('duty-pack.contract'), claim.contractNo],
    [t('duty-pack.scheme'), `${locale === 'en' ? claim.schemeEn : claim.schemeZh} ${basisIn(claim, locale)}`],
    [t('duty-pack.state'), claimStateNames(claim.state, locale)],
    [t('duty-pack.determined'), showDay(claim.determinedOn, locale)],
    [t('duty-pack.causes'), claim.causes.map((cause) => causeName(cause, locale)).join(t('duty-pack.and'))],
    [t('duty-pack.loss'), showFen(claim.lossFen, locale)],
  ]);
}

function drawDuties(sheet: Sheet, claim: ClaimShown, { t, locale }: Words): void {
  const done = claim.duties.filter((duty) => duty.done).length;
  sheet.heading(t('duty-pack.duties'), t('duty-pack.duties-of', done, claim.duties.length));
  claim.duties.forEach((duty, at) => {
    const proofs = duty.proofs.map(
      (proof) => `${evidenceName(proof.code, locale)}  ${proof.reference}  ${showDay(proof.on, locale)}`,
    );
    sheet.step({
      number: at + 1,
      name: dutyName(duty.code, locale),
      mark: t(duty.done ? 'duty-pack.proven' : 'duty-pack.unproven'),
      isDone: duty.done,
      lines: proofs.length > 0 ? proofs : [t('duty-pack.no-proof')],
    });
  });
}

function drawAmount(sheet: Sheet, claim: ClaimShown, { t, locale }: Words): void {
  sheet.heading(t('duty-pack.why'), t('duty-pack.owed', showFen(claim.payableFen, locale)));
  const lines = claim.lines.map((line) => wordPolicyLine(line, locale));
  sheet.list(lines.length > 0 ? lines : [t('duty-pack.to-agree')]);
}

function drawTables(sheet: Sheet, claim: ClaimShown, { t, locale }: Words): void {
  sheet.heading(t('duty-pack.payments'));
  sheet.table(
    [t('duty-pack.on'), t('duty-pack.journal'), t('duty-pack.amount')],
    claim.payments.map((paid) => [showDay(paid.on, locale), paid.journal, showFen(paid.amountFen, locale)]),
    t('duty-pack.none'),
  );
  sheet.heading(t('duty-pack.recoveries'));
  sheet.table(
    [t('duty-pack.on'), t('duty-pack.gross'), t('duty-pack.to-pool')],
    claim.recoveries.map((back) => [
      showDay(back.on, locale),
      showFen(back.grossFen, locale),
      showFen(back.toPoolFen, locale),
    ]),
    t('duty-pack.none'),
  );
}
