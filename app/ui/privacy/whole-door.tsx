import { identityText } from '~/text/identity.ts';
import { privacyText } from '~/text/privacy.ts';
import { showInstant } from '~/ui/format.ts';
import { Card } from '~/ui/parts/card.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { AskReport, PersonReport, type ReportCountShown, type ReportShown } from './person-report.tsx';
import { ProvenStep } from './proven-step.tsx';

export type WholeDoorProps = {
  readonly isErased: boolean;
  readonly firms: readonly string[];
  readonly reports: ReportCountShown | null;
  readonly report: ReportShown | null;
  readonly isReportClosed: boolean;
  readonly linkUntil: string;
};

/** What a person whose identity was confirmed finds behind the platform's link: everything, with every firm. */
export function WholeDoor({ token, ...door }: WholeDoorProps & { readonly token: string }) {
  const t = useText(identityText);
  const p = useText(privacyText);
  const locale = useLocale();
  if (door.isErased)
    return (
      <div className="mx-auto max-w-3xl stack-lg">
        <PageHeader title={t('whole.title')} />
        <Notice tone="good" title={p('privacy.door.erased')}>
          {p('privacy.door.erased-text')}
        </Notice>
      </div>
    );
  return (
    <div className="mx-auto max-w-3xl stack-lg">
      <PageHeader title={t('whole.title')} lede={t('whole.lede')} />
      <Card title={t('whole.firms')}>
        {door.firms.length === 0 ? <p>{t('whole.firms-none')}</p> : null}
        <ul className="list-disc ps-5">
          {door.firms.map((firm) => (
            <li key={firm}>{firm}</li>
          ))}
        </ul>
      </Card>
      {door.report ? (
        <PersonReport report={door.report} token={token} lede={t('whole.records-lede')} />
      ) : door.reports ? (
        <AskReport
          count={door.reports}
          isClosed={door.isReportClosed}
          lede={t('whole.ask-lede')}
          prove={t('whole.prove')}
        />
      ) : null}
      {door.firms.length > 0 ? (
        <Card>
          <ProvenStep
            intent="erase"
            ask={t('whole.erase')}
            title={t('whole.erase-title')}
            text={t('whole.erase-text')}
            prove={t('whole.prove')}
            isFinal
          />
        </Card>
      ) : null}
      <p className="text-sm text-ink-soft">{t('whole.link-until', showInstant(door.linkUntil, locale))}</p>
    </div>
  );
}
