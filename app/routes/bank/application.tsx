import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import type { ApplicationId } from '~/domain/kernel/id.ts';
import { accept } from '~/domain/kernel/result.ts';
import { borrowerSizes } from '~/domain/loan/servicing-rules.ts';
import type { Actor } from '~/server/access/actor.ts';
import { answerSecondLook } from '~/server/application/answer-second-look.ts';
import { askDocuments } from '~/server/application/ask-documents.ts';
import {
  ApproveForm,
  approvalOf,
  ContractForm,
  DecideForm,
  DeclineForm,
  DisburseForm,
  disbursementOf,
} from '~/server/application/bank-forms.ts';
import { DaysQuery } from '~/server/application/days-query.ts';
import { decideApplication } from '~/server/application/decide-application.ts';
import { declareInterest } from '~/server/application/declare-interest.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { recordContract } from '~/server/application/record-contract.ts';
import { showAsOf } from '~/server/application/show-as-of.ts';
import { fileTabs, showFile } from '~/server/application/show-file.ts';
import { transferApplication } from '~/server/application/transfer-application.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { disburseLoan } from '~/server/loan/disburse-loan.ts';
import { showPenaltyDefaults } from '~/server/loan/show-penalty-defaults.ts';
import { showRenewed } from '~/server/loan/show-renewed.ts';
import { showBankPortrait } from '~/server/overview/show-bank-portrait.ts';
import { openNoticesOf } from '~/server/restatement/open-notices-of.ts';
import { bankText } from '~/text/application-bank.ts';
import { AsOfView } from '~/ui/application/as-of-view.tsx';
import { BankFile } from '~/ui/application/bank-file.tsx';
import { RenewedNotice, RenewForm } from '~/ui/loan/renewed-loan.tsx';
import { BankPortrait } from '~/ui/overview/bank-portrait.tsx';
import { pageTitle } from '~/ui/page-title.ts';
import { RestatedFlag } from '~/ui/restatement/restated-flag.tsx';

export const meta = pageTitle(bankText, 'file.title');

const params = z.object({ id: z.uuid().transform((id) => id as ApplicationId) });

async function openPortrait(actor: Actor, id: ApplicationId) {
  const shown = await showBankPortrait(actor, id);
  return shown.ok
    ? ({ granted: true, portrait: shown.value } as const)
    : ({ granted: false, refusal: shown.refusal } as const);
}

export const loader = view({
  can: 'application.read-file',
  audit: null,
  params,
  query: DaysQuery.extend({ tab: z.enum(fileTabs).catch('overview') }),
  load: async ({ actor, params: { id }, query }) => {
    const file = await showFile(actor, id, query.tab);
    if (!file.ok) return file;
    const penalty = file.value.may.disburse ? await showPenaltyDefaults(actor) : null;
    const portrait = query.tab === 'portrait' ? await openPortrait(actor, id) : null;
    const back = query.tab === 'as-of' ? await showAsOf(actor, id, query) : null;
    if (back && !back.ok) return back;
    const restated = await openNoticesOf(actor, id);
    const renewed = await showRenewed(actor, file.value.application.renewsLoanId);
    return accept({ ...file.value, renewed, penalty, portrait, restated, asOf: back?.value ?? null });
  },
});

/** Back to the file with what was done said; the timeline needs no further read under the consent. */
const done = (id: string, message: string) =>
  accept({ to: `/bank/applications/${id}?tab=timeline`, flash: { tone: 'success', message } as const });

const shared = { audit: null, params };

const words = (most: number) => z.string('form.required').trim().min(2, 'form.required').max(most);

export const action = commands({
  'pick-up': command({
    ...shared,
    can: 'application.pick-up',
    schema: z.object({}),
    run: async ({ actor, params: { id } }) => {
      const taken = await pickUpApplication(actor, id);
      if (!taken.ok) return taken;
      return accept({
        to: `/bank/applications/${id}`,
        flash: { tone: 'success', message: 'application.picked-up' },
      });
    },
  }),
  approve: command({
    ...shared,
    can: 'application.propose',
    schema: ApproveForm,
    run: async ({ actor, params: { id }, input }) => {
      const proposed = await proposeDecision(actor, id, approvalOf(input));
      return proposed.ok ? done(id, 'application.proposed') : proposed;
    },
  }),
  decline: command({
    ...shared,
    can: 'application.propose',
    schema: DeclineForm,
    run: async ({ actor, params: { id }, input }) => {
      const proposed = await proposeDecision(actor, id, { outcome: 'decline', reasons: input.reasons });
      return proposed.ok ? done(id, 'application.proposed') : proposed;
    },
  }),
  decide: command({
    ...shared,
    can: 'application.decide',
    schema: DecideForm,
    run: async ({ actor, params: { id }, input }) => {
      const decided = await decideApplication(actor, id, input);
      if (!decided.ok) return decided;
      const { state } = decided.value;
      return done(id, state === 'in-review' ? 'application.sent-back' : `application.${state}`);
    },
  }),
  'ask-documents': command({
    ...shared,
    can: 'application.propose',
    schema: z.object({ what: words(400) }),
    run: async ({ actor, params: { id }, input }) => {
      const asked = await askDocuments(actor, id, input.what);
      return asked.ok ? done(id, 'application.documents-asked') : asked;
    },
  }),
  'second-look': command({
    ...shared,
    can: 'application.decide',
    schema: z.object({ answer: z.enum(['uphold', 'reopen']), why: words(400) }),
    run: async ({ actor, params: { id }, input }) => {
      const answered = await answerSecondLook(actor, id, input);
      return answered.ok ? done(id, `application.second-look-${input.answer}`) : answered;
    },
  }),
  transfer: command({
    ...shared,
    can: 'application.assign',
    schema: z.object({
      branch: z.union([z.uuid(), z.literal('')]).default(''),
      reason: words(200),
    }),
    run: async ({ actor, params: { id }, input: { branch, reason } }) => {
      const moved = await transferApplication(actor, id, { branch: branch || null, reason });
      return moved.ok ? done(id, 'application.transferred') : moved;
    },
  }),
  'declare-interest': command({
    ...shared,
    can: 'application.declare-interest',
    schema: z.object({ reason: words(300) }),
    run: async ({ actor, params: { id }, input }) => {
      const declared = await declareInterest(actor, id, input.reason);
      return declared.ok ? done(id, 'application.interest-declared') : declared;
    },
  }),
  contract: command({
    ...shared,
    can: 'loan.record',
    schema: ContractForm,
    run: async ({ actor, params: { id }, input }) => {
      const recorded = await recordContract(actor, id, input);
      return recorded.ok ? done(id, 'application.contracted') : recorded;
    },
  }),
  disburse: command({
    ...shared,
    can: 'loan.record',
    schema: DisburseForm.extend({ size: z.enum(borrowerSizes).optional() }),
    run: async ({ actor, params: { id }, input }) => {
      const loan = await disburseLoan(actor, id, { ...disbursementOf(input), size: input.size });
      if (!loan.ok) return loan;
      return accept({
        to: `/bank/loans/${loan.value}`,
        flash: { tone: 'success', message: 'loan.disbursed' },
      });
    },
  }),
});

export default function BankFilePage() {
  const { restated, portrait, asOf, renewed, ...file } = useLoaderData<typeof loader>();
  return (
    <div className="stack-lg">
      <RestatedFlag notices={restated} />
      <BankFile
        {...file}
        renewal={
          renewed && {
            notice: <RenewedNotice renewed={renewed} />,
            form: <RenewForm today={file.today} size={renewed.size} />,
          }
        }
        portrait={portrait ? <BankPortrait {...portrait} /> : null}
        asOf={
          asOf ? (
            <AsOfView
              shown={asOf}
              base={`/bank/applications/${file.application.id}`}
              keep={{ tab: 'as-of' }}
              isWhole={false}
            />
          ) : null
        }
      />
    </div>
  );
}
