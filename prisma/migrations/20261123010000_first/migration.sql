-- CreateEnum
CREATE TYPE "role" AS ENUM ('viewer', 'editor', 'admin');

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "apikey" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "config_id" TEXT NOT NULL DEFAULT 'default',
    "name" TEXT,
    "start" TEXT,
    "prefix" TEXT,
    "key" TEXT NOT NULL,
    "reference_id" TEXT NOT NULL,
    "refill_interval" INTEGER,
    "refill_amount" INTEGER,
    "last_refill_at" TIMESTAMPTZ(3),
    "enabled" BOOLEAN DEFAULT true,
    "rate_limit_enabled" BOOLEAN DEFAULT true,
    "rate_limit_time_window" INTEGER,
    "rate_limit_max" INTEGER,
    "request_count" INTEGER DEFAULT 0,
    "remaining" INTEGER,
    "last_request" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "permissions" TEXT,
    "metadata" TEXT,

    CONSTRAINT "apikey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "workspace_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "workspace_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_by" UUID,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_code" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "code_hash" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setup_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attempt" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "server_secret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "server_secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "security_audit" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "workspace_id" UUID,
    "event" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "security_audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "owner_id" UUID,
    "created_seq" BIGINT NOT NULL,
    "created_index" INTEGER NOT NULL,
    "deleted_seq" BIGINT,

    CONSTRAINT "record_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "record_link" (
    "workspace_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "target_id" UUID NOT NULL,

    CONSTRAINT "record_link_pkey" PRIMARY KEY ("workspace_id","record_id","field","target_id")
);

-- CreateTable
CREATE TABLE "source" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "authors" TEXT,
    "publisher" TEXT,
    "published" TEXT,
    "published_earliest" DATE,
    "published_latest" DATE,
    "url" TEXT,
    "remark" TEXT,
    "handling" TEXT NOT NULL,

    CONSTRAINT "source_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "party" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "countries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "seat" TEXT,
    "website" TEXT,
    "handling" TEXT NOT NULL,

    CONSTRAINT "party_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "station" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "phase" TEXT NOT NULL,
    "aims" TEXT,
    "orbit" TEXT,
    "handling" TEXT NOT NULL,

    CONSTRAINT "station_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "agreement" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "summary" TEXT,
    "instrument" TEXT NOT NULL,
    "instrument_title" TEXT,
    "purposes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "status" TEXT NOT NULL,
    "end_reason" TEXT NOT NULL,
    "announced" TEXT,
    "announced_earliest" DATE,
    "announced_latest" DATE,
    "announced_wording" TEXT,
    "signed" TEXT,
    "signed_earliest" DATE,
    "signed_latest" DATE,
    "signed_wording" TEXT,
    "in_effect" TEXT,
    "in_effect_earliest" DATE,
    "in_effect_latest" DATE,
    "in_effect_wording" TEXT,
    "expires" TEXT,
    "expires_earliest" DATE,
    "expires_latest" DATE,
    "expires_wording" TEXT,
    "value_amount" DECIMAL,
    "value_currency" TEXT,
    "stated_party_count" INTEGER,
    "handling" TEXT NOT NULL,

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "participation" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "acts_for_id" UUID,
    "signed" TEXT,
    "signed_earliest" DATE,
    "signed_latest" DATE,
    "in_effect" TEXT,
    "in_effect_earliest" DATE,
    "in_effect_latest" DATE,
    "withdrawn" TEXT,
    "withdrawn_earliest" DATE,
    "withdrawn_latest" DATE,
    "from" TEXT,
    "from_earliest" DATE,
    "from_latest" DATE,
    "from_wording" TEXT,
    "until" TEXT,
    "until_earliest" DATE,
    "until_latest" DATE,
    "until_wording" TEXT,
    "certainty" TEXT NOT NULL,
    "handling" TEXT NOT NULL,

    CONSTRAINT "participation_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "involvement" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "station_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "from" TEXT,
    "from_earliest" DATE,
    "from_latest" DATE,
    "from_wording" TEXT,
    "until" TEXT,
    "until_earliest" DATE,
    "until_latest" DATE,
    "until_wording" TEXT,
    "certainty" TEXT NOT NULL,
    "handling" TEXT NOT NULL,

    CONSTRAINT "involvement_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "ownership" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "issuer_id" UUID NOT NULL,
    "holder_id" UUID NOT NULL,
    "share" DOUBLE PRECISION,
    "from" TEXT,
    "from_earliest" DATE,
    "from_latest" DATE,
    "from_wording" TEXT,
    "until" TEXT,
    "until_earliest" DATE,
    "until_latest" DATE,
    "until_wording" TEXT,
    "certainty" TEXT NOT NULL,
    "handling" TEXT NOT NULL,

    CONSTRAINT "ownership_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "membership" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "from" TEXT,
    "from_earliest" DATE,
    "from_latest" DATE,
    "from_wording" TEXT,
    "until" TEXT,
    "until_earliest" DATE,
    "until_latest" DATE,
    "until_wording" TEXT,
    "certainty" TEXT NOT NULL,
    "handling" TEXT NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "station_id" UUID NOT NULL,
    "host_id" UUID NOT NULL,
    "from" TEXT,
    "from_earliest" DATE,
    "from_latest" DATE,
    "from_wording" TEXT,
    "until" TEXT,
    "until_earliest" DATE,
    "until_latest" DATE,
    "until_wording" TEXT,
    "certainty" TEXT NOT NULL,
    "handling" TEXT NOT NULL,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "succession" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "relation" TEXT NOT NULL,
    "earlier_id" UUID NOT NULL,
    "from" TEXT,
    "from_earliest" DATE,
    "from_latest" DATE,
    "from_wording" TEXT,
    "until" TEXT,
    "until_earliest" DATE,
    "until_latest" DATE,
    "until_wording" TEXT,
    "certainty" TEXT NOT NULL,
    "handling" TEXT NOT NULL,

    CONSTRAINT "succession_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "establishes" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "from" TEXT,
    "from_earliest" DATE,
    "from_latest" DATE,
    "from_wording" TEXT,
    "until" TEXT,
    "until_earliest" DATE,
    "until_latest" DATE,
    "until_wording" TEXT,
    "certainty" TEXT NOT NULL,
    "handling" TEXT NOT NULL,

    CONSTRAINT "establishes_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "assessment" TEXT NOT NULL,
    "actual" TEXT,
    "actual_earliest" DATE,
    "actual_latest" DATE,
    "actual_wording" TEXT,
    "baseline_id" UUID,
    "responsible_id" UUID,
    "watcher" TEXT,
    "description" TEXT,
    "handling" TEXT NOT NULL,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "forecast" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "expected" TEXT NOT NULL,
    "expected_earliest" DATE NOT NULL,
    "expected_latest" DATE NOT NULL,
    "expected_wording" TEXT,
    "stated_on" TEXT NOT NULL,
    "stated_on_earliest" DATE NOT NULL,
    "stated_on_latest" DATE NOT NULL,
    "stated_by_id" UUID,
    "remark" TEXT,
    "handling" TEXT NOT NULL,

    CONSTRAINT "forecast_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "statement" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "claim" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "stated_count" INTEGER,
    "as_of" TEXT,
    "as_of_earliest" DATE,
    "as_of_latest" DATE,
    "review_by" TEXT,
    "review_by_earliest" DATE,
    "review_by_latest" DATE,
    "handling" TEXT NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "question" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "background" TEXT,
    "answer" TEXT,
    "handling" TEXT NOT NULL,

    CONSTRAINT "question_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "constraint" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "summary" TEXT,
    "binds_countries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "binds_kinds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "with_countries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "with_kinds" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "from" TEXT,
    "from_earliest" DATE,
    "from_latest" DATE,
    "from_wording" TEXT,
    "until" TEXT,
    "until_earliest" DATE,
    "until_latest" DATE,
    "until_wording" TEXT,
    "exceptions" TEXT,
    "handling" TEXT NOT NULL,

    CONSTRAINT "constraint_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "flag_answer" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "constraint_id" UUID NOT NULL,
    "answer" TEXT NOT NULL,
    "explanation" TEXT,
    "handling" TEXT NOT NULL,

    CONSTRAINT "flag_answer_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "citation" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "locator" TEXT,
    "quote" TEXT,
    "stance" TEXT NOT NULL,
    "claimed" JSONB,
    "as_of" TEXT,
    "as_of_earliest" DATE,
    "as_of_latest" DATE,
    "standing" TEXT NOT NULL,
    "handling" TEXT NOT NULL,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "comment" (
    "workspace_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "field" TEXT,
    "author" TEXT,
    "reply_to_id" UUID,
    "body" TEXT NOT NULL,
    "is_resolved" BOOLEAN NOT NULL,
    "handling" TEXT NOT NULL,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "workspace" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "head" BIGINT NOT NULL DEFAULT 0,
    "last_at" TIMESTAMPTZ(3) NOT NULL DEFAULT '1970-01-01 00:00:00+00'::timestamp with time zone,
    "offline_allowed" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "workspace_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "client_id" UUID NOT NULL,
    "counter" BIGINT NOT NULL,
    "group_id" UUID,
    "reason" TEXT,
    "undoes" BIGINT,
    "schema_version" INTEGER NOT NULL,
    "patches" JSONB NOT NULL,

    CONSTRAINT "change_pkey" PRIMARY KEY ("workspace_id","seq")
);

-- CreateTable
CREATE TABLE "change_record" (
    "workspace_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "change_record_pkey" PRIMARY KEY ("workspace_id","record_id","seq")
);

-- CreateTable
CREATE TABLE "client" (
    "workspace_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "last_counter" BIGINT NOT NULL,

    CONSTRAINT "client_pkey" PRIMARY KEY ("workspace_id","client_id")
);

-- CreateTable
CREATE TABLE "refusal" (
    "workspace_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "counter" BIGINT NOT NULL,
    "verdict" JSON NOT NULL,

    CONSTRAINT "refusal_pkey" PRIMARY KEY ("workspace_id","client_id","counter")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "apikey_config_id_idx" ON "apikey"("config_id");

-- CreateIndex
CREATE INDEX "apikey_reference_id_idx" ON "apikey"("reference_id");

-- CreateIndex
CREATE INDEX "apikey_key_idx" ON "apikey"("key");

-- CreateIndex
CREATE INDEX "member_user_id_idx" ON "member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_workspace_id_idx" ON "invitation"("workspace_id");

-- CreateIndex
CREATE INDEX "attempt_window_start_idx" ON "attempt"("window_start");

-- CreateIndex
CREATE INDEX "security_audit_at_idx" ON "security_audit"("at");

-- CreateIndex
CREATE INDEX "security_audit_workspace_id_at_idx" ON "security_audit"("workspace_id", "at");

-- CreateIndex
CREATE INDEX "record_workspace_id_owner_id_idx" ON "record"("workspace_id", "owner_id");

-- CreateIndex
CREATE INDEX "record_link_workspace_id_target_id_idx" ON "record_link"("workspace_id", "target_id");

-- CreateIndex
CREATE INDEX "agreement_status_idx" ON "agreement"("workspace_id", "status");

-- CreateIndex
CREATE INDEX "participation_agreement_id_idx" ON "participation"("workspace_id", "agreement_id");

-- CreateIndex
CREATE INDEX "participation_party_id_idx" ON "participation"("workspace_id", "party_id");

-- CreateIndex
CREATE INDEX "involvement_station_id_idx" ON "involvement"("workspace_id", "station_id");

-- CreateIndex
CREATE INDEX "involvement_party_id_idx" ON "involvement"("workspace_id", "party_id");

-- CreateIndex
CREATE INDEX "ownership_issuer_id_idx" ON "ownership"("workspace_id", "issuer_id");

-- CreateIndex
CREATE INDEX "ownership_holder_id_idx" ON "ownership"("workspace_id", "holder_id");

-- CreateIndex
CREATE INDEX "membership_group_id_idx" ON "membership"("workspace_id", "group_id");

-- CreateIndex
CREATE INDEX "membership_member_id_idx" ON "membership"("workspace_id", "member_id");

-- CreateIndex
CREATE INDEX "attachment_station_id_idx" ON "attachment"("workspace_id", "station_id");

-- CreateIndex
CREATE INDEX "attachment_host_id_idx" ON "attachment"("workspace_id", "host_id");

-- CreateIndex
CREATE INDEX "succession_agreement_id_idx" ON "succession"("workspace_id", "agreement_id");

-- CreateIndex
CREATE INDEX "succession_earlier_id_idx" ON "succession"("workspace_id", "earlier_id");

-- CreateIndex
CREATE INDEX "establishes_agreement_id_idx" ON "establishes"("workspace_id", "agreement_id");

-- CreateIndex
CREATE INDEX "establishes_party_id_idx" ON "establishes"("workspace_id", "party_id");

-- CreateIndex
CREATE INDEX "milestone_subject_id_idx" ON "milestone"("workspace_id", "subject_id");

-- CreateIndex
CREATE INDEX "milestone_state_assessment_idx" ON "milestone"("workspace_id", "state", "assessment");

-- CreateIndex
CREATE INDEX "milestone_actual_earliest_actual_latest_idx" ON "milestone"("workspace_id", "actual_earliest", "actual_latest");

-- CreateIndex
CREATE INDEX "forecast_milestone_id_idx" ON "forecast"("workspace_id", "milestone_id");

-- CreateIndex
CREATE INDEX "forecast_expected_earliest_expected_latest_idx" ON "forecast"("workspace_id", "expected_earliest", "expected_latest");

-- CreateIndex
CREATE INDEX "flag_answer_agreement_id_idx" ON "flag_answer"("workspace_id", "agreement_id");

-- CreateIndex
CREATE INDEX "flag_answer_constraint_id_idx" ON "flag_answer"("workspace_id", "constraint_id");

-- CreateIndex
CREATE INDEX "citation_record_id_idx" ON "citation"("workspace_id", "record_id");

-- CreateIndex
CREATE INDEX "citation_source_id_idx" ON "citation"("workspace_id", "source_id");

-- CreateIndex
CREATE INDEX "comment_record_id_idx" ON "comment"("workspace_id", "record_id");

-- CreateIndex
CREATE UNIQUE INDEX "workspace_slug_key" ON "workspace"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "change_workspace_id_client_id_counter_key" ON "change"("workspace_id", "client_id", "counter");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_owner_id_fkey" FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "record"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "record_link" ADD CONSTRAINT "record_link_record_id_fkey" FOREIGN KEY ("workspace_id", "record_id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "record_link" ADD CONSTRAINT "record_link_target_id_fkey" FOREIGN KEY ("workspace_id", "target_id") REFERENCES "record"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "source" ADD CONSTRAINT "source_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "party" ADD CONSTRAINT "party_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "station" ADD CONSTRAINT "station_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_agreement_id_fkey" FOREIGN KEY ("workspace_id", "agreement_id") REFERENCES "agreement"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_party_id_fkey" FOREIGN KEY ("workspace_id", "party_id") REFERENCES "party"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "participation" ADD CONSTRAINT "participation_acts_for_id_fkey" FOREIGN KEY ("workspace_id", "acts_for_id") REFERENCES "party"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_station_id_fkey" FOREIGN KEY ("workspace_id", "station_id") REFERENCES "station"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_party_id_fkey" FOREIGN KEY ("workspace_id", "party_id") REFERENCES "party"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_issuer_id_fkey" FOREIGN KEY ("workspace_id", "issuer_id") REFERENCES "party"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_holder_id_fkey" FOREIGN KEY ("workspace_id", "holder_id") REFERENCES "party"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_group_id_fkey" FOREIGN KEY ("workspace_id", "group_id") REFERENCES "party"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_member_id_fkey" FOREIGN KEY ("workspace_id", "member_id") REFERENCES "party"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_station_id_fkey" FOREIGN KEY ("workspace_id", "station_id") REFERENCES "station"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_host_id_fkey" FOREIGN KEY ("workspace_id", "host_id") REFERENCES "station"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "succession" ADD CONSTRAINT "succession_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "succession" ADD CONSTRAINT "succession_agreement_id_fkey" FOREIGN KEY ("workspace_id", "agreement_id") REFERENCES "agreement"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "succession" ADD CONSTRAINT "succession_earlier_id_fkey" FOREIGN KEY ("workspace_id", "earlier_id") REFERENCES "agreement"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "establishes" ADD CONSTRAINT "establishes_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "establishes" ADD CONSTRAINT "establishes_agreement_id_fkey" FOREIGN KEY ("workspace_id", "agreement_id") REFERENCES "agreement"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "establishes" ADD CONSTRAINT "establishes_party_id_fkey" FOREIGN KEY ("workspace_id", "party_id") REFERENCES "party"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_subject_id_fkey" FOREIGN KEY ("workspace_id", "subject_id") REFERENCES "record"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_baseline_id_fkey" FOREIGN KEY ("workspace_id", "baseline_id") REFERENCES "forecast"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_responsible_id_fkey" FOREIGN KEY ("workspace_id", "responsible_id") REFERENCES "party"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "forecast" ADD CONSTRAINT "forecast_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "forecast" ADD CONSTRAINT "forecast_milestone_id_fkey" FOREIGN KEY ("workspace_id", "milestone_id") REFERENCES "milestone"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "forecast" ADD CONSTRAINT "forecast_stated_by_id_fkey" FOREIGN KEY ("workspace_id", "stated_by_id") REFERENCES "party"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "question" ADD CONSTRAINT "question_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "constraint" ADD CONSTRAINT "constraint_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "flag_answer" ADD CONSTRAINT "flag_answer_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "flag_answer" ADD CONSTRAINT "flag_answer_agreement_id_fkey" FOREIGN KEY ("workspace_id", "agreement_id") REFERENCES "agreement"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "flag_answer" ADD CONSTRAINT "flag_answer_constraint_id_fkey" FOREIGN KEY ("workspace_id", "constraint_id") REFERENCES "constraint"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_record_id_fkey" FOREIGN KEY ("workspace_id", "record_id") REFERENCES "record"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_source_id_fkey" FOREIGN KEY ("workspace_id", "source_id") REFERENCES "source"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_id_fkey" FOREIGN KEY ("workspace_id", "id") REFERENCES "record"("workspace_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_record_id_fkey" FOREIGN KEY ("workspace_id", "record_id") REFERENCES "record"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_reply_to_id_fkey" FOREIGN KEY ("workspace_id", "reply_to_id") REFERENCES "comment"("workspace_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_record" ADD CONSTRAINT "change_record_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client" ADD CONSTRAINT "client_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refusal" ADD CONSTRAINT "refusal_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "agreement" ALTER COLUMN "purposes" SET NOT NULL;
ALTER TABLE "constraint" ALTER COLUMN "binds_countries" SET NOT NULL;
ALTER TABLE "constraint" ALTER COLUMN "binds_kinds" SET NOT NULL;
ALTER TABLE "constraint" ALTER COLUMN "with_countries" SET NOT NULL;
ALTER TABLE "constraint" ALTER COLUMN "with_kinds" SET NOT NULL;
ALTER TABLE "party" ALTER COLUMN "countries" SET NOT NULL;
ALTER TABLE "party" ALTER COLUMN "aliases" SET NOT NULL;
ALTER TABLE "station" ALTER COLUMN "aliases" SET NOT NULL;
ALTER TABLE "agreement" ALTER CONSTRAINT "agreement_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "attachment" ALTER CONSTRAINT "attachment_host_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "attachment" ALTER CONSTRAINT "attachment_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "attachment" ALTER CONSTRAINT "attachment_station_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "citation" ALTER CONSTRAINT "citation_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "citation" ALTER CONSTRAINT "citation_record_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "citation" ALTER CONSTRAINT "citation_source_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "comment" ALTER CONSTRAINT "comment_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "comment" ALTER CONSTRAINT "comment_record_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "comment" ALTER CONSTRAINT "comment_reply_to_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "constraint" ALTER CONSTRAINT "constraint_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "establishes" ALTER CONSTRAINT "establishes_agreement_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "establishes" ALTER CONSTRAINT "establishes_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "establishes" ALTER CONSTRAINT "establishes_party_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "flag_answer" ALTER CONSTRAINT "flag_answer_agreement_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "flag_answer" ALTER CONSTRAINT "flag_answer_constraint_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "flag_answer" ALTER CONSTRAINT "flag_answer_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "forecast" ALTER CONSTRAINT "forecast_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "forecast" ALTER CONSTRAINT "forecast_milestone_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "forecast" ALTER CONSTRAINT "forecast_stated_by_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "involvement" ALTER CONSTRAINT "involvement_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "involvement" ALTER CONSTRAINT "involvement_party_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "involvement" ALTER CONSTRAINT "involvement_station_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "membership" ALTER CONSTRAINT "membership_group_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "membership" ALTER CONSTRAINT "membership_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "membership" ALTER CONSTRAINT "membership_member_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "milestone" ALTER CONSTRAINT "milestone_baseline_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "milestone" ALTER CONSTRAINT "milestone_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "milestone" ALTER CONSTRAINT "milestone_responsible_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "milestone" ALTER CONSTRAINT "milestone_subject_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "ownership" ALTER CONSTRAINT "ownership_holder_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "ownership" ALTER CONSTRAINT "ownership_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "ownership" ALTER CONSTRAINT "ownership_issuer_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "participation" ALTER CONSTRAINT "participation_acts_for_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "participation" ALTER CONSTRAINT "participation_agreement_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "participation" ALTER CONSTRAINT "participation_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "participation" ALTER CONSTRAINT "participation_party_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "party" ALTER CONSTRAINT "party_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "question" ALTER CONSTRAINT "question_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "record" ALTER CONSTRAINT "record_owner_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "record_link" ALTER CONSTRAINT "record_link_record_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "record_link" ALTER CONSTRAINT "record_link_target_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "source" ALTER CONSTRAINT "source_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "statement" ALTER CONSTRAINT "statement_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "station" ALTER CONSTRAINT "station_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "succession" ALTER CONSTRAINT "succession_agreement_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "succession" ALTER CONSTRAINT "succession_earlier_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "succession" ALTER CONSTRAINT "succession_id_fkey" DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "source" ADD CONSTRAINT "source_title_check" CHECK (char_length("title") >= 1 AND char_length("title") <= 500);
ALTER TABLE "source" ADD CONSTRAINT "source_authors_check" CHECK (char_length("authors") >= 1 AND char_length("authors") <= 300);
ALTER TABLE "source" ADD CONSTRAINT "source_publisher_check" CHECK (char_length("publisher") >= 1 AND char_length("publisher") <= 300);
ALTER TABLE "source" ADD CONSTRAINT "source_published_check" CHECK (num_nulls("published", "published_earliest", "published_latest") IN (0, 3) AND "published" <> '' AND "published_earliest" <= "published_latest");
ALTER TABLE "source" ADD CONSTRAINT "source_url_check" CHECK (char_length("url") >= 1 AND char_length("url") <= 2000 AND "url" ~* '^https?://');
ALTER TABLE "source" ADD CONSTRAINT "source_remark_check" CHECK (char_length("remark") >= 1 AND char_length("remark") <= 20000);
ALTER TABLE "source" ADD CONSTRAINT "source_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "party" ADD CONSTRAINT "party_name_check" CHECK (char_length("name") >= 1 AND char_length("name") <= 300);
ALTER TABLE "party" ADD CONSTRAINT "party_kind_check" CHECK ("kind" IN ('state', 'sub-state-government', 'agency', 'intergovernmental-body', 'state-owned-company', 'company', 'joint-venture', 'university-consortium', 'association', 'other'));
ALTER TABLE "party" ADD CONSTRAINT "party_countries_check" CHECK (array_to_string("countries", ',', '?') ~ '^([A-Z]{2}(,[A-Z]{2})*)?$');
ALTER TABLE "party" ADD CONSTRAINT "party_aliases_check" CHECK (array_position("aliases", NULL) IS NULL AND array_position("aliases", '') IS NULL);
ALTER TABLE "party" ADD CONSTRAINT "party_seat_check" CHECK (char_length("seat") >= 1 AND char_length("seat") <= 300);
ALTER TABLE "party" ADD CONSTRAINT "party_website_check" CHECK (char_length("website") >= 1 AND char_length("website") <= 2000 AND "website" ~* '^https?://');
ALTER TABLE "party" ADD CONSTRAINT "party_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "station" ADD CONSTRAINT "station_name_check" CHECK (char_length("name") >= 1 AND char_length("name") <= 300);
ALTER TABLE "station" ADD CONSTRAINT "station_aliases_check" CHECK (array_position("aliases", NULL) IS NULL AND array_position("aliases", '') IS NULL);
ALTER TABLE "station" ADD CONSTRAINT "station_phase_check" CHECK ("phase" IN ('not-stated', 'concept', 'development', 'assembly', 'operational', 'retired'));
ALTER TABLE "station" ADD CONSTRAINT "station_aims_check" CHECK (char_length("aims") >= 1 AND char_length("aims") <= 20000);
ALTER TABLE "station" ADD CONSTRAINT "station_orbit_check" CHECK (char_length("orbit") >= 1 AND char_length("orbit") <= 300);
ALTER TABLE "station" ADD CONSTRAINT "station_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_name_check" CHECK (char_length("name") >= 1 AND char_length("name") <= 300);
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_summary_check" CHECK (char_length("summary") >= 1 AND char_length("summary") <= 20000);
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_instrument_check" CHECK ("instrument" IN ('not-stated', 'intergovernmental-agreement', 'treaty', 'implementing-arrangement', 'memorandum-of-understanding', 'letter-of-intent', 'space-act-agreement-funded', 'space-act-agreement-unfunded', 'contract', 'shareholder-agreement', 'other'));
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_instrument_title_check" CHECK (char_length("instrument_title") >= 1 AND char_length("instrument_title") <= 500);
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_purposes_check" CHECK ("purposes" <@ ARRAY['development', 'module', 'seats', 'barter', 'research', 'technology', 'market', 'equity']::text[]);
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_status_check" CHECK ("status" IN ('not-stated', 'under-discussion', 'announced', 'signed', 'in-force', 'suspended', 'ended'));
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_end_reason_check" CHECK ("end_reason" IN ('not-stated', 'expired', 'terminated', 'superseded', 'completed'));
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_announced_check" CHECK (num_nulls("announced", "announced_earliest", "announced_latest") IN (0, 3) AND "announced" <> '' AND "announced_earliest" <= "announced_latest");
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_announced_wording_check" CHECK (char_length("announced_wording") >= 1 AND char_length("announced_wording") <= 200);
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_signed_check" CHECK (num_nulls("signed", "signed_earliest", "signed_latest") IN (0, 3) AND "signed" <> '' AND "signed_earliest" <= "signed_latest");
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_signed_wording_check" CHECK (char_length("signed_wording") >= 1 AND char_length("signed_wording") <= 200);
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_in_effect_check" CHECK (num_nulls("in_effect", "in_effect_earliest", "in_effect_latest") IN (0, 3) AND "in_effect" <> '' AND "in_effect_earliest" <= "in_effect_latest");
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_in_effect_wording_check" CHECK (char_length("in_effect_wording") >= 1 AND char_length("in_effect_wording") <= 200);
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_expires_check" CHECK (num_nulls("expires", "expires_earliest", "expires_latest") IN (0, 3) AND "expires" <> '' AND "expires_earliest" <= "expires_latest");
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_expires_wording_check" CHECK (char_length("expires_wording") >= 1 AND char_length("expires_wording") <= 200);
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_value_amount_check" CHECK (num_nulls("value_amount", "value_currency") IN (0, 2) AND "value_amount" >= 0 AND "value_currency" ~ '^[A-Z]{3}$');
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_stated_party_count_check" CHECK ("stated_party_count" >= 0 AND "stated_party_count" <= 1000);
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "participation" ADD CONSTRAINT "participation_role_check" CHECK ("role" IN ('not-stated', 'signatory', 'founder', 'awarding-party', 'recipient', 'provider', 'customer', 'partner', 'equity-holder', 'issuer', 'observer'));
ALTER TABLE "participation" ADD CONSTRAINT "participation_signed_check" CHECK (num_nulls("signed", "signed_earliest", "signed_latest") IN (0, 3) AND "signed" <> '' AND "signed_earliest" <= "signed_latest");
ALTER TABLE "participation" ADD CONSTRAINT "participation_in_effect_check" CHECK (num_nulls("in_effect", "in_effect_earliest", "in_effect_latest") IN (0, 3) AND "in_effect" <> '' AND "in_effect_earliest" <= "in_effect_latest");
ALTER TABLE "participation" ADD CONSTRAINT "participation_withdrawn_check" CHECK (num_nulls("withdrawn", "withdrawn_earliest", "withdrawn_latest") IN (0, 3) AND "withdrawn" <> '' AND "withdrawn_earliest" <= "withdrawn_latest");
ALTER TABLE "participation" ADD CONSTRAINT "participation_from_check" CHECK (num_nulls("from", "from_earliest", "from_latest") IN (0, 3) AND "from" <> '' AND "from_earliest" <= "from_latest");
ALTER TABLE "participation" ADD CONSTRAINT "participation_from_wording_check" CHECK (char_length("from_wording") >= 1 AND char_length("from_wording") <= 200);
ALTER TABLE "participation" ADD CONSTRAINT "participation_until_check" CHECK (num_nulls("until", "until_earliest", "until_latest") IN (0, 3) AND "until" <> '' AND "until_earliest" <= "until_latest");
ALTER TABLE "participation" ADD CONSTRAINT "participation_until_wording_check" CHECK (char_length("until_wording") >= 1 AND char_length("until_wording") <= 200);
ALTER TABLE "participation" ADD CONSTRAINT "participation_certainty_check" CHECK ("certainty" IN ('not-stated', 'confirmed', 'announced', 'reported'));
ALTER TABLE "participation" ADD CONSTRAINT "participation_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_role_check" CHECK ("role" IN ('not-stated', 'owner', 'operator', 'developer', 'module-supplier', 'user'));
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_from_check" CHECK (num_nulls("from", "from_earliest", "from_latest") IN (0, 3) AND "from" <> '' AND "from_earliest" <= "from_latest");
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_from_wording_check" CHECK (char_length("from_wording") >= 1 AND char_length("from_wording") <= 200);
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_until_check" CHECK (num_nulls("until", "until_earliest", "until_latest") IN (0, 3) AND "until" <> '' AND "until_earliest" <= "until_latest");
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_until_wording_check" CHECK (char_length("until_wording") >= 1 AND char_length("until_wording") <= 200);
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_certainty_check" CHECK ("certainty" IN ('not-stated', 'confirmed', 'announced', 'reported'));
ALTER TABLE "involvement" ADD CONSTRAINT "involvement_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_share_check" CHECK ("share" >= 0 AND "share" <= 100);
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_from_check" CHECK (num_nulls("from", "from_earliest", "from_latest") IN (0, 3) AND "from" <> '' AND "from_earliest" <= "from_latest");
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_from_wording_check" CHECK (char_length("from_wording") >= 1 AND char_length("from_wording") <= 200);
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_until_check" CHECK (num_nulls("until", "until_earliest", "until_latest") IN (0, 3) AND "until" <> '' AND "until_earliest" <= "until_latest");
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_until_wording_check" CHECK (char_length("until_wording") >= 1 AND char_length("until_wording") <= 200);
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_certainty_check" CHECK ("certainty" IN ('not-stated', 'confirmed', 'announced', 'reported'));
ALTER TABLE "ownership" ADD CONSTRAINT "ownership_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "membership" ADD CONSTRAINT "membership_from_check" CHECK (num_nulls("from", "from_earliest", "from_latest") IN (0, 3) AND "from" <> '' AND "from_earliest" <= "from_latest");
ALTER TABLE "membership" ADD CONSTRAINT "membership_from_wording_check" CHECK (char_length("from_wording") >= 1 AND char_length("from_wording") <= 200);
ALTER TABLE "membership" ADD CONSTRAINT "membership_until_check" CHECK (num_nulls("until", "until_earliest", "until_latest") IN (0, 3) AND "until" <> '' AND "until_earliest" <= "until_latest");
ALTER TABLE "membership" ADD CONSTRAINT "membership_until_wording_check" CHECK (char_length("until_wording") >= 1 AND char_length("until_wording") <= 200);
ALTER TABLE "membership" ADD CONSTRAINT "membership_certainty_check" CHECK ("certainty" IN ('not-stated', 'confirmed', 'announced', 'reported'));
ALTER TABLE "membership" ADD CONSTRAINT "membership_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_from_check" CHECK (num_nulls("from", "from_earliest", "from_latest") IN (0, 3) AND "from" <> '' AND "from_earliest" <= "from_latest");
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_from_wording_check" CHECK (char_length("from_wording") >= 1 AND char_length("from_wording") <= 200);
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_until_check" CHECK (num_nulls("until", "until_earliest", "until_latest") IN (0, 3) AND "until" <> '' AND "until_earliest" <= "until_latest");
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_until_wording_check" CHECK (char_length("until_wording") >= 1 AND char_length("until_wording") <= 200);
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_certainty_check" CHECK ("certainty" IN ('not-stated', 'confirmed', 'announced', 'reported'));
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "succession" ADD CONSTRAINT "succession_relation_check" CHECK ("relation" IN ('amends', 'supersedes', 'implements'));
ALTER TABLE "succession" ADD CONSTRAINT "succession_from_check" CHECK (num_nulls("from", "from_earliest", "from_latest") IN (0, 3) AND "from" <> '' AND "from_earliest" <= "from_latest");
ALTER TABLE "succession" ADD CONSTRAINT "succession_from_wording_check" CHECK (char_length("from_wording") >= 1 AND char_length("from_wording") <= 200);
ALTER TABLE "succession" ADD CONSTRAINT "succession_until_check" CHECK (num_nulls("until", "until_earliest", "until_latest") IN (0, 3) AND "until" <> '' AND "until_earliest" <= "until_latest");
ALTER TABLE "succession" ADD CONSTRAINT "succession_until_wording_check" CHECK (char_length("until_wording") >= 1 AND char_length("until_wording") <= 200);
ALTER TABLE "succession" ADD CONSTRAINT "succession_certainty_check" CHECK ("certainty" IN ('not-stated', 'confirmed', 'announced', 'reported'));
ALTER TABLE "succession" ADD CONSTRAINT "succession_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "establishes" ADD CONSTRAINT "establishes_from_check" CHECK (num_nulls("from", "from_earliest", "from_latest") IN (0, 3) AND "from" <> '' AND "from_earliest" <= "from_latest");
ALTER TABLE "establishes" ADD CONSTRAINT "establishes_from_wording_check" CHECK (char_length("from_wording") >= 1 AND char_length("from_wording") <= 200);
ALTER TABLE "establishes" ADD CONSTRAINT "establishes_until_check" CHECK (num_nulls("until", "until_earliest", "until_latest") IN (0, 3) AND "until" <> '' AND "until_earliest" <= "until_latest");
ALTER TABLE "establishes" ADD CONSTRAINT "establishes_until_wording_check" CHECK (char_length("until_wording") >= 1 AND char_length("until_wording") <= 200);
ALTER TABLE "establishes" ADD CONSTRAINT "establishes_certainty_check" CHECK ("certainty" IN ('not-stated', 'confirmed', 'announced', 'reported'));
ALTER TABLE "establishes" ADD CONSTRAINT "establishes_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_name_check" CHECK (char_length("name") >= 1 AND char_length("name") <= 300);
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_kind_check" CHECK ("kind" IN ('other', 'award', 'review', 'delivery', 'launch', 'assembly', 'attachment', 'detachment', 'first-crew', 'last-crew', 'operational', 'opening', 'policy', 'retirement', 'deorbit'));
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_state_check" CHECK ("state" IN ('expected', 'done', 'cancelled', 'not-known'));
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_assessment_check" CHECK ("assessment" IN ('not-assessed', 'on-track', 'at-risk', 'off-track'));
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_actual_check" CHECK (num_nulls("actual", "actual_earliest", "actual_latest") IN (0, 3) AND "actual" <> '' AND "actual_earliest" <= "actual_latest");
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_actual_wording_check" CHECK (char_length("actual_wording") >= 1 AND char_length("actual_wording") <= 200);
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_watcher_check" CHECK (char_length("watcher") <= 100);
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_description_check" CHECK (char_length("description") >= 1 AND char_length("description") <= 20000);
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "forecast" ADD CONSTRAINT "forecast_expected_check" CHECK (num_nulls("expected", "expected_earliest", "expected_latest") IN (0, 3) AND "expected" <> '' AND "expected_earliest" <= "expected_latest");
ALTER TABLE "forecast" ADD CONSTRAINT "forecast_expected_wording_check" CHECK (char_length("expected_wording") >= 1 AND char_length("expected_wording") <= 200);
ALTER TABLE "forecast" ADD CONSTRAINT "forecast_stated_on_check" CHECK (num_nulls("stated_on", "stated_on_earliest", "stated_on_latest") IN (0, 3) AND "stated_on" <> '' AND "stated_on_earliest" <= "stated_on_latest");
ALTER TABLE "forecast" ADD CONSTRAINT "forecast_remark_check" CHECK (char_length("remark") >= 1 AND char_length("remark") <= 20000);
ALTER TABLE "forecast" ADD CONSTRAINT "forecast_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "statement" ADD CONSTRAINT "statement_claim_check" CHECK (char_length("claim") >= 1 AND char_length("claim") <= 20000);
ALTER TABLE "statement" ADD CONSTRAINT "statement_stance_check" CHECK ("stance" IN ('asserted', 'none-known'));
ALTER TABLE "statement" ADD CONSTRAINT "statement_stated_count_check" CHECK ("stated_count" >= 0 AND "stated_count" <= 100000);
ALTER TABLE "statement" ADD CONSTRAINT "statement_as_of_check" CHECK (num_nulls("as_of", "as_of_earliest", "as_of_latest") IN (0, 3) AND "as_of" <> '' AND "as_of_earliest" <= "as_of_latest");
ALTER TABLE "statement" ADD CONSTRAINT "statement_review_by_check" CHECK (num_nulls("review_by", "review_by_earliest", "review_by_latest") IN (0, 3) AND "review_by" <> '' AND "review_by_earliest" <= "review_by_latest");
ALTER TABLE "statement" ADD CONSTRAINT "statement_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "question" ADD CONSTRAINT "question_question_check" CHECK (char_length("question") >= 1 AND char_length("question") <= 20000);
ALTER TABLE "question" ADD CONSTRAINT "question_status_check" CHECK ("status" IN ('open', 'watching', 'answered'));
ALTER TABLE "question" ADD CONSTRAINT "question_background_check" CHECK (char_length("background") >= 1 AND char_length("background") <= 20000);
ALTER TABLE "question" ADD CONSTRAINT "question_answer_check" CHECK (char_length("answer") >= 1 AND char_length("answer") <= 20000);
ALTER TABLE "question" ADD CONSTRAINT "question_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "constraint" ADD CONSTRAINT "constraint_name_check" CHECK (char_length("name") >= 1 AND char_length("name") <= 300);
ALTER TABLE "constraint" ADD CONSTRAINT "constraint_effect_check" CHECK ("effect" IN ('prohibits', 'requires-authorisation', 'directs', 'excludes'));
ALTER TABLE "constraint" ADD CONSTRAINT "constraint_summary_check" CHECK (char_length("summary") >= 1 AND char_length("summary") <= 20000);
ALTER TABLE "constraint" ADD CONSTRAINT "constraint_binds_countries_check" CHECK (array_to_string("binds_countries", ',', '?') ~ '^([A-Z]{2}(,[A-Z]{2})*)?$');
ALTER TABLE "constraint" ADD CONSTRAINT "constraint_binds_kinds_check" CHECK ("binds_kinds" <@ ARRAY['state', 'sub-state-government', 'agency', 'intergovernmental-body', 'state-owned-company', 'company', 'joint-venture', 'university-consortium', 'association', 'other']::text[]);
ALTER TABLE "constraint" ADD CONSTRAINT "constraint_with_countries_check" CHECK (array_to_string("with_countries", ',', '?') ~ '^([A-Z]{2}(,[A-Z]{2})*)?$');
ALTER TABLE "constraint" ADD CONSTRAINT "constraint_with_kinds_check" CHECK ("with_kinds" <@ ARRAY['state', 'sub-state-government', 'agency', 'intergovernmental-body', 'state-owned-company', 'company', 'joint-venture', 'university-consortium', 'association', 'other']::text[]);
ALTER TABLE "constraint" ADD CONSTRAINT "constraint_from_check" CHECK (num_nulls("from", "from_earliest", "from_latest") IN (0, 3) AND "from" <> '' AND "from_earliest" <= "from_latest");
ALTER TABLE "constraint" ADD CONSTRAINT "constraint_from_wording_check" CHECK (char_length("from_wording") >= 1 AND char_length("from_wording") <= 200);
ALTER TABLE "constraint" ADD CONSTRAINT "constraint_until_check" CHECK (num_nulls("until", "until_earliest", "until_latest") IN (0, 3) AND "until" <> '' AND "until_earliest" <= "until_latest");
ALTER TABLE "constraint" ADD CONSTRAINT "constraint_until_wording_check" CHECK (char_length("until_wording") >= 1 AND char_length("until_wording") <= 200);
ALTER TABLE "constraint" ADD CONSTRAINT "constraint_exceptions_check" CHECK (char_length("exceptions") >= 1 AND char_length("exceptions") <= 20000);
ALTER TABLE "constraint" ADD CONSTRAINT "constraint_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "flag_answer" ADD CONSTRAINT "flag_answer_answer_check" CHECK ("answer" IN ('applies', 'does-not-apply', 'cleared'));
ALTER TABLE "flag_answer" ADD CONSTRAINT "flag_answer_explanation_check" CHECK (char_length("explanation") >= 1 AND char_length("explanation") <= 20000);
ALTER TABLE "flag_answer" ADD CONSTRAINT "flag_answer_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "citation" ADD CONSTRAINT "citation_field_check" CHECK (char_length("field") >= 1 AND char_length("field") <= 60);
ALTER TABLE "citation" ADD CONSTRAINT "citation_locator_check" CHECK (char_length("locator") >= 1 AND char_length("locator") <= 300);
ALTER TABLE "citation" ADD CONSTRAINT "citation_quote_check" CHECK (char_length("quote") >= 1 AND char_length("quote") <= 20000);
ALTER TABLE "citation" ADD CONSTRAINT "citation_stance_check" CHECK ("stance" IN ('value', 'none-known'));
ALTER TABLE "citation" ADD CONSTRAINT "citation_as_of_check" CHECK (num_nulls("as_of", "as_of_earliest", "as_of_latest") IN (0, 3) AND "as_of" <> '' AND "as_of_earliest" <= "as_of_latest");
ALTER TABLE "citation" ADD CONSTRAINT "citation_standing_check" CHECK ("standing" IN ('stands', 'set-aside'));
ALTER TABLE "citation" ADD CONSTRAINT "citation_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "comment" ADD CONSTRAINT "comment_field_check" CHECK (char_length("field") >= 1 AND char_length("field") <= 60);
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_check" CHECK (char_length("author") <= 100);
ALTER TABLE "comment" ADD CONSTRAINT "comment_body_check" CHECK (char_length("body") >= 1 AND char_length("body") <= 20000);
ALTER TABLE "comment" ADD CONSTRAINT "comment_handling_check" CHECK ("handling" IN ('open', 'internal'));
ALTER TABLE "record" ADD CONSTRAINT "record_type_check" CHECK ("type" IN ('source', 'party', 'station', 'agreement', 'participation', 'involvement', 'ownership', 'membership', 'attachment', 'succession', 'establishes', 'milestone', 'forecast', 'statement', 'question', 'constraint', 'flag-answer', 'citation', 'comment'));
ALTER TABLE "record" ADD CONSTRAINT "record_seqs_check" CHECK ("created_seq" >= 1 AND "deleted_seq" >= "created_seq");
