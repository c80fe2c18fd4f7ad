import { applicationText } from '~/text/application.ts';
import { applyText } from '~/text/apply.ts';
import { elementText } from '~/text/catalogue-desk.ts';
import { consentText } from '~/text/consent.ts';
import { grantText } from '~/text/consent-grant.ts';
import { renewalText } from '~/text/loan-renewal.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { ItemChoice } from '~/ui/consent/item-choice.tsx';
import { RightsCard } from '~/ui/consent/rights-card.tsx';
import { HeldAnswers } from '~/ui/enterprise/held-answers.tsx';
import { AmountField, NumberField } from '~/ui/parts/amount-field.tsx';
import { Button, LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxField } from '~/ui/parts/choice-field.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { FormActions } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { useText } from '~/ui/text.ts';
import { BranchChoice, ConsentTicks, ProductChoice } from './applied-products.tsx';
import { type ApplyShown, isOpenTo } from './apply-shown.ts';
import { DocumentsField } from './firm-forms.tsx';
import { PreCheckCard } from './pre-check-card.tsx';

/** One page to apply to several banks: what is asked for, documents, and a consent of its own for each bank. */
export function ApplyPage(props: ApplyShown) {
  const t = useText(applyText);
  const apps = useText(applicationText);
  const back = `/my/needs/${props.need.id}`;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: apps('apps.title'), to: '/my/applications' }, { label: t('apply.title') }]}
        title={t('apply.title')}
        lede={t('apply.lede')}
      />
      {props.products.length === 0 ? (
        <EmptyState title={t('apply.none')} action={<LinkButton to={back}>{t('apply.to-need')}</LinkButton>}>
          {t('apply.none-next')}
        </EmptyState>
      ) : (
        <ApplyForm {...props} />
      )}
    </div>
  );
}

function ApplyForm(props: ApplyShown) {
  const t = useText(applyText);
  const apps = useText(applicationText);
  const elements = useText(elementText);
  const open = props.products.filter(isOpenTo);
  const mustSign = open.some((product) => product.consentId === null);
  const { pickupWorkingDays, decisionWorkingDays } = props.clocks;
  return (
    <CommandForm
      encType="multipart/form-data"
      className="stack-lg"
      next={<TextLink to="/my/applications">{apps('apps.title')}</TextLink>}
    >
      <input type="hidden" name="needId" value={props.need.id} />
      {props.renews ? <Renews {...props.renews} /> : null}
      {open.map((product) => (
        <input key={product.id} type="hidden" name="products" value={product.id} />
      ))}
      <ProductChoice products={props.products} />
      <BranchChoice products={open} />
      <Card title={t('apply.ask')}>
        <div className="stack">
          <AmountField
            name="amount"
            unit="wan"
            label={t('apply.amount')}
            defaultFen={props.need.amountFen}
            required
          />
          <NumberField
            name="termMonths"
            label={t('apply.months')}
            defaultValue={props.need.termMonths}
            required
          />
          <DocumentsField label={t('apply.documents')} />
        </div>
      </Card>
      <HeldAnswers
        title={t('apply.supplied')}
        answers={props.held.map((each) => ({
          ...each,
          label: elements(`catalogue.element.${each.element}`),
        }))}
      />
      {mustSign ? <ConsentPart {...props} /> : null}
      <ConsentTicks products={open} />
      <PreCheckCard findings={props.findings} />
      <Notice tone="info" title={t('apply.clocks', pickupWorkingDays, decisionWorkingDays)} />
      {open.length > 0 ? (
        <FormActions>
          <Button size="lg">{t('apply.submit', open.length)}</Button>
        </FormActions>
      ) : null}
    </CommandForm>
  );
}

/** The loan that the application is to renew. */
function Renews({ loanId, contractNo, maturityOn }: NonNullable<ApplyShown['renews']>) {
  const t = useText(renewalText);
  return (
    <>
      <input type="hidden" name="renews" value={loanId} />
      <Notice tone="info" title={t('renewal.of', contractNo, maturityOn)} next={t('renewal.of-next')} />
    </>
  );
}

/** What every bank that is ticked below would be allowed to see, for how long, how often. */
function ConsentPart({ items, usual }: ApplyShown) {
  const t = useText(applyText);
  const grant = useText(grantText);
  const consent = useText(consentText);
  return (
    <>
      <Card title={t('apply.opened')} lede={t('apply.consents-lede')}>
        <div className="stack">
          <ItemChoice items={items} usual={usual} />
          <div className="grid gap-5 sm:grid-cols-2">
            <SelectField
              name="dataMonths"
              label={consent('consent.data-span')}
              defaultValue="36"
              options={[12, 24, 36].map((n) => ({ value: String(n), label: grant('grant.data-months', n) }))}
            />
            <SelectField
              name="validMonths"
              label={consent('consent.valid')}
              defaultValue="3"
              options={[3, 6].map((n) => ({ value: String(n), label: grant('grant.months', n) }))}
            />
            <SelectField
              name="readsPerDay"
              label={consent('consent.frequency')}
              defaultValue="30"
              options={[10, 30, 60].map((n) => ({ value: String(n), label: consent('consent.per-day', n) }))}
            />
            <SelectField
              name="retentionDays"
              label={consent('consent.retention')}
              hint={grant('grant.retention-hint')}
              defaultValue="90"
              options={[30, 90, 180].map((n) => ({ value: String(n), label: consent('consent.days', n) }))}
            />
            <SelectField
              name="mode"
              label={consent('consent.mode')}
              hint={grant('grant.mode-hint')}
              defaultValue="store"
              options={(['store', 'view'] as const).map((m) => ({
                value: m,
                label: consent(`consent.mode.${m}`),
              }))}
            />
          </div>
          <CheckboxField
            name="returnDirection"
            label={grant('grant.return-agree')}
            hint={grant('grant.return-hint')}
          />
        </div>
      </Card>
      <RightsCard />
    </>
  );
}
