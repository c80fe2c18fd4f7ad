import { accept, type Refusal, type Result } from '~/domain/kernel/result.ts';
import { firstLoanCommands } from '~/routes/first-loan-commands.ts';
import { loanParams } from '~/routes/loan-query.ts';
import { clock } from '~/server/clock.ts';
import { command, commands } from '~/server/http/command.ts';
import { decideWriteOff } from '~/server/loan/decide-write-off.ts';
import { extendLoan } from '~/server/loan/extend-loan.ts';
import { proposeWriteOff } from '~/server/loan/propose-write-off.ts';
import { recordLoanEvent } from '~/server/loan/record-event.ts';
import { recordRepayment } from '~/server/loan/record-repayment.ts';
import { renewLoan } from '~/server/loan/renew-loan.ts';
import { servicingSchemas as forms, penaltySchema } from '~/server/loan/servicing-schemas.ts';
import { statePenaltyTerms } from '~/server/loan/state-penalty-terms.ts';

const shared = { can: 'loan.record', audit: null, params: loanParams } as const;

const done = (id: string, message: string) =>
  accept({ to: `/bank/loans/${id}`, flash: { tone: 'success', message } as const });

/** The page again with the loan as it is now, or the refusal. */
const shown = async (id: string, outcome: Promise<Result<unknown, Refusal>>, message = 'loan.event-done') => {
  const recorded = await outcome;
  return recorded.ok ? done(id, message) : recorded;
};

/** Everything that a bank records on a loan in service, by the form's intent. */
export const loanCommands = commands({
  ...firstLoanCommands('loan.record', '/bank/loans'),
  'penalty-terms': command({
    ...shared,
    schema: penaltySchema,
    run: ({ actor, params: { id }, input }) =>
      shown(id, statePenaltyTerms(actor, id, input), 'loan.penalty-stated'),
  }),
  repayment: command({
    ...shared,
    schema: forms.repayment,
    run: async ({ actor, params: { id }, input }) => {
      const recorded = await recordRepayment(actor, id, { ...input, ahead: input.ahead ?? null });
      return recorded.ok ? done(id, `loan.${recorded.value}`) : recorded;
    },
  }),
  recovery: command({
    ...shared,
    schema: forms.recovery,
    run: ({ actor, params: { id }, input: { paidOn: on, ...money } }) =>
      shown(id, recordLoanEvent(actor, id, { kind: 'recovery', on, ...money })),
  }),
  reversal: command({
    ...shared,
    schema: forms.reversal,
    run: ({ actor, params: { id }, input }) =>
      shown(id, recordLoanEvent(actor, id, { kind: 'reversal', on: clock.today(), of: input.event })),
  }),
  drawdown: command({
    ...shared,
    schema: forms.drawdown,
    run: ({ actor, params: { id }, input }) =>
      shown(id, recordLoanEvent(actor, id, { kind: 'drawdown', ...input })),
  }),
  'rate-change': command({
    ...shared,
    schema: forms.rateChange,
    run: ({ actor, params: { id }, input }) =>
      shown(id, recordLoanEvent(actor, id, { kind: 'rate-change', ...input })),
  }),
  extension: command({
    ...shared,
    schema: forms.extension,
    run: ({ actor, params: { id }, input: { reason: note, ...input } }) =>
      shown(id, extendLoan(actor, id, { ...input, note })),
  }),
  restructuring: command({
    ...shared,
    schema: forms.restructuring,
    run: ({ actor, params: { id }, input: { months: termMonths, reason: note, ...terms } }) =>
      shown(id, recordLoanEvent(actor, id, { kind: 'restructuring', termMonths, ...terms }, { note })),
  }),
  renewal: command({
    ...shared,
    schema: forms.renewal,
    run: async ({ actor, params: { id }, input: { months: termMonths, ...input } }) => {
      const renewed = await renewLoan(actor, id, { termMonths, ...input });
      return renewed.ok ? done(renewed.value, 'loan.renewed-done') : renewed;
    },
  }),
  misuse: command({
    ...shared,
    schema: forms.finding,
    run: ({ actor, params: { id }, input: { on, reason: note } }) =>
      shown(id, recordLoanEvent(actor, id, { kind: 'misuse', on }, { note })),
  }),
  'technical-overdue': command({
    ...shared,
    schema: forms.finding,
    run: ({ actor, params: { id }, input: { on, reason: note } }) =>
      shown(id, recordLoanEvent(actor, id, { kind: 'technical-overdue', on }, { note })),
  }),
  'write-off': command({
    ...shared,
    schema: forms.writeOff,
    run: ({ actor, params: { id }, input }) =>
      shown(id, proposeWriteOff(actor, id, input), 'loan.write-off-proposed'),
  }),
  'decide-write-off': command({
    ...shared,
    schema: forms.decision,
    run: async ({ actor, params: { id }, input }) => {
      const decided = await decideWriteOff(actor, id, input.answer);
      if (!decided.ok) return decided;
      return done(id, decided.value === 'written-off' ? 'loan.written-off-done' : 'loan.write-off-rejected');
    },
  }),
});
