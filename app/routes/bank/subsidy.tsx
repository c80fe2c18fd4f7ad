import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { ppm } from '~/domain/kernel/rate.ts';
import { accept } from '~/domain/kernel/result.ts';
import { moneyCommands } from '~/routes/money-commands.ts';
import { idParams, noteField, percentField } from '~/routes/subsidy-query.ts';
import { command, commands } from '~/server/http/command.ts';
import { dayField } from '~/server/http/fields.ts';
import { view } from '~/server/http/view.ts';
import { misuseCauses, reportMisuse } from '~/server/subsidy/report-misuse.ts';
import { showSubsidisedLoan } from '~/server/subsidy/show-subsidised-loan.ts';
import { statePurpose } from '~/server/subsidy/state-purpose.ts';
import { subsidyText } from '~/text/subsidy.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { SubsidisedLoan } from '~/ui/subsidy/subsidised-loan.tsx';

export const meta = pageTitle(subsidyText, 'subsidy.bank.loan-page-title');

export const loader = view({
  can: 'subsidy.read-portfolio',
  params: idParams,
  load: ({ actor, params }) => showSubsidisedLoan(actor, params.id),
  audit: (page) => ({
    action: 'subsidy.opened',
    enterpriseId: page.enterpriseId as never,
    purpose: 'post-loan',
    detail: { loanId: page.loanId },
  }),
});

const done = (id: string, message: string) =>
  accept({ to: `/bank/subsidies/${id}`, flash: { tone: 'success', message } as const });

export const action = commands({
  ...moneyCommands('/bank/subsidies'),
  purpose: command({
    can: 'subsidy.state-purpose',
    audit: null,
    params: idParams,
    schema: z.object({ percent: percentField }),
    run: async ({ actor, params, input }) => {
      const stated = await statePurpose(actor, params.id, ppm(input.percent));
      return stated.ok ? done(params.id, 'subsidy.purpose-stated') : stated;
    },
  }),
  report: command({
    can: 'subsidy.report-misuse',
    audit: null,
    params: idParams,
    schema: z.object({ cause: z.enum(misuseCauses), misuseOn: dayField, note: noteField }),
    run: async ({ actor, params, input }) => {
      const reported = await reportMisuse(actor, params.id, input);
      return reported.ok ? done(params.id, 'subsidy.reported') : reported;
    },
  }),
});

export default function SubsidisedLoanPage() {
  return <SubsidisedLoan {...useLoaderData<typeof loader>()} />;
}
