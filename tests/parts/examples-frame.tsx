import { FaultPage } from '~/ui/parts/fault-page.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { PublicShell } from '~/ui/parts/public-shell.tsx';
import { AppShell } from '~/ui/parts/shell.tsx';
import type { Example, Say } from './example.ts';

const nav = (say: Say) => [
  {
    items: [{ to: '/bank', label: say('申请收件箱', 'Inbox'), icon: 'inbox' as const, count: 7, end: true }],
  },
  {
    label: say('贷后', 'After the loan'),
    items: [
      { to: '/bank/loans', label: say('贷款组合', 'Portfolio'), icon: 'loan' as const },
      { to: '/bank/alerts', label: say('贷后预警', 'Alerts'), icon: 'alert' as const, count: 3 },
    ],
  },
];

/** Each is a whole page: rendered one at a time. */
export const frameExamples: readonly Example[] = [
  {
    part: 'shell',
    name: 'bank',
    show: (say) => (
      <AppShell
        area="bank"
        user={{
          name: say('王敏', 'Wang Min'),
          org: say('赣州银行', 'Bank of Ganzhou'),
          role: say('信贷员', 'Officer'),
        }}
        nav={nav(say)}
        unread={4}
        unreadTo="/inbox"
        flash={{ tone: 'good', message: say('已转交复核。', 'Handed to the reviewer.') }}
      >
        <PageHeader title={say('贷后预警', 'Alerts')} lede={say('3 项待处理。', 'Three are open.')} />
      </AppShell>
    ),
  },
  {
    part: 'public-shell',
    name: 'fault page',
    show: (say) => (
      <PublicShell nav={[{ to: '/products', label: say('贷款产品', 'Products') }]}>
        <FaultPage kind="fault" requestId="8f14e45f-ceea-4e7a" />
      </PublicShell>
    ),
  },
];
