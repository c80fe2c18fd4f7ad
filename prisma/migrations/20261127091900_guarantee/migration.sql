-- A guarantee or credit-guarantee insurance of a loan (担保 / 信用保证保险), from the bank's request to its end.
model GuaranteeContract {
  enterpriseId  String    @map("enterprise_id") @db.Uuid
  id            String    @db.Uuid
  loanId        String    @map("loan_id") @db.Uuid
  -- The bank that asked for it.
  institutionId String    @map("institution_id") @db.Uuid
  -- The guarantor or insurer.
  guarantorId   String    @map("guarantor_id") @db.Uuid
  -- guarantee | insurance
  kind          String
  -- requested | proposed | in-force | refused | withdrawn | released
  state         String    @default("requested")
  contractNo    String    @map("contract_no")
  principalFen  BigInt    @map("principal_fen")
  purpose       String
  isSmeAgri     Boolean   @map("is_sme_agri")
  maturityOn    DateTime  @map("maturity_on") @db.Date
  -- The part of the principal that is covered, and the fen that it is at most.
  sharePpm      Int       @map("share_ppm")
  liabilityFen  BigInt    @map("liability_fen")
  -- Yearly fee or premium on the liability; null until answered.
  feePpm        Int?      @map("fee_ppm")
  waitingDays   Int       @default(0) @map("waiting_days")
  -- Who bears what: `[{payer, sharePpm, amountFen}]`, the policy's figures on the day of the answer.
  shares        Json?
  note          String?
  requestedBy   String    @map("requested_by") @db.Uuid
  requestedAt   DateTime  @map("requested_at") @db.Timestamptz(3)
  makerId       String?   @map("maker_id") @db.Uuid
  checkerId     String?   @map("checker_id") @db.Uuid
  agreedOn      DateTime? @map("agreed_on") @db.Date
  endsOn        DateTime? @map("ends_on") @db.Date

  @@id([enterpriseId, id])
  @@index([loanId])
  @@index([institutionId, state])
  @@index([guarantorId, state])
  @@map("guarantee_contract")
}

-- What happened on a guarantee, with the money that it moved; append-only.
model GuaranteeEvent {
  enterpriseId  String   @map("enterprise_id") @db.Uuid
  id            String   @db.Uuid
  contractId    String   @map("contract_id") @db.Uuid
  institutionId String   @map("institution_id") @db.Uuid
  guarantorId   String   @map("guarantor_id") @db.Uuid
  -- requested | proposed | accepted | refused | returned | withdrawn | paid | recovered | released
  kind          String
  amountFen     BigInt?  @map("amount_fen")
  onDay         DateTime @map("on_day") @db.Date
  note          String?
  recordedBy    String   @map("recorded_by") @db.Uuid
  recordedAt    DateTime @map("recorded_at") @db.Timestamptz(3)

  @@id([enterpriseId, id])
  @@index([contractId])
  @@map("guarantee_event")
}

-- Net assets of a guarantor or insurer as it states them; append-only, the last one holds.
model GuarantorStanding {
  guarantorId  String   @map("guarantor_id") @db.Uuid
  id           String   @db.Uuid
  asOf         DateTime @map("as_of") @db.Date
  netAssetsFen BigInt   @map("net_assets_fen")
  statedBy     String   @map("stated_by") @db.Uuid
  statedAt     DateTime @map("stated_at") @db.Timestamptz(3)

  @@id([guarantorId, id])
  @@map("guarantor_standing")
}

-- What the government pays a guarantor for a quarter (notice 002 (十二)), worked out with a settlement; append-only.
create table guarantor_subsidy (
  guarantor_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  quarter text not null,
  volume_fen bigint not null,
  for_volume_fen bigint not null,
  for_fees_fen bigint not null,
  amount_fen bigint not null,
  made_at timestamptz(3) not null,
  constraint guarantor_subsidy_pkey primary key (guarantor_id, id)
);
create unique index guarantor_subsidy_guarantor_id_run_id_key on guarantor_subsidy (guarantor_id, run_id);

-- Two persons of the guarantor decide; an amount and a share are real ones.
alter table guarantee_contract
  add constraint maker_is_not_checker check (checker_id is null or checker_id <> maker_id),
  add constraint guarantee_share check (share_ppm between 1 and 1000000),
  add constraint guarantee_liability check (liability_fen > 0),
  add constraint guarantee_agreed check (state not in ('in-force', 'released') or (agreed_on is not null and ends_on is not null));
alter table guarantor_standing add constraint net_assets check (net_assets_fen >= 0);
-- One guarantor covers a loan once at a time.
create unique index one_live_guarantee on guarantee_contract (enterprise_id, loan_id, guarantor_id)
  where state in ('requested', 'proposed', 'in-force');

-- The three parties of a contract see it: the firm, the bank that asked and the guarantor; nobody else.
do $$
declare t text;
begin
  foreach t in array array['guarantee_contract', 'guarantee_event', 'guarantor_standing', 'guarantor_subsidy'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
  foreach t in array array['guarantee_contract', 'guarantee_event'] loop
    execute format('create policy parties on %I to xinqiao_app using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or guarantor_id = actor_institution() or actor_reaches_any())', t);
  end loop;
  foreach t in array array['guarantor_standing', 'guarantor_subsidy'] loop
    execute format('create policy parties on %I to xinqiao_app using (guarantor_id = actor_institution() or actor_reaches_any())', t);
  end loop;
  foreach t in array array['guarantee_event', 'guarantor_standing', 'guarantor_subsidy'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
grant update on guarantee_contract to xinqiao_app, xinqiao_batch;
