-- What was written stays: routings, studies, steps of the chain, recusals, papers set aside, consents and blottings;
-- a checked rule; the roll and the result of a poll.
CREATE TRIGGER "routings_stand" BEFORE UPDATE OR DELETE ON "routings" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "party_reviews_stand" BEFORE UPDATE OR DELETE ON "party_reviews" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "chain_records_stand" BEFORE UPDATE OR DELETE ON "chain_records" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "recusals_stand" BEFORE UPDATE OR DELETE ON "recusals" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "poll_set_aside_stand" BEFORE UPDATE OR DELETE ON "poll_set_aside" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "consents_stand" BEFORE UPDATE OR DELETE ON "consents" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "blottings_stand" BEFORE UPDATE OR DELETE ON "blottings" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "poll_voters_stay" BEFORE DELETE ON "poll_voters" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "poll_ballots_stay" BEFORE DELETE ON "poll_ballots" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "poll_counts_stay" BEFORE DELETE ON "poll_counts" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION refuse_rule_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a checked rule stands'; END $$;
--> statement-breakpoint
CREATE TRIGGER "checked_rule_stands" BEFORE UPDATE OF "changes", "rule", "rule_hash", "basis", "drafted_by_account_id" ON "rulebook_versions" FOR EACH ROW WHEN (OLD."state" <> 'draft') EXECUTE FUNCTION refuse_rule_change();
--> statement-breakpoint
CREATE FUNCTION refuse_roll_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the roll of a poll stands'; END $$;
--> statement-breakpoint
CREATE TRIGGER "poll_roll_stands" BEFORE UPDATE OF "ordinal", "name", "person_ids", "unit_ids", "unit_labels", "area_cm2" ON "poll_voters" FOR EACH ROW EXECUTE FUNCTION refuse_roll_change();
--> statement-breakpoint
CREATE FUNCTION refuse_poll_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the result of a closed poll stands'; END $$;
--> statement-breakpoint
CREATE TRIGGER "poll_result_stands" BEFORE UPDATE OF "result" ON "polls" FOR EACH ROW WHEN (OLD."result" IS NOT NULL AND OLD."result" <> 'null') EXECUTE FUNCTION refuse_poll_change();
--> statement-breakpoint
CREATE FUNCTION refuse_announcement_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'what was announced of a poll stands'; END $$;
--> statement-breakpoint
CREATE TRIGGER "poll_announcement_stands" BEFORE UPDATE OF "preset", "topic_id", "proposal_id", "estate_id", "title", "question", "options", "seats", "office", "scope", "electors", "rule_snapshot", "rule_hash", "announced_on", "opens_on", "closes_on", "counters", "scrutineers" ON "polls" FOR EACH ROW WHEN (OLD."state" <> 'draft') EXECUTE FUNCTION refuse_announcement_change();
--> statement-breakpoint
CREATE FUNCTION refuse_count_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a checked count stands'; END $$;
--> statement-breakpoint
CREATE TRIGGER "poll_count_stands" BEFORE UPDATE OF "option_keys", "seats", "issued", "returned", "invalid", "none", "abstain", "votes", "result" ON "poll_counts" FOR EACH ROW WHEN (OLD."checked_at" IS NOT NULL) EXECUTE FUNCTION refuse_count_change();
--> statement-breakpoint
CREATE FUNCTION refuse_ballot_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF (SELECT "state" FROM "polls" WHERE "polls"."community_id" = OLD."community_id" AND "polls"."id" = OLD."poll_id") <> 'open' THEN RAISE EXCEPTION 'the ballots of a closed poll stand'; END IF; RETURN NEW; END $$;
--> statement-breakpoint
CREATE TRIGGER "poll_ballots_stand" BEFORE UPDATE ON "poll_ballots" FOR EACH ROW EXECUTE FUNCTION refuse_ballot_change();
