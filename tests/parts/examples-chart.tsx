import { Card } from '~/ui/parts/card.tsx';
import { BarChart } from '~/ui/parts/chart/bar-chart.tsx';
import { ContributionChart } from '~/ui/parts/chart/contribution-chart.tsx';
import { CurveChart } from '~/ui/parts/chart/curve-chart.tsx';
import { ScoreDial } from '~/ui/parts/chart/score-dial.tsx';
import { TrendChart } from '~/ui/parts/chart/trend-chart.tsx';
import type { Example, Say } from './example.ts';

const grades = [
  { grade: 'D', from: 0, to: 600 },
  { grade: 'C', from: 600, to: 700 },
  { grade: 'B', from: 700, to: 800 },
  { grade: 'A', from: 800, to: 900 },
  { grade: 'A+', from: 900, to: 1000 },
];

const months = [
  '2025-12',
  '2026-01',
  '2026-02',
  '2026-03',
  '2026-04',
  '2026-05',
  '2026-06',
  '2026-07',
  '2026-08',
  '2026-09',
  '2026-10',
  '2026-11',
];

const history = [742, 748, null, null, 760, 771, 769, 780, 798, 801, 800, 812];

const dial = (say: Say, score: number | null, grade: string | null) => (
  <ScoreDial
    title={say('信用分', 'Credit score')}
    description={
      score === null
        ? say('已有信息覆盖 28%，不足以评分。', 'Known items cover 28 %, too little for a score.')
        : say('812 分，A 级，距 A+ 还差 88 分。', '812 points, grade A, 88 short of A+.')
    }
    score={score}
    grade={grade}
    max={1000}
    bands={grades}
  />
);

export const chartExamples: readonly Example[] = [
  {
    part: 'score-dial',
    name: 'graded and insufficient',
    show: (say) => (
      <div className="grid-cards">
        <Card>{dial(say, 812, 'A')}</Card>
        <Card>{dial(say, null, null)}</Card>
        <Card>{dial(say, 540, 'D')}</Card>
      </div>
    ),
  },
  {
    part: 'contribution-chart',
    name: 'ups and downs',
    show: (say) => (
      <Card>
        <ContributionChart
          title={say('哪些因素影响了得分', 'What moved the score')}
          description={say(
            '加分最多的是纳税信用，扣分最多的是环保处罚。',
            'Tax credit helps most; an environmental penalty hurts most.',
          )}
          lines={[
            {
              key: 'tax',
              label: say('纳税信用 A 级', 'Tax credit grade A'),
              milliPoints: 60_000,
              note: say('2025 年度', 'for 2025'),
            },
            {
              key: 'staff',
              label: say('参保人数稳定', 'Steady insured staff'),
              milliPoints: 32_500,
              note: say('近 24 个月', 'last 24 months'),
            },
            {
              key: 'patent',
              label: say('有效发明专利', 'Patents in force'),
              milliPoints: 12_000,
              note: say('3 项', 'three'),
            },
            {
              key: 'none',
              label: say('进出口', 'Foreign trade'),
              milliPoints: 0,
              note: say('无记录，不计分', 'no record, not counted'),
            },
            {
              key: 'penalty',
              label: say('环保行政处罚', 'Environmental penalty'),
              milliPoints: -45_000,
              note: say('2025-03-18，一般', '18 Mar 2025, ordinary'),
            },
          ]}
        />
      </Card>
    ),
  },
  {
    part: 'curve-chart',
    name: 'some shorter than others',
    show: (say) => (
      <CurveChart
        title={say('按放款季度的累计逾期', 'Cumulative arrears by quarter')}
        description={say('每条线画到已知的账龄为止。', 'Each line ends where it is known.')}
        across={say('账龄（月）', 'Months on book')}
        tick={(value) => `${value} %`}
        curves={[
          { label: '2026Q1', values: [0, 0, 1, 2, 4, 4, 5, 6] },
          { label: '2026Q2', values: [0, 1, 1, 3, 3] },
          { label: '2026Q3', values: [0] },
        ]}
      />
    ),
  },
  {
    part: 'trend-chart',
    name: 'with gaps and bands',
    show: (say) => (
      <Card>
        <TrendChart
          title={say('信用分走势', 'Score over time')}
          description={say(
            '一年上升 70 分；2 月至 3 月无数据。',
            'Up 70 in a year; no data in February and March.',
          )}
          points={months.map((label, index) => ({ label, value: history[index] ?? null }))}
          domain={[500, 1000]}
          bands={[
            { from: 500, to: 600, label: 'D' },
            { from: 600, to: 700, label: 'C' },
            { from: 700, to: 800, label: 'B' },
            { from: 800, to: 900, label: 'A' },
            { from: 900, to: 1000, label: 'A+' },
          ]}
        />
      </Card>
    ),
  },
  {
    part: 'trend-chart',
    name: 'plain',
    show: (say) => (
      <TrendChart
        title={say('每月放款', 'Disbursed each month')}
        description={say('11 月放款 4.2 亿元。', '420 million in November.')}
        points={months.map((label, index) => ({ label, value: index === 5 ? null : 120 + index * 27 }))}
        tick={(value) => say(`${value}百万`, `${value}m`)}
      />
    ),
  },
  {
    part: 'bar-chart',
    name: 'grades and months',
    show: (say) => (
      <div className="grid gap-6 md:grid-cols-2">
        <BarChart
          title={say('企业等级分布', 'Firms by grade')}
          description={say('B 级最多，占 41%。', 'Grade B is the largest, 41 %.')}
          bars={[
            { label: 'A+', value: 61, text: '61' },
            { label: 'A', value: 412, text: '412' },
            { label: 'B', value: 820, text: '820', marked: true },
            { label: 'C', value: 350, text: '350' },
            { label: 'D', value: 92, text: '92' },
            { label: say('不足', 'n/a'), value: 265, text: '265' },
          ]}
        />
        <BarChart
          title={say('每月申请', 'Applications each month')}
          description={say('下半年多于上半年。', 'More in the second half.')}
          bars={months.map((label, index) => ({
            label: label.slice(2),
            value: 40 + index * 13,
            text: String(40 + index * 13),
          }))}
        />
      </div>
    ),
  },
];
