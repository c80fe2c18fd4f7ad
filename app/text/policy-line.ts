import type { Line, Reason } from '~/domain/policy/line.ts';
import type { Locale } from '~/text/define.ts';
import { policyText } from '~/text/policy.ts';

/** How the reader names regions and schemes that a line mentions by code. */
export type PolicyNames = {
  readonly region: (code: string) => string;
  readonly scheme: (code: string) => string;
};

type Say = (...args: unknown[]) => string;

const asWritten: PolicyNames = { region: (code) => code, scheme: (code) => code };

function wordReason(reason: Reason, locale: Locale, names: PolicyNames): string {
  const wording = policyText[`policy.reason.${reason.code}`][locale] as string | Say;
  if (typeof wording === 'string') return wording;
  if (reason.code === 'outside-region') {
    const region =
      reason.region === null ? policyText['policy.region-unknown'][locale] : names.region(reason.region);
    return wording(reason, region, reason.regions.map(names.region).join(locale === 'en' ? ', ' : '、'));
  }
  return 'scheme' in reason ? wording(reason, names.scheme(reason.scheme)) : wording(reason);
}

/**
 * The sentence of a step on the way to an amount, or of a reason why a scheme pays nothing, as an assessment holds it.
 * A code that no rule writes is a fault.
 */
export function wordPolicyLine(
  line: { readonly code: string },
  locale: Locale,
  names: PolicyNames = asWritten,
): string {
  const key = `policy.line.${line.code}`;
  if (key in policyText) {
    const wording = policyText[key as `policy.line.${Line['code']}`][locale] as string | Say;
    return typeof wording === 'string' ? wording : wording(line);
  }
  if (!(`policy.reason.${line.code}` in policyText))
    throw new Error(`no wording for policy line ${line.code}`);
  return wordReason(line as Reason, locale, names);
}

/**
 * Why a subsidy is as large as it is, and not the full one: a heading, then one sentence for each cut and each payer.
 * The lines are those of a decision that `subsidiseBorrower` made.
 */
export function wordWhy(
  decision: { readonly amount: bigint; readonly lines: readonly Line[] },
  locale: Locale,
  names: PolicyNames = asWritten,
): string[] {
  const full = decision.lines.find((line) => line.code === 'full-subsidy');
  const paid = String(decision.amount);
  const head = policyText['policy.why'][locale](full?.amountFen ?? paid, paid);
  return [head, ...decision.lines.map((line) => wordPolicyLine(line, locale, names))];
}
