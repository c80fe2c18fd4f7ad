import { moneyText } from '~/text/money-statement.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { NumberField } from '~/ui/parts/amount-field.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type StatementShown = {
  readonly id: string;
  readonly loanId: string;
  readonly kind: string;
  readonly lender: string | null;
  readonly contractNo: string | null;
  readonly firstDrawnOn: string | null;
  readonly payer: string | null;
  readonly pointsPpm: number | null;
  readonly scheme: string | null;
  readonly reference: string;
  readonly evidenceOn: string;
  readonly party: string;
};

export type SchemeOption = { readonly value: string; readonly nameZh: string; readonly nameEn: string };

/** What was stated of a loan's money, a line each, with its evidence. */
export function StatementLines({
  statements,
  schemes = [],
}: {
  readonly statements: readonly StatementShown[];
  readonly schemes?: readonly SchemeOption[];
}) {
  const t = useText(moneyText);
  const locale = useLocale();
  const nameOf = (value: string) => {
    const found = schemes.find((scheme) => scheme.value === value);
    return found ? (locale === 'en' ? found.nameEn : found.nameZh) : value;
  };
  if (statements.length === 0) return null;
  return (
    <ul className="list-disc pl-5 text-sm">
      {statements.map((s) => (
        <li key={s.id}>
          {s.kind === 'refinanced'
            ? t('money.refinanced', s.lender ?? '', s.contractNo ?? '', s.firstDrawnOn ?? '')
            : t('money.elsewhere', s.payer ?? '', s.pointsPpm ?? 0)}
          {s.scheme ? ` · ${t('money.took', nameOf(s.scheme))}` : ''}{' '}
          <span className="text-ink-soft">
            ({t('money.evidence', s.reference, s.evidenceOn)} ·{' '}
            {t(s.party === 'operator' ? 'money.by.operator' : 'money.by.institution')})
          </span>
        </li>
      ))}
    </ul>
  );
}

type MoneyProps = {
  readonly statements: readonly StatementShown[];
  readonly schemes: readonly SchemeOption[];
  readonly isRenewal: boolean;
  readonly drawnOn: string;
  readonly today: string;
};

/** What is stated beyond the platform, and the forms to state it: another bank's loan paid off, a subsidy paid elsewhere. */
export function MoneyStatements({ statements, schemes, isRenewal, drawnOn, today }: MoneyProps) {
  const t = useText(moneyText);
  const isStated = (kind: string) => statements.some((s) => s.kind === kind);
  return (
    <Section title={t('money.title')} lede={t('money.about')}>
      <div className="stack">
        {statements.length === 0 ? <p className="text-ink-soft">{t('money.none')}</p> : null}
        <StatementLines statements={statements} schemes={schemes} />
        <div className="flex flex-col items-start gap-3">
          {isRenewal ? null : <RefinancedForm schemes={schemes} drawnOn={drawnOn} today={today} />}
          {isStated('refinanced') ? <Withdraw kind="refinanced" /> : null}
          <ElsewhereForm today={today} />
          {isStated('local-subsidy') ? <Withdraw kind="local-subsidy" /> : null}
        </div>
      </div>
    </Section>
  );
}

function RefinancedForm({ schemes, drawnOn, today }: Pick<MoneyProps, 'schemes' | 'drawnOn' | 'today'>) {
  const t = useText(moneyText);
  const locale = useLocale();
  const options = schemes.map(({ value, nameZh, nameEn }) => ({
    value,
    label: locale === 'en' ? nameEn : nameZh,
  }));
  return (
    <ConfirmStep
      ask={t('money.refinanced-form')}
      title={t('money.refinanced-form')}
      open={useReply('refinanced') !== null}
    >
      <CommandForm intent="refinanced">
        <TextField name="lender" label={t('money.lender')} maxLength={100} required />
        <TextField name="contractNo" label={t('money.contract')} maxLength={60} autoComplete="off" required />
        <DateField name="firstDrawnOn" label={t('money.first-drawn')} max={drawnOn} required />
        <SelectField
          name="scheme"
          label={t('money.scheme')}
          options={[{ value: 'none', label: t('money.no-scheme') }, ...options]}
        />
        <Evidence today={today} />
      </CommandForm>
    </ConfirmStep>
  );
}

function ElsewhereForm({ today }: { today: string }) {
  const t = useText(moneyText);
  return (
    <ConfirmStep
      ask={t('money.elsewhere-form')}
      title={t('money.elsewhere-form')}
      open={useReply('local-subsidy') !== null}
    >
      <CommandForm intent="local-subsidy">
        <TextField name="payer" label={t('money.payer')} maxLength={100} required />
        <NumberField name="points" label={t('money.points')} unit="%" decimal required />
        <Evidence today={today} />
      </CommandForm>
    </ConfirmStep>
  );
}

function Evidence({ today }: { today: string }) {
  const t = useText(moneyText);
  return (
    <>
      <TextField name="reference" label={t('money.reference')} maxLength={80} autoComplete="off" required />
      <DateField name="evidenceOn" label={t('money.evidence-on')} max={today} required />
      <div>
        <Button>{t('money.state')}</Button>
      </div>
    </>
  );
}

function Withdraw({ kind }: { kind: 'refinanced' | 'local-subsidy' }) {
  const t = useText(moneyText);
  const what = t(kind === 'refinanced' ? 'money.refinanced-form' : 'money.elsewhere-form');
  return (
    <CommandForm intent="withdraw-money" id={`withdraw-${kind}`}>
      <input type="hidden" name="kind" value={kind} />
      <Button variant="secondary">
        {t('money.withdraw')}: {what}
      </Button>
    </CommandForm>
  );
}
