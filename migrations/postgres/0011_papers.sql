CREATE TABLE "claims" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"year" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"issue_id" text NOT NULL,
	"resource_id" text,
	"claimant" text NOT NULL,
	"content" text NOT NULL,
	"state" text NOT NULL,
	"claimed_on" text NOT NULL,
	"due_on" text NOT NULL,
	"progress" text NOT NULL,
	"done_on" text,
	"end_reason" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "claims_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"year" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"organization_id" text,
	"provider" text NOT NULL,
	"content" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"until" text,
	"end_reason" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "resources_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "minutes_confirmations" (
	"community_id" text NOT NULL,
	"minutes_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"remark" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone NOT NULL,
	"confirmed_by" text NOT NULL,
	CONSTRAINT "minutes_confirmations_community_id_minutes_id_pk" PRIMARY KEY("community_id","minutes_id")
);
--> statement-breakpoint
CREATE TABLE "archive_digest_entries" (
	"community_id" text NOT NULL,
	"document_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"file_hash" text NOT NULL,
	CONSTRAINT "archive_digest_entries_community_id_document_id_pk" PRIMARY KEY("community_id","document_id")
);
--> statement-breakpoint
CREATE TABLE "archive_digests" (
	"community_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"document_count" bigint NOT NULL,
	"previous_digest" text NOT NULL,
	"digest" text NOT NULL,
	"signature" text NOT NULL,
	"public_key" text NOT NULL,
	CONSTRAINT "archive_digests_community_id_sequence_pk" PRIMARY KEY("community_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "document_jobs" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"format" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"pages_done" bigint NOT NULL,
	"pages_total" bigint NOT NULL,
	"document_id" text,
	"failure" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "document_jobs_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
DROP INDEX "documents_version";--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "format" text DEFAULT 'pdf' NOT NULL;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_community_id_issue_id_issues_community_id_id_fk" FOREIGN KEY ("community_id","issue_id") REFERENCES "public"."issues"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_community_id_resource_id_resources_community_id_id_fk" FOREIGN KEY ("community_id","resource_id") REFERENCES "public"."resources"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resources" ADD CONSTRAINT "resources_community_id_organization_id_organizations_community_id_id_fk" FOREIGN KEY ("community_id","organization_id") REFERENCES "public"."organizations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_confirmations" ADD CONSTRAINT "minutes_confirmations_community_id_minutes_id_minutes_community_id_id_fk" FOREIGN KEY ("community_id","minutes_id") REFERENCES "public"."minutes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_confirmations" ADD CONSTRAINT "minutes_confirmations_community_id_meeting_id_meetings_community_id_id_fk" FOREIGN KEY ("community_id","meeting_id") REFERENCES "public"."meetings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_digest_entries" ADD CONSTRAINT "archive_digest_entries_community_id_sequence_archive_digests_community_id_sequence_fk" FOREIGN KEY ("community_id","sequence") REFERENCES "public"."archive_digests"("community_id","sequence") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_digest_entries" ADD CONSTRAINT "archive_digest_entries_community_id_document_id_documents_community_id_id_fk" FOREIGN KEY ("community_id","document_id") REFERENCES "public"."documents"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "claims_number" ON "claims" USING btree ("community_id","year","sequence");--> statement-breakpoint
CREATE INDEX "claims_issue" ON "claims" USING btree ("community_id","issue_id");--> statement-breakpoint
CREATE UNIQUE INDEX "resources_number" ON "resources" USING btree ("community_id","year","sequence");--> statement-breakpoint
CREATE INDEX "minutes_confirmations_meeting" ON "minutes_confirmations" USING btree ("community_id","meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "archive_digest_entries_sequence" ON "archive_digest_entries" USING btree ("community_id","sequence","document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_version" ON "documents" USING btree ("community_id","kind","subject_id","format","version");