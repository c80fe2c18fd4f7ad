import { loanOfficeText } from '~/text/loan-office.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Office = {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly remits: readonly ('month-list' | 'maturity')[];
  readonly agreed: boolean;
};

/** The firm's offices and whether each may see its name; nothing where no office is appointed for its division. */
export function OfficeAgreements({ offices, isOwner }: { offices: readonly Office[]; isOwner: boolean }) {
  const t = useText(loanOfficeText);
  const locale = useLocale();
  if (offices.length === 0) return null;
  return (
    <Section id="offices" title={t('office.agree-title')} lede={t('office.agree-lede')}>
      <DataTable
        caption={t('office.agree-title')}
        captionHidden
        rows={offices}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'office',
            header: t('office.office'),
            primary: true,
            cell: (row) => (locale === 'en' ? row.nameEn : row.nameZh),
          },
          {
            key: 'remit',
            header: t('office.remit'),
            cell: (row) => row.remits.map((remit) => t(`office.remit.${remit}`)).join(' · '),
          },
          {
            key: 'state',
            header: t('office.state'),
            cell: (row) => (
              <Badge tone={row.agreed ? 'good' : 'mute'}>
                {t(row.agreed ? 'office.agreed' : 'office.not-agreed')}
              </Badge>
            ),
          },
          {
            key: 'decide',
            header: t('office.decision'),
            cell: (row) => (isOwner ? <Decide office={row} /> : t('office.owner-decides')),
          },
        ]}
      />
    </Section>
  );
}

function Decide({ office }: { office: Office }) {
  const t = useText(loanOfficeText);
  return (
    <CommandForm id={`office-${office.id}`}>
      <input type="hidden" name="office" value={office.id} />
      <input type="hidden" name="decision" value={office.agreed ? 'withdrawn' : 'given'} />
      <Button variant={office.agreed ? 'secondary' : 'primary'}>
        {t(office.agreed ? 'office.withdraw' : 'office.agree')}
      </Button>
    </CommandForm>
  );
}
