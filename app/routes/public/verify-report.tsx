import { z } from 'zod';
import { accept } from '~/domain/kernel/result.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { mostBundleBytes, reportCode } from '~/server/report/forms.ts';
import { verifyBundle } from '~/server/report/verify-bundle.ts';
import { reportPageText } from '~/text/report-page.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { VerifyReport } from '~/ui/report/verify-report.tsx';

export const meta = pageTitle(reportPageText, 'check.title');

export const loader = view({ can: 'public', audit: null, load: async () => ({}) });

export const action = commands({
  code: command({
    can: 'public',
    audit: null,
    schema: z.object({ intent: z.literal('code'), code: reportCode }),
    run: async ({ input }) => accept({ to: `/verify-report/${input.code}` }),
  }),
  file: command({
    can: 'public',
    audit: null,
    maxFileBytes: mostBundleBytes,
    schema: z.object({ intent: z.literal('file'), file: z.instanceof(File) }),
    run: async ({ input }) => {
      const verified = await verifyBundle(await input.file.text());
      if (!verified.ok) return verified;
      return accept({ to: verified.value, flash: { tone: 'success', message: 'report.flash.whole' } });
    },
  }),
});

export default function VerifyReportPage() {
  return <VerifyReport />;
}
