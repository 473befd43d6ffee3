-- What was written stays: the audit log, printed sheets, named ballots, and the result of a closed round.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
--> statement-breakpoint
CREATE TRIGGER "audit_entries_stand" BEFORE UPDATE OR DELETE ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "documents_stand" BEFORE UPDATE OR DELETE ON "documents" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "named_ballots_stand" BEFORE UPDATE OR DELETE ON "named_ballots" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "roll_entries_stand" BEFORE UPDATE OR DELETE ON "roll_entries" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "opened_ballots_stand" BEFORE UPDATE OR DELETE ON "opened_ballots" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION refuse_result_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the result of a closed round stands'; END $$;
--> statement-breakpoint
CREATE TRIGGER "rounds_result_stands" BEFORE UPDATE OF "result", "roll", "secret", "rule_hash" ON "rounds" FOR EACH ROW WHEN (OLD."result" IS NOT NULL AND OLD."result" <> 'null') EXECUTE FUNCTION refuse_result_change();
