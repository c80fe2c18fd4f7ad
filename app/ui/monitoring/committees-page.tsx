import { committeeText } from '~/text/committee.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import {
  MeasureCard,
  type MeasureShown,
  type MinuteShown,
  Minutes,
  ProposeForm,
} from './committee-parts.tsx';

export type CommitteeShown = {
  readonly id: string;
  readonly firm: string;
  readonly state: 'asked' | 'refused' | 'open' | 'closed';
  readonly own: 'invited' | 'joined' | 'declined';
  readonly reason: string;
  readonly members: readonly { readonly zh: string; readonly en: string; readonly isOwn: boolean }[];
  readonly measures: readonly MeasureShown[];
  readonly minutes: readonly MinuteShown[];
};

type PageProps = { readonly committees: readonly CommitteeShown[]; readonly today: string };

/** The committees to which a bank was invited. */
export function CommitteesPage({ committees, today }: PageProps) {
  const t = useText(committeeText);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('committee.back'), to: '/bank/alerts' }, { label: t('committee.title') }]}
        title={t('committee.title')}
        lede={t('committee.lede')}
      />
      {committees.length === 0 ? (
        <EmptyState title={t('committee.none')}>{t('committee.none-next')}</EmptyState>
      ) : null}
      {committees.map((committee) => (
        <CommitteeSection key={committee.id} committee={committee} today={today} />
      ))}
    </div>
  );
}

function CommitteeSection({ committee, today }: { committee: CommitteeShown; today: string }) {
  const t = useText(committeeText);
  const { id, own, state, members, measures, minutes } = committee;
  const isLive = state === 'open';
  const isEnglish = useLocale() === 'en';
  const names = members.map(
    ({ zh, en, isOwn }) => `${isEnglish ? en : zh}${isOwn ? t('committee.own-bank') : ''}`,
  );
  return (
    <Section
      id={id}
      title={committee.firm}
      actions={
        <>
          <Badge tone={isLive ? 'info' : 'mute'}>{t(`committee.state.${state}`)}</Badge>
          <Badge>{t(`committee.own.${own}`)}</Badge>
        </>
      }
    >
      <DefinitionList
        items={[
          { term: t('committee.reason'), value: committee.reason },
          ...(names.length > 0
            ? [{ term: t('committee.members'), value: names.join(isEnglish ? ', ' : '、') }]
            : []),
        ]}
      />
      {isLive && own === 'invited' ? <Invitation id={id} /> : null}
      {own === 'joined' ? (
        <>
          <p className="measure text-sm text-ink-soft">{t('committee.rule')}</p>
          {measures.map((measure) => (
            <MeasureCard key={measure.id} measure={measure} committee={isLive ? id : undefined} />
          ))}
          {isLive ? <ProposeForm committee={id} today={today} /> : null}
          <h3 className="font-semibold">{t('committee.minutes')}</h3>
          <Minutes minutes={minutes} />
        </>
      ) : null}
    </Section>
  );
}

function Invitation({ id }: { id: string }) {
  const t = useText(committeeText);
  return (
    <CommandForm intent="answer" id={`answer-${id}`}>
      <input type="hidden" name="committee" value={id} />
      <p className="measure">{t('committee.invited-what')}</p>
      <div className="flex flex-wrap gap-3">
        <Button name="answer" value="joined">
          {t('committee.join')}
        </Button>
        <Button name="answer" value="declined" variant="secondary">
          {t('committee.decline')}
        </Button>
      </div>
    </CommandForm>
  );
}
