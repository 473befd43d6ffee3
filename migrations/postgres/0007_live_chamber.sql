CREATE TABLE "dissents" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"motion_id" text NOT NULL,
	"participant_id" text,
	"held_by" text NOT NULL,
	"opinion" text NOT NULL,
	"explanation" text NOT NULL,
	"explained_by" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "dissents_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "motion_versions" (
	"community_id" text NOT NULL,
	"motion_id" text NOT NULL,
	"version" bigint NOT NULL,
	"content" text NOT NULL,
	"effect" text NOT NULL,
	"conditions" text,
	"options" text,
	"amendment_id" text,
	"at" timestamp (3) with time zone NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "motion_versions_community_id_motion_id_version_pk" PRIMARY KEY("community_id","motion_id","version")
);
--> statement-breakpoint
CREATE TABLE "recommendations" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"motion_id" text NOT NULL,
	"body" text NOT NULL,
	"stance" text NOT NULL,
	"reason" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "recommendations_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "hand_counts" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"round_id" text NOT NULL,
	"counter_id" text NOT NULL,
	"for_count" bigint NOT NULL,
	"against_count" bigint NOT NULL,
	"abstain_count" bigint NOT NULL,
	"counted_at" timestamp (3) with time zone NOT NULL,
	"entered_by" text NOT NULL,
	CONSTRAINT "hand_counts_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "paper_ballots" (
	"community_id" text NOT NULL,
	"round_id" text NOT NULL,
	"serial" bigint NOT NULL,
	"participant_id" text NOT NULL,
	"state" text NOT NULL,
	"issued_by" text NOT NULL,
	CONSTRAINT "paper_ballots_community_id_round_id_serial_pk" PRIMARY KEY("community_id","round_id","serial")
);
--> statement-breakpoint
CREATE TABLE "paper_entries" (
	"community_id" text NOT NULL,
	"round_id" text NOT NULL,
	"sheet" bigint NOT NULL,
	"participant_id" text,
	"choice" text,
	"sealed" "bytea",
	"verdict" text,
	"differences" bigint NOT NULL,
	"entered_by" text NOT NULL,
	"entered_by_account_id" text NOT NULL,
	"checked_by" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "paper_entries_community_id_round_id_sheet_pk" PRIMARY KEY("community_id","round_id","sheet")
);
--> statement-breakpoint
CREATE TABLE "round_officers" (
	"community_id" text NOT NULL,
	"round_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"office" text NOT NULL,
	"named_at" timestamp (3) with time zone NOT NULL,
	"named_by" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "round_officers_community_id_round_id_participant_id_pk" PRIMARY KEY("community_id","round_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "ballot_corrections" (
	"community_id" text NOT NULL,
	"round_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"choice" text NOT NULL,
	"request_key" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ballot_corrections_community_id_round_id_participant_id_ordinal_pk" PRIMARY KEY("community_id","round_id","participant_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "round_challenges" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"round_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"ground" text NOT NULL,
	"raised_at" timestamp (3) with time zone NOT NULL,
	"means" text NOT NULL,
	"answer" text NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"answered_by" text NOT NULL,
	CONSTRAINT "round_challenges_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "round_corrections" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"round_id" text NOT NULL,
	"kind" text NOT NULL,
	"wrong" text NOT NULL,
	"right_text" text NOT NULL,
	"drawn_up_at" timestamp (3) with time zone NOT NULL,
	"drawn_up_by" text NOT NULL,
	"drawn_up_by_account_id" text NOT NULL,
	"signed_at" timestamp (3) with time zone,
	"signed_by" text NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "round_corrections_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "speaking_requests" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"agenda_item_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"kind" text NOT NULL,
	"stance" text NOT NULL,
	"means" text NOT NULL,
	"state" text NOT NULL,
	"beyond_limit" boolean DEFAULT false NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "speaking_requests_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "speaking_turn_events" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"request_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "speaking_turn_events_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "item_moves" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"agenda_item_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "item_moves_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "meeting_proxies" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"principal_id" text NOT NULL,
	"holder_id" text NOT NULL,
	"letter" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" text NOT NULL,
	CONSTRAINT "meeting_proxies_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "signatures" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"purpose" text NOT NULL,
	"statement" text NOT NULL,
	"content_hash" text NOT NULL,
	"strokes" text NOT NULL,
	"width" bigint NOT NULL,
	"height" bigint NOT NULL,
	"signed_at" timestamp (3) with time zone NOT NULL,
	"device" text NOT NULL,
	"signature_hash" text NOT NULL,
	CONSTRAINT "signatures_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "kind" text DEFAULT 'matter' NOT NULL;--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "amends_motion_id" text;--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "amends_version" bigint;--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "standing" text DEFAULT 'standing' NOT NULL;--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "standing_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "mover_id" text;--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "escalate_to" text;--> statement-breakpoint
ALTER TABLE "opened_ballots" ADD COLUMN "code" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "roll_entries" ADD COLUMN "cast_by_id" text;--> statement-breakpoint
ALTER TABLE "roll_entries" ADD COLUMN "helper_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "means" text DEFAULT 'ballots' NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "publicity" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "medium" text DEFAULT 'tablet' NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "has_codes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "last_call_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "countdown_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "voting_ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "speeches" ADD COLUMN "request_id" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "helper_name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "helper_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "dissents" ADD CONSTRAINT "dissents_community_id_motion_id_motions_community_id_id_fk" FOREIGN KEY ("community_id","motion_id") REFERENCES "public"."motions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "motion_versions" ADD CONSTRAINT "motion_versions_community_id_motion_id_motions_community_id_id_fk" FOREIGN KEY ("community_id","motion_id") REFERENCES "public"."motions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_community_id_motion_id_motions_community_id_id_fk" FOREIGN KEY ("community_id","motion_id") REFERENCES "public"."motions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_counts" ADD CONSTRAINT "hand_counts_community_id_round_id_rounds_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."rounds"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_counts" ADD CONSTRAINT "hand_counts_community_id_counter_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","counter_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_ballots" ADD CONSTRAINT "paper_ballots_community_id_round_id_rounds_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."rounds"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_ballots" ADD CONSTRAINT "paper_ballots_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_entries" ADD CONSTRAINT "paper_entries_community_id_round_id_rounds_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."rounds"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_officers" ADD CONSTRAINT "round_officers_community_id_round_id_rounds_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."rounds"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_officers" ADD CONSTRAINT "round_officers_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_corrections" ADD CONSTRAINT "ballot_corrections_community_id_round_id_rounds_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."rounds"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_challenges" ADD CONSTRAINT "round_challenges_community_id_round_id_rounds_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."rounds"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_challenges" ADD CONSTRAINT "round_challenges_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_corrections" ADD CONSTRAINT "round_corrections_community_id_round_id_rounds_community_id_id_fk" FOREIGN KEY ("community_id","round_id") REFERENCES "public"."rounds"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaking_requests" ADD CONSTRAINT "speaking_requests_community_id_agenda_item_id_agenda_items_community_id_id_fk" FOREIGN KEY ("community_id","agenda_item_id") REFERENCES "public"."agenda_items"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaking_requests" ADD CONSTRAINT "speaking_requests_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaking_turn_events" ADD CONSTRAINT "speaking_turn_events_community_id_request_id_speaking_requests_community_id_id_fk" FOREIGN KEY ("community_id","request_id") REFERENCES "public"."speaking_requests"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_moves" ADD CONSTRAINT "item_moves_community_id_agenda_item_id_agenda_items_community_id_id_fk" FOREIGN KEY ("community_id","agenda_item_id") REFERENCES "public"."agenda_items"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_proxies" ADD CONSTRAINT "meeting_proxies_community_id_principal_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","principal_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_proxies" ADD CONSTRAINT "meeting_proxies_community_id_holder_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","holder_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dissents_motion" ON "dissents" USING btree ("community_id","motion_id");--> statement-breakpoint
CREATE INDEX "recommendations_motion" ON "recommendations" USING btree ("community_id","motion_id");--> statement-breakpoint
CREATE INDEX "hand_counts_round" ON "hand_counts" USING btree ("community_id","round_id");--> statement-breakpoint
CREATE INDEX "paper_ballots_voter" ON "paper_ballots" USING btree ("community_id","round_id","participant_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ballot_corrections_key" ON "ballot_corrections" USING btree ("community_id","round_id","request_key");--> statement-breakpoint
CREATE INDEX "round_challenges_round" ON "round_challenges" USING btree ("community_id","round_id");--> statement-breakpoint
CREATE INDEX "round_corrections_round" ON "round_corrections" USING btree ("community_id","round_id");--> statement-breakpoint
CREATE INDEX "speaking_requests_item" ON "speaking_requests" USING btree ("community_id","meeting_id","agenda_item_id");--> statement-breakpoint
CREATE INDEX "speaking_turn_events_meeting" ON "speaking_turn_events" USING btree ("community_id","meeting_id");--> statement-breakpoint
CREATE INDEX "item_moves_meeting" ON "item_moves" USING btree ("community_id","meeting_id");--> statement-breakpoint
CREATE INDEX "meeting_proxies_meeting" ON "meeting_proxies" USING btree ("community_id","meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "signatures_hash" ON "signatures" USING btree ("community_id","signature_hash");--> statement-breakpoint
CREATE INDEX "signatures_meeting" ON "signatures" USING btree ("community_id","meeting_id");