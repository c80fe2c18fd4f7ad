import { Form } from '@remix-run/react';
import { cadences } from '~/domain/overview/subscription.ts';
import { subscriptionText } from '~/text/subscription.ts';
import { replyTo } from '~/ui/form-reply.ts';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { PostForm } from '~/ui/parts/form.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useText } from '~/ui/text.ts';

export type OwnSubscription = {
  readonly id: string;
  readonly query: string;
  readonly cadence: 'daily' | 'weekly' | 'monthly';
  readonly nextOn: string;
};

type Props = {
  readonly subscriptions: readonly OwnSubscription[];
  /** The filters of the list as they stand in the address. */
  readonly query: string;
  readonly reply: unknown;
};

/** Being told of the list as it is filtered now, and the subscriptions that one has. */
export function Subscriptions({ subscriptions, query, reply }: Props) {
  const t = useText(subscriptionText);
  return (
    <Section title={t('subscription.title')} lede={t('subscription.lede')}>
      <RefusalNotice reply={replyTo(reply)} />
      <PostForm id="subscribe" result={replyTo(reply, 'subscribe')?.submission}>
        <input type="hidden" name="intent" value="subscribe" />
        <input type="hidden" name="query" value={query} />
        <SelectField
          name="cadence"
          label={t('subscription.cadence')}
          options={cadences.map((value) => ({ value, label: t(`subscription.cadence.${value}`) }))}
          defaultValue="weekly"
        />
        <div>
          <Button type="submit" variant="secondary">
            {t('subscription.do')}
          </Button>
        </div>
      </PostForm>
      {subscriptions.length > 0 ? <Own subscriptions={subscriptions} /> : null}
    </Section>
  );
}

function Own({ subscriptions }: Pick<Props, 'subscriptions'>) {
  const t = useText(subscriptionText);
  return (
    <DataTable
      caption={t('subscription.own')}
      rows={subscriptions}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'list',
          header: t('subscription.list'),
          primary: true,
          cell: (one) => (
            <TextLink to={`/operator/funded${one.query ? `?${one.query}` : ''}`}>
              {one.query ? (
                <span className="num break-all">{decodeURIComponent(one.query)}</span>
              ) : (
                t('subscription.everything')
              )}
            </TextLink>
          ),
        },
        {
          key: 'cadence',
          header: t('subscription.cadence'),
          cell: (one) => t(`subscription.cadence.${one.cadence}`),
        },
        { key: 'next', header: t('subscription.next'), cell: (one) => <DayText day={one.nextOn} /> },
        {
          key: 'end',
          header: t('subscription.end'),
          cell: (one) => (
            <Form method="post">
              <input type="hidden" name="intent" value="unsubscribe" />
              <Button name="id" value={one.id} variant="secondary" size="sm">
                {t('subscription.end')}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  );
}
