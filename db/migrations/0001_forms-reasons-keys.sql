CREATE TABLE `key_readings` (
	`person_id` text NOT NULL,
	`slug` text NOT NULL,
	`at` text NOT NULL,
	PRIMARY KEY(`person_id`, `slug`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
DROP INDEX `attempts_one_assessed`;--> statement-breakpoint
ALTER TABLE `attempts` ADD `form` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_one_assessed` ON `attempts` (`person_id`,`slug`,`form`) WHERE mode = 'assessed';--> statement-breakpoint
ALTER TABLE `moves` ADD `words` text;