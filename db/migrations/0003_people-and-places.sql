CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`service_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`enrolled_by` text NOT NULL,
	`enrolled_at` text NOT NULL,
	`revoked_at` text,
	`revoked_by` text,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `devices_tokenHash_unique` ON `devices` (`token_hash`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`service_id` text NOT NULL,
	`at` text NOT NULL,
	`by` text,
	`ended_at` text,
	`ended_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_by_service` ON `memberships` (`service_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `memberships_one_open` ON `memberships` (`person_id`,`service_id`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE TABLE `services` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`local_est_id` text,
	`location_id` text,
	`added_by` text,
	`added_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `services_name_unique` ON `services` (`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `services_localEstId_unique` ON `services` (`local_est_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `services_locationId_unique` ON `services` (`location_id`);--> statement-breakpoint
CREATE TABLE `pins` (
	`person_id` text PRIMARY KEY NOT NULL,
	`pin_hash` text NOT NULL,
	`set_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`person_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` text,
	PRIMARY KEY(`person_id`, `code_hash`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `second_factors` (
	`person_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	`last_step` integer DEFAULT 0 NOT NULL,
	`confirmed_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`actor` text NOT NULL,
	`what` text NOT NULL,
	`subject` text,
	`detail` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_by_subject` ON `audit` (`subject`,`at`);--> statement-breakpoint
CREATE INDEX `audit_by_actor` ON `audit` (`actor`,`at`);--> statement-breakpoint
CREATE TABLE `links` (
	`chain` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`record_id` text NOT NULL,
	`salt` text,
	`commitment` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`chain`, `seq`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `links_one_per_record` ON `links` (`kind`,`record_id`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`person_id` text PRIMARY KEY NOT NULL,
	`by` text NOT NULL,
	`reason` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `job_runs` (
	`name` text PRIMARY KEY NOT NULL,
	`ran_at` text NOT NULL,
	`said` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `kept_outcomes` (
	`version_hash` text NOT NULL,
	`form` text NOT NULL,
	`scene` text NOT NULL,
	`choice` text NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`version_hash`, `form`, `scene`, `choice`)
);
--> statement-breakpoint
CREATE TABLE `workforce_records` (
	`person_id` text NOT NULL,
	`local_est_id` text NOT NULL,
	`unique_worker_id` text NOT NULL,
	`display_id` text NOT NULL,
	`main_job_role` text NOT NULL,
	`employment_status` text NOT NULL,
	`started_on` text,
	`care_certificate` text NOT NULL,
	`level2_care_certificate` text NOT NULL,
	`pathway_category` text NOT NULL,
	`qualifications` text NOT NULL,
	`imported_by` text NOT NULL,
	`imported_at` text NOT NULL,
	PRIMARY KEY(`local_est_id`, `unique_worker_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `writes` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `workforce_records_by_person` ON `workforce_records` (`person_id`);--> statement-breakpoint
CREATE INDEX `evidence_by_move` ON `evidence` (`move_id`);--> statement-breakpoint
CREATE INDEX `debriefs_by_attempt` ON `debriefs` (`attempt_id`);--> statement-breakpoint
CREATE INDEX `reads_by_person` ON `record_reads` (`person_id`,`at`);--> statement-breakpoint
CREATE INDEX `agreed_actions_by_supervision` ON `agreed_actions` (`supervision_id`);--> statement-breakpoint
CREATE INDEX `marking_talks_by_move` ON `marking_talks` (`move_id`);--> statement-breakpoint
ALTER TABLE `credentials` ADD `expires_at` text;--> statement-breakpoint
ALTER TABLE `people` ADD `everywhere` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `left_at` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `started_at` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `signed_in_by` text DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `device_id` text REFERENCES devices(id);--> statement-breakpoint
ALTER TABLE `attempts` ADD `signed_in_by` text DEFAULT 'password' NOT NULL;--> statement-breakpoint
ALTER TABLE `attempts` ADD `device_id` text;--> statement-breakpoint
ALTER TABLE `needs_listed` ADD `service_id` text;--> statement-breakpoint
INSERT INTO `services` (`id`, `name`, `added_at`)
	VALUES ('00000000-0000-7000-8000-000000000001', 'Our service', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));--> statement-breakpoint
INSERT INTO `memberships` (`id`, `person_id`, `service_id`, `at`)
	SELECT `id`, `id`, '00000000-0000-7000-8000-000000000001', `added_at` FROM `people` WHERE `role` <> 'manager';--> statement-breakpoint
UPDATE `people` SET `everywhere` = 1 WHERE `role` = 'manager';
