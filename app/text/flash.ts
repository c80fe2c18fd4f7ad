import { accessFlashes } from '~/text/access.ts';
import { alertFlashes } from '~/text/alert.ts';
import { applicationFlashes } from '~/text/application-refusal.ts';
import { auditFlashes } from '~/text/audit.ts';
import { consentFlashes } from '~/text/consent-refusal.ts';
import type { TextTable } from '~/text/define.ts';
import { deliveryFlashes } from '~/text/delivery.ts';
import { enterpriseFlashes } from '~/text/enterprise-refusal.ts';
import { institutionFlashes } from '~/text/institution.ts';
import { ledgerFlashes } from '~/text/ledger.ts';
import { loanFlashes } from '~/text/loan.ts';
import { needFlashes } from '~/text/need.ts';

/** The one-sentence messages after a command, gathered from the stages (`Done.flash.message` is a key of this table). */
export const flashes: TextTable = {
  ...needFlashes,
  ...accessFlashes,
  ...enterpriseFlashes,
  ...auditFlashes,
  ...institutionFlashes,
  ...alertFlashes,
  ...ledgerFlashes,
  ...loanFlashes,
  ...consentFlashes,
  ...applicationFlashes,
  ...deliveryFlashes,
};
