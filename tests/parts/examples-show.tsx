import { Badge, CountBadge, GradeBadge, SeverityBadge, VerdictBadge } from '~/ui/parts/badge.tsx';
import { Button, LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Card, CardGrid } from '~/ui/parts/card.tsx';
import { ClockChip } from '~/ui/parts/clock-chip.tsx';
import { Figure, FigureRow, Money, Rate } from '~/ui/parts/figures.tsx';
import { Flash } from '~/ui/parts/flash.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import type { Example } from './example.ts';

export const showExamples: readonly Example[] = [
  {
    part: 'page-header',
    name: 'full',
    show: (say) => (
      <PageHeader
        trail={[
          { label: say('贷后预警', 'Alerts'), to: '/bank/alerts' },
          { label: say('恒森家具', 'Hengsen Furniture') },
        ]}
        eyebrow="91360782MA35XXXX1K"
        title={say('赣州市南康区恒森家具有限公司', 'Hengsen Furniture, Nankang')}
        badge={<GradeBadge grade="A" size="md" />}
        lede={say('3 项预警待处理，最早一项剩余 2 天。', 'Three open alerts; the first is due in 2 days.')}
        actions={<Button>{say('处理预警', 'Handle alerts')}</Button>}
      />
    ),
  },
  {
    part: 'notice',
    name: 'every tone',
    show: (say) => (
      <div className="stack">
        <Notice tone="info" title={say('评分仅使用已公开的信息。', 'This score uses public items only.')}>
          {say('授权后可以得到完整评分。', 'Consent gives you the full score.')}
        </Notice>
        <Notice tone="good" title={say('申请已送达 2 家银行。', 'Your application reached two banks.')} />
        <Notice
          tone="warn"
          title={say('社保数据已 45 天未更新。', 'Social insurance data are 45 days old.')}
        />
        <Notice tone="bad" title={say('文件无法读取。', 'The file cannot be read.')} />
        <Notice
          tone="refusal"
          title={say('授权已撤回，不能查看。', 'The consent was withdrawn; the file cannot be opened.')}
          next={<TextLink to="/x">{say('请企业重新授权', 'Ask the firm for a new consent')}</TextLink>}
        >
          {say('企业于 2026-11-22 撤回了授权。', 'The firm withdrew it on 22 Nov 2026.')}
        </Notice>
        <Flash flash={{ tone: 'good', message: say('已保存。', 'Saved.') }} />
      </div>
    ),
  },
  {
    part: 'badge',
    name: 'all',
    show: (say) => (
      <div className="flex flex-wrap items-center gap-2">
        {(['mute', 'info', 'good', 'warn', 'alert', 'bad'] as const).map((tone) => (
          <Badge key={tone} tone={tone}>
            {say('审批中', 'In review')}
          </Badge>
        ))}
        {(['A+', 'A', 'B', 'C', 'D', null] as const).map((grade) => (
          <GradeBadge key={String(grade)} grade={grade} />
        ))}
        <GradeBadge grade="A+" size="lg" />
        {(['yellow', 'orange', 'red'] as const).map((severity) => (
          <SeverityBadge key={severity} severity={severity} />
        ))}
        {(['pass', 'fail', 'unknown'] as const).map((verdict) => (
          <VerdictBadge key={verdict} verdict={verdict} />
        ))}
        <CountBadge count={128} />
        <ClockChip due="2026-11-25T02:00:00Z" now="2026-11-23T01:00:00Z" label={say('受理', 'pick up')} />
        <ClockChip due="2026-11-23T05:30:00Z" now="2026-11-23T01:00:00Z" />
        <ClockChip due="2026-11-22T05:30:00Z" now="2026-11-23T01:00:00Z" />
        <HashChip
          label={say('回执', 'receipt')}
          value="5f2b8c1de0a94b7c3f66d21987ab40ce5f2b8c1de0a94b7c3f66d21987ab40ce"
        />
      </div>
    ),
  },
  {
    part: 'card',
    name: 'product cards',
    show: (say) => (
      <CardGrid>
        <Card
          title={say('赣商云税贷', 'Cloud tax loan')}
          lede={say('赣州银行 · 信用贷', 'Bank of Ganzhou · unsecured')}
          to="/products/1"
          footer={say('净成本约 ¥8,760 / 年', 'Net cost about ¥8,760 a year')}
        >
          <FigureRow>
            <Figure label={say('最高额度', 'Up to')} value={<Money fen="300000000" style="short" />} />
            <Figure label={say('年利率', 'Rate from')} value={<Rate ppm={36_500} />} />
          </FigureRow>
        </Card>
        <Card title={say('说明', 'About')} tone="well" level={3}>
          {say(
            '名次只按净成本排列，任何机构不能付费提前。',
            'Ranked by net cost only; nobody can pay to move up.',
          )}
        </Card>
        <Card
          title={say('下一步', 'Next')}
          tone="brand"
          actions={<Badge tone="info">{say('待办', 'To do')}</Badge>}
        >
          <LinkButton to="/x" size="sm">
            {say('授权评价', 'Consent')}
          </LinkButton>
        </Card>
      </CardGrid>
    ),
  },
];
