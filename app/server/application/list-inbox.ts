import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { type InboxRow, inboxPage } from '~/server/application/store-inbox.ts';
import type { InboxQuery } from '~/server/application/store-inbox-query.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { Locale } from '~/text/define.ts';

const pageSize = 40;

const lineOf = ({ submittedAt, dueAt, key: _, ...row }: InboxRow) => ({
  ...row,
  submittedAt: new Date(submittedAt).toISOString(),
  dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
});

/** The bank's applications with their clocks and who has them, a page at a time. */
export async function listInbox(actor: Actor, query: InboxQuery) {
  const bank = asInstitution(actor);
  const now = clock.now();
  const { rows, desk } = await withActor(actor, (tx) =>
    inboxPage(tx, query, bank, { now, limit: pageSize + 1 }),
  );
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    ...desk,
    rows: shown.map(lineOf),
    next: last ? `${last.key}~${last.id}` : null,
    now: now.toISOString(),
  };
}

export type InboxLine = Awaited<ReturnType<typeof listInbox>>['rows'][number];

/** A line as the queue shows it: its names in the reader's language alone, and nothing of what it lacks. */
export const inboxShown = (line: InboxLine, locale: Locale) => {
  const { productZh, productEn, branchZh, branchEn, hasConsent, ...row } = line;
  const { maker, dueAt, ...rest } = row;
  const isEnglish = locale === 'en';
  const branch = isEnglish ? (branchEn ?? branchZh) : branchZh;
  return {
    ...rest,
    product: isEnglish ? productEn : productZh,
    ...(dueAt !== null && { dueAt }),
    ...(maker !== null && { maker }),
    ...(branch !== null && { branch }),
    ...(!hasConsent && { shut: true as const }),
  };
};
