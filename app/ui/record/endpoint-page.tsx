import { verificationText } from '~/text/verification.ts';
import { type Named, useNamed } from '~/ui/catalogue/named.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { showCount } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { Disclosure } from '~/ui/parts/disclosure.tsx';
import { Figure, FigureRow, InstantText } from '~/ui/parts/figures.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { type AnsweredQuestion, AnswerWord, QuestionWord } from './answer-word.tsx';

export const faults = [
  ...(['timeout', 'unreachable', 'busy', 'refused'] as const),
  ...(['unreadable', 'no-credential', 'resting', 'no-endpoint', 'suspended'] as const),
] as const;
type Fault = (typeof faults)[number];

type Endpoint = {
  readonly url: string;
  readonly timeoutMs: number;
  readonly lastOkAt: string | null;
  readonly lastFailedAt: string | null;
  readonly lastFault: string | null;
  readonly state: 'closed' | 'open' | 'trial';
};
type Call = AnsweredQuestion & {
  readonly id: string;
  readonly name: Named;
  readonly at: string;
  readonly institution_zh: string;
  readonly institution_en: string;
  readonly cause: string | null;
  readonly attempts: number | null;
  readonly took_ms: number | null;
};
export type EndpointPageProps = {
  readonly items: readonly { readonly code: string; readonly name: Named }[];
  readonly endpoint: Endpoint | null;
  readonly sums: {
    readonly asked: number;
    readonly answered: number;
    readonly failed: number;
    readonly repeated: number;
    readonly middleMs: number | null;
  };
  readonly calls: readonly Call[];
};

/** Where a department answers yes-or-no questions, how its endpoint behaves, and who asked. */
export function EndpointPage({ items, endpoint, sums, calls }: EndpointPageProps) {
  const t = useText(verificationText);
  const named = useNamed();
  return (
    <div className="stack-lg">
      <PageHeader title={t('endpoint.title')} lede={t('endpoint.lede')} />
      <p className="measure text-ink-soft">
        {items.length > 0
          ? t('endpoint.items', items.map(({ name }) => named(name)).join(t('endpoint.items-join')))
          : t('endpoint.no-items')}
      </p>
      <Health endpoint={endpoint} sums={sums} />
      <Setup endpoint={endpoint} />
      <Calls calls={calls} />
    </div>
  );
}

function Health({ endpoint, sums }: Pick<EndpointPageProps, 'endpoint' | 'sums'>) {
  const t = useText(verificationText);
  const locale = useLocale();
  const state = endpoint?.state ?? 'none';
  const tone = ({ none: 'mute', closed: 'good', open: 'bad', trial: 'warn' } as const)[state];
  return (
    <Section title={t('endpoint.health')} actions={<Badge tone={tone}>{t(`endpoint.state.${state}`)}</Badge>}>
      <div className="stack">
        {state === 'open' || state === 'trial' ? <Notice tone="warn" title={t('endpoint.rests')} /> : null}
        <FigureRow>
          <Figure label={t('endpoint.asked')} value={showCount(sums.asked, locale)} />
          <Figure label={t('endpoint.answered')} value={showCount(sums.answered, locale)} />
          <Figure label={t('endpoint.failed')} value={showCount(sums.failed, locale)} />
          <Figure label={t('endpoint.repeated')} value={showCount(sums.repeated, locale)} />
          <Figure
            label={t('endpoint.middle')}
            value={sums.middleMs === null ? '—' : t('endpoint.ms', sums.middleMs)}
          />
        </FigureRow>
        {endpoint?.lastOkAt ? (
          <p className="text-sm text-ink-soft">
            {t('endpoint.last-ok')} <InstantText at={endpoint.lastOkAt} />
          </p>
        ) : null}
        {endpoint?.lastFailedAt ? (
          <p className="text-sm text-ink-soft">
            {t('endpoint.last-failed')} <InstantText at={endpoint.lastFailedAt} />{' '}
            <FaultWord cause={endpoint.lastFault} />
          </p>
        ) : null}
      </div>
    </Section>
  );
}

function FaultWord({ cause }: { cause: string | null }) {
  const t = useText(verificationText);
  const fault = faults.find((each): each is Fault => each === cause);
  return fault ? <span>{t(`endpoint.fault.${fault}`)}</span> : null;
}

const sample = `POST …
Authorization: Bearer <credential>
{"requestId":"…","uscc":"91…","item":"…","question":"any|open|at-least|band","amountFen":"…","of":"amount|quantity","edges":["…"],"consentId":"…"}

200 {"answer":"yes"}   200 {"answer":"no"}   200 {"answer":"unavailable"}
200 {"answer":"band","band":1}   0: < edges[0]; 1: < edges[1]; …`;

function Setup({ endpoint }: Pick<EndpointPageProps, 'endpoint'>) {
  const t = useText(verificationText);
  return (
    <Card title={t('endpoint.setup')}>
      <div className="stack">
        <CommandForm intent="save">
          <TextField
            name="url"
            type="url"
            label={t('endpoint.url')}
            hint={t('endpoint.url-hint')}
            defaultValue={endpoint?.url}
            required
            width="full"
          />
          <TextField
            name="credential"
            type="password"
            label={t('endpoint.credential')}
            hint={t('endpoint.credential-hint')}
            autoComplete="off"
          />
          <TextField
            name="timeoutMs"
            inputMode="numeric"
            label={t('endpoint.timeout')}
            hint={t('endpoint.timeout-hint')}
            defaultValue={String(endpoint?.timeoutMs ?? 3_000)}
          />
          <FormActions>
            <Button>{t('endpoint.save')}</Button>
          </FormActions>
        </CommandForm>
        {endpoint ? (
          <CommandForm intent="try">
            <div>
              <Button variant="secondary">{t('endpoint.try')}</Button>
            </div>
          </CommandForm>
        ) : null}
        <Disclosure summary={t('endpoint.protocol')}>
          <pre className="whitespace-pre-wrap break-all text-sm">{sample}</pre>
        </Disclosure>
      </div>
    </Card>
  );
}

function Calls({ calls }: Pick<EndpointPageProps, 'calls'>) {
  const t = useText(verificationText);
  const named = useNamed();
  return (
    <Section title={t('endpoint.calls')}>
      <DataTable
        caption={t('endpoint.calls')}
        captionHidden
        rows={calls}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-soft">{t('endpoint.calls-none')}</p>}
        columns={[
          { key: 'item', header: t('verify.item'), primary: true, cell: ({ name }) => named(name) },
          {
            key: 'who',
            header: t('endpoint.institution'),
            cell: ({ institution_zh: zh, institution_en: en }) => named({ zh, en }),
          },
          {
            key: 'q',
            header: t('verify.question'),
            cell: (row) => <QuestionWord {...row} />,
          },
          { key: 'a', header: t('verify.answer'), cell: (row) => <AnswerWord {...row} /> },
          { key: 'cause', header: t('endpoint.fault'), cell: ({ cause }) => <FaultWord cause={cause} /> },
          { key: 'tries', header: t('endpoint.attempts'), align: 'end', cell: ({ attempts }) => attempts },
          { key: 'at', header: t('verify.at'), cell: ({ at }) => <InstantText at={at} /> },
        ]}
      />
    </Section>
  );
}
