import { alertText } from '~/text/alert.ts';
import { caseFileText } from '~/text/case-file.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { RadioCards } from '~/ui/parts/choice-field.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import { Timeline } from '~/ui/parts/timeline.tsx';
import { useText } from '~/ui/text.ts';

const verdicts = ['confirmed', 'explained', 'cured', 'false-alarm'] as const;
const wrongs = ['wrong-record', 'wrong-firm', 'settled-before', 'threshold'] as const;
type Verdict = (typeof verdicts)[number];

export type GivenVerdict = {
  readonly verdict: string;
  readonly note: string;
  readonly reason: string | null;
  readonly by: string;
  readonly at: string;
  readonly facts: { readonly explanation?: string; readonly curedOn?: string; readonly wrong?: string };
};

/** A verdict of the fixed list with what belongs to each; the server says at the field what is missing. */
function VerdictFields({ today }: { today: string }) {
  const t = useText(alertText);
  const file = useText(caseFileText);
  return (
    <>
      <RadioCards
        name="verdict"
        legend={t('alert.close.verdict')}
        columns={2}
        options={verdicts.map((v) => ({ value: v, label: t(`alert.verdict.${v}`) }))}
      />
      <TextField
        name="explanation"
        label={file('case.verdict-explanation')}
        hint={file('case.verdict-explanation-hint')}
        maxLength={600}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField name="curedOn" label={file('case.verdict-cured-on')} max={today} />
        <SelectField
          name="wrong"
          label={file('case.verdict-wrong')}
          empty={file('case.choose')}
          options={wrongs.map((value) => ({ value, label: file(`case.wrong.${value}`) }))}
        />
      </div>
      <TextAreaField name="note" label={t('alert.close.note')} rows={3} required />
    </>
  );
}

/** The officer's verdict. */
export function CloseForm({ today }: { today: string }) {
  const t = useText(alertText);
  return (
    <Card title={t('alert.close.title')}>
      <CommandForm intent="close">
        <VerdictFields today={today} />
        <div>
          <Button>{t('alert.close.do')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}

export type ReversalProps = {
  readonly reversal: { readonly until: string; readonly isOpen: boolean; readonly isOwn: boolean };
  readonly today: string;
};

/** The second person's other verdict, or why there is none. */
export function ReverseForm({ reversal, today }: ReversalProps) {
  const file = useText(caseFileText);
  const { until, isOpen, isOwn } = reversal;
  if (!isOpen || isOwn)
    return (
      <p className="text-ink-soft">
        {isOwn && isOpen ? file('case.reverse-own') : file('case.reverse-late', until)}
      </p>
    );
  return (
    <Card title={file('case.reverse')}>
      <p className="measure text-ink-soft">{file('case.reverse-hint', until)}</p>
      <CommandForm intent="reverse">
        <TextAreaField name="reason" label={file('case.reverse-why')} rows={2} required />
        <VerdictFields today={today} />
        <div>
          <Button>{file('case.reverse')}</Button>
        </div>
      </CommandForm>
    </Card>
  );
}

/** Every verdict of the case, the one that stands last. */
export function VerdictHistory({ verdicts: given }: { verdicts: readonly GivenVerdict[] }) {
  const t = useText(alertText);
  const file = useText(caseFileText);
  if (given.length === 0) return null;
  return (
    <Section title={file('case.verdicts')}>
      <Timeline
        items={given.map((one, n) => ({
          key: String(n),
          at: <InstantText at={one.at} />,
          title: (
            <span className="flex flex-wrap items-center gap-2">
              {file(n === 0 ? 'case.verdict-first' : 'case.verdict-reversed')}
              <strong>{t(`alert.verdict.${one.verdict as Verdict}`)}</strong>
              <span className="text-ink-soft">{one.by || t('alert.system')}</span>
              {n === given.length - 1 ? <Badge tone="info">{file('case.verdict-stands')}</Badge> : null}
            </span>
          ),
          children: <VerdictText one={one} />,
        }))}
      />
    </Section>
  );
}

function VerdictText({ one: { note, reason, facts } }: { one: GivenVerdict }) {
  const file = useText(caseFileText);
  const wrong = wrongs.find((each) => each === facts.wrong);
  return (
    <span className="flex flex-col gap-1">
      {reason ? <span>{reason}</span> : null}
      {facts.explanation ? <span>{facts.explanation}</span> : null}
      {facts.curedOn ? <DayText day={facts.curedOn} /> : null}
      {wrong ? <span>{file(`case.wrong.${wrong}`)}</span> : null}
      {note ? <span>{note}</span> : null}
    </span>
  );
}
