import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { remits } from '~/domain/loan/office.ts';
import { monthPageQuery } from '~/routes/month-route.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { appointOffice } from '~/server/loan/appoint-office.ts';
import { endOffice } from '~/server/loan/end-office.ts';
import { listMonth } from '~/server/loan/list-month.ts';
import { listOffices } from '~/server/loan/list-offices.ts';
import { paymentFileText } from '~/text/loan-payments.ts';
import { MonthPage } from '~/ui/loan/month-page.tsx';
import { OfficeRecipients } from '~/ui/loan/office-recipients.tsx';
import { MonthFigures } from '~/ui/overview/month-figures.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(paymentFileText, 'month.title');

export const loader = view({
  can: 'overview.funded-firms',
  audit: 'loan.month-opened',
  query: monthPageQuery,
  load: async ({ actor, query }) => {
    const list = await listMonth(actor, query.month, query.page);
    return { ...list, base: '/operator/loans', offices: await listOffices(actor, list.month) };
  },
});

const done = (message: string) =>
  accept({ to: '/operator/loans', flash: { tone: 'success', message } as const });
const shared = { can: 'loan.appoint-office', audit: null } as const;

export const action = commands({
  appoint: command({
    ...shared,
    schema: z.object({
      office: z.uuid(),
      remit: z.enum(remits),
      region: z.string().regex(/^\d{6}$/, 'loan.office-region'),
    }),
    run: async ({ actor, input }) => {
      const appointed = await appointOffice(actor, input);
      return appointed.ok ? done('loan.office-appointed-done') : appointed;
    },
  }),
  'end-office': command({
    ...shared,
    schema: z.object({ appointment: z.uuid() }),
    run: async ({ actor, input }) => {
      const ended = await endOffice(actor, input.appointment);
      return ended.ok ? done('loan.office-ended-done') : ended;
    },
  }),
});

export default function MonthRoute() {
  const { offices, ...month } = useLoaderData<typeof loader>();
  return (
    <MonthPage {...month} figures={<MonthFigures {...month} />} detail="/operator/funded">
      <OfficeRecipients {...offices} />
    </MonthPage>
  );
}
