import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { yuan } from '~/domain/kernel/money.ts';
import { tiers } from '~/domain/loan/five-tier.ts';
import { bandOf, dpdBands, type QualityCell, qualityOf } from '~/domain/loan/quality.ts';

const cell = (tier: QualityCell['tier'], dpd: number, balance: number, loans = 1): QualityCell => ({
  tier,
  band: bandOf(dpd),
  loans,
  balance: yuan(balance),
  observed: 0,
  curing: 0,
  inPeriod: 0,
});

describe('the quality of a portfolio', () => {
  it('is the non-performing balance over all loans', () => {
    const quality = qualityOf([
      cell('normal', 0, 900_000, 9),
      cell('special-mention', 12, 40_000),
      cell('substandard', 95, 30_000),
      cell('doubtful', 280, 20_000),
      cell('loss', 400, 10_000),
    ]);
    expect(quality.nonPerforming).toEqual({ loans: 3, balance: yuan(60_000) });
    expect(quality.nplPpm).toBe(60_000);
    expect(quality.specialMentionPpm).toBe(40_000);
    expect(quality.overdue90ToNplPpm).toBe(1_000_000);
    expect(quality.total).toEqual({ loans: 13, balance: yuan(1_000_000) });
  });

  it('does not hide a bad loan that is paid again: class and arrears are counted apart', () => {
    const quality = qualityOf([cell('substandard', 0, 50_000), cell('normal', 0, 50_000)]);
    expect(quality.nplPpm).toBe(500_000);
    expect(quality.overdue90ToNplPpm).toBe(0);
    expect(quality.byBand[0]?.loans).toBe(2);
  });

  it('has no ratio to bad loans where none is bad, and divides nothing by nothing', () => {
    expect(qualityOf([])).toMatchObject({ nplPpm: 0, specialMentionPpm: 0, overdue90ToNplPpm: null });
  });

  it.each([
    [0, 0],
    [1, 1],
    [30, 1],
    [31, 2],
    [90, 3],
    [91, 4],
    [270, 5],
    [271, 6],
    [361, 7],
    [4_000, 7],
  ])('puts %i days past due into band %i', (dpd, band) => {
    expect(bandOf(dpd)).toBe(band);
  });

  it('counts every loan once by class and once by band', () => {
    const cells = fc.array(
      fc.record({
        tier: fc.constantFrom(...tiers),
        band: fc.nat({ max: dpdBands.length - 1 }),
        loans: fc.nat({ max: 1_000 }),
        balance: fc.nat({ max: 10_000_000 }).map((n) => yuan(n)),
        observed: fc.constant(0),
        inPeriod: fc.constant(0),
        curing: fc.constant(0),
      }),
    );
    fc.assert(
      fc.property(cells, (portfolio) => {
        const { total, byTier, byBand, nplPpm } = qualityOf(portfolio);
        const all = (counts: readonly { loans: number; balance: bigint }[]) => ({
          loans: counts.reduce((n, c) => n + c.loans, 0),
          balance: counts.reduce((n, c) => n + c.balance, 0n),
        });
        expect(all(Object.values(byTier))).toEqual(total);
        expect(all(byBand)).toEqual(total);
        expect(nplPpm).toBeGreaterThanOrEqual(0);
        expect(nplPpm).toBeLessThanOrEqual(1_000_000);
      }),
    );
  });
});
