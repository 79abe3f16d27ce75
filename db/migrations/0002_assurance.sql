CREATE TABLE `policies` (
	`version` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`reason` text NOT NULL,
	`adopted_by` text,
	`adopted_at` text NOT NULL,
	FOREIGN KEY (`adopted_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `discussion_bookings` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`competency` text NOT NULL,
	`level` integer NOT NULL,
	`attempt_id` text,
	`holder_id` text NOT NULL,
	`on_day` text NOT NULL,
	`booked_by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`holder_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `discussion_bookings_by_person` ON `discussion_bookings` (`person_id`);--> statement-breakpoint
CREATE TABLE `observation_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`competency` text NOT NULL,
	`observer_id` text,
	`due_on` text NOT NULL,
	`asked_by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`observer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `observation_requests_by_person` ON `observation_requests` (`person_id`);--> statement-breakpoint
CREATE TABLE `account_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`assessor_id` text NOT NULL,
	`accepted` integer NOT NULL,
	`words` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_answers_accountId_unique` ON `account_answers` (`account_id`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`competencies` text NOT NULL,
	`level` integer NOT NULL,
	`happened_on` text NOT NULL,
	`words` text NOT NULL,
	`again` text,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `accounts_by_person` ON `accounts` (`person_id`);--> statement-breakpoint
CREATE TABLE `discussions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`assessor_id` text NOT NULL,
	`competency` text NOT NULL,
	`level` integer NOT NULL,
	`held_on` text NOT NULL,
	`probed` text NOT NULL,
	`shown` text NOT NULL,
	`outcome` text NOT NULL,
	`corrects` text,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `discussions_by_person` ON `discussions` (`person_id`);--> statement-breakpoint
CREATE TABLE `marking_talks` (
	`id` text PRIMARY KEY NOT NULL,
	`move_id` text NOT NULL,
	`held_by` text NOT NULL,
	`held_on` text NOT NULL,
	`outcome` text NOT NULL,
	`words` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`move_id`) REFERENCES `moves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`held_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `rationale_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`move_id` text NOT NULL,
	`person_id` text NOT NULL,
	`marker_id` text NOT NULL,
	`round` integer NOT NULL,
	`marks` text NOT NULL,
	`competencies` text NOT NULL,
	`level` integer NOT NULL,
	`outcome` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`move_id`) REFERENCES `moves`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`marker_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rationale_marks_one_per_round` ON `rationale_marks` (`move_id`,`round`);--> statement-breakpoint
CREATE UNIQUE INDEX `rationale_marks_by_two_people` ON `rationale_marks` (`move_id`,`marker_id`);--> statement-breakpoint
CREATE INDEX `rationale_marks_by_person` ON `rationale_marks` (`person_id`);--> statement-breakpoint
CREATE TABLE `calibration_ratings` (
	`person_id` text NOT NULL,
	`vignette` text NOT NULL,
	`entrustment` integer NOT NULL,
	`words` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`person_id`, `vignette`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `certificate_signatures` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`edition` text NOT NULL,
	`criterion` text NOT NULL,
	`kind` text NOT NULL,
	`assessor_id` text NOT NULL,
	`observation_id` text,
	`words` text NOT NULL,
	`withdraws` text,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assessor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `certificate_signatures_by_person` ON `certificate_signatures` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificate_signatures_one_withdrawal` ON `certificate_signatures` (`withdraws`);--> statement-breakpoint
CREATE TABLE `witness_statements` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`recorded_by` text NOT NULL,
	`relation` text NOT NULL,
	`witness` text NOT NULL,
	`seen_on` text NOT NULL,
	`competencies` text NOT NULL,
	`words` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `witness_statements_by_person` ON `witness_statements` (`person_id`);--> statement-breakpoint
CREATE TABLE `alert_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`alert` text NOT NULL,
	`person_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`reason` text NOT NULL,
	`action` text NOT NULL,
	`due_on` text NOT NULL,
	`outcome` text,
	`by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `alert_actions_by_alert` ON `alert_actions` (`alert`,`at`);--> statement-breakpoint
CREATE TABLE `delegations` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`initials` text NOT NULL,
	`task` text NOT NULL,
	`delegated_by` text NOT NULL,
	`delegated_role` text NOT NULL,
	`signed_on` text NOT NULL,
	`review_on` text NOT NULL,
	`recorded_by` text NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	`ended_by` text,
	`ended_why` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `delegations_by_person` ON `delegations` (`person_id`);--> statement-breakpoint
CREATE TABLE `duties_given` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`duty` text NOT NULL,
	`given_by` text NOT NULL,
	`at` text NOT NULL,
	`ended_at` text,
	`ended_by` text,
	`ended_why` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `duties_given_by_person` ON `duties_given` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `duties_given_once` ON `duties_given` (`person_id`,`duty`) WHERE ended_at IS NULL;--> statement-breakpoint
CREATE TABLE `needs_listed` (
	`id` text PRIMARY KEY NOT NULL,
	`needs` text NOT NULL,
	`set_by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `requirements` (
	`id` text PRIMARY KEY NOT NULL,
	`category` text NOT NULL,
	`needs` text NOT NULL,
	`reason` text NOT NULL,
	`set_by` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`set_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `requirements_by_category` ON `requirements` (`category`,`at`);--> statement-breakpoint
CREATE TABLE `training_records` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`subject` text NOT NULL,
	`kind` text NOT NULL,
	`completed_on` text NOT NULL,
	`expires_on` text,
	`source` text NOT NULL,
	`recorded_by` text NOT NULL,
	`at` text NOT NULL,
	`withdrawn_at` text,
	`withdrawn_by` text,
	`withdrawn_why` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `training_records_by_person` ON `training_records` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `training_records_once` ON `training_records` (`person_id`,`subject`,`completed_on`) WHERE withdrawn_at IS NULL;--> statement-breakpoint
CREATE TABLE `agreed_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`supervision_id` text NOT NULL,
	`person_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`words` text NOT NULL,
	`due_on` text NOT NULL,
	`at` text NOT NULL,
	`outcome` text,
	`outcome_by` text,
	`outcome_at` text,
	FOREIGN KEY (`supervision_id`) REFERENCES `supervisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `agreed_actions_by_person` ON `agreed_actions` (`person_id`);--> statement-breakpoint
CREATE TABLE `supervision_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`supervision_id` text NOT NULL,
	`by` text NOT NULL,
	`words` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`supervision_id`) REFERENCES `supervisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `supervision_notes_by_supervision` ON `supervision_notes` (`supervision_id`);--> statement-breakpoint
CREATE TABLE `supervisions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`holder_id` text NOT NULL,
	`on_day` text NOT NULL,
	`opened_at` text NOT NULL,
	`seen_at` text,
	`held_at` text,
	`sheet` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`holder_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `supervisions_by_person` ON `supervisions` (`person_id`,`on_day`);--> statement-breakpoint
CREATE UNIQUE INDEX `supervisions_one_open` ON `supervisions` (`person_id`,`holder_id`) WHERE held_at IS NULL;--> statement-breakpoint
ALTER TABLE `observations` ADD `consent` text;--> statement-breakpoint
ALTER TABLE `observations` ADD `template` text;--> statement-breakpoint
ALTER TABLE `observations` ADD `draft` text;