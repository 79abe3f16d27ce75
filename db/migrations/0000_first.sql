CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `credentials` (
	`person_id` text PRIMARY KEY NOT NULL,
	`password_hash` text NOT NULL,
	`temporary` integer NOT NULL,
	`set_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`category` text NOT NULL,
	`started_on` text NOT NULL,
	`added_by` text,
	`added_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_username_unique` ON `people` (`username`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_by_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`name_hash` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `publications` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`hash` text,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `publications_by_slug` ON `publications` (`slug`,`id`);--> statement-breakpoint
CREATE TABLE `scenario_versions` (
	`hash` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`level` integer NOT NULL,
	`content` text NOT NULL,
	`anchors` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`slug` text NOT NULL,
	`version_hash` text NOT NULL,
	`mode` text NOT NULL,
	`seed` integer NOT NULL,
	`step` integer NOT NULL,
	`snapshot` text NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`arrived_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version_hash`) REFERENCES `scenario_versions`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `attempts_by_person` ON `attempts` (`person_id`,`started_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_one_assessed` ON `attempts` (`person_id`,`slug`) WHERE mode = 'assessed';--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_one_open` ON `attempts` (`person_id`,`slug`) WHERE finished_at IS NULL;--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`attempt_id` text NOT NULL,
	`move_id` text NOT NULL,
	`competency` text NOT NULL,
	`level` integer NOT NULL,
	`credit` real NOT NULL,
	`weight` real NOT NULL,
	`anchor` text,
	`harmful` integer NOT NULL,
	`non_routine` integer NOT NULL,
	`recovered` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`move_id`) REFERENCES `moves`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_by_person` ON `evidence` (`person_id`,`competency`);--> statement-breakpoint
CREATE INDEX `evidence_by_attempt` ON `evidence` (`attempt_id`);--> statement-breakpoint
CREATE TABLE `moves` (
	`id` text PRIMARY KEY NOT NULL,
	`attempt_id` text NOT NULL,
	`step` integer NOT NULL,
	`kind` text NOT NULL,
	`scene` text NOT NULL,
	`choice` text NOT NULL,
	`offered` text NOT NULL,
	`confidence` text,
	`world_before` text NOT NULL,
	`dwell_ms` integer,
	`at` text NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `moves_one_per_step` ON `moves` (`attempt_id`,`step`);--> statement-breakpoint
CREATE TABLE `reflections` (
	`id` text PRIMARY KEY NOT NULL,
	`attempt_id` text NOT NULL,
	`words` text NOT NULL,
	`shared` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reflections_by_attempt` ON `reflections` (`attempt_id`);--> statement-breakpoint
CREATE TABLE `assignments` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`slug` text NOT NULL,
	`due_on` text NOT NULL,
	`assigned_by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assigned_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assignments_by_person` ON `assignments` (`person_id`);--> statement-breakpoint
CREATE TABLE `debriefs` (
	`id` text PRIMARY KEY NOT NULL,
	`attempt_id` text NOT NULL,
	`person_id` text NOT NULL,
	`held_by` text NOT NULL,
	`held_on` text NOT NULL,
	`words` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`held_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `debriefs_by_person` ON `debriefs` (`person_id`);--> statement-breakpoint
CREATE TABLE `record_reads` (
	`id` text PRIMARY KEY NOT NULL,
	`reader_id` text NOT NULL,
	`person_id` text NOT NULL,
	`page` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`reader_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reads_by_reader` ON `record_reads` (`reader_id`,`person_id`,`at`);--> statement-breakpoint
CREATE TABLE `observation_ratings` (
	`observation_id` text NOT NULL,
	`competency` text NOT NULL,
	`entrustment` integer NOT NULL,
	PRIMARY KEY(`observation_id`, `competency`),
	FOREIGN KEY (`observation_id`) REFERENCES `observations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `observation_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`observation_id` text NOT NULL,
	`words` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`observation_id`) REFERENCES `observations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `replies_by_observation` ON `observation_replies` (`observation_id`);--> statement-breakpoint
CREATE TABLE `observations` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`observer_id` text NOT NULL,
	`competencies` text NOT NULL,
	`begun_at` text NOT NULL,
	`profile_opened_at` text,
	`observed_at` text,
	`place` text,
	`task` text,
	`seen` text,
	`person_said` text,
	`signed_at` text,
	`discarded_at` text,
	`supersedes` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`observer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `observations_by_person` ON `observations` (`person_id`);--> statement-breakpoint
CREATE INDEX `observations_by_observer` ON `observations` (`observer_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `observations_one_correction` ON `observations` (`supersedes`) WHERE signed_at IS NOT NULL;