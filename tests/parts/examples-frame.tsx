import { FaultPage } from '~/ui/parts/fault-page.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { PublicShell } from '~/ui/parts/public-shell.tsx';
import { AppShell } from '~/ui/parts/shell.tsx';
import { Landing } from '~/ui/public/landing.tsx';
import { SiteFooter } from '~/ui/public/site-footer.tsx';
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
  {
    part: 'landing',
    name: 'public',
    show: (say) => (
      <PublicShell
        bleed
        nav={[
          { to: '/products', label: say('贷款产品', 'Loan products') },
          { to: '/catalogue', label: say('数据目录', 'Data catalogue') },
          { to: '/how-scoring-works', label: say('评分规则', 'How scoring works') },
          { to: '/how-matching-works', label: say('匹配规则', 'How matching works') },
        ]}
        footer={<SiteFooter />}
      >
        <Landing
          figures={{ firms: 2014, banks: 8, products: 50, loans: 206 }}
          zones={[
            { key: 'rural', label: say('乡村振兴', 'Rural'), products: 9, to: '/products?zone=rural' },
            { key: 'green', label: say('绿色金融', 'Green'), products: 4, to: '/products?zone=green' },
            { key: 'fast', label: say('快服贷', 'Fast service'), products: 12, to: '/products?zone=fast' },
            {
              key: 'tech',
              label: say('科技创新', 'Technology'),
              products: 7,
              to: '/products?zone=technology',
            },
            { key: 'tax', label: say('银税互动', 'Tax and bank'), products: 6, to: '/products?zone=tax' },
            {
              key: 'procurement',
              label: say('政府采购', 'Procurement'),
              products: 3,
              to: '/products?zone=procurement',
            },
            { key: 'relief', label: say('纾困', 'Relief'), products: 2, to: '/products?zone=relief' },
            { key: 'first', label: say('首贷', 'First loan'), products: 1, to: '/products?zone=first-loan' },
          ]}
        />
      </PublicShell>
    ),
  },
];
