import { type Canonical, sha256 } from '~/domain/kernel/hash.ts';

/** One line as stored, with the head of its chain as the same statement saw it. */
export type ChainRow = {
  readonly stream: string;
  readonly seq: bigint;
  readonly at: Date;
  readonly userId: string | null;
  readonly userName: string;
  readonly role: string;
  readonly institutionId: string | null;
  readonly enterpriseId: string | null;
  readonly action: string;
  readonly purpose: string | null;
  readonly consentId: string | null;
  readonly outcome: string;
  readonly body: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly headSeq: bigint | null;
  readonly headHash: string | null;
};

export type ChainFault = {
  readonly stream: string;
  readonly seq: string;
  /**
   * `changed`: the text or its link does not hash to what is stored. `column`: a column says something else than the
   * text. `missing`: a line is gone or out of order. `cut`: the chain ends before its head. `anchor`: a head that was
   * anchored in the platform's chain is not in the firm's chain any more.
   */
  readonly kind: 'changed' | 'column' | 'missing' | 'cut' | 'anchor';
  readonly column?: string;
};

const genesis = '0'.repeat(64);

/** The columns that repeat the text for searching; each must say what the hashed text says. */
const columns = {
  at: (row: ChainRow) => row.at.toISOString(),
  userId: (row: ChainRow) => row.userId,
  userName: (row: ChainRow) => row.userName,
  role: (row: ChainRow) => row.role,
  institutionId: (row: ChainRow) => row.institutionId,
  enterpriseId: (row: ChainRow) => row.enterpriseId,
  action: (row: ChainRow) => row.action,
  purpose: (row: ChainRow) => row.purpose,
  consentId: (row: ChainRow) => row.consentId,
  outcome: (row: ChainRow) => row.outcome,
} as const;

/** The text as an object; null when somebody made it unreadable. */
function readBody(text: string): Record<string, Canonical> | null {
  try {
    return JSON.parse(text) as Record<string, Canonical>;
  } catch {
    return null;
  }
}

function changedColumn(row: ChainRow): string | null {
  const body = readBody(row.body);
  if (!body) return 'body';
  const differs = Object.entries(columns).find(([name, read]) => (body[name] ?? null) !== read(row));
  if (differs) return differs[0];
  const stream = row.enterpriseId ? `firm:${row.enterpriseId}` : 'platform';
  return stream === row.stream ? null : 'stream';
}

type Position = {
  readonly stream: string;
  readonly seq: bigint;
  readonly hash: string;
  readonly headSeq: bigint | null;
};

/**
 * Walks all chains line by line, in the order of stream and number, and says the first fault of what it has seen.
 * Every link is computed anew from the stored text; nothing that the database says about it is taken for granted.
 */
export class ChainCheck {
  #last: Position | null = null;
  streams = 0;
  entries = 0;
  firstFault: ChainFault | null = null;

  /** Takes the next line; says whether it is sound. */
  take(row: ChainRow): boolean {
    if (row.stream !== this.#last?.stream) this.#startStream();
    const previous = this.#last?.stream === row.stream ? this.#last : null;
    this.entries += 1;
    const fault = faultOf(row, previous);
    if (fault) this.#note({ stream: row.stream, seq: row.seq.toString(), ...fault });
    const { stream, seq, hash, headSeq } = row;
    this.#last = { stream, seq, hash, headSeq };
    return fault === null;
  }

  /** Says that no line follows. */
  finish(): void {
    this.#endStream();
  }

  #startStream(): void {
    this.#endStream();
    this.streams += 1;
  }

  #endStream(): void {
    const last = this.#last;
    if (last && last.seq !== last.headSeq)
      this.#note({ stream: last.stream, seq: (last.seq + 1n).toString(), kind: 'cut' });
  }

  #note(fault: ChainFault): void {
    this.firstFault ??= fault;
  }
}

function faultOf(row: ChainRow, previous: Position | null): Pick<ChainFault, 'kind' | 'column'> | null {
  if (row.seq !== (previous?.seq ?? 0n) + 1n) return { kind: 'missing' };
  const link = previous?.hash ?? genesis;
  if (row.previousHash !== link || row.hash !== sha256(`${link}\n${row.body}`)) return { kind: 'changed' };
  if (row.seq === row.headSeq && row.hash !== row.headHash) return { kind: 'changed' };
  const column = changedColumn(row);
  return column ? { kind: 'column', column } : null;
}

/** Heads that an anchoring line names. */
export type AnchoredHead = { readonly stream: string; readonly seq: number; readonly hash: string };

/** The action of the lines that anchor the heads of firms' chains in the platform's chain. */
export const anchorAction = 'audit.heads-anchored';

/** The heads that a line anchors; none for any other line. */
export function anchoredBy(row: Pick<ChainRow, 'action' | 'body' | 'stream'>): readonly AnchoredHead[] {
  if (row.action !== anchorAction || row.stream !== 'platform') return [];
  const { detail } = JSON.parse(row.body) as { detail: { heads: AnchoredHead[] } };
  return detail.heads;
}
