import { sha256 } from '~/domain/kernel/hash.ts';

/** Rows to train on and rows to test with. */
export type Split = { readonly train: Uint32Array; readonly test: Uint32Array };

/** Whether a row trains: the SHA-256 of its salted identifier, as a number, modulo 10 is below 7. */
export function isTrainingRow(id: string, salt = ''): boolean {
  const digest = sha256(salt + id);
  let rest = 0;
  for (let i = 0; i < digest.length; i += 8)
    rest = (rest * 6 + Number.parseInt(digest.slice(i, i + 8), 16)) % 10;
  return rest < 7;
}

/** Splits rows by their identifiers; repeat s ≥ 1 salts them with `s:`, the plain split (0) does not. */
export function splitRows(ids: readonly string[], repeat: number): Split {
  const salt = repeat === 0 ? '' : `${repeat}:`;
  const isTrain = ids.map((id) => isTrainingRow(id, salt));
  const pick = (wanted: boolean) => Uint32Array.from(isTrain.keys()).filter((row) => isTrain[row] === wanted);
  return { train: pick(true), test: pick(false) };
}
