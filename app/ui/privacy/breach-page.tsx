import type { BreachStep } from '~/domain/privacy/breach.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { showInstant } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { Timeline } from '~/ui/parts/timeline.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { BreachStepForm } from './breach-step-form.tsx';

type Facts = { readonly [name: string]: string | number };
type BreachShown = {
  readonly id: string;
  readonly title: string;
  readonly discoveredAt: string;
  readonly now: string;
  readonly events: readonly {
    readonly step: BreachStep;
    readonly facts: Facts;
    readonly userName: string;
    readonly at: string;
  }[];
  readonly clocks: readonly {
    readonly step: 'assessed' | 'authority-notified' | 'subjects-notified';
    readonly due: string;
    readonly doneAt: string | null;
  }[];
  readonly next: readonly BreachStep[];
};

/** One breach: clocks, what was done, what comes next. */
export function BreachPage({ breach }: { breach: BreachShown }) {
  const t = useText(privacyDeskText);
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('desk.privacy.title'), to: '/operator/privacy' }, { label: t('breach.list') }]}
        title={breach.title}
        badge={<Badge tone="info">{t(`breach.step.${breach.events.at(-1)?.step ?? 'registered'}`)}</Badge>}
      />
      <Card title={t('breach.clocks')}>
        <DefinitionList
          items={[
            { term: t('breach.discovered'), value: <InstantText at={breach.discoveredAt} /> },
            ...breach.clocks.map((clock) => ({
              term: t(`breach.step.${clock.step}`),
              value: <Clock clock={clock} now={breach.now} />,
            })),
          ]}
        />
      </Card>
      {breach.next.length > 0 ? (
        <Section title={t('breach.do')}>
          {breach.next.map((step) => (
            <BreachStepForm key={step} step={step} folded={breach.next.length > 1} />
          ))}
        </Section>
      ) : null}
      <Section title={t('breach.log')}>
        <Timeline
          items={breach.events.map((event) => ({
            key: event.step,
            at: <InstantText at={event.at} />,
            by: event.userName,
            title: t(`breach.step.${event.step}`),
            tone: event.step === 'closed' ? 'good' : 'info',
            children: <FactLines facts={event.facts} />,
          }))}
        />
      </Section>
    </div>
  );
}

function Clock({ clock, now }: { clock: BreachShown['clocks'][number]; now: string }) {
  const t = useText(privacyDeskText);
  const locale = useLocale();
  const late = (clock.doneAt ?? now) > clock.due;
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {t('breach.clock.due', showInstant(clock.due, locale))}
      {clock.doneAt ? ` · ${t('breach.clock.done', showInstant(clock.doneAt, locale))}` : null}
      {late ? <Badge tone="bad">{t('breach.late')}</Badge> : null}
    </span>
  );
}

const shownFacts = [
  ...(['cause', 'level', 'kinds', 'people', 'harm', 'authority', 'reference'] as const),
  ...(['measures', 'contact', 'firms', 'why', 'lessons'] as const),
];

function FactLines({ facts }: { facts: Facts }) {
  const t = useText(privacyDeskText);
  const shown = shownFacts.filter((name) => facts[name] !== undefined && facts[name] !== '');
  const written = (name: string) =>
    name === 'level' ? t(`level.${facts.level as 'low'}`) : String(facts[name]);
  return (
    <ul>
      {shown.map((name) => (
        <li key={name}>
          {t(`breach.${name}`)}: <span className="whitespace-pre-line text-ink">{written(name)}</span>
        </li>
      ))}
    </ul>
  );
}
