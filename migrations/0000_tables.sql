CREATE TABLE `act_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`when_not` text,
	`example` text,
	`plover_event` text,
	`plover_mode` text,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `actor_aliases` (
	`actor_id` text NOT NULL,
	`alias` text NOT NULL,
	PRIMARY KEY(`actor_id`, `alias`),
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `actor_aliases_alias` ON `actor_aliases` (`alias`);--> statement-breakpoint
CREATE TABLE `actor_kind_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`when_not` text,
	`example` text,
	`plover_event` text,
	`plover_mode` text,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `actor_reports` (
	`article_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`party_id` text,
	PRIMARY KEY(`article_id`, `actor_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kind`) REFERENCES `actor_kind_codes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `actor_reports_actor` ON `actor_reports` (`actor_id`);--> statement-breakpoint
CREATE TABLE `actors` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`party_id` text,
	`country` text,
	`wikidata` text,
	`provisional` integer NOT NULL,
	FOREIGN KEY (`kind`) REFERENCES `actor_kind_codes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `actors_party` ON `actors` (`party_id`);--> statement-breakpoint
CREATE INDEX `actors_name` ON `actors` (`name`);--> statement-breakpoint
CREATE TABLE `affiliations` (
	`id` text PRIMARY KEY NOT NULL,
	`actor_id` text NOT NULL,
	`title` text NOT NULL,
	`party_id` text,
	`held` text,
	`held_from` text,
	`held_to` text,
	`article_id` text,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `affiliations_actor` ON `affiliations` (`actor_id`);--> statement-breakpoint
CREATE INDEX `affiliations_article` ON `affiliations` (`article_id`);--> statement-breakpoint
CREATE TABLE `articles` (
	`id` text PRIMARY KEY NOT NULL,
	`source_id` text NOT NULL,
	`title` text,
	`author` text,
	`genre` text NOT NULL,
	`language` text,
	`url` text,
	`text_basis` text NOT NULL,
	`published` text,
	`published_from` text,
	`published_to` text,
	`text` text NOT NULL,
	`text_sha256` text NOT NULL,
	`words` integer NOT NULL,
	`meta` text NOT NULL,
	`notes` text NOT NULL,
	`extraction` text NOT NULL,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`genre`) REFERENCES `genre_codes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`text_basis`) REFERENCES `text_basis_codes`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_text` ON `articles` (`text_sha256`);--> statement-breakpoint
CREATE INDEX `articles_source` ON `articles` (`source_id`);--> statement-breakpoint
CREATE INDEX `articles_published` ON `articles` (`published_from`,`id`);--> statement-breakpoint
CREATE TABLE `attribution_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`when_not` text,
	`example` text,
	`plover_event` text,
	`plover_mode` text,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `attributions` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`kind` text NOT NULL,
	`speaker_id` text,
	`source` text,
	`cue` text,
	`content` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kind`) REFERENCES `attribution_codes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`speaker_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attributions_article` ON `attributions` (`article_id`);--> statement-breakpoint
CREATE INDEX `attributions_speaker` ON `attributions` (`speaker_id`);--> statement-breakpoint
CREATE TABLE `dataset` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` text NOT NULL,
	`codebook` text NOT NULL,
	`extraction` text NOT NULL,
	CONSTRAINT "dataset_one" CHECK("dataset"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `date_basis_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`when_not` text,
	`example` text,
	`plover_event` text,
	`plover_mode` text,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`position_id` text,
	`round_report_id` text,
	`article_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`quote` text NOT NULL,
	FOREIGN KEY (`position_id`) REFERENCES `positions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_report_id`) REFERENCES `round_reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_span" CHECK("evidence"."start" >= 0 and "evidence"."end" > "evidence"."start"),
	CONSTRAINT "evidence_owner" CHECK(("evidence"."position_id" is null) <> ("evidence"."round_report_id" is null))
);
--> statement-breakpoint
CREATE INDEX `evidence_position` ON `evidence` (`position_id`,`start`);--> statement-breakpoint
CREATE INDEX `evidence_round_report` ON `evidence` (`round_report_id`,`start`);--> statement-breakpoint
CREATE INDEX `evidence_article` ON `evidence` (`article_id`);--> statement-breakpoint
CREATE TABLE `genre_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`when_not` text,
	`example` text,
	`plover_event` text,
	`plover_mode` text,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ingest_issues` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`path` text NOT NULL,
	`severity` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ingest_issues_run` ON `ingest_issues` (`run_id`);--> statement-breakpoint
CREATE TABLE `issues` (
	`id` text PRIMARY KEY NOT NULL,
	`topic_id` text NOT NULL,
	`label` text NOT NULL,
	`proposition` text NOT NULL,
	`directed` integer NOT NULL,
	`note` text,
	`when_not` text NOT NULL,
	`example` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `issues_topic` ON `issues` (`topic_id`);--> statement-breakpoint
CREATE TABLE `mentions` (
	`article_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`article_id`, `start`, `end`, `actor_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "mentions_span" CHECK("mentions"."start" >= 0 and "mentions"."end" > "mentions"."start")
);
--> statement-breakpoint
CREATE INDEX `mentions_actor` ON `mentions` (`actor_id`);--> statement-breakpoint
CREATE TABLE `participant_role_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`when_not` text,
	`example` text,
	`plover_event` text,
	`plover_mode` text,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `positions` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`party_id` text,
	`issue_id` text NOT NULL,
	`stance` text NOT NULL,
	`act` text NOT NULL,
	`target_id` text,
	`conditional` integer NOT NULL,
	`condition` text,
	`hedged` integer NOT NULL,
	`past` integer NOT NULL,
	`attribution` text NOT NULL,
	`speaker_id` text,
	`cited_source_id` text,
	`round_report_id` text,
	`round_id` text,
	`stated` text,
	`stated_from` text,
	`stated_to` text,
	`date_basis` text,
	`confidence` real NOT NULL,
	`rule` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issue_id`) REFERENCES `issues`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stance`) REFERENCES `stance_codes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`act`) REFERENCES `act_codes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attribution`) REFERENCES `attribution_codes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`speaker_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cited_source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_report_id`) REFERENCES `round_reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`date_basis`) REFERENCES `date_basis_codes`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "positions_confidence" CHECK("positions"."confidence" between 0 and 1),
	CONSTRAINT "positions_condition" CHECK("positions"."condition" is null or "positions"."conditional"),
	CONSTRAINT "positions_dates" CHECK("positions"."stated_from" is null or "positions"."stated_to" is null or "positions"."stated_from" <= "positions"."stated_to")
);
--> statement-breakpoint
CREATE INDEX `positions_actor` ON `positions` (`actor_id`,`stated_from`,`id`);--> statement-breakpoint
CREATE INDEX `positions_party` ON `positions` (`party_id`,`stated_from`,`id`);--> statement-breakpoint
CREATE INDEX `positions_issue` ON `positions` (`issue_id`,`stated_from`,`id`);--> statement-breakpoint
CREATE INDEX `positions_stated` ON `positions` (`stated_from`,`id`);--> statement-breakpoint
CREATE INDEX `positions_article` ON `positions` (`article_id`);--> statement-breakpoint
CREATE INDEX `positions_round` ON `positions` (`round_id`);--> statement-breakpoint
CREATE INDEX `positions_round_report` ON `positions` (`round_report_id`);--> statement-breakpoint
CREATE INDEX `positions_speaker` ON `positions` (`speaker_id`);--> statement-breakpoint
CREATE INDEX `positions_target` ON `positions` (`target_id`);--> statement-breakpoint
CREATE INDEX `positions_cited_source` ON `positions` (`cited_source_id`);--> statement-breakpoint
CREATE TABLE `round_format_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`when_not` text,
	`example` text,
	`plover_event` text,
	`plover_mode` text,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `round_issues` (
	`round_id` text NOT NULL,
	`issue_id` text NOT NULL,
	PRIMARY KEY(`round_id`, `issue_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `round_kind_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`when_not` text,
	`example` text,
	`plover_event` text,
	`plover_mode` text,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `round_participants` (
	`round_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`party_id` text,
	`role` text NOT NULL,
	PRIMARY KEY(`round_id`, `actor_id`, `role`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`role`) REFERENCES `participant_role_codes`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_participants_actor` ON `round_participants` (`actor_id`);--> statement-breakpoint
CREATE INDEX `round_participants_party` ON `round_participants` (`party_id`);--> statement-breakpoint
CREATE TABLE `round_references` (
	`round_id` text NOT NULL,
	`url` text NOT NULL,
	PRIMARY KEY(`round_id`, `url`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `round_report_issues` (
	`round_report_id` text NOT NULL,
	`issue_id` text NOT NULL,
	PRIMARY KEY(`round_report_id`, `issue_id`),
	FOREIGN KEY (`round_report_id`) REFERENCES `round_reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `round_report_participants` (
	`round_report_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`party_id` text,
	`role` text NOT NULL,
	PRIMARY KEY(`round_report_id`, `actor_id`, `role`),
	FOREIGN KEY (`round_report_id`) REFERENCES `round_reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`role`) REFERENCES `participant_role_codes`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_report_participants_actor` ON `round_report_participants` (`actor_id`);--> statement-breakpoint
CREATE TABLE `round_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text,
	`article_id` text NOT NULL,
	`key` text NOT NULL,
	`label` text,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`format` text NOT NULL,
	`place` text,
	`country` text,
	`when` text,
	`when_from` text,
	`when_to` text,
	`date_basis` text,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kind`) REFERENCES `round_kind_codes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`status`) REFERENCES `round_status_codes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`format`) REFERENCES `round_format_codes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`date_basis`) REFERENCES `date_basis_codes`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_reports_round` ON `round_reports` (`round_id`);--> statement-breakpoint
CREATE INDEX `round_reports_article` ON `round_reports` (`article_id`);--> statement-breakpoint
CREATE TABLE `round_status_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`when_not` text,
	`example` text,
	`plover_event` text,
	`plover_mode` text,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`format` text NOT NULL,
	`place` text,
	`country` text,
	`latitude` real,
	`longitude` real,
	`when` text,
	`when_from` text,
	`when_to` text,
	`date_basis` text,
	`outcome` text,
	`note` text,
	`provisional` integer NOT NULL,
	FOREIGN KEY (`kind`) REFERENCES `round_kind_codes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`status`) REFERENCES `round_status_codes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`format`) REFERENCES `round_format_codes`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`date_basis`) REFERENCES `date_basis_codes`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `rounds_when` ON `rounds` (`when_from`,`id`);--> statement-breakpoint
CREATE INDEX `rounds_country` ON `rounds` (`country`);--> statement-breakpoint
CREATE TABLE `run_articles` (
	`run_id` text NOT NULL,
	`article_id` text NOT NULL,
	`outcome` text NOT NULL,
	PRIMARY KEY(`run_id`, `article_id`),
	FOREIGN KEY (`run_id`) REFERENCES `runs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `run_articles_article` ON `run_articles` (`article_id`);--> statement-breakpoint
CREATE TABLE `runs` (
	`id` text PRIMARY KEY NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`extraction` text NOT NULL,
	`read` integer NOT NULL,
	`added` integer NOT NULL,
	`updated` integer NOT NULL,
	`known` integer NOT NULL,
	`skipped` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `source_kind_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`when_not` text,
	`example` text,
	`plover_event` text,
	`plover_mode` text,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `source_reports` (
	`article_id` text NOT NULL,
	`source_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`article_id`, `source_id`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kind`) REFERENCES `source_kind_codes`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `source_reports_source` ON `source_reports` (`source_id`);--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`country` text,
	`url` text,
	FOREIGN KEY (`kind`) REFERENCES `source_kind_codes`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sources_name` ON `sources` (`name`);--> statement-breakpoint
CREATE TABLE `stance_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`when_not` text,
	`example` text,
	`plover_event` text,
	`plover_mode` text,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `text_basis_codes` (
	`code` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`when_not` text,
	`example` text,
	`plover_event` text,
	`plover_mode` text,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`label` text NOT NULL,
	`definition` text NOT NULL,
	`position` integer NOT NULL
);
