import { type Fen, fen, greatestFen, minus, zeroFen } from '~/domain/kernel/money.ts';

/**
 * What has to be put into a pool (补充资金) before its enrolled lending stands at most `times` its money again: at 1:10 a yuan carries
 * ten yuan of loans (耒阳 2016, domain.md G1). Nothing when there is room; never a fen too little.
 */
export const topUpFor = (lent: Fen, capital: Fen, times: number): Fen =>
  greatestFen(zeroFen, minus(fen((lent + BigInt(times) - 1n) / BigInt(times)), capital));
