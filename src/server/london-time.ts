export * from '#domain/london-time.ts';
