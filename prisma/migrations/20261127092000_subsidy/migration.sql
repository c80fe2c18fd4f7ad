-- A settlement of subsidies for a quarter (贴息结算): worked out for every loan, approved by a second person, paid by the ledger.
model SubsidyRun {
  id        String    @id @db.Uuid
  quarter   String
  -- computing | proposed | approved | paid | rejected
  state     String    @default("computing")
  orderedBy String    @map("ordered_by") @db.Uuid
  orderedAt DateTime  @map("ordered_at") @db.Timestamptz(3)
  decidedBy String?   @map("decided_by") @db.Uuid
  decidedAt DateTime? @map("decided_at") @db.Timestamptz(3)
  note      String?
  paidAt    DateTime? @map("paid_at") @db.Timestamptz(3)

  @@index([quarter])
  @@map("subsidy_run")
}

-- What a loan is entitled to under a scheme by the end of a quarter, and what of it this run settles; append-only.
model SubsidyEntitlement {
  enterpriseId  String   @map("enterprise_id") @db.Uuid
  id            String   @db.Uuid
  runId         String   @map("run_id") @db.Uuid
  loanId        String   @map("loan_id") @db.Uuid
  institutionId String   @map("institution_id") @db.Uuid
  schemeCode    String   @map("scheme_code")
  schemeVersion Int      @map("scheme_version")
  quarter       String
  -- The full points on the full balance since the first drawdown.
  fullFen       BigInt   @map("full_fen")
  cumulativeFen BigInt   @map("cumulative_fen")
  -- Cumulative less what was settled before; negative where a late payment took something away.
  amountFen     BigInt   @map("amount_fen")
  fromOn        DateTime @map("from_on") @db.Date
  untilOn       DateTime @map("until_on") @db.Date
  -- What took the full amount down, in order: `[{code, amountFen}]`.
  deductions    Json
  -- Who pays how much: `[{payer, amountFen}]`.
  funding       Json
  madeAt        DateTime @map("made_at") @db.Timestamptz(3)

  @@id([enterpriseId, id])
  @@unique([enterpriseId, runId, loanId, schemeCode])
  @@index([loanId])
  @@index([runId])
  @@map("subsidy_entitlement")
}

-- Money of a subsidy by payer: paid out, demanded back, returned; append-only. What stands is a sum.
model SubsidyEntry {
  enterpriseId  String   @map("enterprise_id") @db.Uuid
  id            String   @db.Uuid
  loanId        String   @map("loan_id") @db.Uuid
  institutionId String   @map("institution_id") @db.Uuid
  schemeCode    String   @map("scheme_code")
  -- paid | demanded | returned
  kind          String
  payer         String
  amountFen     BigInt   @map("amount_fen")
  effectiveOn   DateTime @map("effective_on") @db.Date
  entitlementId String?  @map("entitlement_id") @db.Uuid
  reclaimId     String?  @map("reclaim_id") @db.Uuid
  -- The key of its transaction in the ledger.
  ledgerKey     String   @unique @map("ledger_key")
  recordedAt    DateTime @map("recorded_at") @db.Timestamptz(3)

  @@id([enterpriseId, id])
  @@index([loanId])
  @@map("subsidy_entry")
}

-- A subsidy that was misused, or lost by wilful default: reported by one person, decided by another.
model SubsidyReclaim {
  enterpriseId  String    @map("enterprise_id") @db.Uuid
  id            String    @db.Uuid
  loanId        String    @map("loan_id") @db.Uuid
  institutionId String    @map("institution_id") @db.Uuid
  cause         String
  misuseOn      DateTime  @map("misuse_on") @db.Date
  -- whole | from-day
  scope         String
  note          String
  -- reported | demanded | returned | dismissed
  state         String    @default("reported")
  reportedBy    String    @map("reported_by") @db.Uuid
  reportedAt    DateTime  @map("reported_at") @db.Timestamptz(3)
  decidedBy     String?   @map("decided_by") @db.Uuid
  decidedAt     DateTime? @map("decided_at") @db.Timestamptz(3)
  dueOn         DateTime? @map("due_on") @db.Date

  @@id([enterpriseId, id])
  @@index([loanId])
  @@map("subsidy_reclaim")
}

-- A firm refuses a subsidy that comes by itself (免申即享), or takes it up again; append-only, the last one holds.
model SubsidyChoice {
  enterpriseId  String   @map("enterprise_id") @db.Uuid
  id            String   @db.Uuid
  loanId        String   @map("loan_id") @db.Uuid
  institutionId String   @map("institution_id") @db.Uuid
  choice        String
  chosenBy      String   @map("chosen_by") @db.Uuid
  chosenAt      DateTime @map("chosen_at") @db.Timestamptz(3)

  @@id([enterpriseId, id])
  @@index([loanId])
  @@map("subsidy_choice")
}

-- Which part of the money goes where the schemes want it, as the bank states it; append-only, the last one holds.
create table subsidy_purpose (
  enterprise_id uuid not null,
  id uuid not null,
  loan_id uuid not null,
  institution_id uuid not null,
  eligible_ppm integer not null,
  stated_by uuid not null,
  stated_at timestamptz(3) not null,
  constraint subsidy_purpose_pkey primary key (enterprise_id, id)
);
create index subsidy_purpose_loan_id_idx on subsidy_purpose (loan_id);

-- Who orders does not approve, who reports does not decide; one settlement of a quarter at a time.
alter table subsidy_run add constraint maker_is_not_checker check (decided_by is null or decided_by <> ordered_by);
alter table subsidy_reclaim add constraint maker_is_not_checker check (decided_by is null or decided_by <> reported_by);
alter table subsidy_entry
  add constraint subsidy_entry_kind check (kind in ('paid', 'demanded', 'returned')),
  add constraint subsidy_entry_amount check (amount_fen <> 0 and (kind = 'paid' or amount_fen > 0));
alter table subsidy_purpose add constraint eligible_part check (eligible_ppm between 0 and 1000000);
create unique index one_open_run on subsidy_run ((true)) where state in ('computing', 'proposed', 'approved');
create unique index one_entry_per_payer on subsidy_entry (enterprise_id, entitlement_id, payer) where entitlement_id is not null;
create unique index one_open_reclaim on subsidy_reclaim (enterprise_id, loan_id) where state in ('reported', 'demanded');

do $$
declare t text;
begin
  foreach t in array array['subsidy_run', 'subsidy_entitlement', 'subsidy_entry', 'subsidy_reclaim', 'subsidy_choice',
                           'subsidy_purpose'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
  -- The firm and the bank of a loan see what concerns it; the platform alone works out and pays.
  foreach t in array array['subsidy_entitlement', 'subsidy_entry', 'subsidy_reclaim', 'subsidy_choice', 'subsidy_purpose'] loop
    execute format('create policy read_parties on %I for select to xinqiao_app using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any())', t);
  end loop;
  foreach t in array array['subsidy_entitlement', 'subsidy_entry'] loop
    execute format('create policy platform_insert on %I for insert to xinqiao_app with check (actor_reaches_any())', t);
  end loop;
  foreach t in array array['subsidy_entitlement', 'subsidy_entry', 'subsidy_choice', 'subsidy_purpose'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
create policy platform on subsidy_run to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any());
create policy report on subsidy_reclaim for insert to xinqiao_app
  with check (institution_id = actor_institution() or actor_reaches_any());
create policy decide on subsidy_reclaim for update to xinqiao_app using (actor_reaches_any());
create policy choose on subsidy_choice for insert to xinqiao_app
  with check (enterprise_id = actor_enterprise() or actor_reaches_any());
create policy state on subsidy_purpose for insert to xinqiao_app
  with check (institution_id = actor_institution() or actor_reaches_any());
grant update on subsidy_run, subsidy_reclaim to xinqiao_app, xinqiao_batch;
