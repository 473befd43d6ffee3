CREATE TABLE "proposals" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"topic_id" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"version" bigint NOT NULL,
	"content" text NOT NULL,
	"budget_fen" bigint,
	"funding" text NOT NULL,
	"handler" text NOT NULL,
	"due_on" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "proposals_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "topic_issues" (
	"community_id" text NOT NULL,
	"topic_id" text NOT NULL,
	"issue_id" text NOT NULL,
	CONSTRAINT "topic_issues_community_id_topic_id_issue_id_pk" PRIMARY KEY("community_id","topic_id","issue_id")
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"year" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"title" text NOT NULL,
	"background" text NOT NULL,
	"state" text NOT NULL,
	"outcome" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "topics_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "attendance_events" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"kind" text NOT NULL,
	"means" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "attendance_events_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"community_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"presence" text NOT NULL,
	"first_arrived_at" timestamp (3) with time zone,
	"left_at" timestamp (3) with time zone,
	"reason" text NOT NULL,
	CONSTRAINT "attendances_community_id_meeting_id_participant_id_pk" PRIMARY KEY("community_id","meeting_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "motions" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"agenda_item_id" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"content" text NOT NULL,
	"proposal_id" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "motions_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "named_ballots" (
	"community_id" text NOT NULL,
	"round_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"choice" text NOT NULL,
	CONSTRAINT "named_ballots_community_id_round_id_participant_id_pk" PRIMARY KEY("community_id","round_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "opened_ballots" (
	"community_id" text NOT NULL,
	"round_id" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"choice" text NOT NULL,
	CONSTRAINT "opened_ballots_community_id_round_id_ordinal_pk" PRIMARY KEY("community_id","round_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "roll_entries" (
	"community_id" text NOT NULL,
	"round_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"channel" text NOT NULL,
	"request_key" text NOT NULL,
	CONSTRAINT "roll_entries_community_id_round_id_participant_id_pk" PRIMARY KEY("community_id","round_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"motion_id" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"secret" boolean NOT NULL,
	"state" text NOT NULL,
	"public_key" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"proclaimed_at" timestamp (3) with time zone,
	"annulled_at" timestamp (3) with time zone,
	"annul_reason" text NOT NULL,
	"result" text,
	"roll" text,
	"rule_hash" text NOT NULL,
	CONSTRAINT "rounds_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "sealed_ballots" (
	"community_id" text NOT NULL,
	"round_id" text NOT NULL,
	"id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "sealed_ballots_community_id_round_id_id_pk" PRIMARY KEY("community_id","round_id","id")
);
--> statement-breakpoint
CREATE TABLE "speeches" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"agenda_item_id" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"participant_id" text NOT NULL,
	"stance" text NOT NULL,
	"gist" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "speeches_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"title" text NOT NULL,
	"topic_id" text,
	"proposal_id" text,
	"handling" text NOT NULL,
	"minutes" bigint NOT NULL,
	CONSTRAINT "agenda_items_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"year" bigint NOT NULL,
	"sequence" bigint,
	"title" text NOT NULL,
	"preset" text NOT NULL,
	"state" text NOT NULL,
	"venue_id" text,
	"starts_at" timestamp (3) with time zone,
	"ends_at" timestamp (3) with time zone,
	"chair_person_id" text,
	"recorder_person_id" text,
	"rule_snapshot" text,
	"rule_hash" text,
	"reasons" text NOT NULL,
	"convened_at" timestamp (3) with time zone,
	"check_in_opened_at" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"end_reason" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "meetings_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"name" text NOT NULL,
	"standing" text NOT NULL,
	"capacity" text NOT NULL,
	"organization" text NOT NULL,
	"code_version" bigint NOT NULL,
	"notified" boolean NOT NULL,
	CONSTRAINT "participants_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "venues" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"capacity" bigint,
	"version" bigint NOT NULL,
	CONSTRAINT "venues_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "answers" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"issue_id" text NOT NULL,
	"kind" text NOT NULL,
	"content" text NOT NULL,
	"means" text NOT NULL,
	"resolved" boolean NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	"answered_by" text NOT NULL,
	CONSTRAINT "answers_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "issues" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"year" bigint NOT NULL,
	"sequence" bigint NOT NULL,
	"channel" text NOT NULL,
	"title" text NOT NULL,
	"content" text NOT NULL,
	"place" text NOT NULL,
	"grid_id" text,
	"reporter_name" text NOT NULL,
	"reporter_phone" text NOT NULL,
	"reported_on" text NOT NULL,
	"collector_name" text NOT NULL,
	"source_number" text NOT NULL,
	"note" text NOT NULL,
	"extra" text NOT NULL,
	"state" text NOT NULL,
	"triage" text,
	"triage_reason" text NOT NULL,
	"supporter_count" bigint NOT NULL,
	"search_text" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "issues_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "supports" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"issue_id" text NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"content" text NOT NULL,
	"reported_on" text NOT NULL,
	"source_number" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "supports_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"login_name" text NOT NULL,
	"phone" text,
	"password_hash" text NOT NULL,
	"must_change_password" boolean NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "accounts_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "communities" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"subdistrict" text NOT NULL,
	"contact_phone" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delegates" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"delegation" text NOT NULL,
	"organization" text NOT NULL,
	"since" text NOT NULL,
	"until" text,
	"version" bigint NOT NULL,
	CONSTRAINT "delegates_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "grids" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" text,
	"leader_person_id" text,
	"scope" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "grids_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"community_id" text NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "memberships_community_id_account_id_role_pk" PRIMARY KEY("community_id","account_id","role")
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"gender" text NOT NULL,
	"address" text NOT NULL,
	"organization" text NOT NULL,
	"grid_id" text,
	"note" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "persons_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "representatives" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"resident_group" text NOT NULL,
	"since" text NOT NULL,
	"until" text,
	"version" bigint NOT NULL,
	CONSTRAINT "representatives_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"account_id" text,
	"meeting_id" text,
	"participant_id" text,
	"device" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "sessions_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "minutes" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"state" text NOT NULL,
	"year" bigint,
	"sequence" bigint,
	"wording" text NOT NULL,
	"approved_at" timestamp (3) with time zone,
	"approved_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "minutes_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "resolutions" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"round_id" text NOT NULL,
	"state" text NOT NULL,
	"year" bigint,
	"sequence" bigint,
	"wording" text NOT NULL,
	"approved_at" timestamp (3) with time zone,
	"approved_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "resolutions_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"actor_person_id" text,
	"actor_name" text NOT NULL,
	"detail" text NOT NULL,
	CONSTRAINT "audit_entries_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"version" bigint NOT NULL,
	"number" text,
	"title" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"content" "bytea" NOT NULL,
	"file_hash" text NOT NULL,
	"facts_hash" text NOT NULL,
	"facts" text NOT NULL,
	"template" text NOT NULL,
	"template_version" bigint NOT NULL,
	"fonts_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "documents_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"community_id" text NOT NULL,
	"import_id" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"sheet" text NOT NULL,
	"row_number" bigint NOT NULL,
	"status" text NOT NULL,
	"values" text NOT NULL,
	"extra" text NOT NULL,
	"reasons" text NOT NULL,
	"existing_id" text,
	"choice" text,
	CONSTRAINT "import_rows_community_id_import_id_ordinal_pk" PRIMARY KEY("community_id","import_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"content" "bytea" NOT NULL,
	"rows_done" bigint NOT NULL,
	"rows_total" bigint NOT NULL,
	"failure" text,
	"recognized" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"confirmed_at" timestamp (3) with time zone,
	CONSTRAINT "imports_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"community_id" text NOT NULL,
	"kind" text NOT NULL,
	"year" bigint NOT NULL,
	"last" bigint NOT NULL,
	CONSTRAINT "number_series_community_id_kind_year_pk" PRIMARY KEY("community_id","kind","year")
);
--> statement-breakpoint
CREATE TABLE "photos" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"media_type" text NOT NULL,
	"width" bigint NOT NULL,
	"height" bigint NOT NULL,
	"content" "bytea" NOT NULL,
	"file_hash" text NOT NULL,
	"caption" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "photos_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "attempt_counts" (
	"bucket" text NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "attempt_counts_bucket_window_start_pk" PRIMARY KEY("bucket","window_start")
);
--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_community_id_topic_id_topics_community_id_id_fk" FOREIGN KEY ("community_id","topic_id") REFERENCES "public"."topics"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_issues" ADD CONSTRAINT "topic_issues_community_id_topic_id_topics_community_id_id_fk" FOREIGN KEY ("community_id","topic_id") REFERENCES "public"."topics"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_issues" ADD CONSTRAINT "topic_issues_community_id_issue_id_issues_community_id_id_fk" FOREIGN KEY ("community_id","issue_id") REFERENCES "public"."issues"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motions" ADD CONSTRAINT "motions_community_id_meeting_id_meetings_community_id_id_fk" FOREIGN KEY ("community_id","meeting_id") REFERENCES "public"."meetings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "named_ballots" ADD CONSTRAINT "named_ballots_community_id_round_id_rounds_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."rounds"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opened_ballots" ADD CONSTRAINT "opened_ballots_community_id_round_id_rounds_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."rounds"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_entries" ADD CONSTRAINT "roll_entries_community_id_round_id_rounds_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."rounds"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_entries" ADD CONSTRAINT "roll_entries_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_community_id_motion_id_motions_community_id_id_fk" FOREIGN KEY ("community_id","motion_id") REFERENCES "public"."motions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_ballots" ADD CONSTRAINT "sealed_ballots_community_id_round_id_rounds_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."rounds"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speeches" ADD CONSTRAINT "speeches_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speeches" ADD CONSTRAINT "speeches_community_id_agenda_item_id_agenda_items_community_id_id_fk" FOREIGN KEY ("community_id","agenda_item_id") REFERENCES "public"."agenda_items"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_community_id_meeting_id_meetings_community_id_id_fk" FOREIGN KEY ("community_id","meeting_id") REFERENCES "public"."meetings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_community_id_meeting_id_meetings_community_id_id_fk" FOREIGN KEY ("community_id","meeting_id") REFERENCES "public"."meetings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_community_id_person_id_persons_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."persons"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_community_id_issue_id_issues_community_id_id_fk" FOREIGN KEY ("community_id","issue_id") REFERENCES "public"."issues"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supports" ADD CONSTRAINT "supports_community_id_issue_id_issues_community_id_id_fk" FOREIGN KEY ("community_id","issue_id") REFERENCES "public"."issues"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_community_id_person_id_persons_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."persons"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegates" ADD CONSTRAINT "delegates_community_id_person_id_persons_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."persons"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "representatives" ADD CONSTRAINT "representatives_community_id_person_id_persons_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."persons"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_community_id_meeting_id_meetings_community_id_id_fk" FOREIGN KEY ("community_id","meeting_id") REFERENCES "public"."meetings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_community_id_meeting_id_meetings_community_id_id_fk" FOREIGN KEY ("community_id","meeting_id") REFERENCES "public"."meetings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_community_id_import_id_imports_community_id_id_fk" FOREIGN KEY ("community_id","import_id") REFERENCES "public"."imports"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "proposals_version" ON "proposals" USING btree ("community_id","topic_id","ordinal","version");--> statement-breakpoint
CREATE UNIQUE INDEX "topic_issues_issue" ON "topic_issues" USING btree ("community_id","issue_id");--> statement-breakpoint
CREATE UNIQUE INDEX "topics_number" ON "topics" USING btree ("community_id","year","sequence");--> statement-breakpoint
CREATE INDEX "topics_state" ON "topics" USING btree ("community_id","state");--> statement-breakpoint
CREATE INDEX "attendance_events_meeting" ON "attendance_events" USING btree ("community_id","meeting_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "motions_ordinal" ON "motions" USING btree ("community_id","meeting_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_ordinal" ON "rounds" USING btree ("community_id","motion_id","ordinal");--> statement-breakpoint
CREATE INDEX "rounds_meeting" ON "rounds" USING btree ("community_id","meeting_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "speeches_ordinal" ON "speeches" USING btree ("community_id","meeting_id","agenda_item_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_items_ordinal" ON "agenda_items" USING btree ("community_id","meeting_id","ordinal");--> statement-breakpoint
CREATE INDEX "agenda_items_topic" ON "agenda_items" USING btree ("community_id","topic_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meetings_number" ON "meetings" USING btree ("community_id","preset","year","sequence");--> statement-breakpoint
CREATE INDEX "meetings_time" ON "meetings" USING btree ("community_id","starts_at");--> statement-breakpoint
CREATE INDEX "meetings_state" ON "meetings" USING btree ("community_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "participants_person" ON "participants" USING btree ("community_id","meeting_id","person_id");--> statement-breakpoint
CREATE INDEX "participants_by_person" ON "participants" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "venues_name" ON "venues" USING btree ("community_id","name");--> statement-breakpoint
CREATE INDEX "answers_issue" ON "answers" USING btree ("community_id","issue_id","answered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "issues_number" ON "issues" USING btree ("community_id","year","sequence");--> statement-breakpoint
CREATE INDEX "issues_state" ON "issues" USING btree ("community_id","state","triage");--> statement-breakpoint
CREATE INDEX "issues_source_number" ON "issues" USING btree ("community_id","source_number");--> statement-breakpoint
CREATE INDEX "supports_issue" ON "supports" USING btree ("community_id","issue_id");--> statement-breakpoint
CREATE INDEX "supports_source_number" ON "supports" USING btree ("community_id","source_number");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_login_name" ON "accounts" USING btree ("login_name");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_phone" ON "accounts" USING btree ("phone");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_person" ON "accounts" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "communities_slug" ON "communities" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "delegates_person" ON "delegates" USING btree ("community_id","person_id","delegation");--> statement-breakpoint
CREATE UNIQUE INDEX "grids_name" ON "grids" USING btree ("community_id","name");--> statement-breakpoint
CREATE INDEX "memberships_account" ON "memberships" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "persons_phone" ON "persons" USING btree ("community_id","phone");--> statement-breakpoint
CREATE INDEX "persons_name" ON "persons" USING btree ("community_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "representatives_person" ON "representatives" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("community_id","account_id");--> statement-breakpoint
CREATE INDEX "sessions_participant" ON "sessions" USING btree ("community_id","participant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "minutes_meeting" ON "minutes" USING btree ("community_id","meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "minutes_number" ON "minutes" USING btree ("community_id","year","sequence");--> statement-breakpoint
CREATE UNIQUE INDEX "resolutions_round" ON "resolutions" USING btree ("community_id","round_id");--> statement-breakpoint
CREATE UNIQUE INDEX "resolutions_number" ON "resolutions" USING btree ("community_id","year","sequence");--> statement-breakpoint
CREATE INDEX "resolutions_meeting" ON "resolutions" USING btree ("community_id","meeting_id");--> statement-breakpoint
CREATE INDEX "audit_entries_subject" ON "audit_entries" USING btree ("community_id","subject_kind","subject_id","at");--> statement-breakpoint
CREATE INDEX "audit_entries_at" ON "audit_entries" USING btree ("community_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_version" ON "documents" USING btree ("community_id","kind","subject_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "documents_facts" ON "documents" USING btree ("community_id","kind","subject_id","facts_hash","template","template_version","fonts_hash");--> statement-breakpoint
CREATE INDEX "documents_subject" ON "documents" USING btree ("community_id","subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "import_rows_status" ON "import_rows" USING btree ("community_id","import_id","status");--> statement-breakpoint
CREATE INDEX "imports_kind" ON "imports" USING btree ("community_id","kind","created_at");--> statement-breakpoint
CREATE INDEX "photos_subject" ON "photos" USING btree ("community_id","subject_kind","subject_id");