/** What everybody in a sample service signs in with. Nothing in a sample service is secret. */
export const samplePassphrase = 'between-the-visits';
