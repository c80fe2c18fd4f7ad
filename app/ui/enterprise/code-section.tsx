import { useFetcher } from '@remix-run/react';
import { type ReactNode, useEffect } from 'react';
import type { UsccWarning } from '~/domain/enterprise/uscc.ts';
import { normaliseUscc } from '~/domain/enterprise/uscc.ts';
import { enterpriseText } from '~/text/enterprise.ts';
import { type RegionChoice, regionPathText } from '~/ui/enterprise/place-option.ts';
import { Button } from '~/ui/parts/button.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { FieldGroup } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useText } from '~/ui/text.ts';

export type CodeReading = {
  readonly uscc: string;
  readonly kind: 'company' | 'sole-trader';
  readonly warnings: readonly UsccWarning[];
  readonly region: RegionChoice | null;
};

/** What the typed code says: read by the server as soon as 18 characters stand there, or when its button is pressed. */
export function useCodeReading(typed: string, answered: CodeReading | null): CodeReading | null {
  const { load, data } = useFetcher<{ code: CodeReading | null }>();
  const code = normaliseUscc(typed);
  useEffect(() => {
    if (code.length === 18) load(`/api/credit-code?code=${encodeURIComponent(code)}`);
  }, [code, load]);
  const found = data?.code?.uscc === code ? data.code : null;
  return found ?? (answered?.uscc === code ? answered : null);
}

type CodeSectionProps = {
  readonly reading: CodeReading | null;
  readonly today: string;
  readonly notice: ReactNode;
};

/** The licence: code, name, date; and what the code says, with its warnings to confirm. */
export function CodeSection({ reading, today, notice }: CodeSectionProps) {
  const t = useText(enterpriseText);
  return (
    <FieldGroup legend={t('enterprise.step.code')}>
      <TextField
        name="uscc"
        label={t('enterprise.uscc')}
        hint={t('enterprise.uscc-hint')}
        autoComplete="off"
        code
        required
      />
      <div aria-live="polite" className="stack gap-4 empty:hidden">
        {reading ? <Reading reading={reading} /> : null}
      </div>
      {reading ? null : (
        <div>
          <Button variant="secondary" size="sm" name="searchIntent" value="uscc">
            {t('enterprise.uscc-check')}
          </Button>
        </div>
      )}
      {notice}
      <TextField
        name="name"
        label={t('enterprise.name')}
        hint={t('enterprise.name-hint')}
        autoComplete="organization"
        required
      />
      <DateField name="establishedOn" label={t('enterprise.established')} max={today} optional />
    </FieldGroup>
  );
}

function Reading({ reading }: { reading: CodeReading }) {
  const t = useText(enterpriseText);
  const region = reading.region ? regionPathText(reading.region) : reading.uscc.slice(2, 8);
  return (
    <>
      <DefinitionList
        items={[
          { term: t('enterprise.reading'), value: t(`enterprise.kind.${reading.kind}`) },
          { term: t('enterprise.registered-at'), value: region },
        ]}
      />
      {reading.warnings.length === 0 ? (
        <p className="text-sm text-good">{t('enterprise.nothing-unusual')}</p>
      ) : (
        <Notice tone="warn" title={t('enterprise.warnings')}>
          <ul className="list-disc pl-5">
            {reading.warnings.map((warning) => (
              <li key={warning}>{t(`enterprise.warning.${warning}`)}</li>
            ))}
          </ul>
          <p className="mt-2 mb-3">{t('enterprise.warnings-why')}</p>
          <CheckboxField name="confirmed" label={t('enterprise.confirm')} />
        </Notice>
      )}
    </>
  );
}
