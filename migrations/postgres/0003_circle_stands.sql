-- What was written stays: withdrawals, reports of works, what proposers said, and the marks of a released edition.
CREATE TRIGGER "document_withdrawals_stand" BEFORE UPDATE OR DELETE ON "document_withdrawals" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "task_reports_stand" BEFORE UPDATE OR DELETE ON "task_reports" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER "satisfactions_stand" BEFORE UPDATE OR DELETE ON "satisfactions" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION refuse_edition_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'a released edition stands'; END $$;
--> statement-breakpoint
CREATE TRIGGER "released_edition_stands" BEFORE UPDATE OF "inner", "marks", "author_account_id", "year", "sequence", "released_at", "released_by" ON "public_editions" FOR EACH ROW WHEN (OLD."state" <> 'draft') EXECUTE FUNCTION refuse_edition_change();
