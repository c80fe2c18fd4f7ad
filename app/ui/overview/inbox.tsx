import { Form } from '@remix-run/react';
import { notifications } from '~/text/notification.ts';
import { overviewText } from '~/text/overview.ts';
import { wordRefusal } from '~/text/refusal.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type InboxProps = {
  readonly messages: readonly {
    readonly id: string;
    readonly kind: string;
    readonly params: object;
    readonly at: string;
    readonly read: boolean;
    readonly urgent: boolean;
  }[];
  readonly next: string | null;
  readonly paged: boolean;
  /** How many nobody has read, and whether only those are listed. */
  readonly waiting: number;
  readonly unread: boolean;
};

/** The in-app inbox: newest first, opening marks as read and leads on. */
export function Inbox({ messages, next, paged, waiting, unread }: InboxProps) {
  const t = useText(overviewText);
  const base = unread ? '/inbox?show=unread' : '/inbox';
  const markAll = (
    <Form method="post">
      <Button name="intent" value="mark-all" variant="secondary">
        {t('inbox.mark-all')}
      </Button>
    </Form>
  );
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('inbox.title')}
        lede={t('inbox.lede')}
        actions={waiting > 0 ? markAll : undefined}
      />
      <TabLinks
        label={t('inbox.title')}
        items={[
          { to: '/inbox', label: t('inbox.all'), current: !unread },
          { to: '/inbox?show=unread', label: t('inbox.unread'), count: waiting, current: unread },
        ]}
      />
      {messages.length === 0 ? (
        <EmptyState title={t(unread ? 'inbox.none-unread' : 'inbox.empty')} />
      ) : (
        <Messages messages={messages} />
      )}
      <KeysetPager
        previous={paged ? base : undefined}
        next={next ? `${base}${unread ? '&' : '?'}before=${next}` : undefined}
        shown={messages.length}
      />
    </div>
  );
}

function Messages({ messages }: Pick<InboxProps, 'messages'>) {
  const t = useText(overviewText);
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line rounded-sheet border border-line bg-sheet">
      {messages.map((m) => (
        <li key={m.id}>
          <Form method="post">
            <input type="hidden" name="intent" value="open" />
            <button
              type="submit"
              name="id"
              value={m.id}
              className="flex w-full flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3 text-left hover:bg-brand-50"
            >
              <span className={m.read ? 'text-ink-soft' : 'font-semibold text-ink'}>
                {wordRefusal(notifications, { code: m.kind, ...m.params }, locale)}
              </span>
              {m.urgent && !m.read ? <Badge tone="bad">{t('inbox.urgent')}</Badge> : null}
              {m.read ? null : <Badge tone="info">{t('inbox.unread')}</Badge>}
              <span className="ml-auto text-sm text-ink-soft">
                <InstantText at={m.at} />
              </span>
            </button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
