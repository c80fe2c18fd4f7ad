import type { GlassState } from '~/domain/privacy/glass.ts';
import { dataRightsText } from '~/text/data-rights.ts';
import { privacyDeskText } from '~/text/privacy-desk.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { showInstant } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, ButtonRow, LinkButton } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { GlassStateBadge } from '~/ui/privacy/glass-state-badge.tsx';
import { type RetentionShown, RetentionTable } from '~/ui/privacy/retention-table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type GlassShown = {
  readonly id: string;
  readonly reason: string;
  readonly askerName: string;
  readonly verdict: string | null;
  readonly state: GlassState;
  readonly askedAt: string;
  readonly opensUntil: string | null;
};
type DataRightsPageProps = {
  readonly storedSince: string | null;
  readonly retention: readonly RetentionShown[];
  /** A natural person in business. */
  readonly isPerson: boolean;
  readonly peopleSince: string | null;
  readonly mayChange: boolean;
  readonly glass: readonly GlassShown[];
};

/** A firm's rights over its data: take along, restrict, delete, see emergencies. */
export function DataRightsPage(props: DataRightsPageProps) {
  const t = useText(dataRightsText);
  return (
    <div className="stack-lg">
      <PageHeader title={t('data-rights.title')} lede={t('data-rights.lede')} />
      <div className="grid gap-6 lg:grid-cols-2">
        <Card title={t('data-rights.export')}>
          <div className="stack">
            <p className="measure">{t('data-rights.export-text')}</p>
            <ButtonRow>
              <LinkButton to="/my/data-rights/export.json" download>
                {t('data-rights.export-do')}
              </LinkButton>
            </ButtonRow>
          </div>
        </Card>
        <StorageCard {...props} />
        {props.isPerson ? <PeopleCard {...props} /> : null}
      </div>
      <Section title={t('data-rights.glass')}>
        <GlassTable glass={props.glass} />
      </Section>
      <Section title={t('data-rights.delete')} lede={t('data-rights.delete-text')}>
        <RetentionTable rules={props.retention} />
      </Section>
      <ButtonRow>
        <LinkButton to="/my/persons" variant="secondary">
          {t('data-rights.persons')}
        </LinkButton>
        <LinkButton to="/my/data/readers" variant="secondary">
          {t('data-rights.readers')}
        </LinkButton>
      </ButtonRow>
    </div>
  );
}

function StorageCard({ storedSince, mayChange }: DataRightsPageProps) {
  const t = useText(dataRightsText);
  const locale = useLocale();
  const badge = storedSince ? (
    <Badge tone="warn">{t('data-rights.storage-on', showInstant(storedSince, locale))}</Badge>
  ) : (
    <Badge tone="good">{t('data-rights.storage-off')}</Badge>
  );
  return (
    <Card title={t('data-rights.storage')} actions={badge}>
      <div className="stack">
        <p className="measure">{t('data-rights.storage-text')}</p>
        {mayChange ? storedSince ? <Restrict to="used" /> : <AskFirst /> : null}
      </div>
    </Card>
  );
}

/** A sole trader asks for people instead of automation alone. */
function PeopleCard({ peopleSince, mayChange }: DataRightsPageProps) {
  const t = useText(dataRightsText);
  const locale = useLocale();
  const badge = peopleSince ? (
    <Badge tone="info">{t('data-rights.people-on', showInstant(peopleSince, locale))}</Badge>
  ) : null;
  return (
    <Card title={t('data-rights.people')} actions={badge}>
      <div className="stack">
        <p className="measure">{t('data-rights.people-text')}</p>
        {mayChange ? (
          <CommandForm id="people">
            <input type="hidden" name="to" value={peopleSince ? 'automation' : 'people'} />
            <div>
              <Button variant="secondary">
                {t(peopleSince ? 'data-rights.people-end' : 'data-rights.people-set')}
              </Button>
            </div>
          </CommandForm>
        ) : null}
      </div>
    </Card>
  );
}

function AskFirst() {
  const t = useText(dataRightsText);
  return (
    <ConfirmStep ask={t('data-rights.storage-set')} title={t('data-rights.storage-title')} tone="danger">
      <p>{t('data-rights.storage-warn')}</p>
      <Restrict to="stored" />
    </ConfirmStep>
  );
}

function Restrict({ to }: { to: 'stored' | 'used' }) {
  const t = useText(dataRightsText);
  return (
    <CommandForm>
      <input type="hidden" name="to" value={to} />
      <div>
        <Button variant={to === 'stored' ? 'danger' : 'primary'}>
          {t(to === 'stored' ? 'data-rights.storage-set' : 'data-rights.storage-end')}
        </Button>
      </div>
    </CommandForm>
  );
}

function GlassTable({ glass }: { glass: readonly GlassShown[] }) {
  const t = useText(dataRightsText);
  const desk = useText(privacyDeskText);
  return (
    <DataTable
      caption={t('data-rights.glass')}
      captionHidden
      rows={glass}
      rowKey={(row) => row.id}
      empty={<p className="text-ink-soft">{t('data-rights.glass-none')}</p>}
      columns={[
        { key: 'reason', header: desk('glass.reason'), primary: true, cell: (row) => row.reason },
        { key: 'by', header: desk('glass.by'), cell: (row) => row.askerName },
        { key: 'at', header: desk('glass.asked-at'), cell: (row) => <InstantText at={row.askedAt} /> },
        {
          key: 'until',
          header: desk('glass.until'),
          cell: (row) => (row.opensUntil ? <InstantText at={row.opensUntil} /> : '—'),
        },
        { key: 'state', header: desk('glass.state'), cell: (row) => <GlassStateBadge state={row.state} /> },
      ]}
    />
  );
}
