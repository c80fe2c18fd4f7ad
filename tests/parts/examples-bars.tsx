import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { FunnelChart } from '~/ui/parts/chart/funnel-chart.tsx';
import { HeatTable, heatLevel } from '~/ui/parts/chart/heat-table.tsx';
import { LimitChart } from '~/ui/parts/chart/limit-chart.tsx';
import { GraphLegend, RelationGraph } from '~/ui/parts/chart/relation-graph.tsx';
import { SpanChart } from '~/ui/parts/chart/span-chart.tsx';
import { Sparkline } from '~/ui/parts/chart/sparkline.tsx';
import { StackedBar } from '~/ui/parts/chart/stacked-bar.tsx';
import { TileMap } from '~/ui/parts/chart/tile-map.tsx';
import type { Example } from './example.ts';

const history = [742, 748, null, null, 760, 771, 769, 780, 798, 801, 800, 812];

export const barExamples: readonly Example[] = [
  {
    part: 'bar-list',
    name: 'long names',
    show: (say) => (
      <BarList
        title={say('各产品净成本', 'Net cost by product')}
        description={say('最低的是赣商云税贷。', 'Cloud tax loan is cheapest.')}
        bars={[
          {
            label: say('赣商云税贷（纳税信用 A、B 级专享）', 'Cloud tax loan (tax grades A and B)'),
            value: 8760,
            text: '¥8,760',
            marked: true,
          },
          {
            label: say('科创快贷', 'Fast loan for innovators'),
            value: 12_300,
            text: '¥12,300',
            note: say('含担保费', 'with guarantee fee'),
          },
          { label: say('抵押经营贷', 'Mortgage loan'), value: 10_100, text: '¥10,100' },
        ]}
      />
    ),
  },
  {
    part: 'relation-graph',
    name: 'a guarantee circle',
    show: (say) => (
      <RelationGraph
        title={say('关联关系图', 'Relation graph')}
        description={say(
          '一家企业、它的控制人与被担保企业。',
          'A firm, its controller and whom it guarantees.',
        )}
        nodes={[
          {
            key: 'a',
            name: say('银川市某某面包房有限公司', 'Bakery Company Limited of Yinchuan'),
            type: 'self',
            x: 0,
            y: 0,
          },
          { key: 'b', name: say('马某', 'Mr Ma'), type: 'party', x: -120, y: 40 },
          { key: 'c', name: say('面粉厂', 'Flour mill'), type: 'firm', x: 120, y: -60 },
        ]}
        edges={[
          { from: 'a', to: 'b', label: say('控制人', 'controller'), line: 'whole' },
          { from: 'a', to: 'c', label: say('担保', 'guarantee'), line: 'broken' },
          { from: 'c', to: 'a', label: say('供货', 'sells to'), line: 'dotted' },
        ]}
        table={{
          head: [say('企业', 'Firm'), say('关联方', 'Party')],
          rows: [
            [say('面包房', 'Bakery'), say('马某', 'Mr Ma')],
            [say('面包房', 'Bakery'), say('面粉厂', 'Flour mill')],
            [say('面粉厂', 'Flour mill'), say('面包房', 'Bakery')],
          ],
        }}
        legend={
          <GraphLegend
            items={[{ type: 'firm', text: say('其他企业', 'other firm') }]}
            lines={[
              { line: 'broken', text: say('担保', 'guarantee') },
              { line: 'dotted', text: say('供货', 'trade') },
            ]}
          />
        }
      />
    ),
  },
  {
    part: 'stacked-bar',
    name: 'share of cost',
    show: (say) => (
      <StackedBar
        title={say('谁承担损失', 'Who bears the loss')}
        description={say('风险补偿资金承担四成。', 'The fund bears four tenths.')}
        rowName={say('方案', 'Scheme')}
        series={[
          say('补偿资金', 'Fund'),
          say('银行', 'Bank'),
          say('担保', 'Guarantor'),
          say('保险', 'Insurer'),
          say('其他', 'Other'),
        ]}
        rows={[
          {
            label: say('广州 2025', 'Guangzhou 2025'),
            values: [40, 50, 6, 4, 0],
            texts: ['40%', '50%', '6%', '4%', '0%'],
          },
          {
            label: say('耒阳 2016', 'Leiyang 2016'),
            values: [80, 20, 0, 0, 0],
            texts: ['80%', '20%', '0%', '0%', '0%'],
          },
          {
            label: say('示例', 'Sample'),
            values: [20, 20, 20, 20, 20],
            texts: ['20%', '20%', '20%', '20%', '20%'],
          },
        ]}
      />
    ),
  },
  {
    part: 'funnel-chart',
    name: 'registration to disbursement',
    show: (say) => (
      <FunnelChart
        title={say('从注册到放款', 'From registration to disbursement')}
        description={say('授权环节流失最多。', 'Most are lost at consent.')}
        steps={[
          { label: say('注册', 'Registered'), value: 2000, text: '2,000' },
          { label: say('授权评价', 'Consented'), value: 940, text: '940' },
          { label: say('发布需求', 'Stated a need'), value: 610, text: '610' },
          { label: say('提交申请', 'Applied'), value: 480, text: '480' },
          { label: say('放款', 'Disbursed'), value: 206, text: '206' },
        ]}
      />
    ),
  },
  {
    part: 'heat-table',
    name: 'region by severity',
    show: (say) => (
      <HeatTable
        caption={say('各地区预警数', 'Alerts by region')}
        corner={say('地区', 'Region')}
        columns={[say('黄色', 'Yellow'), say('橙色', 'Orange'), say('红色', 'Red')]}
        rows={[
          { label: say('南昌市', 'Nanchang'), values: [42, 12, 3] },
          { label: say('赣州市', 'Ganzhou'), values: [61, 20, 7] },
          { label: say('吉安市', "Ji'an"), values: [18, 0, 1] },
        ].map((row) => ({
          label: row.label,
          cells: row.values.map((value) => ({ level: heatLevel(value, 61), text: String(value) })),
        }))}
      />
    ),
  },
  {
    part: 'tile-map',
    name: 'prefectures',
    show: (say) => (
      <TileMap
        title={say('各地在贷', 'Live loans by prefecture')}
        description={say('点击方块查看名单。', 'Click a tile for its list.')}
        tiles={[
          {
            key: '1',
            name: say('南昌市', 'Nanchang'),
            text: '42',
            level: 5,
            column: 0,
            row: 0,
            to: '/bank/alerts',
          },
          { key: '2', name: say('赣州市', 'Ganzhou'), text: '7', level: 1, column: 1, row: 1 },
        ]}
        table={{
          head: [say('地区', 'Region'), say('贷款', 'Loans')],
          rows: [
            [say('南昌市', 'Nanchang'), 42],
            [say('赣州市', 'Ganzhou'), 7],
          ],
        }}
      />
    ),
  },
  {
    part: 'sparkline',
    name: 'in a line',
    show: (say) => (
      <p>
        812 <Sparkline values={history} label={say('一年上升 70 分', 'up 70 in a year')} />{' '}
        <Sparkline values={[5, 5, 5]} label={say('不变', 'unchanged')} />
      </p>
    ),
  },
  {
    part: 'limit-chart',
    name: 'calibration',
    show: (say) => (
      <LimitChart
        title={say('校准', 'Calibration')}
        description={say('一段高于区间。', 'One band lies above its limits.')}
        head={[say('评分段', 'Band'), say('实际', 'Seen'), say('所示', 'Said'), say('区间', 'Limits')]}
        rows={[
          {
            label: '500 – 550',
            seen: 90_000,
            said: 40_000,
            low: 22_000,
            high: 58_000,
            text: say('实际 9% · 所示 4%', 'seen 9% · said 4%'),
            mark: say('处置', 'act'),
            cells: ['9%', '4%', '2.2% – 5.8%'],
          },
          {
            label: '550 – 600',
            seen: null,
            said: 30_000,
            low: null,
            high: null,
            text: say('贷款太少', 'too few loans'),
            mark: say('样本不足', 'too few'),
            cells: ['—', '3%', '—'],
          },
        ]}
      />
    ),
  },
  {
    part: 'span-chart',
    name: 'consents',
    show: (say) => (
      <SpanChart
        title={say('授权期限', 'Terms of consents')}
        description={say('1 份有效，1 份已撤回。', 'One in force, one withdrawn.')}
        from="2025-11-23"
        to="2027-11-23"
        today="2026-11-23"
        spans={[
          {
            key: 'a',
            label: say('平台评价', 'Platform evaluation'),
            from: '2026-05-01',
            to: '2027-05-01',
            state: 'running',
            stateText: say('有效', 'in force'),
          },
          {
            key: 'b',
            label: say('赣州银行 · 贷前', 'Bank of Ganzhou, pre-loan'),
            from: '2026-02-11',
            to: '2026-06-30',
            state: 'broken',
            stateText: say('已撤回', 'withdrawn'),
          },
          {
            key: 'c',
            label: say('九江银行 · 贷后', 'Bank of Jiujiang, post-loan'),
            from: '2025-12-01',
            to: '2026-03-01',
            state: 'ended',
            stateText: say('到期', 'ended'),
          },
        ]}
      />
    ),
  },
];
