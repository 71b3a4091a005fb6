DROP INDEX `runs_started`;--> statement-breakpoint
CREATE INDEX `articles_counted` ON `articles` (`id`,`source_id`,`genre`,`text_basis`);