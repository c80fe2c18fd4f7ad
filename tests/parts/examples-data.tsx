import { GradeBadge } from '~/ui/parts/badge.tsx';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { DialogLink } from '~/ui/parts/dialog.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Figure, FigureRow, InstantText, Money, Rate } from '~/ui/parts/figures.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { PrintButton } from '~/ui/parts/print-button.tsx';
import { ProgressBar } from '~/ui/parts/progress.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { Stepper } from '~/ui/parts/stepper.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { Timeline } from '~/ui/parts/timeline.tsx';
import type { Example, Say } from './example.ts';

type LoanRow = { firm: string; bank: string; fen: string; ppm: number; grade: 'A' | 'B' | null; due: string };

const loans: readonly LoanRow[] = [
  {
    firm: '赣州市南康区恒森家具有限公司',
    bank: '赣州银行',
    fen: '300000000',
    ppm: 36_500,
    grade: 'A',
    due: '2027-03-20',
  },
  {
    firm: '南昌鼎盛食品加工厂',
    bank: '江西农商银行',
    fen: '85000050',
    ppm: 42_000,
    grade: 'B',
    due: '2026-12-02',
  },
  {
    firm: '吉安县李记面包店（个体工商户）',
    bank: '九江银行',
    fen: '5000000',
    ppm: 48_500,
    grade: null,
    due: '2026-11-30',
  },
];

const loanColumns = (say: Say): Column<LoanRow>[] => [
  {
    key: 'firm',
    header: say('企业', 'Firm'),
    primary: true,
    sortable: true,
    cell: (row) => <TextLink to="/x">{row.firm}</TextLink>,
  },
  { key: 'bank', header: say('银行', 'Bank'), cell: (row) => row.bank },
  { key: 'grade', header: say('等级', 'Grade'), cell: (row) => <GradeBadge grade={row.grade} /> },
  {
    key: 'balance',
    header: say('余额', 'Balance'),
    align: 'end',
    sortable: true,
    cell: (row) => <Money fen={row.fen} />,
  },
  { key: 'rate', header: say('年利率', 'Rate'), align: 'end', cell: (row) => <Rate ppm={row.ppm} /> },
  { key: 'due', header: say('到期', 'Due'), cell: (row) => <DayText day={row.due} today="2026-11-23" /> },
];

export const dataExamples: readonly Example[] = [
  {
    part: 'figures',
    name: 'row',
    show: (say) => (
      <FigureRow>
        <Figure
          size="lg"
          label={say('信用分', 'Score')}
          value="812"
          unit="/ 1000"
          change={{ text: '+12', tone: 'good' }}
          note={say('较上月', 'on last month')}
        />
        <Figure label={say('在贷余额', 'Outstanding')} value={<Money fen="1234567800000" style="short" />} />
        <Figure
          label={say('更新', 'Updated')}
          value={<DayText day="2026-11-01" precision="month" style="long" />}
          note={<InstantText at="2026-11-23T01:15:00Z" />}
        />
      </FigureRow>
    ),
  },
  {
    part: 'definition-list',
    name: 'rows and grid',
    show: (say) => (
      <div className="stack">
        <Card title={say('企业资料', 'The firm')}>
          <DefinitionList
            items={[
              {
                term: say('统一社会信用代码', 'Credit code'),
                value: <span className="num">91360782MA35XXXX1K</span>,
              },
              {
                term: say('行业', 'Industry'),
                value: say('C2110 木质家具制造', 'C2110 Wooden furniture'),
                note: 'GB/T 4754—2017',
              },
              { term: say('规模', 'Size'), value: say('小型', 'Small') },
            ]}
          />
        </Card>
        <DefinitionList
          layout="grid"
          items={[
            { term: say('金额', 'Amount'), value: <Money fen="300000000" /> },
            { term: say('期限', 'Term'), value: say('12 个月', '12 months') },
            { term: say('还款', 'Repayment'), value: say('等额本息', 'Equal instalments') },
          ]}
        />
      </div>
    ),
  },
  {
    part: 'table',
    name: 'sorted with a sum',
    show: (say) => (
      <DataTable
        caption={say('在贷企业', 'Funded firms')}
        columns={loanColumns(say)}
        rows={loans}
        rowKey={(row) => row.firm}
        sort={{ key: 'balance', dir: 'desc' }}
        sortHref={(key, dir) => `?sort=${key}&dir=${dir}`}
        footer={[say('合计', 'Total'), null, null, <Money key="sum" fen="390000050" />, null, null]}
      />
    ),
  },
  {
    part: 'table',
    name: 'empty',
    show: (say) => (
      <DataTable
        caption={say('预警', 'Alerts')}
        columns={loanColumns(say)}
        rows={[]}
        rowKey={(row) => row.firm}
        empty={
          <EmptyState
            title={say('没有待处理的预警', 'No open alerts')}
            action={<LinkButton to="/x">{say('查看已关闭', 'See closed ones')}</LinkButton>}
          >
            {say('新的负面记录到达后会出现在这里。', 'They appear here when a negative record arrives.')}
          </EmptyState>
        }
      />
    ),
  },
  {
    part: 'navigation',
    name: 'tabs, steps, pager',
    show: (say) => (
      <Section
        title={say('申请进度', 'Progress')}
        lede={say('每一步都有时限。', 'Every step has a clock.')}
        actions={<PrintButton />}
      >
        <TabLinks
          label={say('视图', 'Views')}
          items={[
            { to: '/a', label: say('待处理', 'Open'), count: 3, current: true },
            { to: '/b', label: say('已关闭', 'Closed'), current: false },
          ]}
        />
        <Stepper
          label={say('申请步骤', 'Steps')}
          current={2}
          steps={[
            { label: say('提交', 'Submitted'), hint: '2026-11-18', to: '/a' },
            { label: say('受理', 'Picked up'), hint: '2026-11-19', to: '/b' },
            { label: say('审批', 'In review') },
            { label: say('报价', 'Offer') },
            { label: say('放款', 'Disbursed') },
          ]}
        />
        <ProgressBar label={say('数据完整度', 'Coverage')} value={31} max={39} />
        <ProgressBar label={say('正在重新评分', 'Scoring')} max={1} detail={say('请稍候', 'please wait')} />
        <KeysetPager previous="?before=a" next="?after=b" shown={25} total={1284} />
        <DialogLink
          label={say('授权回执', 'Consent receipt')}
          to="/receipt"
          title={say('授权回执', 'Consent receipt')}
        >
          …
        </DialogLink>
      </Section>
    ),
  },
  {
    part: 'timeline',
    name: 'who looked',
    show: (say) => (
      <Timeline
        items={[
          {
            key: '1',
            at: '2026-11-23 09:12',
            by: say('赣州银行 王敏', 'Wang Min, Bank of Ganzhou'),
            title: say('查看了纳税信息', 'Opened tax items'),
            tone: 'info',
          },
          {
            key: '2',
            at: '2026-11-20 16:40',
            title: say('授权生效', 'Consent in force'),
            tone: 'good',
            children: say(
              '用途：贷前审查；有效至 2027-05-20。',
              'Purpose: pre-loan review; until 20 May 2027.',
            ),
          },
          { key: '3', at: '2026-11-18 10:02', title: say('提交申请', 'Applied') },
        ]}
      />
    ),
  },
];
