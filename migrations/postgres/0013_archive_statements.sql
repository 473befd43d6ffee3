CREATE TABLE "archive_digest_statements" (
	"community_id" text NOT NULL,
	"kind" text NOT NULL,
	"statement_id" text NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "archive_digest_statements_community_id_kind_statement_id_pk" PRIMARY KEY("community_id","kind","statement_id")
);
--> statement-breakpoint
DROP INDEX "documents_facts";--> statement-breakpoint
ALTER TABLE "archive_digest_statements" ADD CONSTRAINT "archive_digest_statements_community_id_sequence_archive_digests_community_id_sequence_fk" FOREIGN KEY ("community_id","sequence") REFERENCES "public"."archive_digests"("community_id","sequence") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "archive_digest_statements_sequence" ON "archive_digest_statements" USING btree ("community_id","sequence","kind","statement_id");--> statement-breakpoint
CREATE INDEX "documents_filed" ON "documents" USING btree ("community_id","created_at","kind");--> statement-breakpoint
CREATE INDEX "documents_facts" ON "documents" USING btree ("community_id","kind","subject_id","facts_hash","template","template_version","fonts_hash");