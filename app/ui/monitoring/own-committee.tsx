import type { MeasureKind } from '~/domain/monitoring/committee.ts';
import { committeeText } from '~/text/committee.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { useText } from '~/ui/text.ts';

export type OwnCommitteeProps = {
  readonly committee: {
    readonly id: string;
    readonly state: 'asked' | 'refused' | 'open' | 'closed';
    readonly reason: string;
    readonly closing: string | null;
    readonly adopted: readonly {
      readonly id: string;
      readonly kind: MeasureKind;
      readonly untilDay: string | null;
      readonly text: string;
    }[];
  };
  readonly isOwner: boolean;
};

/** The firm's own committee: to be agreed to, then what was agreed in it. */
export function OwnCommittee({ committee, isOwner }: OwnCommitteeProps) {
  const t = useText(committeeText);
  const { id, state, reason, closing, adopted } = committee;
  return (
    <Card title={t('committee.title')} actions={<Badge>{t(`committee.state.${state}`)}</Badge>}>
      <div className="stack">
        <p className="measure">{reason}</p>
        {state === 'asked' ? <p className="measure">{t('committee.firm-what')}</p> : null}
        {state === 'asked' && isOwner ? <AnswerForm id={id} /> : null}
        {state === 'asked' && !isOwner ? <p>{t('committee.firm-owner')}</p> : null}
        {state === 'open' && adopted.length === 0 ? <p>{t('committee.adopted-none')}</p> : null}
        <ul className="stack">
          {adopted.map((measure) => (
            <li key={measure.id}>
              <strong>{t(`committee.kind.${measure.kind}`)}</strong> {measure.text}
              {measure.untilDay ? (
                <span className="text-ink-soft">
                  {' '}
                  {t('committee.until')} <DayText day={measure.untilDay} />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
        {closing ? <p className="measure">{closing}</p> : null}
      </div>
    </Card>
  );
}

function AnswerForm({ id }: { id: string }) {
  const t = useText(committeeText);
  return (
    <CommandForm intent="answer-committee" id={`answer-committee-${id}`}>
      <input type="hidden" name="committee" value={id} />
      <div className="flex flex-wrap gap-3">
        <Button name="answer" value="agreed">
          {t('committee.firm-agree')}
        </Button>
        <Button name="answer" value="refused" variant="secondary">
          {t('committee.firm-refuse')}
        </Button>
      </div>
    </CommandForm>
  );
}
