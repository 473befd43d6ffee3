-- What somebody asked for the word on stays, and one speaks at a time; where ballots are taken only widens; whoever got a
-- paper stays written. A paper marked as back, or as missing, by mistake is put right while nothing was read: the paper is
-- out again, and its voter off the roll; that and nothing else may leave the roll.
CREATE FUNCTION refuse_speaking_requests_matter() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'what was asked for stands'; END $$;
--> statement-breakpoint
CREATE TRIGGER "speaking_requests_matter_stands" BEFORE UPDATE OF "meeting_id", "agenda_item_id", "motion_id", "participant_id", "kind", "requested_at" ON "speaking_requests" FOR EACH ROW EXECUTE FUNCTION refuse_speaking_requests_matter();
--> statement-breakpoint
CREATE UNIQUE INDEX IF NOT EXISTS "speaking_requests_one_speaker" ON "speaking_requests" ("community_id", "meeting_id") WHERE "state" = 'speaking';
--> statement-breakpoint
CREATE FUNCTION refuse_rounds_medium_widens() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'where ballots are taken only widens'; END $$;
--> statement-breakpoint
CREATE TRIGGER "rounds_medium_widens" BEFORE UPDATE OF "medium" ON "rounds" FOR EACH ROW WHEN (NOT (NEW."medium" = OLD."medium" OR NEW."medium" = 'paper' OR (OLD."medium" = 'tablet' AND NEW."medium" = 'mixed'))) EXECUTE FUNCTION refuse_rounds_medium_widens();
--> statement-breakpoint
CREATE FUNCTION refuse_paper_handed_to() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'whom a paper was handed to stands'; END $$;
--> statement-breakpoint
CREATE TRIGGER "paper_handed_to_stands" BEFORE UPDATE OF "handed_to_id" ON "paper_ballots" FOR EACH ROW EXECUTE FUNCTION refuse_paper_handed_to();
--> statement-breakpoint
CREATE FUNCTION papers_are_unread("community" text, "round" text) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT EXISTS (SELECT 1 FROM "rounds" WHERE "rounds"."community_id" = $1 AND "rounds"."id" = $2 AND "rounds"."state" = 'open') AND NOT EXISTS (SELECT 1 FROM "paper_entries" WHERE "paper_entries"."community_id" = $1 AND "paper_entries"."round_id" = $2) $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_settled_paper_stands() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD."state" IN ('returned', 'missing') AND NEW."state" = 'issued' AND NEW."participant_id" = OLD."participant_id" AND papers_are_unread(OLD."community_id", OLD."round_id") THEN RETURN NEW; END IF; RAISE EXCEPTION 'what became of a paper stands'; END $$;
--> statement-breakpoint
DROP TRIGGER IF EXISTS "roll_entries_stand" ON "roll_entries";
--> statement-breakpoint
CREATE TRIGGER "roll_entries_stand" BEFORE UPDATE ON "roll_entries" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION refuse_roll_entries_stay() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF OLD."channel" = 'paper' AND papers_are_unread(OLD."community_id", OLD."round_id") AND EXISTS (SELECT 1 FROM "paper_ballots" WHERE "paper_ballots"."community_id" = OLD."community_id" AND "paper_ballots"."round_id" = OLD."round_id" AND "paper_ballots"."participant_id" = OLD."participant_id" AND "paper_ballots"."state" = 'issued') THEN RETURN OLD; END IF; RAISE EXCEPTION 'roll_entries is append-only'; END $$;
--> statement-breakpoint
CREATE TRIGGER "roll_entries_stay" BEFORE DELETE ON "roll_entries" FOR EACH ROW EXECUTE FUNCTION refuse_roll_entries_stay();
