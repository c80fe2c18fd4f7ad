import { branchText } from '~/text/branch.ts';
import { consentText } from '~/text/consent.ts';
import { grantText } from '~/text/consent-grant.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { showInstant } from '~/ui/format.ts';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { Card } from '~/ui/parts/card.tsx';
import { CheckboxField, RadioCards } from '~/ui/parts/choice-field.tsx';
import { DefinitionList } from '~/ui/parts/definition-list.tsx';
import { FormActions, PostForm } from '~/ui/parts/form.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { useLocale, useNamed, useText } from '~/ui/text.ts';
import type { GrantShown } from './grant-shown.ts';
import { ItemChoice } from './item-choice.tsx';
import { RightsCard } from './rights-card.tsx';
import { StickySign } from './sticky-sign.tsx';

/** The one page on which a consent is given: who, why, what, how long, rights, clauses, signature. */
export function GrantPage(props: GrantShown) {
  const t = useText(consentText);
  const grant = useText(grantText);
  const isBank = props.for === 'bank';
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('consent.title'), to: '/my/consents' }, { label: grant(`grant.${props.for}`) }]}
        title={grant(`grant.${props.for}`)}
        lede={grant('grant.lede')}
      />
      {isBank && !props.chosen ? <ChooseBank recipients={props.recipients} /> : <GrantForm {...props} />}
    </div>
  );
}

function ChooseBank({ recipients }: Pick<GrantShown, 'recipients'>) {
  const t = useText(grantText);
  const name = useNamed();
  return (
    <PostForm method="get">
      <input type="hidden" name="for" value="bank" />
      <RadioCards
        name="institution"
        legend={t('grant.choose-bank')}
        hint={t('grant.choose-bank-hint')}
        columns={2}
        options={recipients.map((bank) => ({
          value: bank.id,
          label: name({ zh: bank.nameZh, en: bank.nameEn }),
          hint: bank.contact ?? undefined,
        }))}
      />
      <FormActions>
        <Button>{t('grant.choose-do')}</Button>
      </FormActions>
    </PostForm>
  );
}

function GrantForm(props: GrantShown) {
  const t = useText(grantText);
  const consent = useText(consentText);
  const locale = useLocale();
  const name = useNamed();
  const party = props.chosen ?? props.platform;
  const recipient = name({ zh: party.nameZh, en: party.nameEn });
  const { inForce } = props;
  return (
    <CommandForm className="stack-lg">
      <input type="hidden" name="for" value={props.for} />
      {props.chosen ? <input type="hidden" name="institution" value={props.chosen.id} /> : null}
      {props.product ? <input type="hidden" name="product" value={props.product.id} /> : null}
      {inForce ? (
        <Notice
          tone="info"
          title={t('grant.replaces')}
          next={<TextLink to={`/my/consents/${inForce.id}`}>{consent('consent.renews-before')}</TextLink>}
        >
          {t('grant.replaces-text', showInstant(inForce.validTo, locale), inForce.items.length)}
        </Notice>
      ) : null}
      <Card title={t('grant.who')}>
        <DefinitionList
          items={[
            { term: consent('consent.recipient'), value: <strong>{recipient}</strong> },
            { term: consent('consent.contact'), value: party.contact ?? consent('consent.no-contact') },
            ...(props.chosen
              ? [
                  {
                    term: consent('consent.product'),
                    value: props.product
                      ? name({ zh: props.product.nameZh, en: props.product.nameEn })
                      : t('grant.any-product'),
                  },
                ]
              : []),
          ]}
        />
      </Card>
      <BranchCard {...props} />
      <PurposeCard {...props} />
      <Card>
        <ItemChoice items={props.items} usual={props.usual} />
      </Card>
      <SpanCard {...props} />
      <RightsCard />
      <CheckboxField name="agree" required label={<strong>{t('grant.agree', recipient)}</strong>} />
      <StickySign summary={t('grant.sticky', recipient)}>
        <Button size="lg">{t('grant.sign')}</Button>
      </StickySign>
    </CommandForm>
  );
}

/** A consent goes to the whole bank unless the firm names one branch. */
function BranchCard({ branches }: GrantShown) {
  const t = useText(branchText);
  const name = useNamed();
  if (branches.length === 0) return null;
  return (
    <Card>
      <SelectField
        name="branch"
        label={t('branch.recipient')}
        hint={t('branch.choose-hint')}
        empty={t('branch.whole-bank')}
        options={branches.map((branch) => ({ value: branch.id, label: name(branch) }))}
      />
    </Card>
  );
}

const bankPurposes = ['pre-loan', 'in-loan', 'post-loan', 'renewal'] as const;
const bankDetails = ['detail', 'score', 'summary'] as const;

function PurposeCard(props: GrantShown) {
  const t = useText(grantText);
  const consent = useText(consentText);
  if (props.for === 'evaluation') {
    return <Card title={t('grant.why')}>{consent('consent.purpose-is.evaluation')}</Card>;
  }
  return (
    <Card>
      <div className="stack">
        <RadioCards
          name="purpose"
          legend={t('grant.why')}
          columns={2}
          defaultValue={props.purpose}
          options={bankPurposes.map((p) => ({
            value: p,
            label: consent(`consent.purpose.${p}`),
            hint: consent(`consent.purpose-is.${p}`),
          }))}
        />
        <RadioCards
          name="detail"
          legend={consent('consent.detail')}
          columns={3}
          defaultValue="detail"
          options={bankDetails.map((d) => ({
            value: d,
            label: consent(`consent.detail.${d}`),
            hint: t(`grant.detail-is.${d}`),
          }))}
        />
      </div>
    </Card>
  );
}

function SpanCard({ for: kind }: GrantShown) {
  const t = useText(grantText);
  const consent = useText(consentText);
  const isBank = kind === 'bank';
  const months = (n: number) => ({ value: String(n), label: t('grant.months', n) });
  return (
    <Card title={t('grant.how-long')}>
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          name="validMonths"
          label={consent('consent.valid')}
          defaultValue={isBank ? '6' : '12'}
          options={[3, 6, 12].map(months)}
        />
        <SelectField
          name="dataMonths"
          label={consent('consent.data-span')}
          defaultValue="36"
          empty={consent('consent.data-all')}
          options={[12, 24, 36, 60].map((n) => ({ value: String(n), label: t('grant.data-months', n) }))}
        />
        <SelectField
          name="retentionDays"
          label={consent('consent.retention')}
          hint={t('grant.retention-hint')}
          defaultValue={isBank ? '90' : '365'}
          options={[30, 90, 180, 365].map((n) => ({ value: String(n), label: consent('consent.days', n) }))}
        />
        {isBank ? (
          <SelectField
            name="readsPerDay"
            label={consent('consent.frequency')}
            defaultValue="30"
            options={[5, 30, 100].map((n) => ({ value: String(n), label: consent('consent.per-day', n) }))}
          />
        ) : null}
        {isBank ? (
          <SelectField
            name="mode"
            label={consent('consent.mode')}
            hint={t('grant.mode-hint')}
            defaultValue="view"
            options={(['view', 'store', 'query'] as const).map((m) => ({
              value: m,
              label: consent(`consent.mode.${m}`),
            }))}
          />
        ) : null}
      </div>
      {isBank ? (
        <div className="mt-5">
          <CheckboxField
            name="returnDirection"
            label={t('grant.return-agree')}
            hint={t('grant.return-hint')}
          />
        </div>
      ) : null}
    </Card>
  );
}
