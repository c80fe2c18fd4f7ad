-- CreateTable
CREATE TABLE "application" (
    "enterprise_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "need_id" UUID NOT NULL,
    "consent_id" UUID NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "term_months" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "collateral" TEXT[],
    "state" TEXT NOT NULL,
    "submitted_by" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "pickup_due_at" TIMESTAMPTZ(3) NOT NULL,
    "decision_due_at" TIMESTAMPTZ(3) NOT NULL,
    "maker_id" UUID,
    "checker_id" UUID,
    "proposal" JSONB,
    "decline_reasons" TEXT[],
    "decided_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "application_pkey" PRIMARY KEY ("enterprise_id","id")
);

-- CreateTable
CREATE TABLE "application_event" (
    "enterprise_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "application_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "user_id" UUID,
    "user_name" TEXT NOT NULL,
    "message" JSONB NOT NULL,
    "signature" TEXT,

    CONSTRAINT "application_event_pkey" PRIMARY KEY ("enterprise_id","id")
);

-- CreateTable
CREATE TABLE "offer" (
    "enterprise_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "term_months" INTEGER NOT NULL,
    "rate_ppm" INTEGER NOT NULL,
    "day_count" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "fee_fen" BIGINT NOT NULL,
    "guarantee_fee_fen" BIGINT NOT NULL,
    "conditions" TEXT,
    "valid_until" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "offer_pkey" PRIMARY KEY ("enterprise_id","id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "enterprise_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploaded_by" UUID NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("enterprise_id","id")
);

-- CreateTable
CREATE TABLE "catalogue_item" (
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "provider_id" UUID NOT NULL,
    "class_code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "sensitivity" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "fresh_days" INTEGER,
    "polarity" TEXT NOT NULL,
    "meaning" JSONB NOT NULL,
    "retention_years" INTEGER,
    "retention_start" TEXT,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "catalogue_item_pkey" PRIMARY KEY ("code","version")
);

-- CreateTable
CREATE TABLE "consent" (
    "enterprise_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "recipient_kind" TEXT NOT NULL,
    "institution_id" UUID,
    "product_id" UUID,
    "purpose" TEXT NOT NULL,
    "items" TEXT[],
    "detail" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "fetch_type" TEXT NOT NULL,
    "data_from" DATE,
    "data_to" DATE,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3) NOT NULL,
    "reads_per_day" INTEGER NOT NULL,
    "retention_days" INTEGER NOT NULL,
    "return_direction" BOOLEAN NOT NULL DEFAULT false,
    "granted_by" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" UUID,
    "body" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("enterprise_id","id")
);

-- CreateTable
CREATE TABLE "enterprise" (
    "id" UUID NOT NULL,
    "uscc" TEXT,
    "source" TEXT NOT NULL,
    "external_id" TEXT,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region_code" TEXT,
    "industry_code" TEXT,
    "industry_version" TEXT,
    "established_on" DATE,
    "status" TEXT NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enterprise_profile" (
    "enterprise_id" UUID NOT NULL,
    "employees" INTEGER,
    "revenue_fen" BIGINT,
    "assets_fen" BIGINT,
    "size_class" TEXT NOT NULL DEFAULT 'undetermined',
    "figures_year" INTEGER,
    "address" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enterprise_profile_pkey" PRIMARY KEY ("enterprise_id")
);

-- CreateTable
CREATE TABLE "enterprise_identity" (
    "enterprise_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "warnings" TEXT[],
    "valid_from" DATE,
    "valid_to" DATE,
    "known_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enterprise_identity_pkey" PRIMARY KEY ("enterprise_id","id")
);

-- CreateTable
CREATE TABLE "region" (
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parent_code" TEXT,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "successor_codes" TEXT[],

    CONSTRAINT "region_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "industry" (
    "code" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "parent_code" TEXT,
    "section" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT,

    CONSTRAINT "industry_pkey" PRIMARY KEY ("code","version")
);

-- CreateTable
CREATE TABLE "institution" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'applied',
    "approved_on" DATE,
    "assessment_expires_on" DATE,
    "suspended_at" TIMESTAMPTZ(3),
    "suspended_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "institution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_account" (
    "id" UUID NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "institution_id" UUID,
    "enterprise_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'active',
    "locale" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "failed_attempts" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "last_login_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "institution_id" UUID,
    "enterprise_id" UUID,
    "invited_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "loan" (
    "enterprise_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "application_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "contract_no" TEXT NOT NULL,
    "principal_fen" BIGINT NOT NULL,
    "rate_ppm" INTEGER NOT NULL,
    "day_count" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "term_months" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "contract_on" DATE NOT NULL,
    "disbursed_on" DATE NOT NULL,
    "maturity_on" DATE NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "settled_on" DATE,
    "flags" TEXT[],
    "recorded_by" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "loan_pkey" PRIMARY KEY ("enterprise_id","id")
);

-- CreateTable
CREATE TABLE "instalment" (
    "enterprise_id" UUID NOT NULL,
    "loan_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "principal_fen" BIGINT NOT NULL,
    "interest_fen" BIGINT NOT NULL,

    CONSTRAINT "instalment_pkey" PRIMARY KEY ("enterprise_id","loan_id","seq")
);

-- CreateTable
CREATE TABLE "repayment" (
    "enterprise_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "loan_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "paid_on" DATE NOT NULL,
    "principal_fen" BIGINT NOT NULL,
    "interest_fen" BIGINT NOT NULL,
    "recorded_by" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "repayment_pkey" PRIMARY KEY ("enterprise_id","id")
);

-- CreateTable
CREATE TABLE "loan_class" (
    "enterprise_id" UUID NOT NULL,
    "loan_id" UUID NOT NULL,
    "as_of" DATE NOT NULL,
    "institution_id" UUID NOT NULL,
    "tier" TEXT NOT NULL,
    "dpd" INTEGER NOT NULL,
    "because" TEXT[],
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "loan_class_pkey" PRIMARY KEY ("enterprise_id","loan_id","as_of","recorded_at")
);

-- CreateTable
CREATE TABLE "scheme_assessment" (
    "enterprise_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "loan_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "scheme_code" TEXT,
    "scheme_version" INTEGER,
    "outcome" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "lines" JSONB NOT NULL,
    "assessed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scheme_assessment_pkey" PRIMARY KEY ("enterprise_id","id")
);

-- CreateTable
CREATE TABLE "match_list" (
    "enterprise_id" UUID NOT NULL,
    "score_sheet_id" UUID,
    "product_ids" UUID[],
    "passed" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "match_list_pkey" PRIMARY KEY ("enterprise_id")
);

-- CreateTable
CREATE TABLE "alert" (
    "enterprise_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "loan_id" UUID NOT NULL,
    "signal_code" TEXT NOT NULL,
    "signal_version" INTEGER NOT NULL,
    "severity" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "group_key" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "batch_id" UUID,
    "evidence" JSONB NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" UUID,
    "verdict" TEXT,
    "verdict_note" TEXT,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("enterprise_id","id")
);

-- CreateTable
CREATE TABLE "alert_event" (
    "enterprise_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "alert_id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "user_id" UUID,
    "user_name" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "bank_only" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "alert_event_pkey" PRIMARY KEY ("enterprise_id","id")
);

-- CreateTable
CREATE TABLE "need" (
    "enterprise_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "term_months" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "collateral" TEXT[],
    "method" TEXT,
    "note" TEXT,
    "state" TEXT NOT NULL DEFAULT 'open',
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "need_pkey" PRIMARY KEY ("enterprise_id","id")
);

-- CreateTable
CREATE TABLE "event_log" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "enterprise_id" UUID,
    "institution_id" UUID,
    "subject_id" UUID,
    "payload" JSONB NOT NULL,
    "user_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "job" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "relayed_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_done" (
    "key" TEXT NOT NULL,
    "done_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "job_done_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor","key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "stream" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "user_id" UUID,
    "user_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "institution_id" UUID,
    "enterprise_id" UUID,
    "action" TEXT NOT NULL,
    "purpose" TEXT,
    "consent_id" UUID,
    "outcome" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("stream","seq")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "stream" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("stream")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID,
    "institution_id" UUID,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "href" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "search_document" (
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "grams" tsvector NOT NULL,
    "facets" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("kind","id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "jurisdiction" TEXT NOT NULL,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "body" JSONB NOT NULL,
    "examples" JSONB NOT NULL,
    "unverified" TEXT[],
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("code","version")
);

-- CreateTable
CREATE TABLE "lpr_quote" (
    "published_on" DATE NOT NULL,
    "one_year_ppm" INTEGER NOT NULL,
    "five_year_ppm" INTEGER NOT NULL,

    CONSTRAINT "lpr_quote_pkey" PRIMARY KEY ("published_on")
);

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name_zh" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "segment" TEXT NOT NULL,
    "zones" TEXT[],
    "min_fen" BIGINT,
    "max_fen" BIGINT,
    "min_term_months" INTEGER,
    "max_term_months" INTEGER,
    "rate_rule" JSONB NOT NULL,
    "rate_min_ppm" INTEGER,
    "rate_max_ppm" INTEGER,
    "fee_ppm" INTEGER NOT NULL DEFAULT 0,
    "guarantee_fee_ppm" INTEGER NOT NULL DEFAULT 0,
    "methods" TEXT[],
    "collateral" TEXT[],
    "purposes" TEXT[],
    "eligibility" JSONB NOT NULL,
    "eligibility_text" TEXT,
    "source_note" TEXT,
    "source_grade" TEXT,
    "example" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_batch" (
    "id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "mapping" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" TEXT NOT NULL,
    "file_bytes" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "refusal" JSONB,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_accepted" INTEGER NOT NULL DEFAULT 0,
    "rows_duplicate" INTEGER NOT NULL DEFAULT 0,
    "rows_quarantined" INTEGER NOT NULL DEFAULT 0,
    "firms_touched" INTEGER NOT NULL DEFAULT 0,
    "replay_of" UUID,
    "received_by" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "content_hash" TEXT,

    CONSTRAINT "record_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quarantine_row" (
    "provider_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "row_no" INTEGER NOT NULL,
    "column_name" TEXT,
    "reason" TEXT NOT NULL,
    "reason_args" JSONB NOT NULL,
    "raw" JSONB NOT NULL,
    "replayed_at" TIMESTAMPTZ(3),
    "replay_batch_id" UUID,

    CONSTRAINT "quarantine_row_pkey" PRIMARY KEY ("batch_id","row_no")
);

-- CreateTable
CREATE TABLE "fact" (
    "enterprise_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "item" TEXT NOT NULL,
    "item_version" INTEGER NOT NULL,
    "provider_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "source_key" BYTEA NOT NULL,
    "op" TEXT NOT NULL DEFAULT 'assert',
    "supersedes" UUID,
    "occurred_on" DATE,
    "precision" TEXT NOT NULL DEFAULT 'day',
    "ended_on" DATE,
    "amount_fen" BIGINT,
    "quantity" INTEGER,
    "category" TEXT,
    "detail" JSONB,
    "known_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fact_pkey" PRIMARY KEY ("enterprise_id","id")
);

-- CreateTable
CREATE TABLE "scorecard" (
    "version" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scorecard_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "score_sheet" (
    "enterprise_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "scope" TEXT NOT NULL,
    "consent_id" UUID,
    "card_version" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "milli_points" INTEGER,
    "grade" TEXT NOT NULL,
    "coverage_ppm" INTEGER NOT NULL,
    "dimension_milli" INTEGER[],
    "features" BIGINT[],
    "missing" BYTEA NOT NULL,
    "reasons" TEXT[],
    "veto_fact_id" UUID,
    "cause" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "score_sheet_pkey" PRIMARY KEY ("enterprise_id","id")
);

-- CreateIndex
CREATE INDEX "application_id_idx" ON "application"("id");

-- CreateIndex
CREATE INDEX "application_institution_id_state_submitted_at_idx" ON "application"("institution_id", "state", "submitted_at");

-- CreateIndex
CREATE INDEX "application_event_application_id_idx" ON "application_event"("application_id");

-- CreateIndex
CREATE INDEX "offer_application_id_idx" ON "offer"("application_id");

-- CreateIndex
CREATE INDEX "attachment_application_id_idx" ON "attachment"("application_id");

-- CreateIndex
CREATE INDEX "catalogue_item_provider_id_idx" ON "catalogue_item"("provider_id");

-- CreateIndex
CREATE INDEX "consent_id_idx" ON "consent"("id");

-- CreateIndex
CREATE INDEX "consent_institution_id_enterprise_id_idx" ON "consent"("institution_id", "enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_uscc_key" ON "enterprise"("uscc");

-- CreateIndex
CREATE INDEX "enterprise_region_code_idx" ON "enterprise"("region_code");

-- CreateIndex
CREATE INDEX "enterprise_industry_code_idx" ON "enterprise"("industry_code");

-- CreateIndex
CREATE UNIQUE INDEX "enterprise_source_external_id_key" ON "enterprise"("source", "external_id");

-- CreateIndex
CREATE INDEX "enterprise_identity_scheme_value_idx" ON "enterprise_identity"("scheme", "value");

-- CreateIndex
CREATE INDEX "region_parent_code_idx" ON "region"("parent_code");

-- CreateIndex
CREATE INDEX "industry_parent_code_idx" ON "industry"("parent_code");

-- CreateIndex
CREATE UNIQUE INDEX "institution_code_key" ON "institution"("code");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_login_key" ON "user_account"("login");

-- CreateIndex
CREATE INDEX "user_account_institution_id_idx" ON "user_account"("institution_id");

-- CreateIndex
CREATE INDEX "user_account_enterprise_id_idx" ON "user_account"("enterprise_id");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_enterprise_id_idx" ON "invitation"("enterprise_id");

-- CreateIndex
CREATE INDEX "loan_id_idx" ON "loan"("id");

-- CreateIndex
CREATE INDEX "loan_institution_id_state_idx" ON "loan"("institution_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "loan_institution_id_contract_no_enterprise_id_key" ON "loan"("institution_id", "contract_no", "enterprise_id");

-- CreateIndex
CREATE INDEX "repayment_loan_id_idx" ON "repayment"("loan_id");

-- CreateIndex
CREATE INDEX "scheme_assessment_loan_id_idx" ON "scheme_assessment"("loan_id");

-- CreateIndex
CREATE INDEX "alert_id_idx" ON "alert"("id");

-- CreateIndex
CREATE INDEX "alert_institution_id_state_due_at_idx" ON "alert"("institution_id", "state", "due_at");

-- CreateIndex
CREATE INDEX "alert_event_alert_id_idx" ON "alert_event"("alert_id");

-- CreateIndex
CREATE INDEX "event_log_enterprise_id_id_idx" ON "event_log"("enterprise_id", "id");

-- CreateIndex
CREATE INDEX "event_log_kind_at_idx" ON "event_log"("kind", "at");

-- CreateIndex
CREATE INDEX "audit_entry_enterprise_id_at_idx" ON "audit_entry"("enterprise_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_institution_id_at_idx" ON "audit_entry"("institution_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_consent_id_at_idx" ON "audit_entry"("consent_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE INDEX "notification_enterprise_id_created_at_idx" ON "notification"("enterprise_id", "created_at");

-- CreateIndex
CREATE INDEX "notification_institution_id_created_at_idx" ON "notification"("institution_id", "created_at");

-- CreateIndex
CREATE INDEX "search_document_grams_idx" ON "search_document" USING GIN ("grams");

-- CreateIndex
CREATE INDEX "policy_version_kind_idx" ON "policy_version"("kind");

-- CreateIndex
CREATE UNIQUE INDEX "product_code_key" ON "product"("code");

-- CreateIndex
CREATE INDEX "product_institution_id_idx" ON "product"("institution_id");

-- CreateIndex
CREATE INDEX "record_batch_provider_id_received_at_idx" ON "record_batch"("provider_id", "received_at");

-- CreateIndex
CREATE INDEX "fact_enterprise_id_item_occurred_on_idx" ON "fact"("enterprise_id", "item", "occurred_on");

-- CreateIndex
CREATE INDEX "fact_enterprise_id_supersedes_idx" ON "fact"("enterprise_id", "supersedes");

-- CreateIndex
CREATE INDEX "fact_batch_id_idx" ON "fact"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "fact_enterprise_id_item_source_key_key" ON "fact"("enterprise_id", "item", "source_key");

-- CreateIndex
CREATE INDEX "score_sheet_enterprise_id_scope_created_at_idx" ON "score_sheet"("enterprise_id", "scope", "created_at" DESC);


