CREATE TABLE "blocked_proposals" (
	"community_id" text NOT NULL,
	"topic_id" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"reason" text NOT NULL,
	"blocked_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "blocked_proposals_community_id_topic_id_ordinal_pk" PRIMARY KEY("community_id","topic_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "fieldworks" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"topic_id" text NOT NULL,
	"done_on" text NOT NULL,
	"place" text NOT NULL,
	"participants" text NOT NULL,
	"findings" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "fieldworks_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "chases" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"task_id" text NOT NULL,
	"year" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"ordinal" bigint NOT NULL,
	"level" text NOT NULL,
	"days_late" bigint NOT NULL,
	"demand" text NOT NULL,
	"reply_due_on" text NOT NULL,
	"reply" text NOT NULL,
	"replied_at" timestamp (3) with time zone,
	"replied_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "chases_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "task_reports" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"task_id" text NOT NULL,
	"kind" text NOT NULL,
	"note" text NOT NULL,
	"quantity_done" bigint,
	"reported_at" timestamp (3) with time zone NOT NULL,
	"reported_by" text NOT NULL,
	CONSTRAINT "task_reports_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"year" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"resolution_id" text,
	"item_ordinal" bigint,
	"issue_id" text,
	"topic_id" text,
	"content" text NOT NULL,
	"quantity_total" bigint,
	"quantity_done" bigint NOT NULL,
	"unit" text NOT NULL,
	"handler" text NOT NULL,
	"handler_person_id" text,
	"due_on" text NOT NULL,
	"state" text NOT NULL,
	"reason" text NOT NULL,
	"signed_for_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"inspected_at" timestamp (3) with time zone,
	"inspected_by" text NOT NULL,
	"recheck_on" text,
	"rechecked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "tasks_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "satisfactions" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"issue_id" text NOT NULL,
	"answer_id" text NOT NULL,
	"level" text NOT NULL,
	"comment" text NOT NULL,
	"means" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "satisfactions_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"edition_id" text NOT NULL,
	"place" text NOT NULL,
	"posted_on" text NOT NULL,
	"until" text NOT NULL,
	"days_demanded" bigint NOT NULL,
	"article" text NOT NULL,
	"ended_on" text,
	"end_reason" text NOT NULL,
	"posted_by" text NOT NULL,
	"ended_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "notices_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"notice_id" text NOT NULL,
	"follow_code" text NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"content" text NOT NULL,
	"means" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"due_on" text NOT NULL,
	"answer" text NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answered_by" text NOT NULL,
	CONSTRAINT "objections_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "public_editions" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"version" bigint NOT NULL,
	"state" text NOT NULL,
	"year" bigint,
	"sequence" bigint,
	"inner" text NOT NULL,
	"marks" text NOT NULL,
	"author_account_id" text NOT NULL,
	"author_name" text NOT NULL,
	"released_at" timestamp (3) with time zone,
	"released_by" text,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revision" bigint NOT NULL,
	CONSTRAINT "public_editions_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "document_withdrawals" (
	"community_id" text NOT NULL,
	"document_id" text NOT NULL,
	"reason" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_by" text NOT NULL,
	CONSTRAINT "document_withdrawals_community_id_document_id_pk" PRIMARY KEY("community_id","document_id")
);
--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "proposal_ordinal" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "topics" ADD COLUMN "return_on" text;--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "effect" text DEFAULT 'agreed' NOT NULL;--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "conditions" text;--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "return_on" text;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "handler" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "answer_due_on" text;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "merged_into_id" text;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "follow_code" text;--> statement-breakpoint
ALTER TABLE "issues" ADD COLUMN "reopened_count" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "communities" ADD COLUMN "board_indexable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "stage" text;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "is_public" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "blocked_proposals" ADD CONSTRAINT "blocked_proposals_community_id_topic_id_topics_community_id_id_fk" FOREIGN KEY ("community_id","topic_id") REFERENCES "public"."topics"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fieldworks" ADD CONSTRAINT "fieldworks_community_id_topic_id_topics_community_id_id_fk" FOREIGN KEY ("community_id","topic_id") REFERENCES "public"."topics"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chases" ADD CONSTRAINT "chases_community_id_task_id_tasks_community_id_id_fk" FOREIGN KEY ("community_id","task_id") REFERENCES "public"."tasks"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_reports" ADD CONSTRAINT "task_reports_community_id_task_id_tasks_community_id_id_fk" FOREIGN KEY ("community_id","task_id") REFERENCES "public"."tasks"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "satisfactions" ADD CONSTRAINT "satisfactions_community_id_issue_id_issues_community_id_id_fk" FOREIGN KEY ("community_id","issue_id") REFERENCES "public"."issues"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_community_id_edition_id_public_editions_community_id_id_fk" FOREIGN KEY ("community_id","edition_id") REFERENCES "public"."public_editions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_community_id_notice_id_notices_community_id_id_fk" FOREIGN KEY ("community_id","notice_id") REFERENCES "public"."notices"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_editions" ADD CONSTRAINT "public_editions_community_id_meeting_id_meetings_community_id_id_fk" FOREIGN KEY ("community_id","meeting_id") REFERENCES "public"."meetings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_withdrawals" ADD CONSTRAINT "document_withdrawals_community_id_document_id_documents_community_id_id_fk" FOREIGN KEY ("community_id","document_id") REFERENCES "public"."documents"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fieldworks_topic" ON "fieldworks" USING btree ("community_id","topic_id","done_on");--> statement-breakpoint
CREATE UNIQUE INDEX "chases_number" ON "chases" USING btree ("community_id","year","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "chases_ordinal" ON "chases" USING btree ("community_id","task_id","ordinal");--> statement-breakpoint
CREATE INDEX "task_reports_task" ON "task_reports" USING btree ("community_id","task_id","reported_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_number" ON "tasks" USING btree ("community_id","year","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_item" ON "tasks" USING btree ("community_id","resolution_id","item_ordinal");--> statement-breakpoint
CREATE INDEX "tasks_state" ON "tasks" USING btree ("community_id","state","due_on");--> statement-breakpoint
CREATE INDEX "tasks_handler" ON "tasks" USING btree ("community_id","handler_person_id");--> statement-breakpoint
CREATE INDEX "tasks_issue" ON "tasks" USING btree ("community_id","issue_id");--> statement-breakpoint
CREATE INDEX "tasks_topic" ON "tasks" USING btree ("community_id","topic_id");--> statement-breakpoint
CREATE UNIQUE INDEX "satisfactions_answer" ON "satisfactions" USING btree ("community_id","answer_id");--> statement-breakpoint
CREATE INDEX "satisfactions_issue" ON "satisfactions" USING btree ("community_id","issue_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_edition" ON "notices" USING btree ("community_id","edition_id");--> statement-breakpoint
CREATE INDEX "notices_until" ON "notices" USING btree ("community_id","until");--> statement-breakpoint
CREATE UNIQUE INDEX "objections_follow_code" ON "objections" USING btree ("community_id","follow_code");--> statement-breakpoint
CREATE INDEX "objections_notice" ON "objections" USING btree ("community_id","notice_id","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "public_editions_version" ON "public_editions" USING btree ("community_id","kind","subject_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "public_editions_number" ON "public_editions" USING btree ("community_id","year","sequence");--> statement-breakpoint
CREATE INDEX "public_editions_meeting" ON "public_editions" USING btree ("community_id","meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "issues_follow_code" ON "issues" USING btree ("community_id","follow_code");--> statement-breakpoint
CREATE INDEX "issues_merged_into" ON "issues" USING btree ("community_id","merged_into_id");