import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import { type Result, refuse } from '~/domain/kernel/result.ts';
import type { LoanReplay } from '~/domain/loan/replay.ts';
import { mostExtension } from '~/domain/loan/servicing-rules.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readServicingRules } from '~/server/loan/read-rules.ts';
import { readStanding } from '~/server/loan/read-standing.ts';
import { addToLog, type EventRefusal } from '~/server/loan/record-event.ts';
import { lockLoan } from '~/server/loan/store.ts';

export type ExtendRefusal =
  | EventRefusal
  | { readonly code: 'loan.extension-too-long'; readonly leftMonths: number };

/** 展期: the term grows; all extensions of a loan together stay within what the rules allow for its term. */
export function extendLoan(
  actor: Actor,
  loanId: string,
  input: { readonly on: Day; readonly months: number; readonly note: string | null },
): Promise<Result<LoanReplay, ExtendRefusal>> {
  const officer = asInstitution(actor);
  return withActor(actor, async (tx): Promise<Result<LoanReplay, ExtendRefusal>> => {
    const loan = await lockLoan(tx, loanId);
    if (!loan || loan.institutionId !== officer.institutionId) return refuse({ code: 'loan.not-found' });
    const { events } = await readStanding(tx, loan);
    const used = events.reduce((n, e) => n + (e.kind === 'extension' ? e.months : 0), 0);
    const leftMonths = mostExtension(loan.termMonths, await readServicingRules(tx, input.on)) - used;
    if (input.months > leftMonths) return refuse({ code: 'loan.extension-too-long', leftMonths });
    const event = { id: randomUUID(), kind: 'extension', on: input.on, months: input.months } as const;
    return addToLog(tx, officer, loan, event, { note: input.note });
  });
}
