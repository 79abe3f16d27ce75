/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';
import { butOfAFile, wireProject } from './wire-project.ts';

export default getViteConfig({
  test: { ...wireProject('all'), testNamePattern: butOfAFile, maxWorkers: '100%' },
});
