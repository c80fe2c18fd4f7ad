import type { Scheme } from '~/domain/policy/scheme.ts';
import { policyDeskText } from '~/text/policy-desk.ts';
import { wordPath } from '~/text/policy-field.ts';
import { describeScheme } from '~/text/policy-plain.ts';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type SchemePlainProps = {
  readonly scheme: { readonly kind: string; readonly body: unknown; readonly unverified: readonly string[] };
  readonly regions: Readonly<Record<string, string>>;
};

/** What a version says in plain words, and which parts of it nobody has confirmed. */
export function SchemePlain({ scheme, regions }: SchemePlainProps) {
  const t = useText(policyDeskText);
  const locale = useLocale();
  const names = { region: (code: string) => regions[code] ?? code, scheme: (code: string) => code };
  const paragraphs = describeScheme(scheme as unknown as Scheme, locale, names);
  return (
    <div className="stack">
      <DefinitionList
        items={paragraphs.map(({ term, lines }) => ({
          term,
          value: (
            <ul className="flex list-none flex-col gap-1">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ),
        }))}
      />
      {scheme.unverified.length > 0 ? (
        <Notice tone="warn" title={t('policy.unverified-count', scheme.unverified.length)}>
          <p>{t('policy.unverified-about')}</p>
          <ul className="mt-1 list-disc pl-5">
            {scheme.unverified.map((path) => (
              <li key={path}>{wordPath(path, locale)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}
