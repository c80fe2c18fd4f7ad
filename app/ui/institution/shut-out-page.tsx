import { shutOutText } from '~/text/shut-out.ts';
import { ButtonRow, LinkButton } from '~/ui/parts/button.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { useText } from '~/ui/text.ts';

export const shutOutCodes = [
  'institution.suspended',
  'institution.assessment-expired',
  'institution.not-admitted',
] as const;

export type ShutOutProps = {
  readonly code: (typeof shutOutCodes)[number];
  readonly since: string | null;
  readonly reason: string | null;
  readonly contact: string | null;
  readonly isAdmin: boolean;
};

/** Instead of a page, for people whose institution may not read now. */
export function ShutOutPage({ code, since, reason, contact, isAdmin }: ShutOutProps) {
  const t = useText(shutOutText);
  const suspended = code === 'institution.suspended';
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-6 px-4 py-10 sm:py-16">
      <h1 className="font-display text-3xl font-bold">{t(`shut-out.${code}`)}</h1>
      <Notice
        tone="warn"
        title={t(code === 'institution.not-admitted' ? 'shut-out.waiting' : 'shut-out.stopped')}
      />
      <DefinitionList
        items={[
          ...(since ? [{ term: t('shut-out.since'), value: <DayText day={since} /> }] : []),
          ...(suspended ? [{ term: t('shut-out.reason'), value: reason ?? t('shut-out.reason-admin') }] : []),
          { term: t('shut-out.do'), value: t(`shut-out.do.${code}.${isAdmin ? 'admin' : 'other'}`) },
          ...(contact ? [{ term: t('shut-out.contact'), value: contact }] : []),
        ]}
      />
      <ButtonRow>
        <LinkButton to="/account" variant="secondary">
          {t('shut-out.account')}
        </LinkButton>
      </ButtonRow>
    </div>
  );
}
