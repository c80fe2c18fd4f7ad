import { readdirSync, readFileSync } from 'node:fs';
import type { Tx } from '~/server/db/client.ts';

type PolicyFile = {
  code: string;
  version: number;
  kind: string;
  jurisdiction: string;
  nameZh: string;
  nameEn: string;
  legalBasis: string;
  legalBasisEn: string;
  validFrom: string;
  validTo: string | null;
  body: object;
  examples: object[];
  unverified: string[];
};

const folder = new URL('./policy/', import.meta.url);

const isPolicy = (value: unknown): value is PolicyFile =>
  typeof value === 'object' && value !== null && 'code' in value && 'body' in value && 'validFrom' in value;

function readPolicyFiles(): PolicyFile[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );
  return files.sort().flatMap((name) => {
    const read: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    const policies = (Array.isArray(read) ? read : [read]) as unknown[];
    return policies.map((policy) => {
      if (!isPolicy(policy)) throw new Error(`policy/${name} is no policy file`);
      return policy;
    });
  });
}

/** The effective-dated policy data that ships; a published version is never changed, a new one is added. */
export async function seedPolicy(tx: Tx, publishedAt: Date): Promise<void> {
  const data = readPolicyFiles().map((p) => ({
    code: p.code,
    version: p.version,
    kind: p.kind,
    jurisdiction: p.jurisdiction,
    nameZh: p.nameZh,
    nameEn: p.nameEn,
    legalBasis: p.legalBasis,
    legalBasisEn: p.legalBasisEn,
    validFrom: new Date(`${p.validFrom}T00:00:00Z`),
    validTo: p.validTo ? new Date(`${p.validTo}T00:00:00Z`) : null,
    body: p.body,
    examples: p.examples,
    unverified: p.unverified,
    publishedAt,
  }));
  await tx.policyVersion.createMany({ data, skipDuplicates: true });
}
