/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';
import { wireProject } from './wire-project.ts';

export default getViteConfig({ test: { ...wireProject('all'), maxWorkers: '100%' } });
