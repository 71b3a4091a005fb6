DROP INDEX `actors_party`;--> statement-breakpoint
DROP INDEX `actors_name`;--> statement-breakpoint
CREATE INDEX `actors_kind` ON `actors` (`kind`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `actors_country` ON `actors` (`country`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `actors_provisional` ON `actors` (`provisional`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `actors_wikidata` ON `actors` (`wikidata`);--> statement-breakpoint
CREATE INDEX `actors_party` ON `actors` (`party_id`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `actors_name` ON `actors` (`name`,`id`);--> statement-breakpoint
DROP INDEX `articles_source`;--> statement-breakpoint
DROP INDEX `articles_published`;--> statement-breakpoint
CREATE INDEX `articles_long` ON `articles` (`published_from`,`id`) WHERE (("articles"."published_from" is null) <> ("articles"."published_to" is null) or "articles"."published_to" > date("articles"."published_from", '+31 days'));--> statement-breakpoint
CREATE INDEX `articles_genre` ON `articles` (`genre`,`published_from`,`id`);--> statement-breakpoint
CREATE INDEX `articles_text_basis` ON `articles` (`text_basis`,`published_from`,`id`);--> statement-breakpoint
CREATE INDEX `articles_language` ON `articles` (`language`,`published_from`,`id`);--> statement-breakpoint
CREATE INDEX `articles_author` ON `articles` (`author`,`published_from`,`id`);--> statement-breakpoint
CREATE INDEX `articles_title` ON `articles` (`title`,`id`);--> statement-breakpoint
CREATE INDEX `articles_url` ON `articles` (`url`);--> statement-breakpoint
CREATE INDEX `articles_published_text` ON `articles` (`published`);--> statement-breakpoint
CREATE INDEX `articles_published_to` ON `articles` (`published_to`);--> statement-breakpoint
CREATE INDEX `articles_words` ON `articles` (`words`,`id`);--> statement-breakpoint
CREATE INDEX `articles_source` ON `articles` (`source_id`,`published_from`,`id`);--> statement-breakpoint
CREATE INDEX `articles_published` ON `articles` (`published_from`,`id`,`published_to`);--> statement-breakpoint
DROP INDEX `issues_topic`;--> statement-breakpoint
CREATE INDEX `issues_position` ON `issues` (`position`,`id`);--> statement-breakpoint
CREATE INDEX `issues_label` ON `issues` (`label`,`id`);--> statement-breakpoint
CREATE INDEX `issues_directed` ON `issues` (`directed`,`position`,`id`);--> statement-breakpoint
CREATE INDEX `issues_topic` ON `issues` (`topic_id`,`position`,`id`);--> statement-breakpoint
DROP INDEX `positions_issue`;--> statement-breakpoint
DROP INDEX `positions_stated`;--> statement-breakpoint
DROP INDEX `positions_article`;--> statement-breakpoint
DROP INDEX `positions_round`;--> statement-breakpoint
DROP INDEX `positions_speaker`;--> statement-breakpoint
DROP INDEX `positions_target`;--> statement-breakpoint
DROP INDEX `positions_cited_source`;--> statement-breakpoint
CREATE INDEX `positions_stance` ON `positions` (`stance`,`stated_from`,`id`);--> statement-breakpoint
CREATE INDEX `positions_act` ON `positions` (`act`,`stated_from`,`id`);--> statement-breakpoint
CREATE INDEX `positions_attribution` ON `positions` (`attribution`,`stated_from`,`id`);--> statement-breakpoint
CREATE INDEX `positions_rule` ON `positions` (`rule`,`stated_from`,`id`);--> statement-breakpoint
CREATE INDEX `positions_date_basis` ON `positions` (`date_basis`,`stated_from`,`id`);--> statement-breakpoint
CREATE INDEX `positions_flags` ON `positions` (`past`,`hedged`,`conditional`,`stated_from`,`id`);--> statement-breakpoint
CREATE INDEX `positions_long` ON `positions` (`stated_from`,`id`) WHERE (("positions"."stated_from" is null) <> ("positions"."stated_to" is null) or "positions"."stated_to" > date("positions"."stated_from", '+31 days'));--> statement-breakpoint
CREATE INDEX `positions_confidence` ON `positions` (`confidence`,`id`);--> statement-breakpoint
CREATE INDEX `positions_stated_text` ON `positions` (`stated`);--> statement-breakpoint
CREATE INDEX `positions_issue` ON `positions` (`issue_id`,`stated_from`,`id`,`actor_id`,`article_id`);--> statement-breakpoint
CREATE INDEX `positions_stated` ON `positions` (`stated_from`,`id`,`stated_to`);--> statement-breakpoint
CREATE INDEX `positions_article` ON `positions` (`article_id`,`id`);--> statement-breakpoint
CREATE INDEX `positions_round` ON `positions` (`round_id`,`stated_from`,`id`);--> statement-breakpoint
CREATE INDEX `positions_speaker` ON `positions` (`speaker_id`,`stated_from`,`id`);--> statement-breakpoint
CREATE INDEX `positions_target` ON `positions` (`target_id`,`stated_from`,`id`);--> statement-breakpoint
CREATE INDEX `positions_cited_source` ON `positions` (`cited_source_id`,`stated_from`,`id`);--> statement-breakpoint
DROP INDEX `rounds_when`;--> statement-breakpoint
DROP INDEX `rounds_country`;--> statement-breakpoint
CREATE INDEX `rounds_long` ON `rounds` (`when_from`,`id`) WHERE (("rounds"."when_from" is null) <> ("rounds"."when_to" is null) or "rounds"."when_to" > date("rounds"."when_from", '+31 days'));--> statement-breakpoint
CREATE INDEX `rounds_when_text` ON `rounds` (`when`);--> statement-breakpoint
CREATE INDEX `rounds_when_to` ON `rounds` (`when_to`);--> statement-breakpoint
CREATE INDEX `rounds_latitude` ON `rounds` (`latitude`);--> statement-breakpoint
CREATE INDEX `rounds_longitude` ON `rounds` (`longitude`);--> statement-breakpoint
CREATE INDEX `rounds_place` ON `rounds` (`place`,`when_from`,`id`);--> statement-breakpoint
CREATE INDEX `rounds_kind` ON `rounds` (`kind`,`when_from`,`id`);--> statement-breakpoint
CREATE INDEX `rounds_status` ON `rounds` (`status`,`when_from`,`id`);--> statement-breakpoint
CREATE INDEX `rounds_format` ON `rounds` (`format`,`when_from`,`id`);--> statement-breakpoint
CREATE INDEX `rounds_date_basis` ON `rounds` (`date_basis`,`when_from`,`id`);--> statement-breakpoint
CREATE INDEX `rounds_provisional` ON `rounds` (`provisional`,`when_from`,`id`);--> statement-breakpoint
CREATE INDEX `rounds_when` ON `rounds` (`when_from`,`id`,`when_to`);--> statement-breakpoint
CREATE INDEX `rounds_country` ON `rounds` (`country`,`when_from`,`id`);--> statement-breakpoint
DROP INDEX `sources_name`;--> statement-breakpoint
CREATE INDEX `sources_kind` ON `sources` (`kind`,`id`);--> statement-breakpoint
CREATE INDEX `sources_country` ON `sources` (`country`,`id`);--> statement-breakpoint
CREATE INDEX `sources_url` ON `sources` (`url`);--> statement-breakpoint
CREATE INDEX `sources_name` ON `sources` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `round_issues_issue` ON `round_issues` (`issue_id`,`round_id`);--> statement-breakpoint
CREATE INDEX `round_participants_role` ON `round_participants` (`role`,`round_id`);--> statement-breakpoint
CREATE INDEX `runs_started` ON `runs` (`started_at`,`id`);