import { readForm } from './read-form.ts';

/** The form of a system that supports procedures: what it is for, and with whom it exchanges data. */
export const systemForm = readForm('system.form.yaml');
