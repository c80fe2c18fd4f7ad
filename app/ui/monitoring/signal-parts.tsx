import type { Category, Named } from '~/domain/catalogue/item.ts';
import type { SignalBody } from '~/domain/monitoring/signal.ts';
import { monitoringText } from '~/text/monitoring.ts';
import { signalLibraryText } from '~/text/signal-library.ts';
import { wordLadder } from '~/text/signal-rule.ts';
import { Badge, type Severity, SeverityBadge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';

export type ItemNames = Readonly<Record<string, Named & { readonly categories: readonly Category[] }>>;

/** Whether a signal is evaluated; the reason stands beside it. */
export function ActiveBadge({ body }: { body: SignalBody }) {
  const t = useText(signalLibraryText);
  return body.active ? (
    <Badge tone="good">{t('signals.active.yes')}</Badge>
  ) : (
    <Badge>{t('signals.active.no')}</Badge>
  );
}

/** Why a signal is off; nothing for one that is on. */
export function WhyOff({ body }: { body: SignalBody }) {
  const t = useText(monitoringText);
  return body.active ? null : (
    <span className="block text-sm text-ink-soft">{t(`monitoring.inactive.${body.because}`)}</span>
  );
}

/** What reaches each severity, and how many working days the officer then has. */
export function Ladder({ body }: { body: SignalBody }) {
  const t = useText(signalLibraryText);
  const locale = useLocale();
  if (!body.rule) return <>{t('signals.no-items')}</>;
  return (
    <ul className="flex flex-col gap-1.5">
      {wordLadder(body.rule, locale).map(({ severity, says }) => (
        <li key={severity} className="flex flex-wrap items-baseline gap-x-2 @max-2xl:justify-end">
          <SeverityBadge severity={severity} />
          <span>{says}</span>
          <span className="text-sm text-ink-soft">
            {t('signals.working-days', body.deadlineWorkingDays[severity])}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What a signal looks at: items by name, each leading to the catalogue where the reader may open it. */
export function Sources({ body, items, opens }: { body: SignalBody; items: ItemNames; opens: boolean }) {
  const t = useText(signalLibraryText);
  const named = useNamed();
  if (!body.rule) return <>{t('signals.no-items')}</>;
  if (!('items' in body.rule)) return <>{t('signals.loan-itself')}</>;
  const { items: codes, categories } = body.rule;
  const known = codes.flatMap((code) => items[code]?.categories ?? []);
  const category = (code: string) => {
    const found = known.find((each) => each.code === code);
    return found ? named(found) : code;
  };
  return (
    <>
      <ul className="flex flex-col gap-0.5">
        {codes.map((code) => {
          const name = items[code] ? named(items[code]) : code;
          return (
            <li key={code}>
              {opens ? <TextLink to={`/operator/catalogue/${code}`}>{name}</TextLink> : name}
            </li>
          );
        })}
      </ul>
      {categories ? (
        <span className="block text-sm text-ink-soft">
          {t('signals.categories', categories.map(category))}
        </span>
      ) : null}
    </>
  );
}

/** Which signals of the plan it stands for. */
export function PlanNumbers({ body }: { body: SignalBody }) {
  const t = useText(signalLibraryText);
  return <>{body.planNos.length === 0 ? t('signals.own') : t('signals.plan', body.planNos.join(', '))}</>;
}

/** How often it was right in the last twelve months. */
export function PrecisionText({
  precision,
}: {
  precision: { readonly closed: number; readonly right: number };
}) {
  const t = useText(signalLibraryText);
  const { closed, right } = precision;
  return <>{closed === 0 ? t('signals.precision-none') : t('signals.precision-of', right, closed)}</>;
}

export type SignalExampleShown = {
  readonly zh: string;
  readonly en: string;
  readonly asOf: string;
  readonly expect: Severity | null;
  readonly found: Severity | null;
  readonly passed: boolean;
};

/** Worked examples: what must come out and what does. */
export function SignalExamples({ examples }: { examples: readonly SignalExampleShown[] }) {
  const t = useText(signalLibraryText);
  const named = useNamed();
  const failed = examples.filter((example) => !example.passed).length;
  const silent = <span className="text-ink-soft">{t('signals.silent')}</span>;
  const severity = (of: Severity | null) => (of ? <SeverityBadge severity={of} /> : silent);
  if (examples.length === 0) return <p className="text-ink-soft">{t('signals.examples-none')}</p>;
  return (
    <div className="stack">
      {failed > 0 ? (
        <Notice tone="warn" title={t('signals.examples-fail', failed, examples.length)} />
      ) : (
        <p>
          <Badge tone="good">{t('signals.examples-hold', examples.length)}</Badge>
        </p>
      )}
      <DataTable
        caption={t('signals.examples')}
        captionHidden
        rows={examples}
        rowKey={(row) => `${row.zh} ${row.asOf}`}
        columns={[
          { key: 'case', header: t('signals.example'), primary: true, cell: (row) => named(row) },
          { key: 'expect', header: t('signals.expected'), cell: (row) => severity(row.expect) },
          { key: 'found', header: t('signals.actual'), cell: (row) => severity(row.found) },
          {
            key: 'passed',
            header: t('signals.outcome'),
            cell: (row) =>
              row.passed ? (
                <Badge tone="good">{t('signals.holds')}</Badge>
              ) : (
                <Badge tone="bad">{t('signals.differs')}</Badge>
              ),
          },
        ]}
      />
    </div>
  );
}
