import type { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import type { caseQuery } from '~/routes/alert-query.ts';
import type { Actor } from '~/server/access/actor.ts';
import { refusalResponse } from '~/server/http/authorise.ts';
import { exportCases } from '~/server/monitoring/export-cases.ts';
import { alertText } from '~/text/alert.ts';
import { caseDeskText } from '~/text/case-desk.ts';
import { type Locale, translate } from '~/text/define.ts';
import { wordSignal } from '~/text/monitoring.ts';
import { partsText } from '~/text/parts.ts';

type Query = z.output<ReturnType<typeof caseQuery>>;

/**
 * The cases of a list as CSV, under its filter and in its order. A file says nothing of what it was narrowed by, so a filter that cannot be
 * read is refused (400) with its name, and more cases than a file holds are refused, too.
 */
export async function caseCsv(actor: Actor, query: Query, locale: Locale) {
  const [t, c] = [translate(alertText, locale), translate(caseDeskText, locale)];
  const { after: _, unread, ...filter } = query;
  const refusal = { code: 'monitoring.filter-unread', field: unread[0] };
  if (refusal.field) throw refusalResponse(refusal, 400);
  const made = await exportCases(actor, filter, {
    header: [
      ...[t('alert.signal'), t('alert.severity'), t('alert.state'), t('alert.firm'), c('case.csv.uscc')],
      ...[c('case.region'), t('alert.bank'), c('case.contract'), t('alert.raised'), t('alert.due')],
      ...[c('case.owner'), c('case.tab.aside'), c('case.verdict')],
    ],
    signal: (code) => wordSignal(code, locale),
    severity: (severity) => translate(partsText, locale)(`parts.severity-${severity}`),
    state: (state) => t(`alert.state.${state}`),
    verdict: (verdict) => t(`alert.verdict.${verdict}`),
    bank: (zh, en) => (locale === 'en' ? en : zh),
    owned: (isOwned) => c(isOwned ? 'case.owned' : 'case.nobody'),
  });
  return made.ok ? accept({ name: 'alerts.csv', type: 'text/csv; charset=utf-8', body: made.value }) : made;
}
