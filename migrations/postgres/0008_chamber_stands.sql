-- What was done in the chamber stays: every wording, every turn at the clock, every change of a ballot, every count by hand;
-- how a round was opened; what was answered, signed or read twice.
INSERT INTO "motion_versions" ("community_id", "motion_id", "version", "content", "effect", "conditions", "options", "amendment_id", "at", "by_name") SELECT "community_id", "id", "version", "content", "effect", "conditions", "options", NULL, "created_at", "created_by" FROM "motions";
--> statement-breakpoint
UPDATE "rounds" SET "publicity" = 'secret' WHERE "secret";
--> statement-breakpoint
CREATE TRIGGER "item_moves_stand" BEFORE UPDATE OR DELETE ON "item_moves" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "signatures_stand" BEFORE UPDATE OR DELETE ON "signatures" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "speaking_turn_events_stand" BEFORE UPDATE OR DELETE ON "speaking_turn_events" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "motion_versions_stand" BEFORE UPDATE OR DELETE ON "motion_versions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "recommendations_stand" BEFORE UPDATE OR DELETE ON "recommendations" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "ballot_corrections_stand" BEFORE UPDATE OR DELETE ON "ballot_corrections" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "hand_counts_stand" BEFORE UPDATE OR DELETE ON "hand_counts" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "meeting_proxies_stay" BEFORE DELETE ON "meeting_proxies" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "speaking_requests_stay" BEFORE DELETE ON "speaking_requests" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "dissents_stay" BEFORE DELETE ON "dissents" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "round_challenges_stay" BEFORE DELETE ON "round_challenges" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "round_corrections_stay" BEFORE DELETE ON "round_corrections" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "paper_ballots_stay" BEFORE DELETE ON "paper_ballots" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "paper_entries_stay" BEFORE DELETE ON "paper_entries" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "round_officers_stay" BEFORE DELETE ON "round_officers" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION refuse_rounds_manner_stands() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'how a round was opened stands'; END $$;
--> statement-breakpoint
CREATE TRIGGER "rounds_manner_stands" BEFORE UPDATE OF "motion_id", "ordinal", "secret", "publicity", "means", "has_codes", "public_key" ON "rounds" FOR EACH ROW EXECUTE FUNCTION refuse_rounds_manner_stands();
--> statement-breakpoint
CREATE FUNCTION refuse_answered_challenge_stands() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'an answered challenge stands'; END $$;
--> statement-breakpoint
CREATE TRIGGER "answered_challenge_stands" BEFORE UPDATE ON "round_challenges" FOR EACH ROW WHEN (OLD."answered_at" IS NOT NULL) EXECUTE FUNCTION refuse_answered_challenge_stands();
--> statement-breakpoint
CREATE FUNCTION refuse_signed_correction_stands() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a signed correction stands'; END $$;
--> statement-breakpoint
CREATE TRIGGER "signed_correction_stands" BEFORE UPDATE ON "round_corrections" FOR EACH ROW WHEN (OLD."signed_at" IS NOT NULL) EXECUTE FUNCTION refuse_signed_correction_stands();
--> statement-breakpoint
CREATE FUNCTION refuse_read_paper_stands() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a paper read twice alike stands'; END $$;
--> statement-breakpoint
CREATE TRIGGER "read_paper_stands" BEFORE UPDATE OF "participant_id", "choice", "verdict" ON "paper_entries" FOR EACH ROW WHEN (OLD."verdict" IS NOT NULL) EXECUTE FUNCTION refuse_read_paper_stands();
--> statement-breakpoint
CREATE FUNCTION refuse_settled_paper_stands() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'what became of a paper stands'; END $$;
--> statement-breakpoint
CREATE TRIGGER "settled_paper_stands" BEFORE UPDATE OF "participant_id", "state" ON "paper_ballots" FOR EACH ROW WHEN (OLD."state" <> 'issued') EXECUTE FUNCTION refuse_settled_paper_stands();
--> statement-breakpoint
CREATE FUNCTION refuse_ended_request_stands() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'an ended speech stands'; END $$;
--> statement-breakpoint
CREATE TRIGGER "ended_request_stands" BEFORE UPDATE ON "speaking_requests" FOR EACH ROW WHEN (OLD."state" IN ('done', 'withdrawn')) EXECUTE FUNCTION refuse_ended_request_stands();
--> statement-breakpoint
CREATE UNIQUE INDEX "paper_ballots_one_each" ON "paper_ballots" ("community_id", "round_id", "participant_id") WHERE "state" IN ('issued', 'returned');
