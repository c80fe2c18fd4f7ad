import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { orderVerification } from '~/server/audit/order-verification.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { auditQuery } from '~/server/overview/audit-query.ts';
import { searchAudit } from '~/server/overview/search-audit.ts';
import { auditText } from '~/text/audit.ts';
import { AuditPage } from '~/ui/overview/audit-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(auditText, 'audit.title');

export const loader = view({
  can: 'audit.search',
  query: auditQuery,
  load: async ({ actor, query, locale }) => ({ ...(await searchAudit(actor, query, locale)), query }),
  audit: 'audit.searched',
});

export const action = command({
  can: 'audit.search',
  audit: null,
  schema: z.object({}),
  run: async ({ actor }) => {
    await orderVerification(asPerson(actor));
    return accept({ to: '/operator/audit', flash: { tone: 'info', message: 'audit.verification-ordered' } });
  },
});

export default function Audit() {
  return <AuditPage {...useLoaderData<typeof loader>()} />;
}
