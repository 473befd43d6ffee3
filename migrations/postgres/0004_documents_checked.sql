CREATE INDEX "documents_file" ON "documents" USING btree ("community_id","file_hash");--> statement-breakpoint
CREATE INDEX "documents_number" ON "documents" USING btree ("community_id","number");