import { Form } from '@remix-run/react';
import { auditText } from '~/text/audit.ts';
import { showCount } from '~/ui/format.ts';
import { Button } from '~/ui/parts/button.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type Verdict = {
  readonly ok: boolean;
  readonly at: string;
  readonly streams: number;
  readonly entries: number;
  readonly firstFault: {
    readonly stream: string;
    readonly seq: string;
    readonly kind: 'changed' | 'column' | 'missing' | 'cut' | 'anchor';
  } | null;
};

/** The last verdict on the chains, what to do when one is broken, and the way to a new verdict. */
export function ChainStatus({ verdict }: { verdict: Verdict | null }) {
  const t = useText(auditText);
  const locale = useLocale();
  if (!verdict)
    return (
      <Notice tone="info" title={t('audit.chain.never')} next={<VerifyNow />}>
        {t('audit.chain.never-why')}
      </Notice>
    );
  const { firstFault: fault } = verdict;
  const what = fault
    ? t(`audit.fault.${fault.kind}`, fault.stream, fault.seq)
    : t('audit.chain.counted', showCount(verdict.streams, locale), showCount(verdict.entries, locale));
  return (
    <Notice
      tone={verdict.ok ? 'good' : 'bad'}
      title={t(verdict.ok ? 'audit.chain.whole' : 'audit.chain.broken')}
      next={<VerifyNow />}
    >
      <p>{what}</p>
      {verdict.ok ? null : <p>{t('audit.chain.act')}</p>}
      <p className="text-sm text-ink-soft">
        {t('audit.chain.verified-at')} <InstantText at={verdict.at} />
      </p>
    </Notice>
  );
}

function VerifyNow() {
  const t = useText(auditText);
  return (
    <Form method="post">
      <Button variant="secondary" size="sm">
        {t('audit.chain.verify')}
      </Button>
    </Form>
  );
}
