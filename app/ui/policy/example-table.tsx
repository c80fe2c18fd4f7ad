import { policyDeskText } from '~/text/policy-desk.ts';
import { wordExample } from '~/text/policy-example.ts';
import { wordPolicyLine } from '~/text/policy-line.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type ExampleShown = {
  readonly zh: string;
  readonly en: string;
  readonly of: string;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly lines: readonly { readonly code: string }[];
  readonly passed: boolean;
};

/** The worked examples of a version: what each expects, what the rules compute, and how. */
export function ExampleTable({ examples }: { examples: readonly ExampleShown[] }) {
  const t = useText(policyDeskText);
  const locale = useLocale();
  const failed = examples.filter((example) => !example.passed).length;
  return (
    <div className="stack">
      <Notice
        tone={failed > 0 ? 'bad' : 'good'}
        title={
          failed > 0
            ? t('policy.examples-failed', failed, examples.length)
            : t('policy.examples-passed', examples.length)
        }
      />
      <DataTable
        caption={t('policy.examples-caption')}
        captionHidden
        rows={[...examples].sort((a, b) => Number(a.passed) - Number(b.passed))}
        rowKey={(row) => row.zh}
        columns={[
          {
            key: 'example',
            header: t('policy.example'),
            primary: true,
            cell: (row) => (
              <>
                {locale === 'en' ? row.en : row.zh}
                <Working lines={row.lines} />
              </>
            ),
          },
          { key: 'expected', header: t('policy.expected'), cell: (row) => wordExample(row.expected, locale) },
          {
            key: 'computed',
            header: t('policy.computed'),
            cell: (row) => (row.actual === null ? t('policy.no-rule') : wordExample(row.actual, locale)),
          },
          {
            key: 'result',
            header: t('policy.result'),
            cell: (row) => (
              <Badge tone={row.passed ? 'good' : 'bad'}>
                {t(row.passed ? 'policy.passed' : 'policy.failed')}
              </Badge>
            ),
          },
        ]}
      />
    </div>
  );
}

function Working({ lines }: { lines: ExampleShown['lines'] }) {
  const t = useText(policyDeskText);
  const locale = useLocale();
  if (lines.length === 0) return null;
  return (
    <details className="mt-1 text-sm font-normal">
      <summary className="text-brand-700">{t('policy.working')}</summary>
      <ol className="mt-1 list-decimal pl-5 text-ink-soft">
        {lines.map((line) => (
          <li key={JSON.stringify(line)}>{wordPolicyLine(line, locale)}</li>
        ))}
      </ol>
    </details>
  );
}
