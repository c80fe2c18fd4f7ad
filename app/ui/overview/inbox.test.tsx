import { expect, test } from 'vitest';
import { renderInRouter } from '#tests/parts/render.tsx';
import { locales } from '~/text/define.ts';
import { Inbox } from '~/ui/overview/inbox.tsx';
import { LocaleContext } from '~/ui/text.ts';

const message = { id: 'm', kind: 'monitoring.left-alone', params: {}, at: '2026-11-27T02:00:00.000Z' };
const messages = [
  { ...message, read: false, urgent: true },
  { ...message, id: 'n', kind: 'monitoring.closed', read: true, urgent: true },
];

test.each(locales)(
  'the inbox marks what is urgent and unread, and pages within what is shown, in %s',
  async (locale) => {
    const drawn = (props: Parameters<typeof Inbox>[0]) =>
      renderInRouter(
        <LocaleContext.Provider value={locale}>
          <Inbox {...props} />
        </LocaleContext.Provider>,
      );
    const all = await drawn({ messages, next: 'n', paged: false, waiting: 1, unread: false });
    const urgent = locale === 'en' ? 'Urgent' : '紧急';
    expect(all.split(`>${urgent}<`).length - 1).toBe(1);
    expect(all).toContain('href="/inbox?before=n"');
    const unread = await drawn({ messages, next: 'n', paged: true, waiting: 1, unread: true });
    expect(unread).toContain('href="/inbox?show=unread&amp;before=n"');
    const none = await drawn({ messages: [], next: null, paged: false, waiting: 0, unread: true });
    expect(none).toContain(locale === 'en' ? 'Nothing unread' : '没有未读消息');
    expect(none).not.toContain('value="mark-all"');
  },
);
