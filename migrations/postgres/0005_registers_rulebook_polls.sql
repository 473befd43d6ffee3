CREATE TABLE "chain_records" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"topic_id" text NOT NULL,
	"proposal_ordinal" bigint NOT NULL,
	"step" text NOT NULL,
	"held_on" text NOT NULL,
	"until" text,
	"place" text NOT NULL,
	"entitled" bigint,
	"present" bigint,
	"in_favour" bigint,
	"against" bigint,
	"abstained" bigint,
	"content" text NOT NULL,
	"meeting_id" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "chain_records_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "party_reviews" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"topic_id" text NOT NULL,
	"proposal_ordinal" bigint NOT NULL,
	"held_on" text NOT NULL,
	"organization" text NOT NULL,
	"entitled" bigint NOT NULL,
	"present" bigint NOT NULL,
	"opinion" text NOT NULL,
	"summary" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "party_reviews_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "routings" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"topic_id" text NOT NULL,
	"proposal_ordinal" bigint NOT NULL,
	"answers" text NOT NULL,
	"procedure" text NOT NULL,
	"is_important" boolean NOT NULL,
	"why" text NOT NULL,
	"article" text NOT NULL,
	"routed_at" timestamp (3) with time zone NOT NULL,
	"routed_by" text NOT NULL,
	CONSTRAINT "routings_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "recusals" (
	"community_id" text NOT NULL,
	"motion_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"reason" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "recusals_community_id_motion_id_participant_id_pk" PRIMARY KEY("community_id","motion_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "building_assignments" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"building_id" text NOT NULL,
	"person_id" text NOT NULL,
	"duty" text NOT NULL,
	"poll_id" text,
	"since" text NOT NULL,
	"until" text,
	"version" bigint NOT NULL,
	CONSTRAINT "building_assignments_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "buildings" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"estate_id" text NOT NULL,
	"name" text NOT NULL,
	"grid_id" text,
	"resident_group_id" text,
	"note" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "buildings_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "estates" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"address" text NOT NULL,
	"developer_id" text,
	"property_company_id" text,
	"note" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "estates_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "unit_owners" (
	"community_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"person_id" text,
	"organization_id" text,
	"share_part" bigint,
	"share_whole" bigint,
	CONSTRAINT "unit_owners_community_id_unit_id_ordinal_pk" PRIMARY KEY("community_id","unit_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"building_id" text NOT NULL,
	"label" text NOT NULL,
	"kind" text NOT NULL,
	"area_cm2" bigint NOT NULL,
	"area_source" text NOT NULL,
	"holding" text NOT NULL,
	"note" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "units_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "blottings" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"reason" text NOT NULL,
	"places" text NOT NULL,
	"blotted_at" timestamp (3) with time zone NOT NULL,
	"blotted_by" text NOT NULL,
	CONSTRAINT "blottings_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "bodies" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"estate_id" text,
	"note" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "bodies_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "body_terms" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"body_id" text NOT NULL,
	"person_id" text NOT NULL,
	"post" text NOT NULL,
	"chosen_how" text NOT NULL,
	"basis" text NOT NULL,
	"poll_id" text,
	"since" text NOT NULL,
	"until" text,
	"version" bigint NOT NULL,
	CONSTRAINT "body_terms_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"given" boolean NOT NULL,
	"means" text NOT NULL,
	"said_on" text NOT NULL,
	"note" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"recorded_by" text NOT NULL,
	CONSTRAINT "consents_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"address" text NOT NULL,
	"note" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "organizations_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "resident_groups" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"households" bigint,
	"leader_person_id" text,
	"scope" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "resident_groups_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "poll_ballots" (
	"community_id" text NOT NULL,
	"poll_id" text NOT NULL,
	"voter_id" text NOT NULL,
	"answer" text NOT NULL,
	"proxy_name" text NOT NULL,
	"note" text NOT NULL,
	"returned_on" text NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"entered_by" text NOT NULL,
	"entered_by_account_id" text NOT NULL,
	"checked_at" timestamp (3) with time zone,
	"checked_by" text,
	"version" bigint NOT NULL,
	CONSTRAINT "poll_ballots_community_id_poll_id_voter_id_pk" PRIMARY KEY("community_id","poll_id","voter_id")
);
--> statement-breakpoint
CREATE TABLE "poll_counts" (
	"community_id" text NOT NULL,
	"poll_id" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"option_keys" text NOT NULL,
	"seats" bigint NOT NULL,
	"issued" bigint NOT NULL,
	"returned" bigint NOT NULL,
	"invalid" bigint NOT NULL,
	"none" bigint NOT NULL,
	"abstain" bigint NOT NULL,
	"votes" text NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"entered_by" text NOT NULL,
	"entered_by_account_id" text NOT NULL,
	"checked_at" timestamp (3) with time zone,
	"checked_by" text,
	"result" text,
	"version" bigint NOT NULL,
	CONSTRAINT "poll_counts_community_id_poll_id_ordinal_pk" PRIMARY KEY("community_id","poll_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "poll_set_aside" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"poll_id" text NOT NULL,
	"voter_id" text NOT NULL,
	"answer" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_name" text NOT NULL,
	CONSTRAINT "poll_set_aside_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "poll_voters" (
	"community_id" text NOT NULL,
	"poll_id" text NOT NULL,
	"id" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"name" text NOT NULL,
	"person_ids" text NOT NULL,
	"unit_labels" text NOT NULL,
	"unit_ids" text NOT NULL,
	"area_cm2" bigint NOT NULL,
	"delivered_on" text,
	"delivery_means" text,
	"delivered_to" text NOT NULL,
	"delivered_by" text NOT NULL,
	CONSTRAINT "poll_voters_community_id_poll_id_id_pk" PRIMARY KEY("community_id","poll_id","id")
);
--> statement-breakpoint
CREATE TABLE "polls" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"year" bigint NOT NULL,
	"sequence" bigint,
	"preset" text NOT NULL,
	"topic_id" text,
	"proposal_id" text,
	"estate_id" text,
	"title" text NOT NULL,
	"question" text NOT NULL,
	"state" text NOT NULL,
	"options" text,
	"seats" bigint NOT NULL,
	"office" text,
	"scope" text,
	"electors" bigint,
	"rule_snapshot" text,
	"rule_hash" text,
	"announced_on" text,
	"opens_on" text,
	"closes_on" text,
	"counters" text NOT NULL,
	"scrutineers" text NOT NULL,
	"announced_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"proclaimed_at" timestamp (3) with time zone,
	"end_reason" text NOT NULL,
	"result" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"version" bigint NOT NULL,
	CONSTRAINT "polls_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "rulebook_versions" (
	"community_id" text NOT NULL,
	"id" text NOT NULL,
	"preset" text NOT NULL,
	"estate_id" text NOT NULL,
	"ordinal" bigint NOT NULL,
	"state" text NOT NULL,
	"changes" text NOT NULL,
	"rule" text NOT NULL,
	"rule_hash" text NOT NULL,
	"basis" text NOT NULL,
	"drafted_at" timestamp (3) with time zone NOT NULL,
	"drafted_by" text NOT NULL,
	"drafted_by_account_id" text NOT NULL,
	"checked_at" timestamp (3) with time zone,
	"checked_by" text,
	"checked_by_account_id" text,
	"enabled_at" timestamp (3) with time zone,
	"enabled_by" text,
	"ended_at" timestamp (3) with time zone,
	"version" bigint NOT NULL,
	CONSTRAINT "rulebook_versions_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "options" text;--> statement-breakpoint
ALTER TABLE "motions" ADD COLUMN "seats" bigint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "body_id" text;--> statement-breakpoint
ALTER TABLE "delegates" ADD COLUMN "chosen_how" text;--> statement-breakpoint
ALTER TABLE "grids" ADD COLUMN "kind" text DEFAULT 'basic' NOT NULL;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "pinyin" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "initials" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "stroke_key" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "blotted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "chain_records" ADD CONSTRAINT "chain_records_community_id_topic_id_topics_community_id_id_fk" FOREIGN KEY ("community_id","topic_id") REFERENCES "public"."topics"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_reviews" ADD CONSTRAINT "party_reviews_community_id_topic_id_topics_community_id_id_fk" FOREIGN KEY ("community_id","topic_id") REFERENCES "public"."topics"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routings" ADD CONSTRAINT "routings_community_id_topic_id_topics_community_id_id_fk" FOREIGN KEY ("community_id","topic_id") REFERENCES "public"."topics"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_community_id_motion_id_motions_community_id_id_fk" FOREIGN KEY ("community_id","motion_id") REFERENCES "public"."motions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_community_id_participant_id_participants_community_id_id_fk" FOREIGN KEY ("community_id","participant_id") REFERENCES "public"."participants"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building_assignments" ADD CONSTRAINT "building_assignments_community_id_building_id_buildings_community_id_id_fk" FOREIGN KEY ("community_id","building_id") REFERENCES "public"."buildings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "building_assignments" ADD CONSTRAINT "building_assignments_community_id_person_id_persons_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."persons"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "buildings" ADD CONSTRAINT "buildings_community_id_estate_id_estates_community_id_id_fk" FOREIGN KEY ("community_id","estate_id") REFERENCES "public"."estates"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estates" ADD CONSTRAINT "estates_community_id_developer_id_organizations_community_id_id_fk" FOREIGN KEY ("community_id","developer_id") REFERENCES "public"."organizations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estates" ADD CONSTRAINT "estates_community_id_property_company_id_organizations_community_id_id_fk" FOREIGN KEY ("community_id","property_company_id") REFERENCES "public"."organizations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_owners" ADD CONSTRAINT "unit_owners_community_id_unit_id_units_community_id_id_fk" FOREIGN KEY ("community_id","unit_id") REFERENCES "public"."units"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_owners" ADD CONSTRAINT "unit_owners_community_id_person_id_persons_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."persons"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_owners" ADD CONSTRAINT "unit_owners_community_id_organization_id_organizations_community_id_id_fk" FOREIGN KEY ("community_id","organization_id") REFERENCES "public"."organizations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_community_id_building_id_buildings_community_id_id_fk" FOREIGN KEY ("community_id","building_id") REFERENCES "public"."buildings"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blottings" ADD CONSTRAINT "blottings_community_id_person_id_persons_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."persons"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_terms" ADD CONSTRAINT "body_terms_community_id_body_id_bodies_community_id_id_fk" FOREIGN KEY ("community_id","body_id") REFERENCES "public"."bodies"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_terms" ADD CONSTRAINT "body_terms_community_id_person_id_persons_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."persons"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_community_id_person_id_persons_community_id_id_fk" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."persons"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_ballots" ADD CONSTRAINT "poll_ballots_community_id_poll_id_voter_id_poll_voters_community_id_poll_id_id_fk" FOREIGN KEY ("community_id","poll_id","voter_id") REFERENCES "public"."poll_voters"("community_id","poll_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_counts" ADD CONSTRAINT "poll_counts_community_id_poll_id_polls_community_id_id_fk" FOREIGN KEY ("community_id","poll_id") REFERENCES "public"."polls"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_set_aside" ADD CONSTRAINT "poll_set_aside_community_id_poll_id_polls_community_id_id_fk" FOREIGN KEY ("community_id","poll_id") REFERENCES "public"."polls"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "poll_voters" ADD CONSTRAINT "poll_voters_community_id_poll_id_polls_community_id_id_fk" FOREIGN KEY ("community_id","poll_id") REFERENCES "public"."polls"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "chain_records_topic" ON "chain_records" USING btree ("community_id","topic_id","proposal_ordinal","step");--> statement-breakpoint
CREATE INDEX "party_reviews_topic" ON "party_reviews" USING btree ("community_id","topic_id","proposal_ordinal");--> statement-breakpoint
CREATE INDEX "routings_topic" ON "routings" USING btree ("community_id","topic_id","proposal_ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "building_assignments_person" ON "building_assignments" USING btree ("community_id","building_id","person_id","duty","since");--> statement-breakpoint
CREATE INDEX "building_assignments_by_person" ON "building_assignments" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "buildings_name" ON "buildings" USING btree ("community_id","estate_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "estates_name" ON "estates" USING btree ("community_id","name");--> statement-breakpoint
CREATE INDEX "unit_owners_person" ON "unit_owners" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "units_label" ON "units" USING btree ("community_id","building_id","label");--> statement-breakpoint
CREATE INDEX "blottings_person" ON "blottings" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bodies_name" ON "bodies" USING btree ("community_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "body_terms_person" ON "body_terms" USING btree ("community_id","body_id","person_id","since");--> statement-breakpoint
CREATE INDEX "body_terms_by_person" ON "body_terms" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE INDEX "consents_person" ON "consents" USING btree ("community_id","person_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "organizations_name" ON "organizations" USING btree ("community_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "resident_groups_name" ON "resident_groups" USING btree ("community_id","name");--> statement-breakpoint
CREATE INDEX "poll_set_aside_poll" ON "poll_set_aside" USING btree ("community_id","poll_id");--> statement-breakpoint
CREATE UNIQUE INDEX "poll_voters_ordinal" ON "poll_voters" USING btree ("community_id","poll_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "polls_number" ON "polls" USING btree ("community_id","year","sequence");--> statement-breakpoint
CREATE INDEX "polls_state" ON "polls" USING btree ("community_id","state");--> statement-breakpoint
CREATE INDEX "polls_topic" ON "polls" USING btree ("community_id","topic_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rulebook_versions_ordinal" ON "rulebook_versions" USING btree ("community_id","preset","estate_id","ordinal");--> statement-breakpoint
CREATE INDEX "rulebook_versions_state" ON "rulebook_versions" USING btree ("community_id","preset","state");--> statement-breakpoint
CREATE INDEX "persons_initials" ON "persons" USING btree ("community_id","initials");--> statement-breakpoint
CREATE INDEX "persons_pinyin" ON "persons" USING btree ("community_id","pinyin");--> statement-breakpoint
CREATE INDEX "persons_stroke_key" ON "persons" USING btree ("community_id","stroke_key");