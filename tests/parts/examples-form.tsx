import { AmountField, NumberField } from '~/ui/parts/amount-field.tsx';
import { Button, ButtonRow, LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { CheckboxGroups } from '~/ui/parts/checkbox-groups.tsx';
import { CheckboxField, RadioCards } from '~/ui/parts/choice-field.tsx';
import { ComboboxField } from '~/ui/parts/combobox-field.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DateField, PeriodField } from '~/ui/parts/date-field.tsx';
import { FileField } from '~/ui/parts/file-field.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { FormActions, PostForm } from '~/ui/parts/form.tsx';
import { ActionMenu } from '~/ui/parts/menu.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextAreaField, TextField } from '~/ui/parts/text-field.tsx';
import type { Example, Say } from './example.ts';

const purposes = (say: Say) => [
  {
    value: 'working',
    label: say('日常周转', 'Working capital'),
    hint: say('采购、工资、水电', 'Stock, wages, utilities'),
  },
  {
    value: 'equipment',
    label: say('设备更新', 'Equipment'),
    hint: say('可享受设备贷款贴息', 'An interest subsidy may apply'),
    aside: '−1.5%',
  },
  { value: 'refinance', label: say('续贷', 'Renewal'), disabled: true },
];

const needForm = (say: Say) => (
  <PostForm
    id="need"
    errors={{
      amount: [
        say('请填写 1 万元至 3,000 万元之间的金额。', 'Enter an amount between 10,000 and 30,000,000 yuan.'),
      ],
      purpose: [say('请选择借款用途。', 'Choose what the loan is for.')],
    }}
    values={{ amount: '0.5', term: '12', region: '360000' }}
  >
    <AmountField
      name="amount"
      label={say('借款金额', 'Amount')}
      unit="wan"
      required
      hint={say('按实际需要填写。', 'What you actually need.')}
    />
    <NumberField name="term" label={say('期限', 'Term')} unit={say('个月', 'months')} />
    <RadioCards name="purpose" legend={say('借款用途', 'Purpose')} columns={2} options={purposes(say)} />
    <SelectField
      name="region"
      label={say('所在地区', 'Region')}
      empty={say('请选择', 'Choose one')}
      options={[
        { value: '360000', label: say('江西省', 'Jiangxi'), group: say('华东', 'East') },
        { value: '370000', label: say('山东省', 'Shandong'), group: say('华东', 'East') },
        { value: '440000', label: say('广东省', 'Guangdong'), group: say('华南', 'South') },
      ]}
    />
    <FormActions>
      <Button>{say('发布需求并查看匹配', 'Publish and see matches')}</Button>
      <LinkButton to="/my" variant="quiet">
        {say('取消', 'Cancel')}
      </LinkButton>
    </FormActions>
  </PostForm>
);

const consentItems = (say: Say) => [
  {
    id: 'tax',
    label: say('税务 · 省税务局', 'Tax · provincial tax authority'),
    items: [
      {
        value: 'tax-1',
        label: say('纳税信用等级', 'Tax credit grade'),
        hint: say('年度，2021–2025', 'Yearly, 2021–2025'),
      },
      {
        value: 'tax-2',
        label: say('纳税申报额', 'Declared tax'),
        hint: say('月度，近 36 个月', 'Monthly, last 36 months'),
      },
      { value: 'tax-3', label: say('欠税记录', 'Tax arrears'), aside: say('已公开', 'public') },
    ],
  },
  {
    id: 'social',
    label: say('社保 · 人力资源和社会保障厅', 'Social insurance · human resources department'),
    items: [
      { value: 'soc-1', label: say('参保人数', 'Insured staff') },
      { value: 'soc-2', label: say('缴费连续性', 'Continuity of contributions'), disabled: true },
    ],
  },
];

export const formExamples: readonly Example[] = [
  {
    part: 'button',
    name: 'variants and sizes',
    show: (say) => (
      <div className="stack">
        <ButtonRow>
          <Button>{say('提交申请', 'Submit')}</Button>
          <Button variant="secondary">{say('存为草稿', 'Save draft')}</Button>
          <Button variant="quiet">{say('取消', 'Cancel')}</Button>
          <Button variant="danger">{say('撤回授权', 'Withdraw')}</Button>
          <Button busy>{say('正在提交', 'Submitting')}</Button>
          <Button disabled>{say('不可用', 'Unavailable')}</Button>
        </ButtonRow>
        <ButtonRow>
          <Button size="sm">{say('小', 'Small')}</Button>
          <LinkButton to="/products" size="lg" variant="secondary">
            {say('查看产品', 'See products')}
          </LinkButton>
          <TextLink to="/score">{say('评分是怎么算的', 'How the score works')}</TextLink>
          <TextLink to="https://example.org/" external>
            {say('法规原文', 'The regulation')}
          </TextLink>
        </ButtonRow>
      </div>
    ),
  },
  { part: 'form', name: 'with errors', show: needForm },
  {
    part: 'text-field',
    name: 'plain, code, prefix, area',
    show: (say) => (
      <div className="stack">
        <TextField
          name="name"
          label={say('企业名称', 'Name of the firm')}
          defaultValue="赣州市南康区恒森家具有限公司"
          width="full"
        />
        <TextField
          name="uscc"
          label={say('统一社会信用代码', 'Unified social credit code')}
          code
          maxLength={18}
          defaultValue="91360782MA35XXXX1K"
          hint={say('营业执照上的 18 位代码。', 'The 18 characters on the business licence.')}
        />
        <TextField name="site" label={say('网址', 'Web address')} prefix="https://" optional />
        <TextAreaField name="note" label={say('说明', 'Explanation')} optional rows={3} />
        <DateField name="since" label={say('成立日期', 'Founded on')} defaultValue="2018-05-07" />
        <PeriodField
          legend={say('数据期间', 'Period of the data')}
          from={{ name: 'from', label: say('起', 'From'), defaultValue: '2023-11-23' }}
          to={{ name: 'to', label: say('止', 'To'), defaultValue: '2026-11-23' }}
        />
        <ComboboxField
          name="industry"
          label={say('行业', 'Industry')}
          hint={say('输入代码或名称查找。', 'Search by code or name.')}
          searchIntent="find"
          options={[{ value: '2110', label: say('木质家具制造', 'Wooden furniture') }]}
        />
        <FileField
          name="file"
          label={say('附件', 'Attachments')}
          accept=".pdf,.jpg,.png"
          maxBytes={10_000_000}
          multiple
          optional
        />
        <CheckboxField
          name="agree"
          label={say('我已阅读并同意以上授权内容', 'I have read and agree to the above')}
        />
      </div>
    ),
  },
  {
    part: 'checkbox-groups',
    name: 'consent items',
    show: (say) => (
      <CheckboxGroups
        name="items"
        legend={say('允许查看哪些信息', 'Which items may be seen')}
        hint={say(
          '只有勾选的信息会被查看，每次查看您都能看到。',
          'Only what you tick is seen, and you see each look.',
        )}
        groups={consentItems(say)}
        defaultValue={['tax-1', 'tax-3']}
      />
    ),
  },
  {
    part: 'confirm-step',
    name: 'danger',
    show: (say) => (
      <ConfirmStep
        ask={say('撤回授权', 'Withdraw consent')}
        tone="danger"
        title={say('撤回后，该银行立即不能再查看您的数据。', 'The bank stops seeing your data at once.')}
      >
        <PostForm id="withdraw">
          <Button variant="danger">{say('确认撤回', 'Withdraw now')}</Button>
        </PostForm>
      </ConfirmStep>
    ),
  },
  {
    part: 'menu',
    name: 'closed',
    show: (say) => (
      <ActionMenu
        align="start"
        label={say('更多操作', 'More')}
        items={[
          { label: say('导出', 'Export'), to: '/export' },
          { label: say('关闭预警', 'Close alert'), action: '/close', danger: true },
        ]}
      />
    ),
  },
  {
    part: 'filter-bar',
    name: 'two in use',
    show: (say) => (
      <FilterBar clearTo="/bank/alerts" active={2} values={{ severity: 'red', q: '家具' }}>
        <TextField name="q" label={say('企业名称或代码', 'Firm or code')} width="full" />
        <SelectField
          name="severity"
          label={say('级别', 'Severity')}
          empty={say('全部', 'All')}
          options={[
            { value: 'red', label: say('红色', 'Red') },
            { value: 'yellow', label: say('黄色', 'Yellow') },
          ]}
        />
      </FilterBar>
    ),
  },
];
